/* gs-relays-view.c: who relays whom, as a graph or as a list.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-relays-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "gs-graph-layout.h"
#include "gs-graph-view.h"
#include "gs-isolate.h"
#include "gs-notify.h"
#include "gs-picker.h"

/* Relays that are read: the graph draws fewer sources than these make. */
#define MAX_RELAYS 2000

/* Rows of the list. */
#define MAX_ROWS 300

struct _GsRelaysView
{
  GtkWidget parent_instance;

  GsWorkspace *workspace;
  GCancellable *reading;
  gboolean outdated; /* to be read when it comes into view */

  GtkWidget *box;
  GsPicker *question;
  GtkLabel *count;
  GtkToggleButton *as_list;
  GtkWidget *zoom;
  GtkStack *stack;
  GsGraphView *graph;
  GtkListBox *list;
};

enum
{
  SOURCE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsRelaysView, gs_relays_view, GTK_TYPE_WIDGET)

static gpointer
read_relays (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_workspace_relays (workspace, data, MAX_RELAYS, error);
}

static void
add_row (GsRelaysView *self, const GsRelay *relay)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = gs_compose (_ ("%s relays %s"), relay->outer_name, relay->inner_name);
  g_autofree char *subtitle =
    g_strdup_printf (g_dngettext (NULL, "%'d claim", "%'d claims", (gulong) relay->claims), (int) relay->claims);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "source", g_strdup (relay->inner), g_free);
  gtk_list_box_append (self->list, row);
}

static void
show_what_fits (GsRelaysView *self, guint n_relays)
{
  gboolean listed = gtk_toggle_button_get_active (self->as_list);

  gtk_widget_set_visible (self->zoom, !listed);
  gtk_stack_set_visible_child_name (self->stack, n_relays == 0 ? "empty" : listed ? "list" : "graph");
}

static void
show_relays (GsRelaysView *self, const GPtrArray *relays)
{
  GtkListBoxRow *row;
  guint n_sources, n_drawn;
  g_autofree char *text = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < MIN (relays->len, MAX_ROWS); i++)
    add_row (self, relays->pdata[i]);
  gs_graph_view_set_relays (self->graph, relays);

  gs_graph_view_get_size (self->graph, &n_sources, &n_drawn);
  if (n_drawn < n_sources || relays->len == MAX_RELAYS)
    text = g_strdup_printf (_ ("The %'u sources with most claims, of %'u"), n_drawn, n_sources);
  else
    text = g_strdup_printf (g_dngettext (NULL, "%'u source", "%'u sources", n_sources), n_sources);
  gtk_label_set_label (self->count, text);
  show_what_fits (self, relays->len);
}

static void
relays_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsRelaysView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) relays = gs_workspace_read_aside_finish (GS_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workspace != GS_WORKSPACE (source))
    return;

  g_clear_object (&self->reading);
  if (relays != NULL)
    show_relays (self, relays);
  else
    gs_notify_error (GTK_WIDGET (self), _ ("The sources could not be read"), error);
}

static void
read_anew (GsRelaysView *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->workspace == NULL || self->outdated)
    return;

  self->reading = g_cancellable_new ();
  gs_workspace_read_aside_async (self->workspace, read_relays, g_strdup (gs_picker_get_uuid (self->question)), g_free,
                                 (GDestroyNotify) g_ptr_array_unref, self->reading, relays_read_cb,
                                 g_object_ref (self));
}

static void
listed_cb (GsRelaysView *self)
{
  show_what_fits (self, gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

static void
node_chosen_cb (GsRelaysView *self, const char *source)
{
  g_signal_emit (self, signals[SOURCE_CHOSEN], 0, source);
}

static void
row_activated_cb (GsRelaysView *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SOURCE_CHOSEN], 0, g_object_get_data (G_OBJECT (row), "source"));
}

/* Only what is looked at is read. */
static void
gs_relays_view_map (GtkWidget *widget)
{
  GsRelaysView *self = GS_RELAYS_VIEW (widget);

  GTK_WIDGET_CLASS (gs_relays_view_parent_class)->map (widget);
  if (self->outdated)
    read_anew (self);
}

static void
gs_relays_view_dispose (GObject *object)
{
  GsRelaysView *self = GS_RELAYS_VIEW (object);

  if (self->box != NULL)
    gs_relays_view_set_workspace (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_relays_view_parent_class)->dispose (object);
}

static void
gs_relays_view_class_init (GsRelaysViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_relays_view_dispose;
  widget_class->map = gs_relays_view_map;
  signals[SOURCE_CHOSEN] = g_signal_new ("source-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (GS_TYPE_PICKER);
  g_type_ensure (GS_TYPE_GRAPH_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-relays-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GsRelaysView, box);
  gtk_widget_class_bind_template_child (widget_class, GsRelaysView, question);
  gtk_widget_class_bind_template_child (widget_class, GsRelaysView, count);
  gtk_widget_class_bind_template_child (widget_class, GsRelaysView, as_list);
  gtk_widget_class_bind_template_child (widget_class, GsRelaysView, zoom);
  gtk_widget_class_bind_template_child (widget_class, GsRelaysView, stack);
  gtk_widget_class_bind_template_child (widget_class, GsRelaysView, graph);
  gtk_widget_class_bind_template_child (widget_class, GsRelaysView, list);
  gtk_widget_class_bind_template_callback (widget_class, read_anew);
  gtk_widget_class_bind_template_callback (widget_class, listed_cb);
  gtk_widget_class_bind_template_callback (widget_class, node_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

/* The buttons stand beside the graph, not in it. */
static void
act_on_graph_cb (GtkWidget *button, GsRelaysView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->graph), gtk_widget_get_name (button), NULL);
}

static void
gs_relays_view_init (GsRelaysView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (GtkWidget *button = gtk_widget_get_first_child (self->zoom); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    g_signal_connect (button, "clicked", G_CALLBACK (act_on_graph_cb), self);
  if (!gs_graph_can_lay_out ())
    {
      gtk_toggle_button_set_active (self->as_list, TRUE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->as_list), FALSE);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->as_list), _ ("Gainsay was built without Graphviz"));
    }
}

/**
 * gs_relays_view_set_workspace:
 * @self: a #GsRelaysView
 * @workspace: (nullable): %NULL shows nothing
 */
void
gs_relays_view_set_workspace (GsRelaysView *self, GsWorkspace *workspace)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  g_return_if_fail (GS_IS_RELAYS_VIEW (self));

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, read_anew, self);
  g_set_object (&self->workspace, workspace);
  gs_picker_set_workspace (self->question, workspace);
  gs_picker_set_uuid (self->question, NULL);
  show_relays (self, nothing);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (read_anew), self, G_CONNECT_SWAPPED);
  read_anew (self);
}

/**
 * gs_relays_view_choose:
 * @self: a #GsRelaysView
 * @source: (nullable): UUID of the source to be marked
 */
void
gs_relays_view_choose (GsRelaysView *self, const char *source)
{
  g_return_if_fail (GS_IS_RELAYS_VIEW (self));

  gs_graph_view_choose (self->graph, source);
}

/**
 * gs_relays_view_is_settled:
 * @self: a #GsRelaysView
 *
 * Returns: whether what is to be seen has been read and has its place
 */
gboolean
gs_relays_view_is_settled (GsRelaysView *self)
{
  g_return_val_if_fail (GS_IS_RELAYS_VIEW (self), FALSE);

  return self->reading == NULL && gs_graph_view_is_settled (self->graph);
}
