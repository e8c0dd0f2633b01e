/* gs-bar.c: how a claim is drawn on an axis.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-bar.h"

#include <math.h>

#include "gs-words.h"

/* The shortest bar, the point of an arrow, between a tick and its label. */
#define LEAST_WIDTH 8.0
#define ARROW 7.0
#define LABEL_GAP 3.0

/* Room for one label. */
#define LABEL_WIDTH 96.0

/**
 * gs_bar_place:
 * @self: (out caller-allocates): a bar; its height and shape are the caller's
 * @axis: what it lies on
 * @lo: first value or day
 * @hi: last value or day
 * @x: where the axis begins, pixels
 * @width: how long it is, pixels
 *
 * Returns: whether there is anything to be seen
 */
gboolean
gs_bar_place (GsBar *self, const GsAxis *axis, double lo, double hi, double x, double width)
{
  double whole = axis->kind == GS_AXIS_DAYS ? 1.0 : 0.0;
  double start = gs_axis_place (axis, lo);
  double end = gs_axis_place (axis, hi + whole);

  if (start > 1.0 || end < 0.0)
    return FALSE;

  self->open_start = start < 0.0;
  self->open_end = end > 1.0;
  start = x + MAX (start, 0.0) * width;
  end = x + MIN (end, 1.0) * width;
  if (end - start < LEAST_WIDTH)
    {
      double centre = CLAMP ((start + end) / 2.0, x + LEAST_WIDTH / 2.0, x + width - LEAST_WIDTH / 2.0);

      start = centre - LEAST_WIDTH / 2.0;
      end = centre + LEAST_WIDTH / 2.0;
    }
  self->x = start;
  self->width = end - start;

  return TRUE;
}

/* The outline without the arrows, which have their own place at the ends. */
static void
add_body (const GsBar *self, cairo_t *cr, double x, double width)
{
  double y = self->y;
  double height = self->height;
  double radius = MIN (height, width) / 4.0;

  if (self->kind == GS_TIME_ONSET)
    {
      cairo_move_to (cr, x, y + height / 2.0);
      cairo_line_to (cr, x + width, y);
      cairo_line_to (cr, x + width, y + height);
      cairo_close_path (cr);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}

static void
hatch (const GsBar *self, cairo_t *cr, double x, double width)
{
  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);
  for (double i = x - self->height; i < x + width; i += 5.0)
    {
      cairo_move_to (cr, i, self->y + self->height);
      cairo_rel_line_to (cr, self->height, -self->height);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_arrow (const GsBar *self, cairo_t *cr, double tip, double direction)
{
  double middle = self->y + self->height / 2.0;

  cairo_move_to (cr, tip - direction * ARROW * 0.7, middle - ARROW * 0.7);
  cairo_line_to (cr, tip, middle);
  cairo_line_to (cr, tip - direction * ARROW * 0.7, middle + ARROW * 0.7);
  cairo_stroke (cr);
}

/* Crossed out: from below on the left to above on the right, and back. */
static void
draw_denial (const GsBar *self, cairo_t *cr)
{
  double half = self->height / 2.0 + 2.0;
  double x = self->x + self->width / 2.0;
  double y = self->y + self->height / 2.0;

  cairo_move_to (cr, x - half, y + half);
  cairo_line_to (cr, x + half, y - half);
  cairo_move_to (cr, x - half, y - half);
  cairo_line_to (cr, x + half, y + half);
  cairo_stroke (cr);
}

/**
 * gs_bar_draw:
 * @self: a bar
 * @cr: where to
 * @colour: of the bar
 */
void
gs_bar_draw (const GsBar *self, cairo_t *cr, const GdkRGBA *colour)
{
  double start = self->x + (self->open_start ? ARROW + 2.0 : 0.0);
  double end = self->x + self->width - (self->open_end ? ARROW + 2.0 : 0.0);
  gboolean solid = !self->denied && (self->kind == GS_TIME_EVENT || self->kind == GS_TIME_ONSET);

  cairo_save (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 1.5);
  if (end > start)
    {
      add_body (self, cr, start, end - start);
      if (solid)
        cairo_fill_preserve (cr);
      else if (self->kind == GS_TIME_UNIVERSAL)
        {
          hatch (self, cr, start, end - start);
          add_body (self, cr, start, end - start);
        }
      cairo_stroke (cr);
    }

  cairo_set_line_width (cr, 2.0);
  if (self->open_start)
    draw_arrow (self, cr, self->x, -1.0);
  if (self->open_end)
    draw_arrow (self, cr, self->x + self->width, 1.0);
  if (self->denied)
    draw_denial (self, cr);
  cairo_restore (cr);
}

static PangoLayout *
new_label (GtkWidget *widget, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

/**
 * gs_axis_label_height:
 * @widget: whose font counts
 *
 * Returns: what the labels of the ticks take, pixels
 */
int
gs_axis_label_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = new_label (widget, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height + (int) LABEL_GAP;
}

static void
draw_tick (const GsAxisTick *tick,
           double x,
           GtkWidget *widget,
           GtkSnapshot *snapshot,
           const graphene_rect_t *area,
           const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) layout = new_label (widget, tick->label);
  GdkRGBA line = *colour;
  GdkRGBA text = *colour;
  int width, height;
  float left;

  line.alpha *= 0.15f;
  text.alpha *= 0.7f;
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_append_color (snapshot, &line,
                             &GRAPHENE_RECT_INIT ((float) round (x), area->origin.y, 1.f,
                                                  area->size.height - (float) height - (float) LABEL_GAP));

  /* Labels stay within the line's own length. */
  left = CLAMP ((float) x - (float) width / 2.f, area->origin.x,
                MAX (area->origin.x, area->origin.x + area->size.width - (float) width));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (left, area->origin.y + area->size.height - (float) height));
  gtk_snapshot_append_layout (snapshot, layout, &text);
  gtk_snapshot_restore (snapshot);
}

/**
 * gs_axis_draw_ticks:
 * @axis: an axis
 * @widget: whose font and colour count
 * @snapshot: where to
 * @area: where the axis is drawn, labels included
 */
void
gs_axis_draw_ticks (const GsAxis *axis, GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  g_autoptr (GArray) ticks = gs_axis_get_ticks (axis, (guint) MAX (area->size.width / LABEL_WIDTH, 2.f));
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  for (guint i = 0; i < ticks->len; i++)
    {
      const GsAxisTick *tick = &g_array_index (ticks, GsAxisTick, i);
      double x = area->origin.x + gs_axis_place (axis, tick->value) * area->size.width;

      draw_tick (tick, x, widget, snapshot, area, &colour);
    }
}

/**
 * gs_bar_get_colour:
 * @widget: whose style counts
 * @denied: whether it is of a denial
 * @colour: (out): colour of the bar
 */
void
gs_bar_get_colour (GtkWidget *widget, gboolean denied, GdkRGBA *colour)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  if (!gtk_style_context_lookup_color (style, denied ? "error_color" : "accent_color", colour))
    gtk_style_context_get_color (style, colour);
}
