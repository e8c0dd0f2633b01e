/* gs-odt-write.c: a report to read as a text document, to go on writing in.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * OpenDocument 1.3: a ZIP archive of XML. All that looks is a named style, so
 * that a house may lay its own over it; drawings stand in it as SVG.
 */

#include "config.h"

#include "gs-odt-styles.h"

#include <string.h>

#include "gs-gettext.h"
#include "gs-markup-text.h"
#include "gs-page.h"
#include "gs-report-checks.h"
#include "gs-report-private.h"
#include "gs-zip-writer.h"

#define PIECE (64 * 1024)
#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

typedef struct
{
  GsPageSink parent;
  GsZipWriter *zip;
  GString *xml;
  GError *error;    /* waiting to be told */
  char *anchor;     /* of what comes next */
  const char *item; /* style of the paragraphs of the open group; NULL: their own */
  GsPageTable table;
  guint n_figures, n_tables;
  char *title, *language, *modified;
  int paper;
} GsOdtSink;

static void
raw (GsOdtSink *self, const char *markup)
{
  g_string_append (self->xml, markup);
}

/* Line ends, tabs and runs of spaces are elements. */
static void
put_text (GsOdtSink *self, const char *text)
{
  const char *plain = text;
  const char *p = text;

  for (; *p != '\0'; p++)
    {
      gboolean second = *p == ' ' && p > text && p[-1] == ' ';
      g_autofree char *before = NULL;

      if (*p != '\n' && *p != '\t' && !second)
        continue;
      before = g_strndup (plain, (gsize) (p - plain));
      gs_markup_append_text (self->xml, before);
      raw (self, *p == '\n' ? "<text:line-break/>" : *p == '\t' ? "<text:tab/>" : "<text:s/>");
      plain = p + 1;
    }
  gs_markup_append_text (self->xml, plain);
}

static const char *const run_styles[] = {
  [GS_RUN_PLAIN] = NULL,
  [GS_RUN_STRONG] = "Strong",
  [GS_RUN_DIM] = "Dim",
  [GS_RUN_ASSERTS] = "Asserts",
  [GS_RUN_DENIES] = "Denies",
  [GS_RUN_MARK] = "Mark",
  [GS_RUN_TITLE] = "Title_20_of_20_work",
  [GS_RUN_NOTE] = "Note_20_mark",
};

static void
put_run (GsOdtSink *self, const GsRun *run)
{
  const char *style = run_styles[run->style];

  if (run->target != NULL)
    {
      raw (self, "<text:a xlink:type=\"simple\" text:style-name=\"Internet_20_link\" xlink:href=\"");
      gs_markup_append_text (self->xml, run->target);
      raw (self, "\">");
    }
  if (style != NULL)
    g_string_append_printf (self->xml, "<text:span text:style-name=\"%s\">", style);
  /* Words of another direction are kept apart from those around them. */
  if (run->foreign)
    raw (self, "\xe2\x81\xa8");
  put_text (self, run->text);
  if (run->foreign)
    raw (self, "\xe2\x81\xa9");
  if (style != NULL)
    raw (self, "</text:span>");
  if (run->target != NULL)
    raw (self, "</text:a>");
}

static void
put_anchor (GsOdtSink *self)
{
  if (self->anchor == NULL)
    return;

  raw (self, "<text:bookmark text:name=\"");
  gs_markup_append_text (self->xml, self->anchor);
  raw (self, "\"/>");
  g_clear_pointer (&self->anchor, g_free);
}

static void
put_phrase (GsOdtSink *self, const GsPhrase *phrase)
{
  put_anchor (self);
  for (guint i = 0; i < phrase->runs->len; i++)
    put_run (self, &g_array_index (phrase->runs, GsRun, i));
}

static void
put_paragraph (GsOdtSink *self, const char *style, const GsPhrase *phrase)
{
  g_string_append_printf (self->xml, "<text:p text:style-name=\"%s\">", style);
  put_phrase (self, phrase);
  raw (self, "</text:p>\n");
}

