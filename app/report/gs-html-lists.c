/* gs-html-lists.c: the sources, the articles, and the places in them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-html-private.h"

#include "gs-gettext.h"
#include "gs-labels.h"
#include "gs-report-checks.h"

/* Sources ------------------------------------------------------------------------ */

/* The latest general rating. */
static const GsRatingRecord *
find_rating (const GsSourceRecord *source)
{
  for (guint i = source->ratings->len; i > 0; i--)
    {
      const GsRatingRecord *rating = source->ratings->pdata[i - 1];

      if (rating->topic == NULL)
        return rating;
    }

  return NULL;
}

static void
put_rating (GsHtml *self, const GsSourceRecord *source)
{
  const GsRatingRecord *rating = find_rating (source);

  gs_html_raw (self, "<td>");
  if (rating != NULL && rating->grade == GS_GRADE_F)
    gs_html_text (self, _ ("F: cannot be judged"));
  else if (rating != NULL && rating->grade != GS_GRADE_NONE)
    gs_html_text (self, gs_word_to_nick (&gs_grades, rating->grade));
  if (rating != NULL && rating->basis != NULL)
    {
      gs_html_raw (self, " ");
      gs_html_quoted (self, "small", NULL, NULL, rating->basis);
    }
  gs_html_raw (self, "</td>");
}

static void
put_parties (GsHtml *self, const GsSourceRecord *source)
{
  const char *whole = gs_report_catalogue_source (self->catalogue, source->part_of);

  gs_html_raw (self, "<td>");
  gs_html_quoted (self, "bdi", NULL, NULL, whole);
  for (guint i = 0; i < source->affiliations->len; i++)
    {
      const GsAffiliationRecord *affiliation = source->affiliations->pdata[i];

      if (i > 0 || *whole != '\0')
        gs_html_raw (self, ", ");
      gs_html_quoted (self, "bdi", NULL, NULL, gs_report_catalogue_source (self->catalogue, affiliation->party));
    }
  gs_html_raw (self, "</td>");
}

void
gs_html_put_sources (GsHtml *self)
{
  const char *const heads[] = { N_ ("Name"), N_ ("Kind"), N_ ("Belongs to"), N_ ("Reliability") };
  GPtrArray *sources = gs_report_catalogue_list (self->catalogue, &gs_source_type);

  if (sources->len == 0)
    return;

  gs_html_raw (self, "<section><h2 id=\"sources\">");
  gs_html_text (self, _ ("Sources"));
  gs_html_raw (self, "</h2>\n<table>");
  gs_html_element (self, "caption", NULL, _ ("Who speaks or publishes; reliability from A (best) to E"));
  gs_html_raw (self, "<thead><tr>");
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      gs_html_raw (self, "<th scope=\"col\">");
      gs_html_text (self, _ (heads[i]));
      gs_html_raw (self, "</th>");
    }
  gs_html_raw (self, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < sources->len; i++)
    {
      const GsSourceRecord *source = sources->pdata[i];

      gs_html_raw (self, "<tr><th scope=\"row\" dir=\"auto\">");
      gs_html_text (self, source->name != NULL ? source->name : "?");
      gs_html_raw (self, "</th>");
      gs_html_element (self, "td", NULL, gs_label (&gs_source_kinds, source->kind));
      put_parties (self, source);
      put_rating (self, source);
      gs_html_raw (self, "</tr>\n");
    }
  gs_html_raw (self, "</tbody></table></section>\n");
}

/* Articles ----------------------------------------------------------------------- */

/* Followed only when somebody asks, and only to the web. */
static void
put_address (GsHtml *self, const char *url)
{
  if (url == NULL || *url == '\0')
    return;

  gs_html_raw (self, "<div><dt>");
  gs_html_text (self, _ ("Address"));
  gs_html_raw (self, "</dt><dd dir=\"ltr\">");
  if (gs_is_web_address (url))
    {
      gs_html_raw (self, "<a rel=\"noopener noreferrer nofollow\"");
      gs_html_attribute (self, "href", "", url);
      gs_html_raw (self, ">");
      gs_html_text (self, url);
      gs_html_raw (self, "</a>");
    }
  else
    gs_html_text (self, url);
  gs_html_raw (self, "</dd></div>\n");
}

