/* gs-window-backups.c: backups of what the window shows, and what becomes of what it cannot show.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-window-private.h"

#include <glib/gi18n.h>

#include "gs-backup-keeper.h"
#include "gs-backups-dialog.h"
#include "gs-closing.h"
#include "gs-isolate.h"
#include "gs-message.h"
#include "gs-notify.h"
#include "gs-recovery.h"
#include "gs-settings.h"
#include "gs-thread-task.h"

/* Until the pages have been read, and the analyst has begun, in seconds. */
#define DELAY 5

/* Keeping ------------------------------------------------------------------------- */

static guint
setting (const char *key)
{
  return (guint) g_settings_get_int (gs_settings_get (), key);
}

/* What is kept is the program's affair, not that of one window. */
static void
take_policy (void)
{
  g_autofree char *folder = NULL;

  if (gs_settings_get () == NULL)
    return;

  folder = gs_settings_get_string ("backup-folder");
  gs_backup_set_policy (&(GsBackupPolicy){ .folder = folder,
                                           .keep_last = setting ("backup-keep-last"),
                                           .keep_days = setting ("backup-keep-days"),
                                           .keep_weeks = setting ("backup-keep-weeks"),
                                           .room = (gint64) setting ("backup-room") * 1024 * 1024 });
}

static void
backup_failed_cb (GsWindow *self, const GError *error)
{
  if (g_error_matches (error, GS_ERROR, GS_ERROR_DAMAGED))
    gs_window_offer_rescue (self, self->path, error);
  else
    gs_notify_error (GTK_WIDGET (self->toasts), _ ("No backup could be made"), error);
}

void
gs_window_stop_backups (GsWindow *self)
{
  if (self->keeper != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->keeper, self);
      gs_backup_keeper_stop (self->keeper);
    }
  g_clear_object (&self->keeper);
}

static void
start_backups (GsWindow *self)
{
  GSettings *settings = gs_settings_get ();

  gs_window_stop_backups (self);
  take_policy ();
  if (settings == NULL || self->workspace == NULL || gs_workspace_is_read_only (self->workspace)
      || !g_settings_get_boolean (settings, "backup-automatic"))
    return;

  self->keeper = gs_backup_keeper_new (self->workspace, DELAY, setting ("backup-minutes") * 60);
  g_signal_connect_object (self->keeper, "failed", G_CALLBACK (backup_failed_cb), self, G_CONNECT_SWAPPED);
}

static void
setting_changed_cb (GsWindow *self, const char *key)
{
  if (g_str_has_prefix (key, "backup-"))
    start_backups (self);
}

static void
astray_cb (GsWindow *self)
{
  gtk_label_set_label (self->read_only_label,
                       _ (
                         "The file of this workspace was moved, deleted or replaced. What is open here can be read and "
                         "saved as a copy, but not changed."));
  gtk_revealer_set_reveal_child (self->read_only, TRUE);
  gs_window_update_actions (self);
}

