/* gs-bar.h: how a claim is drawn on an axis.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kinds of time are told apart by shape: what happened is solid, a first
 * time is a wedge that opens towards the latest day, a state is an outline and
 * what holds throughout is hatched. A denial is crossed out.
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-axis.h"

G_BEGIN_DECLS

/* Pixels. */
typedef struct
{
  double   x;
  double   y;
  double   width;
  double   height;
  gboolean open_start; /* goes on before */
  gboolean open_end;
  int      kind;   /* GsTimeKind */
  gboolean denied;
} GsBar;

/* Where [@lo, @hi] lies when @axis is drawn from @x on @width pixels; days
 * count whole. FALSE when it is out of sight. */
gboolean gs_bar_place  (GsBar         *self,
                        const GsAxis  *axis,
                        double         lo,
                        double         hi,
                        double         x,
                        double         width);
void     gs_bar_draw   (const GsBar   *self,
                        cairo_t       *cr,
                        const GdkRGBA *colour);

/* Lines and labels of the ticks; the labels stand in the lowest
 * gs_axis_label_height() pixels. */
void     gs_axis_draw_ticks   (const GsAxis          *axis,
                               GtkWidget             *widget,
                               GtkSnapshot           *snapshot,
                               const graphene_rect_t *area);
int      gs_axis_label_height (GtkWidget             *widget);

/* A named colour of the style of @widget. */
void     gs_bar_get_colour    (GtkWidget     *widget,
                               gboolean       denied,
                               GdkRGBA       *colour);

G_END_DECLS
