/* gs-page-lists.c: the sources, the articles, and the places in them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-page-private.h"

#include "gs-gettext.h"
#include "gs-labels.h"
#include "gs-report-checks.h"

/* Sources ------------------------------------------------------------------------ */

static const char *
say_grade (int grade)
{
  if (grade == GS_GRADE_F)
    return _ ("F: cannot be judged");

  return grade != GS_GRADE_NONE ? gs_word_to_nick (&gs_grades, grade) : "";
}

/* What counts now, in general and on each topic; the latest first. */
static gboolean
is_latest (const GsSourceRecord *source, guint i)
{
  const GsRatingRecord *rating = source->ratings->pdata[i];

  for (guint j = i + 1; j < source->ratings->len; j++)
    {
      const GsRatingRecord *later = source->ratings->pdata[j];

      if (g_strcmp0 (later->topic, rating->topic) == 0)
        return FALSE;
    }

  return TRUE;
}

static GsPhrase *
tell_ratings (const GsSourceRecord *source)
{
  GsPhrase *phrase = gs_phrase_new ();

  for (guint i = source->ratings->len; i > 0; i--)
    {
      const GsRatingRecord *rating = source->ratings->pdata[i - 1];

      if (!is_latest (source, i - 1))
        continue;
      if (phrase->runs->len > 0)
        gs_phrase_say (phrase, GS_RUN_PLAIN, "; ");
      gs_phrase_say (phrase, GS_RUN_STRONG, say_grade (rating->grade));
      if (rating->topic != NULL)
        {
          gs_phrase_say (phrase, GS_RUN_PLAIN, " – ");
          gs_phrase_quote (phrase, GS_RUN_PLAIN, NULL, rating->topic);
        }
      if (rating->basis != NULL)
        {
          gs_phrase_say (phrase, GS_RUN_PLAIN, " ");
          gs_phrase_quote (phrase, GS_RUN_DIM, NULL, rating->basis);
        }
    }

  return phrase;
}

static GsPhrase *
tell_parties (GsPage *self, const GsSourceRecord *source)
{
  const char *whole = gs_report_catalogue_source (self->catalogue, source->part_of);
  GsPhrase *phrase = gs_phrase_new ();

  gs_phrase_quote (phrase, GS_RUN_PLAIN, NULL, *whole != '\0' ? whole : NULL);
  for (guint i = 0; i < source->affiliations->len; i++)
    {
      const GsAffiliationRecord *affiliation = source->affiliations->pdata[i];
      const char *party = gs_report_catalogue_source (self->catalogue, affiliation->party);

      gs_phrase_say (phrase, GS_RUN_PLAIN, phrase->runs->len > 0 ? ", " : NULL);
      gs_phrase_quote (phrase, GS_RUN_PLAIN, NULL, party);
    }

  return phrase;
}

void
gs_page_put_sources (GsPage *self)
{
  const char *heads[] = { _ ("Name"), _ ("Kind"), _ ("Belongs to"), _ ("Reliability") };
  static const guint widths[] = { 4, 3, 4, 5 };
  GPtrArray *sources = gs_report_catalogue_list (self->catalogue, &gs_source_type);

  if (sources->len == 0)
    return;

  gs_page_open (self, GS_GROUP_SECTION, NULL, NULL);
  gs_page_heading (self, 2, "sources", gs_phrase_of (GS_RUN_PLAIN, _ ("Sources")));
  gs_page_table (self, _ ("Who speaks or publishes; reliability from A (best) to E"), G_N_ELEMENTS (heads), heads,
                 widths);
  for (guint i = 0; i < sources->len; i++)
    {
      const GsSourceRecord *source = sources->pdata[i];
      GsPhrase *cells[] = {
        gs_phrase_new (),
        gs_phrase_of (GS_RUN_PLAIN, gs_label (&gs_source_kinds, source->kind)),
        tell_parties (self, source),
        tell_ratings (source),
      };

      gs_phrase_quote (cells[0], GS_RUN_PLAIN, NULL, gs_page_name (source->name));
      gs_page_row (self, cells, G_N_ELEMENTS (cells));
    }
  self->sink->table_end (self->sink);
  gs_page_close (self, GS_GROUP_SECTION);
}

