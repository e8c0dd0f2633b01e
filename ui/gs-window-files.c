/* gs-window-files.c: workspaces that are opened and files that are imported.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-window-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "gs-address-dialog.h"
#include "gs-closing.h"
#include "gs-fetch.h"
#include "gs-merge-dialog.h"
#include "gs-notify.h"
#include "gs-sample.h"
#include "gs-settings.h"
#include "gs-thread-task.h"

#define EXTENSION ".gainsay"
/* Milliseconds that what has been opened waits for the first frame. */
#define PATIENCE 500

static void
import_waiting (GsWindow *self)
{
  g_autoptr (GPtrArray) paths = g_steal_pointer (&self->waiting_paths);

  self->waiting_paths = g_ptr_array_new_with_free_func (g_free);
  if (paths->len > 0)
    gs_window_import_paths (self, paths);
}

static void
opening_failed (GsWindow *self, const GError *error)
{
  g_autofree char *path = g_steal_pointer (&self->path);

  gs_window_show_stage (self, "welcome");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (g_error_matches (error, GS_ERROR, GS_ERROR_LONE))
    gs_window_ask_folder (self, path, gs_window_open_beside);
  else
    gs_window_offer_rescue (self, path, error);
  g_signal_emit_by_name (self, "open-failed", error);
}

static void
show_opened (GsWindow *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = gs_workspace_open_finish (result, &error);

  g_clear_object (&self->opening);
  if (workspace == NULL)
    {
      opening_failed (self, error);
      return;
    }

  if (self->remembers)
    {
      gs_settings_add_recent (gs_workspace_get_path (workspace));
      gs_settings_set_string ("last-workspace", gs_workspace_get_path (workspace));
    }
  gs_window_set_workspace (self, workspace);
  import_waiting (self);
}

static gboolean
take_opened_cb (gpointer data)
{
  g_autoptr (GsWindow) self = g_object_ref (data);
  g_autoptr (GAsyncResult) result = g_steal_pointer (&self->opened);

  self->taking = 0;
  show_opened (self, result);

  return G_SOURCE_REMOVE;
}

void
gs_window_take_opened (GsWindow *self)
{
  if (self->opened == NULL)
    return;

  g_clear_handle_id (&self->taking, g_source_remove);
  self->taking = g_idle_add_full (G_PRIORITY_HIGH_IDLE, take_opened_cb, self, NULL);
}

/* The window is seen first, and its pages are built then. A window that is
 * mapped may yet stay hidden, and be drawn who knows when. */
static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsWindow) self = user_data;

  if (self->drawn || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      show_opened (self, result);
      return;
    }

  g_set_object (&self->opened, result);
  self->taking = g_timeout_add (PATIENCE, take_opened_cb, self);
}

static void
begin_opening (GsWindow *self, const char *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
  self->opening = g_cancellable_new ();
  gs_window_show_stage (self, "opening");
}

/**
 * gs_window_open:
 * @self: a window without workspace
 * @path: a workspace file, in the encoding of file names
 *
 * The signal "workspace-opened" or "open-failed" follows.
 */
void
gs_window_open (GsWindow *self, const char *path)
{
  g_return_if_fail (GS_IS_WINDOW (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (self->workspace == NULL);

  begin_opening (self, path);
  gs_workspace_open_async (path, GS_OPEN_BEST, self->opening, opened_cb, g_object_ref (self));
}

/* The window that shows @path or, failing that, one that is free. */
static GsWindow *
window_for (GsWindow *self, const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GList *windows = application != NULL ? gtk_application_get_windows (application) : NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (GS_IS_WINDOW (l->data) && g_strcmp0 (GS_WINDOW (l->data)->path, path) == 0)
        return l->data;
    }

  return self->path == NULL ? self : gs_window_new (application, 0, 0);
}

void
gs_window_open_beside (GsWindow *self, const char *path)
{
  GsWindow *window = window_for (self, path);

  if (window->path == NULL)
    gs_window_open (window, path);
  gtk_window_present (GTK_WINDOW (window));
}

static void
sample_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = gs_sample_make_finish (result, &error);

  g_clear_object (&self->opening);
  if (path != NULL)
    {
      g_clear_pointer (&self->path, g_free);
      gs_window_open (self, path);
    }
  else
    opening_failed (self, error);
}

/**
 * gs_window_open_sample:
 * @self: a #GsWindow
 *
 * Opens the sample dossier, made on first use in the user's data folder: here if
 * nothing is open, else in another window. Returns at once.
 */
