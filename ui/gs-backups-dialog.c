/* gs-backups-dialog.c: the backups of a workspace, to make and to restore.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-backups-dialog.h"

#include <glib/gi18n.h>

#include "gs-backup.h"
#include "gs-closing.h"
#include "gs-instant.h"
#include "gs-labels.h"
#include "gs-notify.h"
#include "gs-thread-task.h"

struct _GsBackupsDialog
{
  AdwWindow parent_instance;

  char *path;
  guint n_busy; /* threads under way */
  gboolean listed;

  AdwPreferencesPage *page;
  AdwPreferencesGroup *list; /* (nullable): the rows that are shown */
  GtkWidget *make;
  GtkWidget *spinner;
};

enum
{
  RESTORE,
  COPIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsBackupsDialog, gs_backups_dialog, ADW_TYPE_WINDOW)

static void list_backups (GsBackupsDialog *self);

static GtkWidget *
inside (GsBackupsDialog *self)
{
  return GTK_WIDGET (self->page);
}

static void
set_busy (GsBackupsDialog *self, int by)
{
  self->n_busy = (guint) ((int) self->n_busy + by);
  gtk_widget_set_sensitive (self->make, self->n_busy == 0);
  gtk_widget_set_visible (self->spinner, self->n_busy > 0);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), self->n_busy > 0);
}

/* What was begun is done, although the dialog is closed meanwhile. */
static void
run (GsBackupsDialog *self, GTaskThreadFunc func, GAsyncReadyCallback callback, gpointer data, GDestroyNotify free)
{
  gs_hold_program ();
  set_busy (self, 1);
  gs_thread_task_run (self, NULL, func, data, free, callback, NULL);
}

/* Whether there is still somebody to tell. */
static gboolean
end_run (GsBackupsDialog *self)
{
  gs_release_program ();
  if (gs_window_is_closed (self))
    return FALSE;

  set_busy (self, -1);

  return TRUE;
}

/* Making ---------------------------------------------------------------------------- */

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (gs_backup_make (data, GS_BACKUP_ASKED, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GsBackupsDialog *self = GS_BACKUPS_DIALOG (source);
  g_autoptr (GError) error = NULL;

  if (!end_run (self))
    return;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    gs_notify (inside (self), _ ("A backup was made"));
  else
    gs_notify_error (inside (self), _ ("No backup was made"), error);
  list_backups (self);
}

static void
make_cb (GsBackupsDialog *self)
{
  run (self, make_thread, made_cb, g_strdup (self->path), g_free);
}

/* Restoring -------------------------------------------------------------------------- */

typedef struct
{
  char *path; /* of the workspace */
  char *name; /* of the backup */
  char *to;
} Copying;

static void
copying_free (gpointer data)
{
  Copying *copying = data;

  g_free (copying->path);
  g_free (copying->name);
  g_free (copying->to);
  g_free (copying);
}

static void
copy_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Copying *copying = data;
  GError *error = NULL;
  g_autofree char *from = gs_backup_find (copying->path, copying->name, &error);

  if (from != NULL && gs_backup_copy (from, copying->to, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GsBackupsDialog *self = GS_BACKUPS_DIALOG (source);
  const Copying *copying = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!end_run (self))
    return;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit (self, signals[COPIED], 0, copying->to);
  else
    gs_notify_error (inside (self), _ ("The copy was not made"), error);
}

static void
copy_chosen_cb (GsBackupsDialog *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;
  Copying *copying;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      copying = g_new0 (Copying, 1);
      copying->path = g_strdup (self->path);
      copying->name = g_strdup (g_object_get_data (G_OBJECT (dialog), "backup"));
      copying->to = g_file_get_path (file);
      run (self, copy_thread, copied_cb, copying, copying_free);
    }
  g_object_unref (dialog);
}

