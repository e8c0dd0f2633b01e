/* gs-html-report.c: the workspace as a page to read and to print.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One file that asks for nothing from outside and runs nothing. A first walk
 * counts and notes what claims refer to; claims, which may be many, are read
 * again where they are written. It speaks the language of the analyst.
 */

#include "config.h"

#include "gs-html-private.h"

#include <string.h>

#include "gs-gettext.h"

/* First walk --------------------------------------------------------------------- */

typedef struct
{
  GsReportSink parent;
  GsHtml *html;
} Counter;

static gboolean
counter_begin (GsReportSink *sink, const GsReportHeader *header, GError **error)
{
  GsHtml *self = ((Counter *) sink)->html;

  self->counts.title = g_strdup (header->title);

  return TRUE;
}

static void
count_claim (GsHtml *self, const GsClaimRecord *claim)
{
  if (claim->stance == GS_STANCE_DENIES)
    self->counts.denying++;
  else
    self->counts.asserting++;
  if (claim->question == NULL)
    self->counts.unanswering++;
  if (self->claims != NULL)
    g_hash_table_add (self->claims, g_strdup (claim->uuid));
}

static void
count_link (GsHtml *self, const GsLinkRecord *link)
{
  self->counts.links++;
  if (link->verdict >= 0 && (gsize) link->verdict < G_N_ELEMENTS (self->counts.verdicts))
    self->counts.verdicts[link->verdict]++;
}

static gboolean
counter_record (GsReportSink *sink, const GsRecordType *type, gpointer record, GError **error)
{
  GsHtml *self = ((Counter *) sink)->html;
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

/* Page --------------------------------------------------------------------------- */

static const char *
get_title (GsHtml *self)
{
  return self->counts.title != NULL && *self->counts.title != '\0' ? self->counts.title : _ ("Report");
}

static void
put_contents (GsHtml *self)
{
  const struct
  {
    const char *anchor;
    const char *title;
    gboolean there;
  } parts[] = {
    { "#summary", _ ("Summary"), TRUE },
    { "#questions", _ ("Questions and claims"), TRUE },
    { "#conflicts", _ ("Contradictions"), TRUE },
    { "#links", _ ("Links between claims"), self->counts.links > 0 },
    { "#sources", _ ("Sources"), gs_report_catalogue_list (self->catalogue, &gs_source_type)->len > 0 },
    { "#articles", _ ("Articles"), gs_report_catalogue_list (self->catalogue, &gs_article_type)->len > 0 },
    { "#notes", _ ("Notes: where each claim stands"), self->counts.asserting + self->counts.denying > 0 },
    { "#method", _ ("How this report was made"), TRUE },
  };

  gs_html_raw (self, "<nav");
  gs_html_attribute (self, "aria-label", "", _ ("Contents"));
  gs_html_raw (self, "><ol>\n");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (!parts[i].there)
        continue;
      gs_html_raw (self, "<li><a");
      gs_html_attribute (self, "href", "", parts[i].anchor);
      gs_html_raw (self, ">");
      gs_html_text (self, parts[i].title);
      gs_html_raw (self, "</a></li>\n");
    }
  gs_html_raw (self, "</ol></nav>\n");
}

void
gs_html_put_head (GsHtml *self)
{
  gs_html_raw (self, "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"");
  /* Translators: the code of the language you translate into, as in <html lang="en">. */
  gs_html_attribute (self, "lang", "", C_ ("language code", "en"));
  gs_html_raw (self, ">\n<head>\n<meta charset=\"utf-8\"/>\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                     "'unsafe-inline'; base-uri 'none'; form-action 'none'\"/>\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                     "<meta name=\"referrer\" content=\"no-referrer\"/>\n");
  gs_html_element (self, "title", NULL, get_title (self));
  gs_html_raw (self, "<style>\n");
  gs_html_raw (self, gs_html_style);
  gs_html_raw (self, "</style>\n</head>\n<body>\n<header>");
  gs_html_quoted (self, "h1", NULL, NULL, get_title (self));
  if (self->counts.modified != NULL)
    {
      g_autofree char *day = g_strndup (self->counts.modified, strcspn (self->counts.modified, "T"));
      g_autofree char *state = g_strdup_printf (_ ("As it was after the last change, of %s."), day);

      gs_html_element (self, "p", "dim", state);
    }
  put_contents (self);
  gs_html_raw (self, "</header>\n<main>\n");
}

static void
put_count (GsHtml *self, const char *name, guint64 count)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, count);

  gs_html_raw (self, "<tr><th scope=\"row\">");
  gs_html_text (self, name);
  gs_html_raw (self, "</th>");
  gs_html_element (self, "td", "number", text);
  gs_html_raw (self, "</tr>\n");
}