/* Only windows that remember anything: others are there for a picture or a test. */
void
gs_window_keep_backups (GsWindow *self)
{
  g_signal_connect_object (self->workspace, "notify::astray", G_CALLBACK (astray_cb), self, G_CONNECT_SWAPPED);
  if (!self->remembers)
    return;

  if (gs_settings_get () != NULL && !self->follows_settings)
    g_signal_connect_object (gs_settings_get (), "changed", G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
  self->follows_settings = TRUE;
  start_backups (self);
}

/* Copies --------------------------------------------------------------------------- */

typedef struct
{
  GsWorkspace *workspace;
  char *to;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->workspace);
  g_free (saving->to);
  g_free (saving);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Saving *saving = data;
  GError *error = NULL;

  if (gs_backup_save_copy (saving->workspace, saving->to, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
tell_of_copy (GsWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = gs_compose (_ ("“%s” was saved"), name);

  if (g_utf8_validate (path, -1, NULL))
    gs_notify_offer (GTK_WIDGET (self->toasts), title, _ ("_Open"), "win.open-path", g_variant_new_string (path),
                     GS_NOTIFY_SECONDS);
  else
    gs_notify (GTK_WIDGET (self->toasts), title);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GsWindow *self = GS_WINDOW (source);
  const Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  gs_release_program ();
  if (gs_window_is_closed (self))
    return;

  if (done)
    tell_of_copy (self, saving->to);
  else
    gs_notify_error (GTK_WIDGET (self->toasts), _ ("The copy was not saved"), error);
}

/**
 * gs_window_save_copy:
 * @self: a window with a workspace
 * @to: where nothing is yet, in the encoding of file names
 *
 * Returns at once; a toast follows.
 */
void
gs_window_save_copy (GsWindow *self, const char *to)
{
  Saving *saving;

  g_return_if_fail (GS_IS_WINDOW (self) && self->workspace != NULL);

  saving = g_new0 (Saving, 1);
  saving->workspace = g_object_ref (self->workspace);
  saving->to = g_strdup (to);
  gs_hold_program ();
  gs_thread_task_run (self, NULL, save_thread, saving, saving_free, saved_cb, NULL);
}

static void
copy_chosen_cb (GsWindow *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && self->workspace != NULL)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      gs_window_save_copy (self, g_file_peek_path (file));
    }
  g_object_unref (dialog);
}

void
gs_window_choose_copy (GsWindow *self)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_ ("Save a Copy"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  g_autofree char *base = g_filename_display_basename (self->path);
  g_autofree char *name = g_strdup_printf (_ ("Copy of %s"), base);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (copy_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Restoring -------------------------------------------------------------------------- */

typedef struct
{
  char *path;
  char *name; /* of the backup */
} Restoring;

static void
restoring_free (gpointer data)
{
  Restoring *restoring = data;

  g_free (restoring->path);
  g_free (restoring->name);
  g_free (restoring);
}

static void
restore_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Restoring *restoring = data;
  GError *error = NULL;
  g_autofree char *backup = gs_backup_find (restoring->path, restoring->name, &error);

  if (backup != NULL && gs_backup_restore (backup, restoring->path, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GsWindow *self = GS_WINDOW (source);
  const Restoring *restoring = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  gs_release_program ();
  if (gs_window_is_closed (self))
    return;

  g_clear_pointer (&self->path, g_free);
  gs_window_show_stage (self, "welcome");
  if (done)
    gs_notify (GTK_WIDGET (self->toasts), _ ("Restored. What it was before is kept as a backup."));
  else
    gs_notify_error (GTK_WIDGET (self->toasts), _ ("Nothing was restored"), error);
  gs_window_open (self, restoring->path);
}

/* The workspace is closed meanwhile: nothing of what the pages hold is true after it. */
static void
restore (GsWindow *self, const char *path, const char *name)
{
  Restoring *restoring;

  if (self->workspace != NULL && gs_articles_page_is_editing (self->articles))
    {
      gs_notify (GTK_WIDGET (self->toasts), _ ("Save or discard the claim that is being written first"));
      return;
    }

  restoring = g_new0 (Restoring, 1);
  restoring->path = g_strdup (path);
  restoring->name = g_strdup (name);
  if (self->workspace != NULL)
    gs_window_set_workspace (self, NULL);
  g_free (self->path);
  self->path = g_strdup (path);
  gs_window_show_stage (self, "opening");
  gs_hold_program ();
  gs_thread_task_run (self, NULL, restore_thread, restoring, restoring_free, restored_cb, NULL);
}

static void
restore_chosen_cb (GsWindow *self, const char *name, GtkWidget *dialog)
{
  restore (self, g_object_get_data (G_OBJECT (dialog), "path"), name);
}

/**
 * gs_window_show_backups:
 * @self: a window
 * @path: where the workspace is or was, in the encoding of file names
 *
 * Returns: (transfer none): the dialog, which is shown
 */
GtkWidget *
gs_window_show_backups (GsWindow *self, const char *path)
{
  GtkWidget *dialog;

  g_return_val_if_fail (GS_IS_WINDOW (self) && path != NULL, NULL);

  take_policy ();
  dialog = gs_backups_dialog_new (GTK_WINDOW (self), path);
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  g_signal_connect_object (dialog, "restore", G_CALLBACK (restore_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "copied", G_CALLBACK (tell_of_copy), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}

/* What cannot be opened ------------------------------------------------------------- */

typedef struct
{
  GsWindow *window;
  char *into;
} Recovering;

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Recovering *recovering = user_data;
  g_autoptr (GsWindow) self = recovering->window;
  g_autofree char *into = recovering->into;
  g_autoptr (GError) error = NULL;
  g_autoptr (GsRecovery) recovery = gs_recover_finish (result, &error);
  g_autoptr (GPtrArray) sentences = NULL;
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  gs_release_program ();
  if (gs_window_is_closed (self))
    return;

  gs_window_show_stage (self, self->workspace != NULL ? "workbench" : "welcome");
  if (recovery == NULL)
    {
      gs_notify_error (GTK_WIDGET (self->toasts), _ ("Nothing was recovered"), error);
      return;
    }

  sentences = gs_recovery_describe (recovery);
  g_ptr_array_add (sentences, NULL);
  text = g_strjoinv ("\n", (char **) sentences->pdata);
  dialog = gs_message_new (GTK_WINDOW (self), _ ("Recovered into a New Workspace"), text);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
  gs_window_open_beside (self, into);
}

static void
recovery_chosen_cb (GsWindow *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;
  const char *path = g_object_get_data (G_OBJECT (dialog), "path");
  Recovering *recovering;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      recovering = g_new (Recovering, 1);
      *recovering = (Recovering){ g_object_ref (self), g_file_get_path (file) };
      gs_window_show_stage (self, "opening");
      gs_hold_program ();
      gs_recover_async (path, recovering->into, NULL, NULL, NULL, recovered_cb, recovering);
    }
  g_object_unref (dialog);
}

static void
choose_recovery (GsWindow *self, const char *path)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Recover into a New Workspace"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Recover"), NULL);

  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _ ("Recovered.gainsay"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (recovery_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
rescue_chosen_cb (GsWindow *self, const char *response, GtkWidget *dialog)
{
  const char *path = g_object_get_data (G_OBJECT (dialog), "path");

  if (g_str_equal (response, "restore"))
    gs_window_show_backups (self, path);
  else if (g_str_equal (response, "recover"))
    choose_recovery (self, path);
}

/**
 * gs_window_offer_rescue:
 * @self: a window
 * @path: of a workspace that cannot be opened, or no longer be read
 * @error: why
 *
 * Says so, and what can be done about it.
 */
void
gs_window_offer_rescue (GsWindow *self, const char *path, const GError *error)
{
  GtkWidget *dialog;
  gboolean damaged = g_error_matches (error, GS_ERROR, GS_ERROR_DAMAGED);

  dialog =
    gs_message_new (GTK_WINDOW (self),
                    self->workspace != NULL ? _ ("The Workspace Is Damaged") : _ ("The Workspace Could Not Be Opened"),
                    error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  if (damaged)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "recover", _ ("Re_cover…"));
  if (damaged || g_error_matches (error, GS_ERROR, GS_ERROR_OPEN))
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "restore", _ ("_Backups…"));
  if (damaged)
    adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), damaged ? "restore" : "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (rescue_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
