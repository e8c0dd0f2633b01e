/* gs-window-actions.c: what the window's menu, buttons and keys do.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-window-private.h"

#include <glib/gi18n.h>

#include "gs-agreement-dialog.h"
#include "gs-export-dialog.h"
#include "gs-fetch.h"
#include "gs-history-dialog.h"
#include "gs-isolate.h"
#include "gs-notify.h"
#include "gs-panes.h"
#include "gs-paste-dialog.h"
#include "gs-print.h"
#include "gs-questions-dialog.h"
#include "gs-tags-dialog.h"

static void
new_workspace (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gs_window_choose_new (GS_WINDOW (widget));
}

/* GTK would make the list of keys for every window before it is drawn. */
static void
show_keys (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/gainsay/Gainsay/ui/gs-shortcuts.ui");

      gtk_application_window_set_help_overlay (window,
                                               GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static void
open_workspace (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gs_window_choose_open (GS_WINDOW (widget));
}

static void
open_path (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gs_window_open_beside (GS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_sample (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gs_window_open_sample (GS_WINDOW (widget));
}

static void
import_files (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gs_window_choose_import (GS_WINDOW (widget), FALSE);
}

static void
import_folder (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gs_window_choose_import (GS_WINDOW (widget), TRUE);
}

static void
pasted_cb (GsWindow *self, const char *text, const char *title)
{
  gs_window_import_text (self, text, title);
}

static void
paste_article (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *dialog = gs_paste_dialog_new (GTK_WINDOW (widget));

  g_signal_connect_object (dialog, "pasted", G_CALLBACK (pasted_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
import_address (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gs_window_ask_address (GS_WINDOW (widget), NULL);
}

static void
export_report (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (gs_export_dialog_new (GTK_WINDOW (widget), GS_WINDOW (widget)->workspace)));
}

static void
print_report (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GsWindow *self = GS_WINDOW (widget);

  gs_notify (adw_toast_overlay_get_child (self->toasts), _ ("The report is being laid out…"));
  gs_print_report (GTK_WINDOW (self), adw_toast_overlay_get_child (self->toasts), self->workspace, NULL, NULL);
}

static void
show_claims_cb (GsWindow *self, const char *question, const char *source)
{
  gs_window_show_page (self, "claims");
  gs_claims_page_show_claims (self->claims, question, source);
}

static void
show_questions (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *dialog = gs_questions_dialog_new (GTK_WINDOW (widget), GS_WINDOW (widget)->workspace);

  g_signal_connect_object (dialog, "show-claims", G_CALLBACK (show_claims_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_tag_cb (GsWindow *self, const char *tag)
{
  gs_window_show_page (self, "claims");
  gs_claims_page_show_tag (self->claims, tag);
}

static void
show_tags (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *dialog = gs_tags_dialog_new (GTK_WINDOW (widget), GS_WINDOW (widget)->workspace);

  g_signal_connect_object (dialog, "show-claims", G_CALLBACK (show_tag_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_history (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (gs_history_dialog_new (GTK_WINDOW (widget), GS_WINDOW (widget)->workspace)));
}

static void
show_agreement (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (gs_agreement_dialog_new (GTK_WINDOW (widget), GS_WINDOW (widget)->workspace)));
}

static void
save_copy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gs_window_choose_copy (GS_WINDOW (widget));
}

static void
show_backups (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gs_window_show_backups (GS_WINDOW (widget), GS_WINDOW (widget)->path);
}

static void
merge_workspace (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gs_window_choose_merge (GS_WINDOW (widget));
}

static void
show_refused (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gs_import_bar_show_refused (GS_WINDOW (widget)->import_bar);
}

static gpointer
undo_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  char *label = NULL;

  gs_workspace_undo (workspace, &label, error);

  return label;
}

static gpointer
redo_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  char *label = NULL;

  gs_workspace_redo (workspace, &label, error);

  return label;
}

typedef struct
{
  GsWindow *window;
  const char *said;
} Step;

static void
stepped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Step *step = user_data;
  g_autoptr (GsWindow) self = step->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (error != NULL)
    gs_notify_error (GTK_WIDGET (self->toasts), NULL, error);
  else if (label != NULL)
    {
      g_autofree char *message = gs_compose (_ (step->said), label);

      gs_notify (GTK_WIDGET (self->toasts), message);
    }
}

static void
step (GsWindow *self, GsWorkspaceFunc func, const char *said)
{
  Step *data = g_new0 (Step, 1);

  data->window = g_object_ref (self);
  data->said = said;
  gs_workspace_call_async (self->workspace, func, NULL, NULL, g_free, NULL, stepped_cb, data);
}

static void
undo (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  step (GS_WINDOW (widget), undo_func, N_ ("Undone: %s"));
}

static void
redo (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  step (GS_WINDOW (widget), redo_func, N_ ("Done again: %s"));
}

static void
search (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_menu_button_popup (GS_WINDOW (widget)->search_button);
}

/* By key: so the focus goes where the keys are needed next. */
static void
show_page (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GsWindow *self = GS_WINDOW (widget);

  gs_window_show_page (self, g_variant_get_string (parameter, NULL));
  gs_panes_focus (adw_view_stack_get_visible_child (self->pages));
}

static void
next_pane (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gs_panes_cycle (adw_view_stack_get_visible_child (GS_WINDOW (widget)->pages), FALSE);
}

static void
previous_pane (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gs_panes_cycle (adw_view_stack_get_visible_child (GS_WINDOW (widget)->pages), TRUE);
}

static void
filter_page (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GsWindow *self = GS_WINDOW (widget);

  if (GTK_WIDGET (self->claims) == adw_view_stack_get_visible_child (self->pages))
    gs_claims_page_focus_filter (self->claims);
  else
    {
      gs_window_show_page (self, "articles");
      gs_articles_page_focus_filter (self->articles);
    }
}

/* Needs a workspace; needs one that can be written. */
static const char *const reading_actions[] = { "win.export-report",  "win.print-report", "win.show-history",
                                               "win.save-copy",      "win.show-backups", "win.show-agreement",
                                               "win.show-questions", "win.show-tags",    "win.search",
                                               "win.show-page",      "win.filter",       "win.next-pane",
                                               "win.previous-pane" };
static const char *const writing_actions[] = { "win.import-files", "win.import-folder", "win.paste-article",
                                               "win.merge-workspace" };

/**
 * gs_window_update_actions:
 * @self: a window
 *
 * Makes every action as sensitive as the workspace allows.
 */
void
gs_window_update_actions (GsWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->workspace != NULL;
  gboolean writable = open && !gs_workspace_is_read_only (self->workspace) && !gs_workspace_is_astray (self->workspace);

  for (guint i = 0; i < G_N_ELEMENTS (reading_actions); i++)
    gtk_widget_action_set_enabled (widget, reading_actions[i], open);
  for (guint i = 0; i < G_N_ELEMENTS (writing_actions); i++)
    gtk_widget_action_set_enabled (widget, writing_actions[i], writable);
  if (gs_fetch_is_there ())
    gtk_widget_action_set_enabled (widget, "win.import-address", writable);
  gtk_widget_action_set_enabled (widget, "win.undo", writable && gs_workspace_get_undo_label (self->workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", writable && gs_workspace_get_redo_label (self->workspace) != NULL);
}

/* Undo and redo are bound to the window, not to the application: a text entry
 * in focus comes first with its own undo. */
static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
}

void
gs_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-workspace", NULL, new_workspace);
  gtk_widget_class_install_action (widget_class, "win.show-keys", NULL, show_keys);
  gtk_widget_class_install_action (widget_class, "win.open-workspace", NULL, open_workspace);
  gtk_widget_class_install_action (widget_class, "win.open-path", "s", open_path);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample);
  gtk_widget_class_install_action (widget_class, "win.import-files", NULL, import_files);
  gtk_widget_class_install_action (widget_class, "win.import-folder", NULL, import_folder);
  if (gs_fetch_is_there ())
    gtk_widget_class_install_action (widget_class, "win.import-address", NULL, import_address);
  gtk_widget_class_install_action (widget_class, "win.paste-article", NULL, paste_article);
  gtk_widget_class_install_action (widget_class, "win.export-report", NULL, export_report);
  if (gs_print_is_there ())
    gtk_widget_class_install_action (widget_class, "win.print-report", NULL, print_report);
  gtk_widget_class_install_action (widget_class, "win.show-history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy);
  gtk_widget_class_install_action (widget_class, "win.show-backups", NULL, show_backups);
  gtk_widget_class_install_action (widget_class, "win.show-agreement", NULL, show_agreement);
  gtk_widget_class_install_action (widget_class, "win.merge-workspace", NULL, merge_workspace);
  gtk_widget_class_install_action (widget_class, "win.show-questions", NULL, show_questions);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_q, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.show-questions",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "win.show-tags", NULL, show_tags);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.show-tags",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "win.show-refused", NULL, show_refused);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page);
  gtk_widget_class_install_action (widget_class, "win.filter", NULL, filter_page);
  gtk_widget_class_install_action (widget_class, "win.next-pane", NULL, next_pane);
  gtk_widget_class_install_action (widget_class, "win.previous-pane", NULL, previous_pane);
  bind_keys (widget_class);
}
