/* gs-html-sink.c: a report to read as a web page.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One file that asks for nothing from outside and runs nothing, and that is
 * well-formed XML too. Only raw() writes markup, and only literals of this
 * program go through it.
 */

#include "config.h"

#include "gs-gettext.h"
#include "gs-html-style.h"
#include "gs-markup-text.h"
#include "gs-page.h"
#include "gs-report-buffer.h"
#include "gs-report-checks.h"
#include "gs-report-private.h"

typedef struct
{
  GsPageSink parent;
  GsReportBuffer buffer;
  GsPageTable table; /* the open one */
  guint n_figures;
} GsHtmlSink;

static void
raw (GsHtmlSink *self, const char *markup)
{
  g_string_append (self->buffer.text, markup);
}

static void
put_text (GsHtmlSink *self, const char *text)
{
  gs_markup_append_text (self->buffer.text, text != NULL ? text : "");
}

/* name="text", nothing for NULL; a tag is open. */
static void
put_attribute (GsHtmlSink *self, const char *name, const char *text)
{
  if (text == NULL)
    return;

  raw (self, " ");
  raw (self, name);
  raw (self, "=\"");
  put_text (self, text);
  raw (self, "\"");
}

/* Phrases ------------------------------------------------------------------------ */

static const struct
{
  const char *tag; /* (nullable): none, unless the words are foreign or lead somewhere */
  const char *class;
} run_styles[] = {
  [GS_RUN_PLAIN] = { NULL, NULL },
  [GS_RUN_STRONG] = { "bdi", "summary" },
  [GS_RUN_DIM] = { "small", NULL },
  [GS_RUN_ASSERTS] = { "span", "stance asserts" },
  [GS_RUN_DENIES] = { "span", "stance denies" },
  [GS_RUN_MARK] = { "mark", NULL },
  [GS_RUN_TITLE] = { "cite", NULL },
  [GS_RUN_NOTE] = { "sup", NULL },
};

static void
put_words (GsHtmlSink *self, const GsRun *run)
{
  const char *tag = run_styles[run->style].tag;
  gboolean note = run->style == GS_RUN_NOTE;

  if (tag == NULL && run->foreign)
    tag = "bdi";
  /* The number of a note is raised around its link. */
  if (tag == NULL || note)
    {
      put_text (self, run->text);
      return;
    }

  raw (self, "<");
  raw (self, tag);
  put_attribute (self, "class", run_styles[run->style].class);
  if (run->foreign)
    put_attribute (self, "dir", "auto");
  put_attribute (self, "lang", gs_is_language (run->language) ? run->language : NULL);
  raw (self, ">");
  put_text (self, run->text);
  raw (self, "</");
  raw (self, tag);
  raw (self, ">");
}

static void
put_run (GsHtmlSink *self, const GsRun *run)
{
  gboolean note = run->style == GS_RUN_NOTE;

  if (note)
    raw (self, "<sup>");
  if (run->target != NULL)
    {
      raw (self, "<a");
      if (*run->target != '#')
        put_attribute (self, "rel", "noopener noreferrer nofollow");
      put_attribute (self, "href", run->target);
      put_attribute (self, "aria-label", run->label);
      raw (self, ">");
    }
  put_words (self, run);
  if (run->target != NULL)
    raw (self, "</a>");
  if (note)
    raw (self, "</sup>");
}

static void
put_phrase (GsHtmlSink *self, const GsPhrase *phrase)
{
  for (guint i = 0; i < phrase->runs->len; i++)
    put_run (self, &g_array_index (phrase->runs, GsRun, i));
}

/* A block that is all somebody else's words has their direction. */
static void
put_direction (GsHtmlSink *self, const GsPhrase *phrase)
{
  if (phrase->runs->len == 1 && g_array_index (phrase->runs, GsRun, 0).foreign)
    put_attribute (self, "dir", "auto");
}

static void
put_element (GsHtmlSink *self, const char *tag, const char *text)
{
  raw (self, "<");
  raw (self, tag);
  raw (self, ">");
  put_text (self, text);
  raw (self, "</");
  raw (self, tag);
  raw (self, ">\n");
}

/* Page --------------------------------------------------------------------------- */

static void
put_contents (GsHtmlSink *self, const GsPageHead *head)
{
  raw (self, "<nav");
  put_attribute (self, "aria-label", _ ("Contents"));
  raw (self, "><ol>\n");
  for (guint i = 0; i < head->n_parts; i++)
    {
      raw (self, "<li><a href=\"#");
      raw (self, head->anchors[i]);
      raw (self, "\">");
      put_text (self, head->parts[i]);
      raw (self, "</a></li>\n");
    }
  raw (self, "</ol></nav>\n");
}

