/* gs-timeline-view-draw.c: what of a timeline is in sight.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-timeline-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "gs-bar.h"
#include "gs-labels.h"

/* Pixels. */
#define MARGIN 12
#define ROW_GAP 10
#define BAR_HEIGHT 14
#define BAND 30     /* for a bar below the words, and the mark below the bar */
#define UTTERED 4.0 /* half the width of its mark */

typedef enum
{
  LINE_PLAIN,
  LINE_SMALL,
  LINE_HEADING,
} LineKind;

static PangoLayout *
new_line (GsTimelineView *self, const char *text, LineKind kind)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  if (kind == LINE_SMALL)
    pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  else if (kind == LINE_HEADING)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

static int
measure_line (GsTimelineView *self, LineKind kind)
{
  g_autoptr (PangoLayout) layout = new_line (self, "0", kind);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

int
gs_timeline_view_measure_row (GsTimelineView *self, gboolean heading)
{
  if (heading)
    return measure_line (self, LINE_HEADING) + 2 * ROW_GAP;

  return measure_line (self, LINE_PLAIN) + measure_line (self, LINE_SMALL) + ROW_GAP + (self->stacked ? BAND : 0);
}

/* Text of the other direction would begin at the far side of its column. */
static void
keep_to_edge (GtkWidget *widget, PangoLayout *layout)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);

  if (line != NULL && (pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL) != rtl)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
}

/* Returns its height. */
static int
draw_line (GsTimelineView *self,
           GtkSnapshot *snapshot,
           const char *text,
           LineKind kind,
           double x,
           double y,
           double width)
{
  g_autoptr (PangoLayout) layout = new_line (self, text, kind);
  GdkRGBA colour;
  int height;

  pango_layout_set_width (layout, (int) MAX (width, 1.0) * PANGO_SCALE);
  keep_to_edge (GTK_WIDGET (self), layout);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  if (kind == LINE_SMALL)
    colour.alpha *= 0.7f;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);

  return height;
}

/* A chosen claim has a background, and a border while the keyboard is here. */
static void
draw_choice (GsTimelineView *self, GtkSnapshot *snapshot, const GsTimelineRow *row)
{
  graphene_rect_t area =
    GRAPHENE_RECT_INIT (4.f, (float) row->y - ROW_GAP / 2.f + 2.f,
                        (float) gtk_widget_get_width (GTK_WIDGET (self)) - 8.f, (float) row->height - 2.f);
  GdkRGBA colour;
  GskRoundedRect outline;

  gs_bar_get_colour (GTK_WIDGET (self), FALSE, &colour);
  gsk_rounded_rect_init_from_rect (&outline, &area, 6.f);
  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2.f, 2.f, 2.f, 2.f },
                                (GdkRGBA[4]){ colour, colour, colour, colour });
  colour.alpha = 0.12f;
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour, &area);
  gtk_snapshot_pop (snapshot);
}

/* A small triangle that stands on the day on which it was said. */
static void
draw_utterance (GsTimelineView *self, cairo_t *cr, const GsPlacedClaim *claim, double x, double width, double y)
{
  double place = gs_axis_place (&self->axis, (claim->uttered_lo + claim->uttered_hi + 1.0) / 2.0);
  GdkRGBA colour;

  if (!(place >= 0.0 && place <= 1.0))
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_move_to (cr, x + place * width, y);
  cairo_rel_line_to (cr, UTTERED, 2.0 * UTTERED);
  cairo_rel_line_to (cr, -2.0 * UTTERED, 0.0);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_bar (GsTimelineView *self, GtkSnapshot *snapshot, const GsPlacedClaim *claim, const GsTimelineRow *row)
{
  GsBar bar = { .height = BAR_HEIGHT, .kind = claim->kind, .denied = claim->stance == GS_STANCE_DENIES };
  GdkRGBA colour;
  double x, width;
  cairo_t *cr;

  gs_timeline_view_get_line (self, &x, &width);
  bar.y = self->stacked ? row->y + row->height - ROW_GAP - BAND + 2.0
                        : row->y + (row->height - ROW_GAP - BAR_HEIGHT) / 2.0 - 3.0;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x - 4.f, (float) row->y, (float) width + 8.f,
                                                                 (float) row->height));
  if (gs_bar_place (&bar, &self->axis, claim->lo, claim->hi, x, width))
    {
      gs_bar_get_colour (GTK_WIDGET (self), bar.denied, &colour);
      gs_bar_draw (&bar, cr, &colour);
    }
  if (!isnan (claim->uttered_lo))
    draw_utterance (self, cr, claim, x, width, bar.y + BAR_HEIGHT + 2.0);
  cairo_destroy (cr);
}

