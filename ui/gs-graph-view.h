/* gs-graph-view.h: who relays whom, drawn.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every node is a button, so that it takes the focus, has a name and can be
 * pressed like any other; the arrows between them are painted below.
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-relays.h"

G_BEGIN_DECLS

#define GS_TYPE_GRAPH_VIEW (gs_graph_view_get_type ())
G_DECLARE_FINAL_TYPE (GsGraphView, gs_graph_view, GS, GRAPH_VIEW, GtkWidget)

/* So many nodes are drawn at most: those with most claims. */
#define GS_GRAPH_VIEW_MAX 120

/* Signal "node-chosen" (char *source): a node was pressed.
 * Actions "graph.zoom-in", "graph.zoom-out", "graph.fit". */

/* @relays: (element-type GsRelay), most claims first. Returns at once; the
 * layout follows. */
void     gs_graph_view_set_relays (GsGraphView     *self,
                                   const GPtrArray *relays);
/* Marks a node and brings it into view. @source: (nullable) */
void     gs_graph_view_choose     (GsGraphView     *self,
                                   const char      *source);
/* How many sources there are, and how many of them are drawn. */
void     gs_graph_view_get_size   (GsGraphView     *self,
                                   guint           *n_sources,
                                   guint           *n_drawn);
double   gs_graph_view_get_zoom   (GsGraphView     *self);
gboolean gs_graph_view_is_settled (GsGraphView     *self);

G_END_DECLS
