/* gs-graph-layout.c: where the nodes of a graph stand, by Graphviz.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-graph-layout.h"

#include <glib/gi18n-lib.h>

#include "gs-error.h"

#if HAVE_GRAPHVIZ
#include <gvc.h>
#endif

/* Graphviz counts the sizes of nodes in inches, and places in points. */
#define PIXELS_PER_INCH 72.0

static void
edge_clear (gpointer data)
{
  g_clear_pointer (&((GsGraphEdge *) data)->points, g_array_unref);
}

/**
 * gs_graph_new:
 *
 * Returns: (transfer full): an empty graph
 */
GsGraph *
gs_graph_new (void)
{
  GsGraph *self = g_new0 (GsGraph, 1);

  self->nodes = g_array_new (FALSE, TRUE, sizeof (GsGraphNode));
  self->edges = g_array_new (FALSE, TRUE, sizeof (GsGraphEdge));
  g_array_set_clear_func (self->edges, edge_clear);

  return self;
}

/**
 * gs_graph_free:
 * @self: (nullable) (transfer full): a graph
 */
void
gs_graph_free (GsGraph *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_free (self);
}

/**
 * gs_graph_add_node:
 * @self: a graph
 * @width: in pixels
 * @height: in pixels
 */
void
gs_graph_add_node (GsGraph *self, double width, double height)
{
  GsGraphNode node = { .width = width, .height = height };

  g_array_append_val (self->nodes, node);
}

/**
 * gs_graph_add_edge:
 * @self: a graph
 * @from: place of a node
 * @to: place of another
 * @weight: how much it matters that the edge is short and straight
 */
void
gs_graph_add_edge (GsGraph *self, guint from, guint to, guint weight)
{
  GsGraphEdge edge = { from, to, weight, NULL };

  g_return_if_fail (from < self->nodes->len && to < self->nodes->len);

  edge.points = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_val (self->edges, edge);
}

/**
 * gs_graph_can_lay_out:
 *
 * Returns: whether this build can lay graphs out
 */
gboolean
gs_graph_can_lay_out (void)
{
  return HAVE_GRAPHVIZ;
}

#if HAVE_GRAPHVIZ

static void
set_length (void *item, const char *name, double pixels)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  agsafeset (item, (char *) name, g_ascii_dtostr (text, sizeof text, pixels / PIXELS_PER_INCH), (char *) "");
}

static Agraph_t *
make_graph (const GsGraph *self, Agnode_t **nodes, Agedge_t **edges)
{
  Agraph_t *graph = agopen ((char *) "sources", Agdirected, NULL);

  agsafeset (graph, (char *) "rankdir", (char *) "LR", (char *) "");
  agsafeset (graph, (char *) "nodesep", (char *) "0.2", (char *) "");
  agsafeset (graph, (char *) "ranksep", (char *) "0.7", (char *) "");
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const GsGraphNode *node = gs_graph_get_node (self, i);
      g_autofree char *name = g_strdup_printf ("n%u", i);

      nodes[i] = agnode (graph, name, TRUE);
      agsafeset (nodes[i], (char *) "shape", (char *) "box", (char *) "");
      agsafeset (nodes[i], (char *) "fixedsize", (char *) "true", (char *) "");
      agsafeset (nodes[i], (char *) "label", (char *) "", (char *) "");
      set_length (nodes[i], "width", node->width);
      set_length (nodes[i], "height", node->height);
    }
  for (guint i = 0; i < self->edges->len; i++)
    {
      const GsGraphEdge *edge = gs_graph_get_edge (self, i);
      char weight[16];

      g_snprintf (weight, sizeof weight, "%u", CLAMP (edge->weight, 1, 100));
      edges[i] = agedge (graph, nodes[edge->from], nodes[edge->to], NULL, TRUE);
      agsafeset (edges[i], (char *) "weight", weight, (char *) "");
    }

  return graph;
}

static void
take_edge (GsGraphEdge *edge, const Agedge_t *laid, double height)
{
  const splines *curve = ED_spl (laid);

  g_array_set_size (edge->points, 0);
  if (curve == NULL || curve->size == 0)
    return;
  for (gsize i = 0; i < (gsize) curve->list[0].size; i++)
    {
      double x = curve->list[0].list[i].x, y = height - curve->list[0].list[i].y;

      g_array_append_val (edge->points, x);
      g_array_append_val (edge->points, y);
    }
  if (curve->list[0].eflag)
    {
      double x = curve->list[0].ep.x, y = height - curve->list[0].ep.y;

      /* The tip of the arrow ends a straight piece. */
      for (guint i = 0; i < 3; i++)
        {
          g_array_append_val (edge->points, x);
          g_array_append_val (edge->points, y);
        }
    }
}

static void
take_places (GsGraph *self, Agraph_t *graph, Agnode_t **nodes, Agedge_t **edges)
{
  self->width = GD_bb (graph).UR.x;
  self->height = GD_bb (graph).UR.y;
  for (guint i = 0; i < self->nodes->len; i++)
    {
      GsGraphNode *node = gs_graph_get_node (self, i);

      node->x = ND_coord (nodes[i]).x;
      node->y = self->height - ND_coord (nodes[i]).y;
    }
  for (guint i = 0; i < self->edges->len; i++)
    take_edge (gs_graph_get_edge (self, i), edges[i], self->height);
}

/* On the one thread that Graphviz knows. */
static gboolean
lay_out (GsGraph *self)
{
  static GVC_t *context = NULL;
  g_autofree Agnode_t **nodes = g_new0 (Agnode_t *, self->nodes->len + 1);
  g_autofree Agedge_t **edges = g_new0 (Agedge_t *, self->edges->len + 1);
  Agraph_t *graph;
  gboolean good;

  if (context == NULL)
    context = gvContext ();
  agseterr (AGMAX);
  graph = make_graph (self, nodes, edges);
  good = gvLayout (context, graph, "dot") == 0;
  if (good)
    {
      take_places (self, graph, nodes, edges);
      gvFreeLayout (context, graph);
    }
  agclose (graph);

  return good;
}

#else

static gboolean
lay_out (GsGraph *self)
{
  return FALSE;
}

#endif

/* What a task holds, and gives away. */
typedef struct
{
  GsGraph *graph;
} Held;

static void
held_free (gpointer data)
{
  gs_graph_free (((Held *) data)->graph);
  g_free (data);
}

static void
work_cb (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  GsGraph *graph = ((Held *) g_task_get_task_data (task))->graph;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (graph->nodes->len == 0 || lay_out (graph))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, GS_ERROR, GS_ERROR_FAILED, _ ("The graph could not be laid out."));
}

/**
 * gs_graph_layout_async:
 * @self: (transfer full): a graph
 * @cancellable: (nullable): cancels a layout that has not begun
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Any thread. Lays the graph out on a thread of its own.
 */
void
gs_graph_layout_async (GsGraph *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  static gsize pool = 0;
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Held *held = g_new0 (Held, 1);

  held->graph = self;
  g_task_set_task_data (task, held, held_free);
  if (g_once_init_enter (&pool))
    g_once_init_leave (&pool, (gsize) g_thread_pool_new (work_cb, NULL, 1, TRUE, NULL));
  g_thread_pool_push ((GThreadPool *) pool, task, NULL);
}

/**
 * gs_graph_layout_finish:
 * @result: what the callback got
 * @error: cancelled, or GS_ERROR_FAILED
 *
 * Returns: (transfer full): the graph with the places of its nodes, or %NULL with @error
 */
GsGraph *
gs_graph_layout_finish (GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  Held *held = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (task, error))
    return NULL;

  return g_steal_pointer (&held->graph);
}
