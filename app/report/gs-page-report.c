/* gs-page-report.c: the workspace as a report to read and to print.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A first walk counts and notes what claims refer to; claims, which may be
 * many, are read again where they are told. It speaks the language that
 * gs-i18n.h says.
 */

#include "config.h"

#include "gs-page-private.h"

#include <string.h>

#include "gs-gettext.h"
#include "gs-labels.h"

/* First walk --------------------------------------------------------------------- */

typedef struct
{
  GsReportSink parent;
  GsPage *page;
} Counter;

static gboolean
counter_begin (GsReportSink *sink, const GsReportHeader *header, GError **error)
{
  GsPage *self = ((Counter *) sink)->page;

  self->counts.title = g_strdup (header->title);

  return TRUE;
}

static void
count_claim (GsPage *self, const GsClaimRecord *claim)
{
  GsPageAnswers *answers = NULL;

  if (claim->question != NULL && (answers = g_hash_table_lookup (self->answers, claim->question)) == NULL)
    {
      answers = g_new0 (GsPageAnswers, 1);
      g_hash_table_insert (self->answers, g_strdup (claim->question), answers);
    }

  if (claim->stance == GS_STANCE_DENIES)
    self->counts.denying++;
  else
    self->counts.asserting++;
  if (answers == NULL)
    self->counts.unanswering++;
  else if (claim->stance == GS_STANCE_DENIES)
    answers->denying++;
  else
    answers->asserting++;

  if (self->claims != NULL)
    g_hash_table_add (self->claims, g_strdup (claim->uuid));
}

static void
count_link (GsPage *self, const GsLinkRecord *link)
{
  self->counts.links++;
  if (link->verdict >= 0 && (gsize) link->verdict < G_N_ELEMENTS (self->counts.verdicts))
    self->counts.verdicts[link->verdict]++;
}

static gboolean
counter_record (GsReportSink *sink, const GsRecordType *type, gpointer record, GError **error)
{
  GsPage *self = ((Counter *) sink)->page;
  const GsHeadRecord *head = record;

  gs_report_catalogue_add (self->catalogue, type, record);
  if (type == &gs_claim_type)
    count_claim (self, record);
  else if (type == &gs_link_type)
    count_link (self, record);

  if (type != &gs_annotator_type && g_strcmp0 (head->modified, self->counts.modified) > 0)
    {
      g_free (self->counts.modified);
      self->counts.modified = g_strdup (head->modified);
    }

  return TRUE;
}

static gboolean
counter_end (GsReportSink *sink, GError **error)
{
  return TRUE;
}

/* Begin and summary -------------------------------------------------------------- */

static void
begin (GsPage *self)
{
  const struct
  {
    const char *anchor;
    const char *title;
    gboolean there;
  } parts[] = {
    { "summary", _ ("Summary"), TRUE },
    { "questions", _ ("Questions and claims"), TRUE },
    { "conflicts", _ ("Contradictions"), TRUE },
    { "links", _ ("Links between claims"), self->counts.links > 0 },
    { "sources", _ ("Sources"), gs_report_catalogue_list (self->catalogue, &gs_source_type)->len > 0 },
    { "articles", _ ("Articles"), gs_report_catalogue_list (self->catalogue, &gs_article_type)->len > 0 },
    { "notes", _ ("Notes: where each claim stands"), self->counts.asserting + self->counts.denying > 0 },
    { "method", _ ("How this report was made"), TRUE },
  };
  const char *anchors[G_N_ELEMENTS (parts)], *titles[G_N_ELEMENTS (parts)];
  gboolean named = self->counts.title != NULL && *self->counts.title != '\0';
  g_autofree char *day =
    self->counts.modified != NULL ? g_strndup (self->counts.modified, strcspn (self->counts.modified, "T")) : NULL;
  g_autofree char *shown = day != NULL ? gs_label_dates (day, day) : NULL;
  g_autofree char *state =
    shown != NULL ? g_strdup_printf (_ ("As it was after the last change, of %s."), shown) : NULL;
  GsPageHead head = {
    .title = named ? self->counts.title : _ ("Report"),
    /* Translators: the code of the language you translate into, as in <html lang="en">. */
    .language = C_ ("language code", "en"),
    .state = state,
    .modified = self->counts.modified,
    .paper = self->options != NULL ? self->options->paper : GS_PAPER_A4,
    .anchors = anchors,
    .parts = titles,
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (!parts[i].there)
        continue;
      anchors[head.n_parts] = parts[i].anchor;
      titles[head.n_parts++] = parts[i].title;
    }
  self->sink->begin (self->sink, &head);
}

static void
put_count (GsPage *self, const char *name, guint64 count)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, count);
  GsPhrase *cells[] = { gs_phrase_of (GS_RUN_PLAIN, name), gs_phrase_of (GS_RUN_PLAIN, text) };

  gs_page_row (self, cells, G_N_ELEMENTS (cells));
}

