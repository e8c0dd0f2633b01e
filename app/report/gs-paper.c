/* gs-paper.c: the blocks of a report, on pages.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-paper-private.h"

/* Blocks ------------------------------------------------------------------------- */

static void
gs_paper_sink_heading (GsPageSink *sink, guint level, const char *anchor, const GsPhrase *phrase)
{
  static const char *const tags[] = { "H1", "H2", "H3", "H4" };
  static const double before[] = { 0, 24, 16, 10 };
  GsPaperSink *self = (GsPaperSink *) sink;
  GsPaperBand *band = gs_paper_band_new (tags[level - 1], before[level - 1]);

  gs_paper_column_add (gs_paper_band_add (band, GS_PAPER_MARGIN_X, gs_paper_width (self)), self->context,
                       (GsFace) (GS_FACE_H1 + level - 1), phrase, 0, FALSE);
  band->after = 4;
  band->rule = level == 2;
  if (anchor != NULL)
    g_ptr_array_add (self->anchors, g_strdup (anchor));
  gs_paper_put_heading (self, band);

  if (anchor != NULL && level <= 3 && self->target->outline != NULL && phrase->runs->len > 0)
    self->target->outline (self->target_data, level, g_array_index (phrase->runs, GsRun, 0).text, anchor);
}

static const struct
{
  GsFace face;
  double before;
  double indent;
} blocks[] = {
  [GS_BLOCK_TEXT] = { GS_FACE_TEXT, 4, 0 },      [GS_BLOCK_DIM] = { GS_FACE_SMALL, 3, 0 },
  [GS_BLOCK_QUOTE] = { GS_FACE_QUOTE, 4, 0 },    [GS_BLOCK_CHAIN] = { GS_FACE_SMALL, 4, 0 },
  [GS_BLOCK_VERDICT] = { GS_FACE_STRONG, 6, 0 }, [GS_BLOCK_PLACE] = { GS_FACE_SMALL, 2, 14 },
};

static void
gs_paper_sink_paragraph (GsPageSink *sink, GsBlock block, const GsPhrase *phrase)
{
  GsPaperSink *self = (GsPaperSink *) sink;
  double indent = blocks[block].indent + (self->has_bar ? GS_PAPER_INDENT : 0);
  GsPaperBand *band = gs_paper_band_new ("P", blocks[block].before);

  gs_paper_column_add (gs_paper_band_add (band, GS_PAPER_MARGIN_X + indent, gs_paper_width (self) - indent),
                       self->context, blocks[block].face, phrase, 0, FALSE);
  /* A remark below a heading goes with it. */
  if (block == GS_BLOCK_DIM && self->headings->len > 0)
    gs_paper_put_heading (self, band);
  else
    gs_paper_put_band (self, band, 3);
}

static void
append_phrase (GsPhrase *to, const GsPhrase *from)
{
  for (guint i = 0; i < from->runs->len; i++)
    {
      const GsRun *run = &g_array_index (from->runs, GsRun, i);

      if (run->foreign)
        gs_phrase_quote (to, run->style, run->language, run->text);
      else
        gs_phrase_say (to, run->style, run->text);
      if (run->target != NULL)
        gs_phrase_link (to, "", run->target, NULL);
    }
}

/* Short ones follow each other in a paragraph. */
static void
gs_paper_sink_fields (GsPageSink *sink, const GsPageField *fields, guint n_fields, gboolean is_long)
{
  g_autoptr (GsPhrase) phrase = gs_phrase_new ();

  for (guint i = 0; i < n_fields; i++)
    {
      gs_phrase_say (phrase, GS_RUN_PLAIN, i == 0 ? NULL : is_long ? "\n" : "    ");
      gs_phrase_say (phrase, GS_RUN_DIM, fields[i].name);
      gs_phrase_say (phrase, GS_RUN_DIM, ": ");
      append_phrase (phrase, fields[i].value);
    }
  gs_paper_sink_paragraph (sink, GS_BLOCK_CHAIN, phrase);
}

static void
gs_paper_sink_open (GsPageSink *sink, GsGroup group, const char *anchor)
{
  GsPaperSink *self = (GsPaperSink *) sink;

  if (anchor != NULL)
    g_ptr_array_add (self->anchors, g_strdup (anchor));
  if (self->cr != NULL && !self->at_top && group >= GS_GROUP_ASSERTED)
    self->y += group == GS_GROUP_ITEM ? 3 : 7;
  if (group == GS_GROUP_ASSERTED || group == GS_GROUP_DENIED)
    {
      self->has_bar = TRUE;
      self->bar = group == GS_GROUP_DENIED ? GS_INK_DENIES : GS_INK_ASSERTS;
    }
  if (group == GS_GROUP_ASSERTED || group == GS_GROUP_DENIED || group == GS_GROUP_PAIR || group == GS_GROUP_ITEM)
    gs_paper_open_group (self);
}

