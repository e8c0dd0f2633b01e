/* gs-reader-marks.c: places in the article that belong to the claim being edited.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who says it often stands outside of the quote: such places are underlined
 * while their claim is in the editor.
 */

#include "config.h"

#include "gs-reader-marks.h"

#include "gs-reader-measure.h"
#include "gs-reader-private.h"
#include "gs-reader-view-private.h"

/* Pixels: how thick, how long a dash, and how far below the text. */
#define THICKNESS 2.f
#define DASH 5.f
#define GAP 3.f

/* Dashed, so that it is no link and no spelling mistake. */
static void
paint_line (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *colour)
{
  float y = rect->origin.y + rect->size.height - THICKNESS;
  float end = rect->origin.x + rect->size.width;

  for (float x = rect->origin.x; x < end; x += DASH + GAP)
    gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, MIN (DASH, end - x), THICKNESS));
}

/**
 * gs_reader_view_paint_marks:
 * @self: a view
 * @snapshot: what to paint on, in buffer coordinates
 * @visible: what can be seen
 */
void
gs_reader_view_paint_marks (GsReaderView *self, GtkSnapshot *snapshot, const GdkRectangle *visible)
{
  GdkRGBA colour = self->palette.accent;

  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const GsReaderRange *range = &g_array_index (self->marks, GsReaderRange, i);
      g_autoptr (GArray) area = NULL;

      if (range->start < 0 || range->end <= range->start || range->end > gs_reader_view_get_length (self))
        continue;

      area = gs_reader_measure_range (GTK_TEXT_VIEW (self), self->text, range->start, range->end, visible);
      for (guint k = 0; k < area->len; k++)
        paint_line (snapshot, &g_array_index (area, graphene_rect_t, k), &colour);
    }
}

static void
set_marks (GsReaderView *self, const GArray *ranges)
{
  g_clear_pointer (&self->marks, g_array_unref);
  if (ranges != NULL && ranges->len > 0)
    {
      self->marks = g_array_sized_new (FALSE, FALSE, sizeof (GsReaderRange), ranges->len);
      g_array_append_vals (self->marks, ranges->data, ranges->len);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * gs_reader_set_marks:
 * @self: a #GsReader
 * @article: (nullable): UUID of the article the ranges are of
 * @ranges: (nullable) (element-type GsReaderRange): places to underline; copied
 */
void
gs_reader_set_marks (GsReader *self, const char *article, const GArray *ranges)
{
  g_return_if_fail (GS_IS_READER (self));

  set_marks (self->view, self->shown && g_strcmp0 (article, self->article) == 0 ? ranges : NULL);
}

/**
 * gs_reader_show_place:
 * @self: a #GsReader
 * @start: first code point
 * @end: the code point after the last
 *
 * Brings a place of the article into sight and selects it.
 */
void
gs_reader_show_place (GsReader *self, gint64 start, gint64 end)
{
  g_return_if_fail (GS_IS_READER (self));

  if (!self->shown || start < 0 || end <= start || end > gs_reader_view_get_length (self->view))
    return;

  gs_reader_view_select (self->view, start, end);
  gs_reader_view_scroll_to (self->view, start, end);
}
