/* gs-graph-view.c: who relays whom, drawn.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-graph-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "gs-graph-choice.h"
#include "gs-graph-layout.h"
#include "gs-graph-paint.h"
#include "gs-isolate.h"
#include "gs-labels.h"

#define MAX_ZOOM 3.0
#define MIN_ZOOM 0.1
#define STEP 1.25

/* Smaller than this, names cannot be read. */
#define LEGIBLE 0.7

#define MARGIN 18

struct _GsGraphView
{
  GtkWidget parent_instance;

  GCancellable *laying_out;
  GsGraph *graph;     /* laid out, (nullable) */
  GPtrArray *nodes;   /* GtkWidget, owned by the widget tree */
  GHashTable *places; /* UUID → place + 1 */
  char *chosen;
  guint n_sources;

  double zoom;
  double x; /* of the graph's corner, in pixels of the widget */
  double y;
  double drag_x;
  double drag_y;
  double pinch;
  gboolean moved; /* the analyst has zoomed or moved it */
};

enum
{
  NODE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsGraphView, gs_graph_view, GTK_TYPE_WIDGET)

/* Looking ------------------------------------------------------------------------------ */

static void
move_to (GsGraphView *self, double x, double y)
{
  self->x = x;
  self->y = y;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What lies at (@x, @y) stays there. */
static void
zoom_at (GsGraphView *self, double zoom, double x, double y)
{
  double factor;

  zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  factor = zoom / self->zoom;
  self->zoom = zoom;
  self->moved = TRUE;
  move_to (self, x - (x - self->x) * factor, y - (y - self->y) * factor);
}

static void
zoom_by (GsGraphView *self, double factor)
{
  zoom_at (self, self->zoom * factor, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
           gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/* All of it, as long as its names can be read; then its middle. Done where room
 * is given out, and again for other room until the analyst moves it. */
static void
place_all (GsGraphView *self, double width, double height)
{
  double zoom =
    MIN ((width - 2 * MARGIN) / MAX (self->graph->width, 1), (height - 2 * MARGIN) / MAX (self->graph->height, 1));

  self->zoom = CLAMP (zoom, LEGIBLE, 1.0);
  self->x = MAX ((width - self->graph->width * self->zoom) / 2, MARGIN);
  self->y = (height - self->graph->height * self->zoom) / 2;
}

static void
fit (GsGraphView *self)
{
  self->moved = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_node (GsGraphView *self, guint place)
{
  const GsGraphNode *node;
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double left, top, right, bottom, x = self->x, y = self->y;

  if (self->graph == NULL || place >= self->graph->nodes->len || width < 1)
    return;

  node = gs_graph_get_node (self->graph, place);
  left = x + (node->x - node->width / 2) * self->zoom;
  right = left + node->width * self->zoom;
  top = y + (node->y - node->height / 2) * self->zoom;
  bottom = top + node->height * self->zoom;
  x += left < MARGIN ? MARGIN - left : right > width - MARGIN ? width - MARGIN - right : 0;
  y += top < MARGIN ? MARGIN - top : bottom > height - MARGIN ? height - MARGIN - bottom : 0;
  if (x == self->x && y == self->y)
    return;
  self->moved = TRUE;
  move_to (self, x, y);
}

/* Nodes -------------------------------------------------------------------------------- */

static void
node_clicked_cb (GsGraphView *self, GtkWidget *node)
{
  const char *source = g_object_get_data (G_OBJECT (node), "source");

  gs_graph_view_choose (self, source);
  g_signal_emit (self, signals[NODE_CHOSEN], 0, source);
}

static void
node_focused_cb (GtkEventControllerFocus *focus, GsGraphView *self)
{
  GtkWidget *node = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));

  show_node (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (node), "place")));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
add_node (GsGraphView *self, const char *source, const char *name, int kind, gint64 claims)
{
  GtkWidget *node = gtk_button_new (), *label = gtk_label_new (name != NULL ? name : _ ("Nameless"));
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *told =
    gs_compose (g_dngettext (NULL, "%s, %s, %'d claim", "%s, %s, %'d claims", (gulong) claims),
                name != NULL ? name : _ ("Nameless"), gs_label (&gs_source_kinds, kind), (int) claims);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_button_set_child (GTK_BUTTON (node), label);
  gtk_widget_add_css_class (node, "graph-node");
  if (kind == GS_SOURCE_OUTLET || kind == GS_SOURCE_AGENCY)
    gtk_widget_add_css_class (node, "publishes");
  else if (kind == GS_SOURCE_ANONYMOUS_GROUP || kind == GS_SOURCE_GENERIC)
    gtk_widget_add_css_class (node, "nameless");
  gtk_widget_set_tooltip_text (node, told);
  gtk_accessible_update_property (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  g_object_set_data_full (G_OBJECT (node), "source", g_strdup (source), g_free);
  g_object_set_data (G_OBJECT (node), "place", GUINT_TO_POINTER (self->nodes->len));
  g_signal_connect_object (node, "clicked", G_CALLBACK (node_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (focus, "enter", G_CALLBACK (node_focused_cb), self);
  gtk_widget_add_controller (node, focus);
  /* Shown when it has a place. */
  gtk_widget_set_child_visible (node, FALSE);
  gtk_widget_set_parent (node, GTK_WIDGET (self));
  g_ptr_array_add (self->nodes, node);
}

static void
remove_nodes (GsGraphView *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    gtk_widget_unparent (self->nodes->pdata[i]);
  g_ptr_array_set_size (self->nodes, 0);
  g_hash_table_remove_all (self->places);
  g_clear_pointer (&self->graph, gs_graph_free);
}

/* What is to be drawn ------------------------------------------------------------------ */

static void
choose_nodes (GsGraphView *self, const GPtrArray *relays)
{
  g_autoptr (GPtrArray) sorted = gs_graph_choice_list (relays);

  self->n_sources = sorted->len;
  for (guint i = 0; i < MIN (sorted->len, GS_GRAPH_VIEW_MAX); i++)
    {
      const GsGraphChoice *one = sorted->pdata[i];

      add_node (self, one->source, one->name, one->kind, one->claims);
      g_hash_table_insert (self->places, g_strdup (one->source), GUINT_TO_POINTER (i + 1));
    }
}

static GsGraph *
make_graph (GsGraphView *self, const GPtrArray *relays)
{
  GsGraph *graph = gs_graph_new ();

  for (guint i = 0; i < self->nodes->len; i++)
    {
      GtkRequisition natural;

      gtk_widget_get_preferred_size (self->nodes->pdata[i], NULL, &natural);
      gs_graph_add_node (graph, natural.width, natural.height);
    }
  for (guint i = 0; i < relays->len; i++)
    {
      const GsRelay *relay = relays->pdata[i];
      guint from = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, relay->outer));
      guint to = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, relay->inner));

      if (from > 0 && to > 0)
        gs_graph_add_edge (graph, from - 1, to - 1, (guint) MIN (relay->claims, G_MAXUINT));
    }

  return graph;
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsGraphView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GsGraph) graph = gs_graph_layout_finish (result, &error);

  /* Another one has been asked for, or there is nothing to draw it in. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || g_cancellable_is_cancelled (self->laying_out)
      || (graph != NULL && graph->nodes->len != self->nodes->len))
    return;

  g_clear_object (&self->laying_out);
  if (graph == NULL)
    return;
  if (self->chosen != NULL)
    gs_graph_view_choose (self, self->chosen);
  self->graph = g_steal_pointer (&graph);
  for (guint i = 0; i < self->nodes->len; i++)
    gtk_widget_set_child_visible (self->nodes->pdata[i], TRUE);
  fit (self);
}

/* Events ------------------------------------------------------------------------------- */