/* Articles ----------------------------------------------------------------------- */

/* Followed only when somebody asks, and only to the web. */
static void
add_address (GsPageFields *fields, const char *url)
{
  GsPageField *field;

  gs_page_fields_add (fields, _ ("Address"), url);
  if (url == NULL || !gs_is_web_address (url))
    return;

  field = &g_array_index (fields, GsPageField, fields->len - 1);
  gs_phrase_link (field->value, "", url, NULL);
}

static void
put_article (GsPage *self, const GsArticleRecord *article)
{
  g_autofree char *dates = gs_label_dates (article->published_lo, article->published_hi);
  g_autofree char *language = gs_label_language (article->language);
  GsPageFields *fields = gs_page_fields_new ();
  GsPhrase *title = gs_phrase_new ();

  gs_phrase_quote (title, GS_RUN_TITLE, article->language, gs_page_name (article->title));
  gs_page_fields_add (fields, _ ("Outlet"), article->outlet);
  gs_page_fields_add (fields, _ ("Agency"), article->agency);
  gs_page_fields_add (fields, _ ("Author"), article->byline);
  gs_page_fields_say (fields, _ ("Published"), dates);
  gs_page_fields_say (fields, _ ("Language"), language);
  if (article->machine_translated)
    gs_page_fields_say (fields, _ ("Translated"), _ ("by a machine"));
  gs_page_fields_add (fields, _ ("Translation of"),
                      gs_report_catalogue_title (self->catalogue, article->translation_of));
  gs_page_fields_add (fields, _ ("Nearly the same as"),
                      gs_report_catalogue_title (self->catalogue, article->near_duplicate_of));
  add_address (fields, article->url);
  gs_page_fields_say (fields, _ ("Retrieved"), article->retrieved);
  gs_page_fields_add (fields, _ ("File"), article->path);
  gs_page_fields_say (fields, "SHA-256", article->sha256);
  gs_page_fields_add (fields, _ ("Note"), article->note);

  gs_page_open (self, GS_GROUP_ITEM, "a-", article->uuid);
  gs_page_paragraph (self, GS_BLOCK_TEXT, title);
  gs_page_put_fields (self, fields, FALSE);
  gs_page_close (self, GS_GROUP_ITEM);
}

void
gs_page_put_articles (GsPage *self)
{
  GPtrArray *articles = gs_report_catalogue_list (self->catalogue, &gs_article_type);

  if (articles->len == 0)
    return;

  gs_page_open (self, GS_GROUP_SECTION, NULL, NULL);
  gs_page_heading (self, 2, "articles", gs_phrase_of (GS_RUN_PLAIN, _ ("Articles")));
  gs_page_open (self, GS_GROUP_ARTICLES, NULL, NULL);
  for (guint i = 0; i < articles->len; i++)
    put_article (self, articles->pdata[i]);
  gs_page_close (self, GS_GROUP_ARTICLES);
  gs_page_close (self, GS_GROUP_SECTION);
}

/* Notes -------------------------------------------------------------------------- */

static char *
describe_place (const GsSpanRecord *span)
{
  g_autofree char *start = g_strdup_printf ("%" G_GINT64_FORMAT, span->start);
  g_autofree char *end = g_strdup_printf ("%" G_GINT64_FORMAT, span->end);

  if (span->orphaned)
    /* Translators: said of a quote that is no longer found in its article. */
    return g_strdup (_ ("its place in the text is lost"));

  /* Translators: from and to which character of an article's text. */
  return g_strdup_printf (_ ("characters %s–%s"), start, end);
}

/* Paragraphs of the article are none of the note's. */
static void
quote_line (GsPhrase *phrase, GsRunStyle style, const char *language, const char *text)
{
  g_autofree char *line = g_strdup (text);

  if (line != NULL)
    g_strdelimit (line, "\r\n\t", ' ');
  gs_phrase_quote (phrase, style, language, line);
}