static void
gs_paper_sink_close (GsPageSink *sink, GsGroup group)
{
  GsPaperSink *self = (GsPaperSink *) sink;

  gs_paper_close_group (self);
  self->has_bar = FALSE;
  if (group == GS_GROUP_PAIR && self->cr != NULL)
    {
      gs_paper_set_ink (self->cr, GS_INK_LINE);
      cairo_rectangle (self->cr, GS_PAPER_MARGIN_X, self->y + 5, gs_paper_width (self), 0.5);
      cairo_fill (self->cr);
      self->y += 6;
    }
}

static void
add_side (GsPaperSink *self, GsPaperBand *band, const GArray *side, double x, double width)
{
  GsPaperColumn *column = gs_paper_band_add (band, x, width);

  for (guint i = 0; i < side->len; i++)
    {
      const GsParagraph *paragraph = &g_array_index (side, GsParagraph, i);

      gs_paper_column_add (column, self->context, blocks[paragraph->block].face, paragraph->phrase,
                           blocks[paragraph->block].before, FALSE);
    }
}

static void
gs_paper_sink_sides (GsPageSink *sink, const GArray *a, const GArray *b)
{
  GsPaperSink *self = (GsPaperSink *) sink;
  double width = (gs_paper_width (self) - GS_PAPER_GAP) / 2;
  GsPaperBand *band = gs_paper_band_new ("Sect", 4);

  add_side (self, band, a, GS_PAPER_MARGIN_X, width);
  add_side (self, band, b, GS_PAPER_MARGIN_X + width + GS_PAPER_GAP, width);
  gs_paper_put_band (self, band, 30);
}

/* Tables ------------------------------------------------------------------------- */

static void
put_cells (GsPaperSink *self, GsPhrase *const *cells, gboolean is_head)
{
  const GsPageTable *table = &self->table;
  double room = table->heads == NULL ? gs_paper_width (self) / 2 : gs_paper_width (self);
  double x = GS_PAPER_MARGIN_X;
  guint parts = 0;
  GsPaperBand *band = gs_paper_band_new ("P", 3);

  for (guint i = 0; i < table->n_columns; i++)
    {
      parts += table->widths[i];
      room -= (table->widths[i] == GS_COLUMN_NUMBER ? GS_PAPER_NUMBERS : 0) + (i > 0 ? GS_PAPER_GAP : 0);
    }
  for (guint i = 0; i < table->n_columns; i++)
    {
      gboolean number = table->widths[i] == GS_COLUMN_NUMBER;
      double width = number ? GS_PAPER_NUMBERS : room * table->widths[i] / parts;
      GsFace face = is_head || (i == 0 && table->is_named && table->heads != NULL) ? GS_FACE_STRONG : GS_FACE_TEXT;

      gs_paper_column_add (gs_paper_band_add (band, x, width), self->context, face, cells[i], 0, number);
      x += width + GS_PAPER_GAP;
    }
  band->after = 3;
  band->rule = table->heads != NULL;

  if (is_head)
    {
      gs_paper_draw_band (self, band);
      gs_paper_band_free (band);
    }
  else
    gs_paper_put_band (self, band, 12);
}

void
gs_paper_put_heads (GsPaperSink *self)
{
  /* Not below themselves. */
  self->in_table = FALSE;
  if (self->heads != NULL)
    put_cells (self, (GsPhrase *const *) self->heads->pdata, TRUE);
  self->in_table = TRUE;
}

static void
gs_paper_sink_table (GsPageSink *sink, const GsPageTable *table)
{
  GsPaperSink *self = (GsPaperSink *) sink;
  g_autoptr (GsPhrase) caption = gs_phrase_of (GS_RUN_DIM, table->caption);
  GsPaperBand *band = gs_paper_band_new ("Caption", 4);

  self->table = *table;
  gs_paper_column_add (gs_paper_band_add (band, GS_PAPER_MARGIN_X, gs_paper_width (self)), self->context, GS_FACE_TEXT,
                       caption, 0, FALSE);
  gs_paper_put_heading (self, band);
  /* Room for the names of the columns and a row. */
  gs_paper_make_room (self, 60);
  if (table->heads != NULL)
    {
      self->heads = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_phrase_free);
      for (guint i = 0; i < table->n_columns; i++)
        g_ptr_array_add (self->heads, gs_phrase_of (GS_RUN_PLAIN, table->heads[i]));
    }
  gs_paper_put_heads (self);
}

static void
gs_paper_sink_row (GsPageSink *sink, GsPhrase *const *cells)
{
  put_cells ((GsPaperSink *) sink, cells, FALSE);
}

static void
gs_paper_sink_table_end (GsPageSink *sink)
{
  GsPaperSink *self = (GsPaperSink *) sink;

  self->in_table = FALSE;
  g_clear_pointer (&self->heads, g_ptr_array_unref);
  self->y += 6;
}

