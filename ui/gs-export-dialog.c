/* gs-export-dialog.c: a report of the workspace, or of a part, as a file.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-export-dialog.h"

#include <glib/gi18n.h>

#include "gs-accessible.h"
#include "gs-closing.h"
#include "gs-export-choices.h"
#include "gs-export-preview.h"
#include "gs-notify.h"
#include "gs-print.h"

struct _GsExportDialog
{
  AdwWindow parent_instance;

  GsWorkspace *workspace;
  GCancellable *cancellable; /* of the export under way */
  char *path;
  guint pulse;
  guint fold; /* source */

  GsExportChoices *choices;
  GsExportPreview *preview;
  AdwLeaflet *panes;
  GtkToggleButton *preview_button;
  GtkWidget *print;
  GtkProgressBar *progress;
};

enum
{
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsExportDialog, gs_export_dialog, ADW_TYPE_WINDOW)

/* Where to tell what became of it: the dialog itself is about to close. */
static GtkWidget *
inside_parent (GsExportDialog *self)
{
  GtkWidget *overlay =
    adw_application_window_get_content (ADW_APPLICATION_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self))));

  return adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay));
}

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (GS_EXPORT_DIALOG (data)->progress);

  return G_SOURCE_CONTINUE;
}

static void
set_busy (GsExportDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->choices), !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.print", !busy && gs_print_is_there ());
  if (busy)
    self->pulse = g_timeout_add (100, pulse_cb, self);
  else
    g_clear_handle_id (&self->pulse, g_source_remove);
}

static void
tell_written (GsExportDialog *self)
{
  gs_notify_offer (inside_parent (self), _ ("Report saved"), _ ("Open _Folder"), "app.show-folder",
                   g_variant_new_bytestring (self->path), GS_NOTIFY_SECONDS);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = gs_report_export_finish (result, &error);

  g_clear_object (&self->cancellable);
  if (gs_window_is_closed (self))
    return;

  set_busy (self, FALSE);

  if (written)
    tell_written (self);
  else
    gs_notify_error (inside_parent (self), _ ("The report was not saved"), error);
  g_signal_emit (self, signals[FINISHED], 0, written);
  if (written)
    gtk_window_close (GTK_WINDOW (self));
}

/**
 * gs_export_dialog_export:
 * @self: a #GsExportDialog
 * @path: the file to write, in the file system's encoding
 *
 * Writes what the dialog says, as its Export button does after the analyst has chosen a
 * file; does nothing while an export is under way. Returns at once; "finished" follows.
 */
void
gs_export_dialog_export (GsExportDialog *self, const char *path)
{
  g_auto (GsReportOptions) options = { 0 };

  g_return_if_fail (GS_IS_EXPORT_DIALOG (self));
  g_return_if_fail (path != NULL);

  if (self->cancellable != NULL)
    return;

  g_free (self->path);
  self->path = g_strdup (path);
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);
  gs_export_choices_take_options (self->choices, &options);
  gs_export_choices_remember (self->choices);
  gs_report_export_async (gs_workspace_get_path (self->workspace), gs_export_choices_get_format (self->choices),
                          &options, path, self->cancellable, exported_cb, g_object_ref (self));
}

static void
chosen_cb (GsExportDialog *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      gs_export_dialog_export (self, g_file_peek_path (file));
    }
  g_object_unref (dialog);
}

static char *
suggest_name (GsExportDialog *self)
{
  g_autofree char *name = gs_workspace_name (gs_workspace_get_path (self->workspace));

  return g_strconcat (name, gs_export_choices_get_format (self->choices)->extension, NULL);
}