static void
put_span (GsPage *self, const GsSpanRecord *span, const GsArticleRecord *article)
{
  const char *language = article != NULL ? article->language : NULL;
  g_autofree char *place = describe_place (span);
  g_autofree char *page = article != NULL && !span->orphaned ? gs_label_page (article, span->start) : NULL;
  GsPhrase *phrase = gs_phrase_of (GS_RUN_PLAIN, gs_label (&gs_span_roles, span->role));

  if (page != NULL)
    {
      gs_phrase_say (phrase, GS_RUN_PLAIN, ", ");
      gs_phrase_say (phrase, GS_RUN_PLAIN, page);
    }
  gs_phrase_say (phrase, GS_RUN_PLAIN, ", ");
  gs_phrase_say (phrase, GS_RUN_PLAIN, place);
  gs_phrase_say (phrase, GS_RUN_PLAIN, ": …");
  quote_line (phrase, GS_RUN_PLAIN, language, span->prefix);
  quote_line (phrase, GS_RUN_MARK, language, span->exact);
  quote_line (phrase, GS_RUN_PLAIN, language, span->suffix);
  gs_phrase_say (phrase, GS_RUN_PLAIN, "…");
  gs_page_paragraph (self, GS_BLOCK_PLACE, phrase);
}

static gboolean
put_note (GsPage *self, const GsClaimRecord *claim, gpointer user_data, GError **error)
{
  const GsArticleRecord *article = gs_report_catalogue_get (self->catalogue, &gs_article_type, claim->article);
  const char *language = article != NULL ? article->language : NULL;
  g_autofree char *number = g_strdup_printf ("%u", ++self->n_notes);
  GsPhrase *phrase = gs_phrase_of (GS_RUN_PLAIN, number);

  gs_phrase_link (phrase, "#c-", claim->uuid, NULL);
  gs_phrase_say (phrase, GS_RUN_PLAIN, ". ");
  if (article != NULL)
    {
      gs_phrase_quote (phrase, GS_RUN_TITLE, language, gs_page_name (article->title));
      gs_phrase_link (phrase, "#a-", article->uuid, NULL);
    }
  if (claim->spans->len == 0)
    {
      gs_phrase_say (phrase, GS_RUN_PLAIN, " ");
      gs_phrase_say (phrase, GS_RUN_PLAIN, _ ("No place in the text is given."));
    }

  gs_page_open (self, GS_GROUP_ITEM, "n", number);
  gs_page_paragraph (self, GS_BLOCK_TEXT, phrase);
  for (guint i = 0; i < claim->spans->len; i++)
    put_span (self, claim->spans->pdata[i], article);
  gs_page_close (self, GS_GROUP_ITEM);

  return TRUE;
}

/* The claims once more, in the order in which their notes were numbered. */
gboolean
gs_page_put_notes (GsPage *self, GError **error)
{
  GPtrArray *questions = gs_report_catalogue_list (self->catalogue, &gs_question_type);

  if (self->n_notes == 0)
    return TRUE;

  self->n_notes = 0;
  gs_page_open (self, GS_GROUP_SECTION, NULL, NULL);
  gs_page_heading (self, 2, "notes", gs_phrase_of (GS_RUN_PLAIN, _ ("Notes: where each claim stands")));
  gs_page_open (self, GS_GROUP_NOTES, NULL, NULL);
  for (guint i = 0; i < questions->len; i++)
    {
      const GsQuestionRecord *question = questions->pdata[i];

      if (!gs_page_each_claim (self, question->uuid, put_note, NULL, error))
        return FALSE;
    }
  if (self->counts.unanswering > 0 && !gs_page_each_claim (self, NULL, put_note, NULL, error))
    return FALSE;
  gs_page_close (self, GS_GROUP_NOTES);
  gs_page_close (self, GS_GROUP_SECTION);

  return TRUE;
}