static void
draw_claim (GsTimelineView *self, GtkSnapshot *snapshot, const GsTimelineRow *row)
{
  const GsPlacedClaim *claim = self->claims->pdata[row->claim];
  const char *stance = claim->stance == GS_STANCE_DENIES ? _ ("denied") : NULL;
  g_autofree char *when = g_strdup_printf ("%s: %s", gs_label (&gs_time_kinds, claim->kind), claim->words);
  g_autofree char *details =
    g_strjoin (" · ", when, claim->voice != NULL ? claim->voice : _ ("No source named"), stance, NULL);
  double x, width, y = row->y;

  if (self->stacked)
    x = gtk_widget_get_width (GTK_WIDGET (self));
  else
    gs_timeline_view_get_line (self, &x, &width);
  if (row->claim == self->chosen)
    draw_choice (self, snapshot, row);
  y += draw_line (self, snapshot, claim->summary, LINE_PLAIN, MARGIN, y, x - 2 * MARGIN);
  draw_line (self, snapshot, details, LINE_SMALL, MARGIN, y, x - 2 * MARGIN);
  draw_bar (self, snapshot, claim, row);
}

static void
draw_heading (GsTimelineView *self, GtkSnapshot *snapshot, const GsTimelineRow *row, const GsPlacedClaim *first)
{
  const char *text = first->question_text != NULL ? first->question_text : _ ("No question");

  draw_line (self, snapshot, text, LINE_HEADING, MARGIN, row->y + ROW_GAP,
             gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN);
}

/* The scale stays at the lower edge of what is in sight. */
static void
draw_scale (GsTimelineView *self, GtkSnapshot *snapshot, double top, double bottom, gboolean labels)
{
  float label = (float) gs_axis_label_height (GTK_WIDGET (self));
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA background;
  graphene_rect_t area;
  double x, width;

  gs_timeline_view_get_line (self, &x, &width);
  area = GRAPHENE_RECT_INIT ((float) x, (float) top, (float) width, (float) (bottom - top));
  if (!labels)
    {
      gs_axis_draw_ticks (&self->axis, GTK_WIDGET (self), snapshot, &area);
      return;
    }

  if (!gtk_style_context_lookup_color (style, "view_bg_color", &background))
    return;
  area = GRAPHENE_RECT_INIT (0.f, (float) bottom - label - 4.f, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                             label + 4.f);
  gtk_snapshot_append_color (snapshot, &background, &area);
  area = GRAPHENE_RECT_INIT ((float) x, (float) bottom - label - 8.f, (float) width, label + 6.f);
  gs_axis_draw_ticks (&self->axis, GTK_WIDGET (self), snapshot, &area);
}

/**
 * gs_timeline_view_draw:
 * @self: a #GsTimelineView with claims
 * @snapshot: where to
 *
 * Draws the rows that are in sight, and the scale below them.
 */
void
gs_timeline_view_draw (GsTimelineView *self, GtkSnapshot *snapshot)
{
  double top = self->adjustment != NULL ? gtk_adjustment_get_value (self->adjustment) : 0.0;
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double bottom =
    self->adjustment != NULL ? MIN (top + gtk_adjustment_get_page_size (self->adjustment), height) : height;

  draw_scale (self, snapshot, top, bottom, FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const GsTimelineRow *row = &g_array_index (self->rows, GsTimelineRow, i);

      if (row->y > bottom || row->y + row->height < top)
        continue;
      if (row->claim >= 0)
        draw_claim (self, snapshot, row);
      else /* a claim follows every heading */
        draw_heading (self, snapshot, row, self->claims->pdata[row[1].claim]);
    }
  draw_scale (self, snapshot, top, bottom, TRUE);
}