void
gs_html_put_summary (GsHtml *self)
{
  const GsHtmlCounts *counts = &self->counts;

  gs_html_raw (self, "<section><h2 id=\"summary\">");
  gs_html_text (self, _ ("Summary"));
  gs_html_raw (self, "</h2>\n<table class=\"counts\">");
  gs_html_element (self, "caption", NULL, _ ("What this report holds"));
  gs_html_raw (self, "<tbody>\n");
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
  gs_html_raw (self, "</tbody></table></section>\n");
}

void
gs_html_put_method (GsHtml *self)
{
  const char *const paragraphs[] = {
    N_ (
      "An analyst read the articles and marked each claim at its words. A claim says who says what, through whom, and "
      "how surely; “denies” means that the answer is denied. That a claim is here does not mean that it is true."),
    N_ (
      "Claims that answer the same question are compared by fixed rules: opposite stances, or different answers where "
      "only one can be true. The rank of a pair orders what to look at first; it is not a probability. The verdict is "
      "the analyst’s."),
    N_ ("The chain of a claim goes from who published it to who said it first. Reliability is of a source, credibility "
        "of "
        "a claim. What “cannot be judged” is neither good nor bad."),
    N_ ("Notes give the place of each claim as characters (Unicode code points) of the article’s text, counted from 0, "
        "and "
        "the words around it."),
  };

  gs_html_raw (self, "<section><h2 id=\"method\">");
  gs_html_text (self, _ ("How this report was made"));
  gs_html_raw (self, "</h2>\n");
  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    gs_html_element (self, "p", NULL, _ (paragraphs[i]));
  gs_html_raw (self, "</section>\n");
}

static gboolean
write_page (GsHtml *self, GError **error)
{
  gs_html_put_head (self);
  gs_html_put_summary (self);
  if (!gs_html_put_questions (self, error) || !gs_html_put_conflicts (self, error) || !gs_html_put_links (self, error))
    return FALSE;
  gs_html_put_sources (self);
  gs_html_put_articles (self);
  if (!gs_html_put_notes (self, error))
    return FALSE;
  gs_html_put_method (self);
  gs_html_raw (self, "</main>\n</body>\n</html>\n");

  return gs_report_buffer_flush (&self->buffer, error);
}

static void
html_clear (GsHtml *self)
{
  gs_report_buffer_clear (&self->buffer);
  gs_report_catalogue_free (self->catalogue);
  gs_parties_free (self->parties);
  g_clear_pointer (&self->claims, g_hash_table_unref);
  g_free (self->counts.title);
  g_free (self->counts.modified);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GsHtml, html_clear)

/**
 * gs_html_write:
 * @workspace: a workspace, within gs_workspace_read()
 * @options: (nullable): which part of it
 * @out: where to write; not closed
 * @cancellable: (nullable): looked at with every claim
 *
 * Blocks. For a part of the workspace, the UUIDs of its claims are held.
 *
 * Returns: whether the whole page was written
 */
gboolean
gs_html_write (GsWorkspace *workspace,
               const GsReportOptions *options,
               GOutputStream *out,
               GCancellable *cancellable,
               GError **error)
{
  g_auto (GsHtml) self = { .workspace = workspace, .options = options, .cancellable = cancellable };
  Counter counter = { { counter_begin, counter_record, counter_end, NULL }, &self };

  gs_report_buffer_init (&self.buffer, out);
  self.catalogue = gs_report_catalogue_new ();
  self.parties = gs_parties_new (workspace);
  if (!gs_report_options_are_whole (options))
    self.claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return gs_report_feed_within (workspace, options, &counter.parent, cancellable, error) && write_page (&self, error);
}
