/* gs-window.c: the window: one workspace, or the way to one.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-window-private.h"

#include <glib/gi18n.h>

#include "gs-accessible.h"
#include "gs-isolate.h"
#include "gs-labels.h"
#include "gs-settings.h"
#include "gs-tooltip.h"
#include "gs-welcome-page.h"

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPS
};

enum
{
  WORKSPACE_OPENED,
  OPEN_FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsWindow, gs_window, ADW_TYPE_APPLICATION_WINDOW)

static void
import_finished_cb (GsWindow *self, const char *first_article)
{
  /* Nobody is taken away from a claim being written. */
  if (first_article != NULL && !gs_articles_page_is_editing (self->articles))
    gs_window_show_article (self, first_article, NULL);
}

/* "Undo “Add claim” (Ctrl+Z)" */
static void
update_history_cb (GsWindow *self)
{
  const char *undo = self->workspace != NULL ? gs_workspace_get_undo_label (self->workspace) : NULL;
  const char *redo = self->workspace != NULL ? gs_workspace_get_redo_label (self->workspace) : NULL;
  g_autofree char *undo_tip =
    undo != NULL ? gs_compose (_ ("Undo “%s” (Ctrl+Z)"), undo) : g_strdup (_ ("Nothing to Undo"));
  g_autofree char *redo_tip =
    redo != NULL ? gs_compose (_ ("Redo “%s” (Shift+Ctrl+Z)"), redo) : g_strdup (_ ("Nothing to Redo"));

  gtk_widget_set_tooltip_text (self->undo, undo_tip);
  gtk_widget_set_tooltip_text (self->redo, redo_tip);
  gs_window_update_actions (self);
}

static void
update_title (GsWindow *self)
{
  const char *title = self->workspace != NULL ? gs_workspace_get_title (self->workspace) : NULL;
  g_autofree char *base = self->path != NULL ? g_path_get_basename (self->path) : NULL;
  g_autofree char *shown = base != NULL ? g_filename_display_name (base) : NULL;
  g_autofree char *full = NULL;

  if (title == NULL || *title == '\0')
    title = shown;
  full = title != NULL ? gs_compose (_ ("%s – Gainsay"), title) : g_strdup ("Gainsay");

  gtk_window_set_title (GTK_WINDOW (self), full);
  adw_view_switcher_title_set_title (self->switcher_title, title != NULL ? title : "Gainsay");
}

static void
update_switcher (GsWindow *self)
{
  gboolean open = self->workspace != NULL;

  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, open);
  adw_view_switcher_bar_set_reveal (self->switcher_bar,
                                    open && adw_view_switcher_title_get_title_visible (self->switcher_title));
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), open);
  gtk_widget_set_visible (self->undo, open && !self->narrow);
  gtk_widget_set_visible (self->redo, open && !self->narrow);
}

static gboolean
update_switcher_later_cb (gpointer data)
{
  GsWindow *self = data;

  self->switcher_idle = 0;
  update_switcher (self);

  return G_SOURCE_REMOVE;
}

/* Notified in the middle of giving out sizes, when nothing may ask for another. */
static void
title_visible_cb (GsWindow *self)
{
  if (self->switcher_idle == 0 && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    self->switcher_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_switcher_later_cb, self, NULL);
}

static void
fill_recent_menu (GsWindow *self)
{
  g_auto (GStrv) recent = gs_settings_get_recent ();

  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autofree char *base = g_path_get_basename (recent[i]);
      g_auto (GStrv) parts = g_strsplit (base, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-path", "s", recent[i]);
      g_menu_append_item (self->recent_menu, item);
    }
}

/* What opens over the window need not be there when it is first drawn. */
void
gs_window_complete (GsWindow *self)
{
  if (self->search != NULL)
    return;

  /* X11 has it drawn in every size there is. */
  gtk_window_set_default_icon_name (GS_APP_ID);

  self->search = g_object_new (GS_TYPE_SEARCH_POPOVER, NULL);
  g_signal_connect_object (self->search, "hit-chosen", G_CALLBACK (gs_window_open_claim), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->search_button, GTK_WIDGET (self->search));

  gtk_menu_button_set_menu_model (self->menu_button, self->primary_menu);
  /* A menu button of GTK 4.8 does not tell that it is pressed; its menu does. */
  g_signal_connect_object (gtk_menu_button_get_popover (self->menu_button), "show", G_CALLBACK (fill_recent_menu), self,
                           G_CONNECT_SWAPPED);
  fill_recent_menu (self);
}

static void
gs_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, GS_WINDOW (object)->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gs_window_dispose (GObject *object)
{
  GsWindow *self = GS_WINDOW (object);

  if (self->workspace != NULL)
    gs_window_set_workspace (self, NULL);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->switcher_idle, g_source_remove);
  g_clear_handle_id (&self->taking, g_source_remove);
  g_clear_object (&self->opened);

  G_OBJECT_CLASS (gs_window_parent_class)->dispose (object);
}