static void
copy_cb (GtkButton *button, GsBackupsDialog *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Restore as a Copy"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  const char *backup = g_object_get_data (G_OBJECT (button), "backup");

  g_object_set_data_full (G_OBJECT (dialog), "backup", g_strdup (backup), g_free);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _ ("Restored.gainsay"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (copy_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
restore_cb (GtkButton *button, GsBackupsDialog *self)
{
  g_autofree char *backup = g_strdup (g_object_get_data (G_OBJECT (button), "backup"));

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[RESTORE], 0, backup);
  g_object_unref (self);
}

/* The list ------------------------------------------------------------------------------- */

static char *
describe_backup (const GsBackupListing *backup)
{
  g_autofree char *size = g_format_size ((guint64) backup->size);
  g_autofree char *articles = NULL;
  g_autofree char *claims = NULL;

  if (backup->broken)
    return g_strdup (_ ("This file can no longer be read"));

  articles = g_strdup_printf (g_dngettext (NULL, "%'u article", "%'u articles", (gulong) backup->articles),
                              (guint) backup->articles);
  claims =
    g_strdup_printf (g_dngettext (NULL, "%'u claim", "%'u claims", (gulong) backup->claims), (guint) backup->claims);

  return g_strjoin (" · ", gs_label (&gs_backup_reasons, backup->reason), articles, claims, size,
                    backup->elsewhere ? _ ("from another place") : NULL, NULL);
}

static GtkWidget *
button_new (GsBackupsDialog *self, const GsBackupListing *backup, const char *when, gboolean copy)
{
  GtkWidget *button =
    copy ? gtk_button_new_from_icon_name ("edit-copy-symbolic") : gtk_button_new_with_label (_ ("Restore"));
  g_autofree char *name = NULL;

  name = g_strdup_printf (copy ? _ ("Restore a copy of the backup of %s") : _ ("Restore the backup of %s"), when);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (copy)
    gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, copy ? _ ("Restore as a Copy…") : _ ("Make the workspace what it was then"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !backup->broken);
  g_object_set_data_full (G_OBJECT (button), "backup", g_strdup (backup->name), g_free);
  g_signal_connect_object (button, "clicked", copy ? G_CALLBACK (copy_cb) : G_CALLBACK (restore_cb), self, 0);

  return button;
}

static GtkWidget *
row_new (GsBackupsDialog *self, const GsBackupListing *backup)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *when = gs_instant_format (backup->at, "%A %x, %R");
  g_autofree char *what = describe_backup (backup);
  g_autofree char *title = g_markup_escape_text (when, -1);
  g_autofree char *subtitle = g_markup_escape_text (what, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button_new (self, backup, when, TRUE));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button_new (self, backup, when, FALSE));

  return row;
}

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *backups = gs_backup_list (data, &error);

  if (backups != NULL)
    g_task_return_pointer (task, backups, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GsBackupsDialog *self = GS_BACKUPS_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = g_task_propagate_pointer (G_TASK (result), &error);

  if (!end_run (self))
    return;

  self->listed = TRUE;
  if (self->list != NULL)
    adw_preferences_page_remove (self->page, self->list);
  self->list = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  if (backups == NULL || backups->len == 0)
    adw_preferences_group_set_description (self->list, error != NULL
                                                         ? error->message
                                                         : _ ("There are no backups of this workspace yet."));
  for (guint i = 0; backups != NULL && i < backups->len; i++)
    adw_preferences_group_add (self->list, row_new (self, backups->pdata[i]));
  adw_preferences_page_add (self->page, self->list);
}

static void
list_backups (GsBackupsDialog *self)
{
  run (self, list_thread, listed_cb, g_strdup (self->path), g_free);
}

/* The window ------------------------------------------------------------------------------ */

static void
gs_backups_dialog_finalize (GObject *object)
{
  GsBackupsDialog *self = GS_BACKUPS_DIALOG (object);

  g_free (self->path);

  G_OBJECT_CLASS (gs_backups_dialog_parent_class)->finalize (object);
}

static void
gs_backups_dialog_class_init (GsBackupsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = gs_backups_dialog_finalize;
  signals[RESTORE] = g_signal_new ("restore", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[COPIED] = g_signal_new ("copied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

/* What is done here, and where it lies: somebody who needs it should not have to search. */
static AdwPreferencesGroup *
explanation_new (void)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *folder = gs_backup_get_folder ();
  g_autofree char *shown = g_filename_display_name (folder);
  g_autofree char *escaped = g_markup_escape_text (shown, -1);
  g_autofree char *text = g_strdup_printf (
    _ ("Made when a workspace is opened, while it changes, and before merges and upgrades. Restoring makes one first, "
       "so that it can be taken back. They lie in “%s”."),
    escaped);

  adw_preferences_group_set_description (group, text);

  return group;
}

static GtkWidget *
header_new (GsBackupsDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->make = gtk_button_new_with_mnemonic (_ ("_Back Up Now"));
  g_signal_connect_object (self->make, "clicked", G_CALLBACK (make_cb), self, G_CONNECT_SWAPPED);
  self->spinner = gtk_spinner_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Working"), -1);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->make);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->spinner);

  return header;
}

static void
gs_backups_dialog_init (GsBackupsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *toasts = adw_toast_overlay_new ();

  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_preferences_page_add (self->page, explanation_new ());
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), GTK_WIDGET (self->page));
  gtk_widget_set_vexpand (toasts, TRUE);
  gtk_box_append (GTK_BOX (box), header_new (self));
  gtk_box_append (GTK_BOX (box), toasts);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Backups"));
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 600);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/**
 * gs_backups_dialog_new:
 * @parent: the window of the workspace
 * @path: where the workspace is or was, in the encoding of file names
 *
 * Returns: (transfer none): a window to present
 */
GtkWidget *
gs_backups_dialog_new (GtkWindow *parent, const char *path)
{
  GsBackupsDialog *self = g_object_new (GS_TYPE_BACKUPS_DIALOG, "transient-for", parent, NULL);

  self->path = g_strdup (path);
  list_backups (self);

  return GTK_WIDGET (self);
}

/**
 * gs_backups_dialog_is_settled:
 * @self: a dialog
 *
 * Returns: whether the list has been read and nothing is under way
 */
gboolean
gs_backups_dialog_is_settled (GsBackupsDialog *self)
{
  g_return_val_if_fail (GS_IS_BACKUPS_DIALOG (self), FALSE);

  return self->listed && self->n_busy == 0;
}