static void
put_words (GsOdtSink *self, const char *style, const char *words)
{
  g_autoptr (GsPhrase) phrase = gs_phrase_of (GS_RUN_PLAIN, words);

  put_paragraph (self, style, phrase);
}

/* Blocks ------------------------------------------------------------------------- */

static const char *const blocks[] = {
  [GS_BLOCK_TEXT] = "Text_20_body", [GS_BLOCK_DIM] = "Remark",      [GS_BLOCK_QUOTE] = "Quotations",
  [GS_BLOCK_CHAIN] = "Chain",       [GS_BLOCK_VERDICT] = "Verdict", [GS_BLOCK_PLACE] = "Place",
};

static void
gs_odt_sink_heading (GsPageSink *sink, guint level, const char *anchor, const GsPhrase *phrase)
{
  GsOdtSink *self = (GsOdtSink *) sink;

  /* The title stands above all headings. */
  if (anchor != NULL)
    {
      g_free (self->anchor);
      self->anchor = g_strdup (anchor);
    }
  g_string_append_printf (self->xml, "<text:h text:style-name=\"Heading_20_%u\" text:outline-level=\"%u\">", level - 1,
                          level - 1);
  put_phrase (self, phrase);
  raw (self, "</text:h>\n");
}

static void
gs_odt_sink_paragraph (GsPageSink *sink, GsBlock block, const GsPhrase *phrase)
{
  GsOdtSink *self = (GsOdtSink *) sink;

  put_paragraph (self, block == GS_BLOCK_TEXT && self->item != NULL ? self->item : blocks[block], phrase);
}

static void
gs_odt_sink_fields (GsPageSink *sink, const GsPageField *fields, guint n_fields, gboolean is_long)
{
  GsOdtSink *self = (GsOdtSink *) sink;

  raw (self, "<text:p text:style-name=\"Facts\">");
  put_anchor (self);
  for (guint i = 0; i < n_fields; i++)
    {
      raw (self, i == 0 ? "" : is_long ? "<text:line-break/>" : "<text:s text:c=\"3\"/>");
      raw (self, "<text:span text:style-name=\"Dim\">");
      put_text (self, fields[i].name);
      raw (self, ": </text:span>");
      put_phrase (self, fields[i].value);
    }
  raw (self, "</text:p>\n");
}

static void
gs_odt_sink_open (GsPageSink *sink, GsGroup group, const char *anchor)
{
  GsOdtSink *self = (GsOdtSink *) sink;

  if (anchor != NULL)
    {
      g_free (self->anchor);
      self->anchor = g_strdup (anchor);
    }
  if (group == GS_GROUP_ASSERTED)
    self->item = "Asserted";
  else if (group == GS_GROUP_DENIED)
    self->item = "Denied";
  else if (group == GS_GROUP_ITEM)
    self->item = "Item";
}

static void
gs_odt_sink_close (GsPageSink *sink, GsGroup group)
{
  ((GsOdtSink *) sink)->item = NULL;
}

/* Styles of columns are named by their widths, GS_COLUMN_NUMBER too. */
static void
open_table (GsOdtSink *self, const char *style, guint n_columns, const guint *widths)
{
  g_string_append_printf (self->xml, "<table:table table:name=\"T%u\" table:style-name=\"%s\">", ++self->n_tables,
                          style);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (self->xml, "<table:table-column table:style-name=\"W%u\"/>",
                            widths != NULL ? widths[i] : 5);
}

static void
put_side (GsOdtSink *self, const GArray *side)
{
  raw (self, "<table:table-cell table:style-name=\"Side\" office:value-type=\"string\">");
  for (guint i = 0; i < side->len; i++)
    {
      const GsParagraph *paragraph = &g_array_index (side, GsParagraph, i);

      put_paragraph (self, blocks[paragraph->block], paragraph->phrase);
    }
  if (side->len == 0)
    raw (self, "<text:p/>");
  raw (self, "</table:table-cell>");
}