static void
gs_window_finalize (GObject *object)
{
  GsWindow *self = GS_WINDOW (object);

  g_free (self->path);
  g_ptr_array_unref (self->waiting_paths);

  G_OBJECT_CLASS (gs_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GsWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, GsWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, GsWindow, back);
  gtk_widget_class_bind_template_child (widget_class, GsWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, GsWindow, redo);
  gtk_widget_class_bind_template_child (widget_class, GsWindow, header);
  gtk_widget_class_bind_template_child (widget_class, GsWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, GsWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, GsWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, GsWindow, read_only);
  gtk_widget_class_bind_template_child (widget_class, GsWindow, read_only_label);
  gtk_widget_class_bind_template_child (widget_class, GsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, GsWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, GsWindow, import_bar);
  gtk_widget_class_bind_template_child (widget_class, GsWindow, primary_menu);
  gtk_widget_class_bind_template_callback (widget_class, import_finished_cb);
}

static void
gs_window_class_init (GsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gs_window_get_property;
  object_class->dispose = gs_window_dispose;
  object_class->finalize = gs_window_finalize;

  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[WORKSPACE_OPENED] = g_signal_new ("workspace-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_FAILED] = g_signal_new ("open-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_ERROR);

  g_type_ensure (GS_TYPE_IMPORT_BAR);
  bind_template (widget_class);

  gs_window_class_install_frame (widget_class);
  gs_window_class_install_actions (widget_class);
  gs_window_class_install_workbench (widget_class);
  gs_window_class_install_tour (widget_class);
}

static void
gs_window_init (GsWindow *self)
{
  self->waiting_paths = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gs_accessible_name_once (GTK_WIDGET (self));
  gs_tooltip_when_cut (GTK_WIDGET (self));
  if (GS_DEVEL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");

  g_signal_connect_object (self->switcher_title, "notify::title-visible", G_CALLBACK (title_visible_cb), self,
                           G_CONNECT_SWAPPED);
  gs_window_add_drop_target (self);
  if (gs_settings_get () != NULL)
    g_signal_connect_object (gs_settings_get (), "changed::annotator-name", G_CALLBACK (gs_window_update_annotator),
                             self, G_CONNECT_SWAPPED);
  update_switcher (self);
  update_history_cb (self);
  gs_window_update_back (self);
}

/**
 * gs_window_get_workspace:
 * @self: a #GsWindow
 *
 * Returns: (transfer none) (nullable): what is open
 */
GsWorkspace *
gs_window_get_workspace (GsWindow *self)
{
  g_return_val_if_fail (GS_IS_WINDOW (self), NULL);

  return self->workspace;
}

/**
 * gs_window_get_path:
 * @self: a #GsWindow
 *
 * Returns: (transfer none) (nullable): path of what is open or being opened
 */
const char *
gs_window_get_path (GsWindow *self)
{
  g_return_val_if_fail (GS_IS_WINDOW (self), NULL);

  return self->path;
}

/* What most windows never show is made when it is to be shown. A spinner draws
 * frames even where it is not seen. */
void
gs_window_show_stage (GsWindow *self, const char *name)
{
  if (g_str_equal (name, "welcome") && gtk_stack_get_child_by_name (self->stack, name) == NULL)
    {
      GtkWidget *welcome = gs_welcome_page_new ();

      gs_accessible_name_once (welcome);
      gtk_stack_add_named (self->stack, welcome, name);
    }

  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "opening"));
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
follow_workspace (GsWindow *self)
{
  gboolean read_only = gs_workspace_is_read_only (self->workspace);

  g_signal_connect_object (self->workspace, "notify::undo-label", G_CALLBACK (update_history_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::redo-label", G_CALLBACK (update_history_cb), self,
                           G_CONNECT_SWAPPED);
  gs_workspace_watch (self->workspace);
  gs_window_keep_backups (self);
  gs_window_update_annotator (self);

  gtk_label_set_label (self->read_only_label,
                       _ ("This workspace is open for reading only: the file or its folder cannot be written, or "
                          "another program holds it. Save a copy to work on it."));
  gtk_revealer_set_reveal_child (self->read_only, read_only);
}

/**
 * gs_window_set_workspace:
 * @self: a #GsWindow
 * @workspace: (nullable): an open workspace; %NULL shows the welcome page
 */
void
gs_window_set_workspace (GsWindow *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_WINDOW (self));
  g_return_if_fail (workspace == NULL || GS_IS_WORKSPACE (workspace));

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  gs_window_stop_backups (self);
  g_set_object (&self->workspace, workspace);
  g_free (self->path);
  self->path = workspace != NULL ? g_strdup (gs_workspace_get_path (workspace)) : NULL;

  gs_window_give_workspace (self);
  /* A window that is not mapped, or no longer, gets its welcome page when it is. */
  if (workspace != NULL || gtk_widget_get_mapped (GTK_WIDGET (self)))
    gs_window_show_stage (self, workspace != NULL ? "workbench" : "welcome");
  if (workspace != NULL)
    {
      g_autofree char *page = gs_settings_get_string ("page");

      follow_workspace (self);
      gs_window_show_page (self, self->remembers ? page : "articles");
      gs_articles_page_show_first (self->articles);
    }
  else
    gtk_revealer_set_reveal_child (self->read_only, FALSE);

  update_title (self);
  update_switcher (self);
  update_history_cb (self);
  gs_window_update_back (self);
  if (workspace != NULL)
    g_signal_emit (self, signals[WORKSPACE_OPENED], 0);
}