static void
drag_begun_cb (GsGraphView *self)
{
  self->drag_x = self->x;
  self->drag_y = self->y;
}

static void
dragged_cb (GsGraphView *self, double x, double y)
{
  self->moved = TRUE;
  move_to (self, self->drag_x + x, self->drag_y + y);
}

static void
pinch_begun_cb (GsGraphView *self)
{
  self->pinch = self->zoom;
}

static void
pinched_cb (GsGraphView *self, double scale)
{
  zoom_at (self, self->pinch * scale, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
           gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/* The wheel moves; with Control it zooms. */
static gboolean
scrolled_cb (GtkEventControllerScroll *scroll, double dx, double dy, GsGraphView *self)
{
  if (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll)) & GDK_CONTROL_MASK)
    zoom_by (self, dy < 0 ? STEP : 1 / STEP);
  else
    {
      self->moved = TRUE;
      move_to (self, self->x - dx * 40, self->y - dy * 40);
    }

  return TRUE;
}

static void
zoom_in (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  zoom_by (GS_GRAPH_VIEW (widget), STEP);
}

static void
zoom_out (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  zoom_by (GS_GRAPH_VIEW (widget), 1 / STEP);
}

static void
zoom_to_fit (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  fit (GS_GRAPH_VIEW (widget));
}

/* The widget --------------------------------------------------------------------------- */

static void
gs_graph_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  GsGraphView *self = GS_GRAPH_VIEW (widget);

  /* GTK wants children measured before they are given room. */
  for (guint i = 0; i < self->nodes->len; i++)
    gtk_widget_measure (self->nodes->pdata[i], orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = 160;
  *natural = 400;
}

static void
gs_graph_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GsGraphView *self = GS_GRAPH_VIEW (widget);

  if (self->graph == NULL)
    return;
  if (!self->moved)
    place_all (self, width, height);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const GsGraphNode *node = gs_graph_get_node (self->graph, i);
      GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) self->x, (float) self->y));

      transform = gsk_transform_scale (transform, (float) self->zoom, (float) self->zoom);
      transform = gsk_transform_translate (transform, &GRAPHENE_POINT_INIT ((float) (node->x - node->width / 2),
                                                                            (float) (node->y - node->height / 2)));
      gtk_widget_allocate (self->nodes->pdata[i], (int) ceil (node->width), (int) ceil (node->height), -1, transform);
    }
}