static void
gs_html_sink_begin (GsPageSink *sink, const GsPageHead *head)
{
  GsHtmlSink *self = (GsHtmlSink *) sink;

  raw (self, "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"");
  put_attribute (self, "lang", head->language);
  raw (self, ">\n<head>\n<meta charset=\"utf-8\"/>\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
             "'unsafe-inline'; base-uri 'none'; form-action 'none'\"/>\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
             "<meta name=\"referrer\" content=\"no-referrer\"/>\n");
  put_element (self, "title", head->title);
  raw (self, "<style>\n");
  raw (self, gs_html_style);
  raw (self, head->paper == GS_PAPER_LETTER ? gs_html_style_letter : gs_html_style_a4);
  raw (self, "</style>\n</head>\n<body>\n<header><h1 dir=\"auto\">");
  put_text (self, head->title);
  raw (self, "</h1>\n");
  if (head->state != NULL)
    {
      raw (self, "<p class=\"dim\">");
      put_text (self, head->state);
      raw (self, "</p>\n");
    }
  put_contents (self, head);
  raw (self, "</header>\n<main>\n");
}

static void
gs_html_sink_heading (GsPageSink *sink, guint level, const char *anchor, const GsPhrase *phrase)
{
  GsHtmlSink *self = (GsHtmlSink *) sink;
  char tag[] = { 'h', (char) ('0' + level), '\0' };

  raw (self, "<");
  raw (self, tag);
  put_attribute (self, "id", anchor);
  put_direction (self, phrase);
  raw (self, ">");
  put_phrase (self, phrase);
  raw (self, "</");
  raw (self, tag);
  raw (self, ">\n");
}

static const struct
{
  const char *tag;
  const char *class;
} blocks[] = {
  [GS_BLOCK_TEXT] = { "p", NULL },           [GS_BLOCK_DIM] = { "p", "dim" },
  [GS_BLOCK_QUOTE] = { "blockquote", NULL }, [GS_BLOCK_CHAIN] = { "p", "chain" },
  [GS_BLOCK_VERDICT] = { "p", "verdict" },   [GS_BLOCK_PLACE] = { "p", "place" },
};

static void
gs_html_sink_paragraph (GsPageSink *sink, GsBlock block, const GsPhrase *phrase)
{
  GsHtmlSink *self = (GsHtmlSink *) sink;

  raw (self, "<");
  raw (self, blocks[block].tag);
  put_attribute (self, "class", blocks[block].class);
  put_direction (self, phrase);
  raw (self, ">");
  put_phrase (self, phrase);
  raw (self, "</");
  raw (self, blocks[block].tag);
  raw (self, ">\n");
}

static void
gs_html_sink_fields (GsPageSink *sink, const GsPageField *fields, guint n_fields, gboolean is_long)
{
  GsHtmlSink *self = (GsHtmlSink *) sink;

  raw (self, is_long ? "<dl class=\"long\">\n" : "<dl>\n");
  for (guint i = 0; i < n_fields; i++)
    {
      raw (self, "<div>");
      put_element (self, "dt", fields[i].name);
      raw (self, "<dd");
      put_direction (self, fields[i].value);
      raw (self, ">");
      put_phrase (self, fields[i].value);
      raw (self, "</dd></div>\n");
    }
  raw (self, "</dl>\n");
}

static const struct
{
  const char *tag;
  const char *class;
} groups[] = {
  [GS_GROUP_SECTION] = { "section", NULL },
  [GS_GROUP_CLAIMS] = { "ol", "claims" },
  [GS_GROUP_ASSERTED] = { "li", "claim asserts" },
  [GS_GROUP_DENIED] = { "li", "claim denies" },
  [GS_GROUP_PAIR] = { "article", "pair" },
  [GS_GROUP_ARTICLES] = { "ol", "articles" },
  [GS_GROUP_NOTES] = { "ol", "notes" },
  [GS_GROUP_ITEM] = { "li", NULL },
};

static void
gs_html_sink_open (GsPageSink *sink, GsGroup group, const char *anchor)
{
  GsHtmlSink *self = (GsHtmlSink *) sink;

  raw (self, "<");
  raw (self, groups[group].tag);
  put_attribute (self, "class", groups[group].class);
  put_attribute (self, "id", anchor);
  raw (self, ">\n");
}

static void
gs_html_sink_close (GsPageSink *sink, GsGroup group)
{
  GsHtmlSink *self = (GsHtmlSink *) sink;

  raw (self, "</");
  raw (self, groups[group].tag);
  raw (self, ">\n");
}

static void
put_side (GsHtmlSink *self, const GArray *side)
{
  raw (self, "<div class=\"side\">\n");
  for (guint i = 0; i < side->len; i++)
    {
      const GsParagraph *paragraph = &g_array_index (side, GsParagraph, i);

      gs_html_sink_paragraph (&self->parent, paragraph->block, paragraph->phrase);
    }
  raw (self, "</div>\n");
}

static void
gs_html_sink_sides (GsPageSink *sink, const GArray *a, const GArray *b)
{
  GsHtmlSink *self = (GsHtmlSink *) sink;

  raw (self, "<div class=\"sides\">\n");
  put_side (self, a);
  put_side (self, b);
  raw (self, "</div>\n");
}

static void
gs_html_sink_table (GsPageSink *sink, const GsPageTable *table)
{
  GsHtmlSink *self = (GsHtmlSink *) sink;

  self->table = *table;
  raw (self, table->heads != NULL ? "<table>" : "<table class=\"counts\">");
  put_element (self, "caption", table->caption);
  if (table->heads != NULL)
    {
      raw (self, "<thead><tr>");
      for (guint i = 0; i < table->n_columns; i++)
        {
          raw (self,
               table->widths[i] == GS_COLUMN_NUMBER ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">");
          put_text (self, table->heads[i]);
          raw (self, "</th>");
        }
      raw (self, "</tr></thead>\n");
    }
  raw (self, "<tbody>\n");
}

static void
gs_html_sink_row (GsPageSink *sink, GsPhrase *const *cells)
{
  GsHtmlSink *self = (GsHtmlSink *) sink;

  raw (self, "<tr>");
  for (guint i = 0; i < self->table.n_columns; i++)
    {
      gboolean names = i == 0 && self->table.is_named;

      raw (self, names                                       ? "<th scope=\"row\">"
                 : self->table.widths[i] == GS_COLUMN_NUMBER ? "<td class=\"number\">"
                                                             : "<td>");
      put_phrase (self, cells[i]);
      raw (self, names ? "</th>" : "</td>");
    }
  raw (self, "</tr>\n");
}

static void
gs_html_sink_table_end (GsPageSink *sink)
{
  raw ((GsHtmlSink *) sink, "</tbody></table>\n");
}

static void
gs_html_sink_figure (GsPageSink *sink, const GsFigure *figure)
{
  GsHtmlSink *self = (GsHtmlSink *) sink;
  g_autofree char *id = g_strdup_printf ("f%u", ++self->n_figures);

  raw (self, "<figure>");
  gs_figure_to_svg (figure, NULL, id, self->buffer.text);
  raw (self, "</figure>\n");
}

static gboolean
gs_html_sink_pass (GsPageSink *sink, GError **error)
{
  return gs_report_buffer_pass (&((GsHtmlSink *) sink)->buffer, error);
}

static gboolean
gs_html_sink_end (GsPageSink *sink, GError **error)
{
  GsHtmlSink *self = (GsHtmlSink *) sink;

  raw (self, "</main>\n</body>\n</html>\n");

  return gs_report_buffer_flush (&self->buffer, error);
}

static const GsPageSink gs_html_sink = {
  .begin = gs_html_sink_begin,
  .heading = gs_html_sink_heading,
  .paragraph = gs_html_sink_paragraph,
  .fields = gs_html_sink_fields,
  .open = gs_html_sink_open,
  .close = gs_html_sink_close,
  .sides = gs_html_sink_sides,
  .table = gs_html_sink_table,
  .row = gs_html_sink_row,
  .table_end = gs_html_sink_table_end,
  .figure = gs_html_sink_figure,
  .pass = gs_html_sink_pass,
  .end = gs_html_sink_end,
};

/**
 * gs_html_write:
 * @workspace: a workspace, within gs_workspace_read()
 * @options: (nullable): which part of it, and on which paper
 * @out: where to write; not closed
 * @cancellable: (nullable): looked at with every claim
 *
 * Blocks.
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
  GsHtmlSink self = { .parent = gs_html_sink };
  gboolean done;

  gs_report_buffer_init (&self.buffer, out);
  done = gs_page_write (workspace, options, &self.parent, cancellable, error);
  gs_report_buffer_clear (&self.buffer);

  return done;
}