static void
gs_paper_sink_figure (GsPageSink *sink, const GsFigure *figure)
{
  GsPaperSink *self = (GsPaperSink *) sink;
  double scale = gs_paper_width (self) / GS_FIGURE_WIDTH;

  gs_paper_make_room (self, figure->height * scale + 16);
  self->y += self->at_top ? 0 : 8;
  if (self->target->has_tags)
    cairo_tag_begin (self->cr, "Figure", NULL);
  cairo_save (self->cr);
  cairo_translate (self->cr, GS_PAPER_MARGIN_X, self->y);
  cairo_scale (self->cr, scale, scale);
  gs_paper_draw_figure (figure, self->context, self->cr);
  cairo_restore (self->cr);
  if (self->target->has_tags)
    cairo_tag_end (self->cr, "Figure");
  self->y += figure->height * scale + 8;
  self->at_top = FALSE;
}

/* Document ----------------------------------------------------------------------- */

static void
gs_paper_sink_begin (GsPageSink *sink, const GsPageHead *head)
{
  GsPaperSink *self = (GsPaperSink *) sink;
  g_autoptr (GsPhrase) title = gs_phrase_new ();
  g_autoptr (GsPhrase) state = gs_phrase_of (GS_RUN_PLAIN, head->state);
  g_autoptr (GsPhrase) contents = gs_phrase_new ();

  if (self->target->begin != NULL)
    self->target->begin (self->target_data, head);
  gs_phrase_quote (title, GS_RUN_PLAIN, NULL, head->title);
  gs_paper_sink_heading (sink, 1, NULL, title);
  if (head->state != NULL)
    gs_paper_sink_paragraph (sink, GS_BLOCK_DIM, state);
  for (guint i = 0; i < head->n_parts; i++)
    {
      g_autofree char *number = g_strdup_printf ("%s%u. ", i > 0 ? "\n" : "", i + 1);

      gs_phrase_say (contents, GS_RUN_PLAIN, number);
      gs_phrase_say (contents, GS_RUN_PLAIN, head->parts[i]);
      gs_phrase_link (contents, "#", head->anchors[i], NULL);
    }
  gs_paper_sink_paragraph (sink, GS_BLOCK_TEXT, contents);
}

static gboolean
gs_paper_sink_pass (GsPageSink *sink, GError **error)
{
  GsPaperSink *self = (GsPaperSink *) sink;

  return self->target->check (self->target_data, error);
}

static gboolean
gs_paper_sink_end (GsPageSink *sink, GError **error)
{
  gs_paper_close_group ((GsPaperSink *) sink);
  gs_paper_make_room ((GsPaperSink *) sink, 0);
  gs_paper_end_page ((GsPaperSink *) sink);

  return gs_paper_sink_pass (sink, error);
}

static const GsPageSink gs_paper_sink = {
  .begin = gs_paper_sink_begin,
  .heading = gs_paper_sink_heading,
  .paragraph = gs_paper_sink_paragraph,
  .fields = gs_paper_sink_fields,
  .open = gs_paper_sink_open,
  .close = gs_paper_sink_close,
  .sides = gs_paper_sink_sides,
  .table = gs_paper_sink_table,
  .row = gs_paper_sink_row,
  .table_end = gs_paper_sink_table_end,
  .figure = gs_paper_sink_figure,
  .pass = gs_paper_sink_pass,
  .end = gs_paper_sink_end,
};

static void
paper_sink_clear (GsPaperSink *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  for (guint i = 0; self->group != NULL && i < self->group->len; i++)
    gs_paper_band_free (self->group->pdata[i]);
  g_clear_pointer (&self->group, g_ptr_array_unref);
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->anchors);
  g_clear_pointer (&self->heads, g_ptr_array_unref);
  g_object_unref (self->context);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GsPaperSink, paper_sink_clear)

/**
 * gs_paper_write:
 * @workspace: a workspace, within gs_workspace_read()
 * @options: (nullable): which part of it, and on which paper
 * @target: what pages are drawn on
 * @user_data: for @target
 * @cancellable: (nullable): looked at with every claim
 *
 * Blocks.
 *
 * Returns: whether all pages were drawn
 */
gboolean
gs_paper_write (GsWorkspace *workspace,
                const GsReportOptions *options,
                const GsPaperTarget *target,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  gboolean letter = options != NULL && options->paper == GS_PAPER_LETTER;
  g_auto (GsPaperSink) self = {
    .parent = gs_paper_sink,
    .target = target,
    .target_data = user_data,
    .context = gs_paper_context_new (),
    .page_width = letter ? 612 : 595.28,
    .page_height = letter ? 792 : 841.89,
    .headings = g_ptr_array_new_with_free_func (gs_paper_band_free),
    .anchors = g_ptr_array_new_with_free_func (g_free),
  };

  return gs_page_write (workspace, options, &self.parent, cancellable, error);
}
