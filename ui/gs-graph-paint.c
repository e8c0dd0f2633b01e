/* gs-graph-paint.c: the arrows of a graph.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-graph-paint.h"

#include <math.h>

#define HEAD 9.0
#define MAX_LINE 5.0

static void
trace (cairo_t *cr, const GArray *points)
{
  const double *p = (const double *) (gpointer) points->data;

  cairo_move_to (cr, p[0], p[1]);
  for (guint i = 2; i + 5 < points->len; i += 6)
    cairo_curve_to (cr, p[i], p[i + 1], p[i + 2], p[i + 3], p[i + 4], p[i + 5]);
}

/* At the end, in the direction in which the line comes in. */
static void
paint_head (cairo_t *cr, const GArray *points)
{
  const double *p = (const double *) (gpointer) points->data;
  guint n = points->len;
  double x = p[n - 2], y = p[n - 1], angle = 0;

  for (guint i = n; i >= 4; i -= 2)
    {
      double dx = x - p[i - 4], dy = y - p[i - 3];

      if (dx * dx + dy * dy > 1)
        {
          angle = atan2 (dy, dx);
          break;
        }
    }
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x - HEAD * cos (angle - 0.4), y - HEAD * sin (angle - 0.4));
  cairo_line_to (cr, x - HEAD * cos (angle + 0.4), y - HEAD * sin (angle + 0.4));
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
paint_edge (cairo_t *cr, const GsGraphEdge *edge)
{
  if (edge->points->len < 8)
    return;

  cairo_set_line_width (cr, MIN (1 + log2 (MAX (edge->weight, 1)) / 2, MAX_LINE));
  trace (cr, edge->points);
  cairo_stroke (cr);
  paint_head (cr, edge->points);
}

/**
 * gs_graph_paint_edges:
 * @widget: whose colours are used
 * @snapshot: where to paint
 * @graph: a graph that is laid out
 * @marked: place of the node whose arrows stand out, %G_MAXUINT for none
 * @x: where the graph begins, in pixels of the widget
 * @y: the same, downwards
 * @zoom: how much larger than life it is
 */
void
gs_graph_paint_edges (GtkWidget *widget,
                      GtkSnapshot *snapshot,
                      const GsGraph *graph,
                      guint marked,
                      double x,
                      double y,
                      double zoom)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  GdkRGBA plain, accent;

  /* Not a transform of the snapshot: GTK 4.8 scales cairo's before it moves it. */
  cairo_translate (cr, x, y);
  cairo_scale (cr, zoom, zoom);
  gtk_style_context_get_color (style, &plain);
  accent = plain;
  gtk_style_context_lookup_color (style, "accent_color", &accent);
  plain.alpha *= marked == G_MAXUINT ? 0.45f : 0.25f;

  for (guint pass = 0; pass < 2; pass++)
    {
      gdk_cairo_set_source_rgba (cr, pass == 0 ? &plain : &accent);
      for (guint i = 0; i < graph->edges->len; i++)
        {
          const GsGraphEdge *edge = gs_graph_get_edge (graph, i);

          if ((edge->from == marked || edge->to == marked) == (pass == 1))
            paint_edge (cr, edge);
        }
    }
  cairo_destroy (cr);
}