static guint
marked_node (GsGraphView *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      if (gtk_widget_has_focus (self->nodes->pdata[i]))
        return i;
    }

  return self->chosen != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->places, self->chosen)) - 1 : G_MAXUINT;
}

static void
gs_graph_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GsGraphView *self = GS_GRAPH_VIEW (widget);

  if (self->graph == NULL)
    return;

  gs_graph_paint_edges (widget, snapshot, self->graph, marked_node (self), self->x, self->y, self->zoom);
  for (guint i = 0; i < self->nodes->len; i++)
    gtk_widget_snapshot_child (widget, self->nodes->pdata[i], snapshot);
}

static void
gs_graph_view_dispose (GObject *object)
{
  GsGraphView *self = GS_GRAPH_VIEW (object);

  g_cancellable_cancel (self->laying_out);
  g_clear_object (&self->laying_out);
  remove_nodes (self);

  G_OBJECT_CLASS (gs_graph_view_parent_class)->dispose (object);
}

static void
gs_graph_view_finalize (GObject *object)
{
  GsGraphView *self = GS_GRAPH_VIEW (object);

  g_ptr_array_unref (self->nodes);
  g_hash_table_unref (self->places);
  g_free (self->chosen);

  G_OBJECT_CLASS (gs_graph_view_parent_class)->finalize (object);
}

static void
gs_graph_view_class_init (GsGraphViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_graph_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = gs_graph_view_finalize;
  widget_class->measure = gs_graph_view_measure;
  widget_class->size_allocate = gs_graph_view_size_allocate;
  widget_class->snapshot = gs_graph_view_snapshot;

  signals[NODE_CHOSEN] = g_signal_new ("node-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "graph.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "graph.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "graph.fit", NULL, zoom_to_fit);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, 0, "graph.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, 0, "graph.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, 0, "graph.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, 0, "graph.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, 0, "graph.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, 0, "graph.fit", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "graph");
}

static void
add_controllers (GsGraphView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (dragged_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begun_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

static void
gs_graph_view_init (GsGraphView *self)
{
  self->nodes = g_ptr_array_new ();
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->zoom = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Who Relays Whom"), -1);
  add_controllers (self);
}

/**
 * gs_graph_view_set_relays:
 * @self: a #GsGraphView
 * @relays: (element-type GsRelay): who relays whom, most claims first
 *
 * Returns at once; the layout follows.
 */
void
gs_graph_view_set_relays (GsGraphView *self, const GPtrArray *relays)
{
  g_return_if_fail (GS_IS_GRAPH_VIEW (self));

  g_cancellable_cancel (self->laying_out);
  g_clear_object (&self->laying_out);
  remove_nodes (self);
  choose_nodes (self, relays);
  if (self->nodes->len == 0)
    {
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  self->laying_out = g_cancellable_new ();
  gs_graph_layout_async (make_graph (self, relays), self->laying_out, laid_out_cb, g_object_ref (self));
}

/**
 * gs_graph_view_choose:
 * @self: a #GsGraphView
 * @source: (nullable): UUID
 *
 * Marks a node, with what goes to and from it, and brings it into view.
 */
void
gs_graph_view_choose (GsGraphView *self, const char *source)
{
  guint place;

  g_return_if_fail (GS_IS_GRAPH_VIEW (self));

  place = self->chosen != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->places, self->chosen)) : 0;
  if (place > 0)
    gtk_widget_remove_css_class (self->nodes->pdata[place - 1], "chosen");
  if (self->chosen != source)
    {
      g_free (self->chosen);
      self->chosen = g_strdup (source);
    }
  place = source != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->places, source)) : 0;
  if (place > 0)
    {
      gtk_widget_add_css_class (self->nodes->pdata[place - 1], "chosen");
      show_node (self, place - 1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * gs_graph_view_get_size:
 * @self: a #GsGraphView
 * @n_sources: (out): how many sources there are
 * @n_drawn: (out): how many of them are drawn
 */
void
gs_graph_view_get_size (GsGraphView *self, guint *n_sources, guint *n_drawn)
{
  g_return_if_fail (GS_IS_GRAPH_VIEW (self));

  *n_sources = self->n_sources;
  *n_drawn = self->nodes->len;
}

/**
 * gs_graph_view_get_zoom:
 * @self: a #GsGraphView
 *
 * Returns: how much larger than life it is drawn
 */
double
gs_graph_view_get_zoom (GsGraphView *self)
{
  g_return_val_if_fail (GS_IS_GRAPH_VIEW (self), 1);

  return self->zoom;
}

/**
 * gs_graph_view_is_settled:
 * @self: a #GsGraphView
 *
 * Returns: whether the nodes have their places
 */
gboolean
gs_graph_view_is_settled (GsGraphView *self)
{
  g_return_val_if_fail (GS_IS_GRAPH_VIEW (self), FALSE);

  return self->laying_out == NULL;
}