static void
choose (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GsExportDialog *self = GS_EXPORT_DIALOG (widget);
  g_autofree char *name = suggest_name (self);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Export Report"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* The report to read, of what was chosen; then there is nothing left to do here. */
static void
print (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GsExportDialog *self = GS_EXPORT_DIALOG (widget);
  g_auto (GsReportOptions) options = { 0 };

  gs_export_choices_take_options (self->choices, &options);
  gs_export_choices_remember (self->choices);
  gs_print_report (gtk_window_get_transient_for (GTK_WINDOW (self)), inside_parent (self), self->workspace, &options,
                   NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
changed_cb (GsExportDialog *self)
{
  g_auto (GsReportOptions) options = { 0 };

  if (self->workspace == NULL)
    return;

  gs_export_choices_take_options (self->choices, &options);
  gs_export_preview_show (self->preview, gs_workspace_get_path (self->workspace),
                          gs_export_choices_get_format (self->choices), &options);
}

/* Beside each other where there is room, one at a time where there is not. */
static void
preview_toggled_cb (GsExportDialog *self)
{
  adw_leaflet_set_visible_child_name (self->panes,
                                      gtk_toggle_button_get_active (self->preview_button) ? "preview" : "choices");
}

static void
pane_changed_cb (GsExportDialog *self)
{
  gtk_toggle_button_set_active (self->preview_button,
                                g_strcmp0 (adw_leaflet_get_visible_child_name (self->panes), "preview") == 0);
}

static gboolean
fold_cb (gpointer data)
{
  GsExportDialog *self = data;

  self->fold = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->preview_button), adw_leaflet_get_folded (self->panes));

  return G_SOURCE_REMOVE;
}

/* It folds while sizes are being given out: not the moment for another button. */
static void
folded_cb (GsExportDialog *self)
{
  if (self->fold == 0)
    self->fold = g_idle_add (fold_cb, self);
}

/* Closing the dialog cancels what it is doing. */
static gboolean
gs_export_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (GS_EXPORT_DIALOG (window)->cancellable);

  return GTK_WINDOW_CLASS (gs_export_dialog_parent_class)->close_request (window);
}

static void
gs_export_dialog_dispose (GObject *object)
{
  GsExportDialog *self = GS_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_handle_id (&self->fold, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (gs_export_dialog_parent_class)->dispose (object);
}

static void
gs_export_dialog_class_init (GsExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = gs_export_dialog_close_request;

  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (GS_TYPE_EXPORT_CHOICES);
  g_type_ensure (GS_TYPE_EXPORT_PREVIEW);
  gtk_widget_class_install_action (widget_class, "export.choose", NULL, choose);
  gtk_widget_class_install_action (widget_class, "export.print", NULL, print);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GsExportDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, GsExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, GsExportDialog, panes);
  gtk_widget_class_bind_template_child (widget_class, GsExportDialog, preview_button);
  gtk_widget_class_bind_template_child (widget_class, GsExportDialog, print);
  gtk_widget_class_bind_template_child (widget_class, GsExportDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
}

static void
gs_export_dialog_init (GsExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gs_accessible_name_once (GTK_WIDGET (self));
  gtk_widget_set_visible (self->print, gs_print_is_there ());
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.print", gs_print_is_there ());
}

/* No wider than the window it belongs to; so it folds where that is narrow. */
static void
fit (GsExportDialog *self, GtkWindow *parent)
{
  int width = gtk_widget_get_width (GTK_WIDGET (parent)), height = gtk_widget_get_height (GTK_WIDGET (parent));

  gtk_window_set_default_size (GTK_WINDOW (self), width > 0 ? CLAMP (width - 48, 360, 960) : 960,
                               height > 0 ? CLAMP (height - 48, 360, 820) : 720);
}

/**
 * gs_export_dialog_new:
 * @parent: the window of the workspace, whose content is an AdwToastOverlay
 * @workspace: what to export
 *
 * Returns: (transfer none): a window to present
 */
GtkWidget *
gs_export_dialog_new (GtkWindow *parent, GsWorkspace *workspace)
{
  GsExportDialog *self = g_object_new (GS_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  fit (self, parent);
  gs_export_choices_set_workspace (self->choices, workspace);
  changed_cb (self);

  return GTK_WIDGET (self);
}
