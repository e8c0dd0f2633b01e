/* gs-graph-paint.h: the arrows of a graph.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-graph-layout.h"

G_BEGIN_DECLS

/* Paints the arrows with the colours of @widget, those of the node @marked
 * (G_MAXUINT for none) so that they stand out. */
void gs_graph_paint_edges (GtkWidget     *widget,
                           GtkSnapshot   *snapshot,
                           const GsGraph *graph,
                           guint          marked,
                           double         x,
                           double         y,
                           double         zoom);

G_END_DECLS