void
gs_window_open_sample (GsWindow *self)
{
  g_autofree char *path = gs_sample_path ();
  GsWindow *window;

  g_return_if_fail (GS_IS_WINDOW (self));

  window = window_for (self, path);
  if (window->path == NULL)
    {
      begin_opening (window, path);
      gs_sample_make_async (window->opening, sample_made_cb, g_object_ref (window));
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
make_workspace (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *path = data;
  g_autofree char *folder = g_path_get_dirname (path);
  GError *error = NULL;

  /* Never replaced, whatever the file chooser asked: it may be months of work. */
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_task_return_new_error (task, GS_ERROR, GS_ERROR_EXISTS,
                               _ ("There is a file of that name already. Choose another name."));
      return;
    }

  /* The program's own may not be there yet; of another, making the file says so. */
  g_mkdir_with_parents (folder, 0700);
  if (gs_workspace_create (path, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
workspace_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GsWindow *self = GS_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (gs_window_is_closed (self))
    return;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    gs_window_open_beside (self, g_task_get_task_data (G_TASK (result)));
  else
    gs_notify_error (GTK_WIDGET (self->toasts), _ ("The workspace was not made"), error);
}

/**
 * gs_window_make_and_open:
 * @self: a window
 * @path: where the workspace is to be; ".gainsay" is added where it is missing
 */
void
gs_window_make_and_open (GsWindow *self, const char *path)
{
  char *full = g_str_has_suffix (path, EXTENSION) ? g_strdup (path) : g_strconcat (path, EXTENSION, NULL);

  gs_thread_task_run (self, NULL, make_workspace, full, g_free, workspace_made_cb, NULL);
}

static void
add_workspace_filter (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) workspaces = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (workspaces, _ ("Gainsay workspaces"));
  gtk_file_filter_add_pattern (workspaces, "*" EXTENSION);
  gtk_file_chooser_add_filter (chooser, workspaces);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
new_chosen_cb (GsWindow *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      gs_window_make_and_open (self, g_file_peek_path (file));
    }
  g_object_unref (dialog);
}

void
gs_window_choose_new (GsWindow *self)
{
  GtkFileChooserNative *dialog;

  if (gs_window_is_confined ())
    {
      gs_window_ask_new (self);
      return;
    }

  dialog = gtk_file_chooser_native_new (_ ("New Workspace"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                        _ ("_Create"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_workspace_filter (GTK_FILE_CHOOSER (dialog));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _ ("Investigation.gainsay"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (new_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_chosen_cb (GsWindow *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      gs_window_open_beside (self, g_file_peek_path (file));
    }
  g_object_unref (dialog);
}

void
gs_window_choose_open (GsWindow *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Open Workspace"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_workspace_filter (GTK_FILE_CHOOSER (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (open_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
show_merge (GsWindow *self, const char *path)
{
  if (self->workspace != NULL)
    gtk_window_present (GTK_WINDOW (gs_merge_dialog_new (GTK_WINDOW (self), self->workspace, path)));
}

static void
merge_chosen_cb (GsWindow *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) own = NULL;

  if (response == GTK_RESPONSE_ACCEPT && self->workspace != NULL)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      own = g_file_new_for_path (self->path);
      if (g_file_equal (file, own))
        gs_notify (GTK_WIDGET (self->toasts), _ ("Choose another workspace: this one is open here."));
      else if (gs_workspace_path_is_lone (g_file_peek_path (file)))
        gs_window_ask_folder (self, g_file_peek_path (file), show_merge);
      else
        show_merge (self, g_file_peek_path (file));
    }
  g_object_unref (dialog);
}

void
gs_window_choose_merge (GsWindow *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Merge Workspace"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_workspace_filter (GTK_FILE_CHOOSER (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (merge_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
import_chosen_cb (GsWindow *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          if (g_file_peek_path (file) != NULL)
            g_ptr_array_add (paths, g_file_get_path (file));
        }
      gs_window_import_paths (self, paths);
    }
  g_object_unref (dialog);
}

void
gs_window_choose_import (GsWindow *self, gboolean folder)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (folder ? _ ("Import Folder") : _ ("Import Files"), GTK_WINDOW (self),
                                 folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN,
                                 _ ("_Import"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (import_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Whether the workspace takes articles; says why if not. */
static gboolean
may_import (GsWindow *self)
{
  if (self->workspace == NULL)
    gs_notify (GTK_WIDGET (self->toasts), _ ("Open or make a workspace first: articles are imported into it"));
  else if (gs_workspace_is_read_only (self->workspace))
    gs_notify (GTK_WIDGET (self->toasts), _ ("This workspace is open for reading only"));
  else
    return TRUE;

  return FALSE;
}

/**
 * gs_window_import_paths:
 * @self: a window
 * @paths: (element-type filename): files and folders
 *
 * While a workspace is being opened, the files wait for it.
 */
void
gs_window_import_paths (GsWindow *self, GPtrArray *paths)
{
  g_return_if_fail (GS_IS_WINDOW (self));

  if (self->opening != NULL)
    {
      for (guint i = 0; i < paths->len; i++)
        g_ptr_array_add (self->waiting_paths, g_strdup (g_ptr_array_index (paths, i)));
    }
  else if (paths->len > 0 && may_import (self))
    gs_import_bar_import (self->import_bar, paths, NULL, NULL);
}

/**
 * gs_window_import_address:
 * @self: a #GsWindow
 * @address: a web address that the analyst has confirmed
 *
 * Fetches the page and imports it. Returns at once.
 */
void
gs_window_import_address (GsWindow *self, const char *address)
{
  g_autoptr (GPtrArray) addresses = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (GS_IS_WINDOW (self));
  g_return_if_fail (address != NULL);

  if (!may_import (self))
    return;

  g_ptr_array_add (addresses, g_strdup (address));
  gs_import_bar_import (self->import_bar, addresses, NULL, NULL);
}

static void
address_given_cb (GsWindow *self, const char *address)
{
  gs_window_import_address (self, address);
}

void
gs_window_ask_address (GsWindow *self, const char *address)
{
  GtkWidget *dialog;

  if (!may_import (self))
    return;

  dialog = gs_address_dialog_new (GTK_WINDOW (self), address);
  g_signal_connect_object (dialog, "given", G_CALLBACK (address_given_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * gs_window_import_text:
 * @self: a #GsWindow
 * @text: UTF-8, plain or HTML; copied
 * @title: (nullable): title to fall back on
 *
 * Returns at once; tells the analyst where nothing can be imported.
 */
void
gs_window_import_text (GsWindow *self, const char *text, const char *title)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (GS_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  if (!may_import (self))
    return;

  bytes = g_bytes_new (text, strlen (text));
  gs_import_bar_import (self->import_bar, NULL, bytes, title);
}

/* A link is not fetched before the analyst has seen which. */
static void
drop_address (GsWindow *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *address = gs_fetch_clean_url (uri);

  if (address != NULL)
    gs_window_ask_address (self, address);
  else
    gs_notify (GTK_WIDGET (self->toasts), _ ("This cannot be fetched: save it and drop the file"));
}

/* What another program calls text may be an address and nothing else. */
static void
drop_text (GsWindow *self, const char *text)
{
  g_autofree char *line = g_strstrip (g_strdup (text));
  g_autofree char *address = gs_fetch_is_there () && strstr (line, "://") != NULL && strpbrk (line, " \t\r\n") == NULL
                               ? gs_fetch_clean_url (line)
                               : NULL;

  if (address != NULL)
    gs_window_ask_address (self, address);
  else
    gs_window_import_text (self, text, NULL);
}

static void
drop_files (GsWindow *self, GSList *files)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (GSList *l = files; l != NULL; l = l->next)
    {
      const char *path = g_file_peek_path (l->data);

      if (path == NULL)
        drop_address (self, l->data);
      else if (g_str_has_suffix (path, EXTENSION))
        gs_window_open_beside (self, path);
      else
        g_ptr_array_add (paths, g_strdup (path));
    }

  if (paths->len > 0)
    gs_window_import_paths (self, paths);
}

static gboolean
dropped_cb (GsWindow *self, const GValue *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    drop_files (self, g_value_get_boxed (value));
  else if (G_VALUE_HOLDS_STRING (value))
    drop_text (self, g_value_get_string (value));
  else
    return FALSE;

  return TRUE;
}

/* What is dragged out of a list of ours, and let go over it, is no article. */
static gboolean
accept_cb (GtkDropTarget *target, GdkDrop *drop)
{
  return gdk_drop_get_drag (drop) == NULL && (gdk_drop_get_actions (drop) & gtk_drop_target_get_actions (target)) != 0
         && gdk_content_formats_match (gtk_drop_target_get_formats (target), gdk_drop_get_formats (drop));
}

void
gs_window_add_drop_target (GsWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), NULL);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