static void
gs_odt_sink_sides (GsPageSink *sink, const GArray *a, const GArray *b)
{
  GsOdtSink *self = (GsOdtSink *) sink;

  open_table (self, "Table", 2, NULL);
  raw (self, "<table:table-row table:style-name=\"Row\">");
  put_side (self, a);
  put_side (self, b);
  raw (self, "</table:table-row></table:table>\n");
}

static void
put_cell (GsOdtSink *self, guint column, const char *style, const GsPhrase *phrase)
{
  gboolean number = self->table.widths[column] == GS_COLUMN_NUMBER;

  raw (self, "<table:table-cell table:style-name=\"Cell\" office:value-type=\"string\">");
  put_paragraph (self, number ? "Number" : style, phrase);
  raw (self, "</table:table-cell>");
}

static void
gs_odt_sink_table (GsPageSink *sink, const GsPageTable *table)
{
  GsOdtSink *self = (GsOdtSink *) sink;

  self->table = *table;
  put_words (self, "Caption", table->caption);
  open_table (self, "Table", table->n_columns, table->widths);
  if (table->heads == NULL)
    return;

  raw (self, "<table:table-header-rows><table:table-row table:style-name=\"Row\">");
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autoptr (GsPhrase) head = gs_phrase_of (GS_RUN_STRONG, table->heads[i]);

      put_cell (self, i, "Table_20_contents", head);
    }
  raw (self, "</table:table-row></table:table-header-rows>\n");
}

static void
gs_odt_sink_row (GsPageSink *sink, GsPhrase *const *cells)
{
  GsOdtSink *self = (GsOdtSink *) sink;

  raw (self, "<table:table-row table:style-name=\"Row\">");
  for (guint i = 0; i < self->table.n_columns; i++)
    put_cell (self, i, "Table_20_contents", cells[i]);
  raw (self, "</table:table-row>\n");
}

static void
gs_odt_sink_table_end (GsPageSink *sink)
{
  raw ((GsOdtSink *) sink, "</table:table>\n");
}

static void
gs_odt_sink_figure (GsPageSink *sink, const GsFigure *figure)
{
  GsOdtSink *self = (GsOdtSink *) sink;
  g_autoptr (GString) svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_autofree char *data = NULL;

  gs_figure_to_svg (figure, gs_figure_colours, "f", svg);
  data = g_base64_encode ((const guchar *) svg->str, svg->len);
  g_string_append_printf (self->xml,
                          "<text:p text:style-name=\"Figure\"><draw:frame draw:name=\"F%u\" "
                          "text:anchor-type=\"as-char\" svg:width=\"%dpt\" svg:height=\"%dpt\"><draw:image "
                          "draw:mime-type=\"image/svg+xml\"><office:binary-data>%s</office:binary-data></draw:image>",
                          ++self->n_figures, (int) GS_FIGURE_WIDTH, (int) figure->height + 2, data);
  raw (self, "<svg:title>");
  gs_markup_append_text (self->xml, figure->title);
  raw (self, "</svg:title><svg:desc>");
  gs_markup_append_text (self->xml, figure->description != NULL ? figure->description : "");
  raw (self, "</svg:desc></draw:frame></text:p>\n");
}

/* Document ----------------------------------------------------------------------- */

static void
gs_odt_sink_begin (GsPageSink *sink, const GsPageHead *head)
{
  GsOdtSink *self = (GsOdtSink *) sink;

  self->title = g_strdup (head->title);
  self->language = g_strdup (head->language);
  self->modified = g_strdup (head->modified);
  self->paper = head->paper;

  if (!gs_zip_writer_store (self->zip, "mimetype", MEDIA_TYPE, strlen (MEDIA_TYPE), &self->error)
      || !gs_zip_writer_begin (self->zip, "content.xml", &self->error))
    return;

  raw (self, gs_odt_content_head);
  put_words (self, "Title", head->title);
  if (head->state != NULL)
    put_words (self, "Remark", head->state);
  for (guint i = 0; i < head->n_parts; i++)
    {
      g_autoptr (GsPhrase) phrase = gs_phrase_of (GS_RUN_PLAIN, head->parts[i]);

      gs_phrase_link (phrase, "#", head->anchors[i], NULL);
      put_paragraph (self, "Item", phrase);
    }
}