gboolean
gs_page_put_summary (GsPage *self, GError **error)
{
  static const guint widths[] = { 5, GS_COLUMN_NUMBER };
  const GsPageCounts *counts = &self->counts;
  g_autoptr (GsFigure) chart = gs_page_chart_answers (self);

  gs_page_open (self, GS_GROUP_SECTION, NULL, NULL);
  gs_page_heading (self, 2, "summary", gs_phrase_of (GS_RUN_PLAIN, _ ("Summary")));
  gs_page_table (self, _ ("What this report holds"), G_N_ELEMENTS (widths), NULL, widths);
  put_count (self, _ ("Articles"), gs_report_catalogue_list (self->catalogue, &gs_article_type)->len);
  put_count (self, _ ("Sources"), gs_report_catalogue_list (self->catalogue, &gs_source_type)->len);
  put_count (self, _ ("Questions"), gs_report_catalogue_list (self->catalogue, &gs_question_type)->len);
  put_count (self, _ ("Claims"), counts->asserting + counts->denying);
  put_count (self, _ ("Claims that assert"), counts->asserting);
  put_count (self, _ ("Claims that deny"), counts->denying);
  put_count (self, _ ("Claims that answer no question"), counts->unanswering);
  put_count (self, _ ("Links, confirmed"), counts->verdicts[GS_VERDICT_CONFIRMED]);
  put_count (self, _ ("Links, dismissed"), counts->verdicts[GS_VERDICT_DISMISSED]);
  put_count (self, _ ("Links, undecided"), counts->verdicts[GS_VERDICT_UNDECIDED]);
  self->sink->table_end (self->sink);
  if (!gs_page_put_contested (self, error))
    return FALSE;
  if (chart != NULL)
    self->sink->figure (self->sink, chart);
  gs_page_close (self, GS_GROUP_SECTION);

  return TRUE;
}

void
gs_page_put_method (GsPage *self)
{
  const char *const paragraphs[] = {
    N_ (
      "An analyst read the articles and marked each claim at its words. A claim says who says what, through whom, "
      "and how surely; “denies” means that the answer is denied. That a claim is here does not mean that it is true."),
    N_ (
      "Claims on the same question, or about the same action of the same people, are compared by fixed rules: opposite "
      "stances; times, numbers, stages and values that exclude each other; who is said to have said it. The rank of a "
      "pair orders what to look at first; it is not a probability. The verdict is the analyst’s."),
    N_ ("The chain of a claim goes from who published it to who said it first. Reliability is of a source, "
        "credibility of a claim. What “cannot be judged” is neither good nor bad."),
    N_ ("Origins are counted where a chain ends: ten outlets that relay one official have one origin. Of two numbers "
        "the lower takes all origins that may be the same for one, the upper only those that certainly are."),
    N_ ("Notes give the place of each claim as characters (Unicode code points) of the article’s text, counted from "
        "0, and the words around it."),
  };

  gs_page_open (self, GS_GROUP_SECTION, NULL, NULL);
  gs_page_heading (self, 2, "method", gs_phrase_of (GS_RUN_PLAIN, _ ("How this report was made")));
  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    gs_page_paragraph (self, GS_BLOCK_TEXT, gs_phrase_of (GS_RUN_PLAIN, _ (paragraphs[i])));
  gs_page_close (self, GS_GROUP_SECTION);
}

static gboolean
tell (GsPage *self, GError **error)
{
  begin (self);
  if (!gs_page_put_summary (self, error) || !gs_page_put_questions (self, error) || !gs_page_put_conflicts (self, error)
      || !gs_page_put_links (self, error))
    return FALSE;
  gs_page_put_sources (self);
  gs_page_put_articles (self);
  if (!gs_page_put_notes (self, error))
    return FALSE;
  gs_page_put_method (self);

  return gs_page_pass (self, error) && self->sink->end (self->sink, error);
}

static void
page_clear (GsPage *self)
{
  gs_report_catalogue_free (self->catalogue);
  gs_parties_free (self->parties);
  g_clear_pointer (&self->claims, g_hash_table_unref);
  g_hash_table_unref (self->answers);
  g_free (self->counts.title);
  g_free (self->counts.modified);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GsPage, page_clear)

/**
 * gs_page_write:
 * @workspace: a workspace, within gs_workspace_read()
 * @options: (nullable): which part of it, and how it looks
 * @sink: what takes the blocks
 * @cancellable: (nullable): looked at with every claim
 *
 * Blocks. Of a part of the workspace, the UUIDs of its claims are held.
 *
 * Returns: whether the whole report was told
 */
gboolean
gs_page_write (GsWorkspace *workspace,
               const GsReportOptions *options,
               GsPageSink *sink,
               GCancellable *cancellable,
               GError **error)
{
  g_auto (GsPage) self = { .workspace = workspace, .options = options, .cancellable = cancellable, .sink = sink };
  Counter counter = { { counter_begin, counter_record, counter_end, NULL }, &self };

  self.catalogue = gs_report_catalogue_new ();
  self.parties = gs_parties_new (workspace);
  self.answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!gs_report_options_are_whole (options))
    self.claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return gs_report_feed_within (workspace, options, &counter.parent, cancellable, error) && tell (&self, error)
         && gs_parties_check (self.parties, error);
}