static void
put_article (GsHtml *self, const GsArticleRecord *article)
{
  g_autofree char *dates = gs_label_dates (article->published_lo, article->published_hi);
  g_autofree char *language = gs_label_language (article->language);

  gs_html_raw (self, "<li");
  gs_html_attribute (self, "id", "a-", article->uuid);
  gs_html_raw (self, ">");
  gs_html_quoted (self, "cite", "summary", article->language, article->title != NULL ? article->title : "?");
  gs_html_raw (self, "<dl>\n");
  gs_html_field (self, _ ("Outlet"), article->outlet);
  gs_html_field (self, _ ("Agency"), article->agency);
  gs_html_field (self, _ ("Author"), article->byline);
  gs_html_field (self, _ ("Published"), dates);
  gs_html_field (self, _ ("Language"), language);
  if (article->machine_translated)
    gs_html_field (self, _ ("Translated"), _ ("by a machine"));
  gs_html_field (self, _ ("Translation of"), gs_report_catalogue_title (self->catalogue, article->translation_of));
  gs_html_field (self, _ ("Nearly the same as"),
                 gs_report_catalogue_title (self->catalogue, article->near_duplicate_of));
  put_address (self, article->url);
  gs_html_field (self, _ ("Retrieved"), article->retrieved);
  gs_html_field (self, _ ("File"), article->path);
  gs_html_field (self, "SHA-256", article->sha256);
  gs_html_field (self, _ ("Note"), article->note);
  gs_html_raw (self, "</dl></li>\n");
}

void
gs_html_put_articles (GsHtml *self)
{
  GPtrArray *articles = gs_report_catalogue_list (self->catalogue, &gs_article_type);

  if (articles->len == 0)
    return;

  gs_html_raw (self, "<section><h2 id=\"articles\">");
  gs_html_text (self, _ ("Articles"));
  gs_html_raw (self, "</h2>\n<ol class=\"articles\">\n");
  for (guint i = 0; i < articles->len; i++)
    put_article (self, articles->pdata[i]);
  gs_html_raw (self, "</ol></section>\n");
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

static void
put_span (GsHtml *self, const GsSpanRecord *span, const char *language)
{
  g_autofree char *place = describe_place (span);

  gs_html_raw (self, "<br/>");
  gs_html_text (self, gs_label (&gs_span_roles, span->role));
  gs_html_raw (self, ", ");
  gs_html_text (self, place);
  gs_html_raw (self, ": ");
  gs_html_raw (self, "<span dir=\"auto\">…");
  gs_html_quoted (self, "span", NULL, language, span->prefix);
  gs_html_quoted (self, "mark", NULL, language, span->exact);
  gs_html_quoted (self, "span", NULL, language, span->suffix);
  gs_html_raw (self, "…</span>");
}

static gboolean
put_note (GsHtml *self, const GsClaimRecord *claim, gpointer user_data, GError **error)
{
  const GsArticleRecord *article = gs_report_catalogue_get (self->catalogue, &gs_article_type, claim->article);
  const char *language = article != NULL ? article->language : NULL;
  g_autofree char *number = g_strdup_printf ("%u", ++self->n_notes);

  gs_html_raw (self, "<li");
  gs_html_attribute (self, "id", "n", number);
  gs_html_raw (self, "><a");
  gs_html_attribute (self, "href", "#c-", claim->uuid);
  gs_html_raw (self, ">");
  gs_html_text (self, number);
  gs_html_raw (self, "</a>. ");
  if (article != NULL)
    {
      gs_html_raw (self, "<a");
      gs_html_attribute (self, "href", "#a-", article->uuid);
      gs_html_raw (self, ">");
      gs_html_quoted (self, "cite", NULL, language, article->title != NULL ? article->title : "?");
      gs_html_raw (self, "</a>");
    }
  if (claim->spans->len == 0)
    {
      gs_html_raw (self, " ");
      gs_html_text (self, _ ("No place in the text is given."));
    }
  for (guint i = 0; i < claim->spans->len; i++)
    put_span (self, claim->spans->pdata[i], language);
  gs_html_raw (self, "</li>\n");

  return TRUE;
}

/* The claims once more, in the order in which their notes were numbered. */
gboolean
gs_html_put_notes (GsHtml *self, GError **error)
{
  GPtrArray *questions = gs_report_catalogue_list (self->catalogue, &gs_question_type);

  if (self->n_notes == 0)
    return TRUE;

  self->n_notes = 0;
  gs_html_raw (self, "<section><h2 id=\"notes\">");
  gs_html_text (self, _ ("Notes: where each claim stands"));
  gs_html_raw (self, "</h2>\n<ol class=\"notes\">\n");
  for (guint i = 0; i < questions->len; i++)
    {
      const GsQuestionRecord *question = questions->pdata[i];

      if (!gs_html_each_claim (self, question->uuid, put_note, NULL, error))
        return FALSE;
    }
  if (self->counts.unanswering > 0 && !gs_html_each_claim (self, NULL, put_note, NULL, error))
    return FALSE;
  gs_html_raw (self, "</ol></section>\n");

  return TRUE;
}