static gboolean
flush (GsOdtSink *self, GError **error)
{
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (!gs_zip_writer_write (self->zip, self->xml->str, self->xml->len, error))
    return FALSE;
  g_string_truncate (self->xml, 0);

  return TRUE;
}

static gboolean
gs_odt_sink_pass (GsPageSink *sink, GError **error)
{
  GsOdtSink *self = (GsOdtSink *) sink;

  return (self->error == NULL && self->xml->len < PIECE) || flush (self, error);
}

static gboolean
write_part (GsOdtSink *self, const char *name, const char *text, GError **error)
{
  return gs_zip_writer_begin (self->zip, name, error) && gs_zip_writer_write (self->zip, text, strlen (text), error);
}

static gboolean
write_styles (GsOdtSink *self, GError **error)
{
  gboolean letter = self->paper == GS_PAPER_LETTER;
  g_autofree char *styles =
    g_strdup_printf (gs_odt_styles, self->language, letter ? "8.5in" : "210mm", letter ? "11in" : "297mm");

  return write_part (self, "styles.xml", styles, error);
}

static gboolean
write_meta (GsOdtSink *self, GError **error)
{
  g_autoptr (GString) meta = g_string_new (gs_odt_meta_head);

  gs_markup_append_text (meta, self->title);
  g_string_append_printf (meta, "</dc:title><dc:language>%s</dc:language>", self->language);
  if (self->modified != NULL && gs_is_instant (self->modified))
    g_string_append_printf (meta, "<dc:date>%s</dc:date>", self->modified);
  g_string_append (meta, "</office:meta></office:document-meta>\n");

  return write_part (self, "meta.xml", meta->str, error);
}

static gboolean
gs_odt_sink_end (GsPageSink *sink, GError **error)
{
  GsOdtSink *self = (GsOdtSink *) sink;

  raw (self, "</office:text></office:body></office:document-content>\n");

  return flush (self, error) && write_styles (self, error) && write_meta (self, error)
         && write_part (self, "META-INF/manifest.xml", gs_odt_manifest, error)
         && gs_zip_writer_finish (self->zip, error);
}

static const GsPageSink gs_odt_sink = {
  .begin = gs_odt_sink_begin,
  .heading = gs_odt_sink_heading,
  .paragraph = gs_odt_sink_paragraph,
  .fields = gs_odt_sink_fields,
  .open = gs_odt_sink_open,
  .close = gs_odt_sink_close,
  .sides = gs_odt_sink_sides,
  .table = gs_odt_sink_table,
  .row = gs_odt_sink_row,
  .table_end = gs_odt_sink_table_end,
  .figure = gs_odt_sink_figure,
  .pass = gs_odt_sink_pass,
  .end = gs_odt_sink_end,
};

/**
 * gs_odt_write:
 * @workspace: a workspace, within gs_workspace_read()
 * @options: (nullable): which part of it, and on which paper
 * @out: where to write; not closed
 * @cancellable: (nullable): looked at with every claim
 *
 * Blocks.
 *
 * Returns: whether the whole document was written
 */
gboolean
gs_odt_write (GsWorkspace *workspace,
              const GsReportOptions *options,
              GOutputStream *out,
              GCancellable *cancellable,
              GError **error)
{
  GsOdtSink self = { .parent = gs_odt_sink, .zip = gs_zip_writer_new (out), .xml = g_string_sized_new (PIECE) };
  gboolean done = gs_page_write (workspace, options, &self.parent, cancellable, error);

  gs_zip_writer_free (self.zip);
  g_string_free (self.xml, TRUE);
  g_clear_error (&self.error);
  g_free (self.anchor);
  g_free (self.title);
  g_free (self.language);
  g_free (self.modified);

  return done;
}
