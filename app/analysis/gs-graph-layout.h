/* gs-graph-layout.h: where the nodes of a graph stand, by Graphviz.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Graphviz is not safe on several threads: one thread of its own does all
 * layouts, one after the other. Lengths are pixels, y grows downwards.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  double x; /* of its centre; set by the layout */
  double y;
  double width;
  double height;
} GsGraphNode;

typedef struct
{
  guint   from; /* places of nodes */
  guint   to;
  guint   weight;
  GArray *points; /* double x, y: a start and threes of Bézier points; set by the layout */
} GsGraphEdge;

typedef struct
{
  GArray *nodes; /* GsGraphNode */
  GArray *edges; /* GsGraphEdge */
  double  width; /* set by the layout */
  double  height;
} GsGraph;

GsGraph *gs_graph_new           (void);
void     gs_graph_free          (GsGraph             *self);
void     gs_graph_add_node      (GsGraph             *self,
                                 double               width,
                                 double               height);
void     gs_graph_add_edge      (GsGraph             *self,
                                 guint                from,
                                 guint                to,
                                 guint                weight);

/* Whether this build can lay graphs out. */
gboolean gs_graph_can_lay_out   (void);
/* @self: (transfer full). GS_ERROR_FAILED where this build cannot. */
void     gs_graph_layout_async  (GsGraph             *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
/* (transfer full) */
GsGraph *gs_graph_layout_finish (GAsyncResult        *result,
                                 GError             **error);

#define gs_graph_get_node(self, i) (&g_array_index ((self)->nodes, GsGraphNode, i))
#define gs_graph_get_edge(self, i) (&g_array_index ((self)->edges, GsGraphEdge, i))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsGraph, gs_graph_free)

G_END_DECLS
