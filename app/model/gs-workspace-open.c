/* gs-workspace-open.c: making and opening a workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-workspace-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gs-backup.h"
#include "gs-db-backup.h"
#include "gs-db-error.h"
#include "gs-db-history.h"
#include "gs-error-private.h"

static gpointer
look_around_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  GsWorkspace *self = data;
  GError *local = NULL;

  self->read_only = gs_db_connection_is_read_only (db);
  self->data_version = gs_db_connection_get_version (db);
  self->title = gs_db_get_meta (db, "title", &local);
  if (local == NULL)
    gs_db_history_peek (db, &self->undo_label, &self->redo_label, &local);
  if (local != NULL)
    g_propagate_error (error, local);

  return NULL;
}

/**
 * gs_workspace_name:
 * @path: of a workspace file
 *
 * Returns: (transfer full): what its file is called, without folder and extension, to show
 */
char *
gs_workspace_name (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (g_str_has_suffix (name, ".gainsay"))
    name[strlen (name) - strlen (".gainsay")] = '\0';

  return g_steal_pointer (&name);
}

/* What whoever opened it can do about it, in their language. */
static const struct
{
  GsDbError code;
  const char *sentence;
} sentences[] = {
  { GS_DB_ERROR_MISSING, N_ ("There is no file “%s”. It may have been moved, renamed or deleted.") },
  { GS_DB_ERROR_NOT_WORKSPACE, N_ ("“%s” is not a Gainsay workspace.") },
  { GS_DB_ERROR_NEWER, N_ ("“%s” was made by a newer version of Gainsay. Update Gainsay to open it; it was not "
                           "changed.") },
  { GS_DB_ERROR_CORRUPT, N_ ("“%s” is damaged. Restore it from a backup, or recover what can still be read.") },
  { GS_DB_ERROR_LONE, N_ ("“%s” came without its folder, where Gainsay keeps a log while it works, so that nothing is "
                          "lost. Choose the folder that it lies in.") },
};

static void
take_opening_error (GError **error, GError *from, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  /* To be read it must be written once, which is no matter of permissions alone. */
  if (g_error_matches (from, GS_DB_ERROR, GS_DB_ERROR_READ_ONLY) && gs_db_file_is_older (path))
    {
      g_set_error (error, GS_ERROR, GS_ERROR_READ_ONLY,
                   _ ("“%s” was made by an older version of Gainsay and has to be brought up to date. Open it once in "
                      "the window, or copy it to a folder where it can be written."),
                   name);
      g_error_free (from);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      if (from->domain == GS_DB_ERROR && from->code == (int) sentences[i].code)
        {
          g_free (from->message);
          from->message = g_strdup_printf (_ (sentences[i].sentence), name);
        }
    }

  gs_error_take (error, from);
}

/* A migration cannot be undone, so there is a backup before it, or none of it. */
static gboolean
back_up_older (const char *path, GsOpenMode mode, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *name = NULL;

  if (mode == GS_OPEN_READ_ONLY || strcmp (path, GS_DB_MEMORY) == 0 || !gs_db_file_is_older (path)
      || gs_backup_make (path, GS_BACKUP_UPGRADE, NULL, NULL, &failure))
    return TRUE;
  /* A damaged one says so itself, when it is opened. */
  if (!g_error_matches (failure, GS_ERROR, GS_ERROR_NO_SPACE) && !g_error_matches (failure, GS_ERROR, GS_ERROR_FAILED)
      && !g_error_matches (failure, GS_ERROR, GS_ERROR_READ_ONLY))
    return TRUE;

  name = g_filename_display_basename (path);
  g_set_error (error, GS_ERROR, failure->code,
               _ ("“%s” was made by an older version and would be brought up to date now, but no backup could be "
                  "made before. It was not changed. %s"),
               name, failure->message);

  return FALSE;
}

static GsDbWorker *
open_worker (const char *path, GsOpenMode mode, GError **error)
{
  GError *local = NULL;
  GsDbWorker *worker;

  if (!back_up_older (path, mode, error))
    return NULL;

  worker = gs_db_worker_new (path, mode == GS_OPEN_READ_ONLY ? GS_DB_READ_ONLY : GS_DB_READ_WRITE, &local);
  if (worker == NULL && mode == GS_OPEN_BEST && g_error_matches (local, GS_DB_ERROR, GS_DB_ERROR_READ_ONLY))
    {
      g_clear_error (&local);
      worker = gs_db_worker_new (path, GS_DB_READ_ONLY, &local);
    }
  if (worker == NULL)
    take_opening_error (error, local, path);

  return worker;
}

/* Whoever opens wants to know that it did not open; the message says why. What
 * is damaged can be mended. */
static void
say_not_open (GError *error)
{
  if (error->domain == GS_ERROR && error->code != GS_ERROR_READ_ONLY && error->code != GS_ERROR_DAMAGED
      && error->code != GS_ERROR_LONE)
    error->code = GS_ERROR_OPEN;
}

static GsWorkspace *
open_for (const char *path, GsOpenMode mode, GMainContext *context, GThread *opener, GError **error)
{
  g_autoptr (GsWorkspace) self = g_object_new (GS_TYPE_WORKSPACE, NULL);
  g_autoptr (GError) local = NULL;

  self->path = g_strdup (path);
  self->context = g_main_context_ref (context);
  self->opener = g_thread_ref (opener);
  self->worker = open_worker (path, mode, &local);
  if (self->worker != NULL)
    gs_workspace_run (self, look_around_job, self, &local);
  if (local != NULL)
    {
      say_not_open (local);
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (self->title == NULL || *self->title == '\0')
    {
      g_free (self->title);
      self->title = gs_workspace_name (path);
    }

  return g_steal_pointer (&self);
}

/**
 * gs_workspace_create:
 * @path: where to
 * @title: (nullable): its title
 * @error: GS_ERROR_EXISTS when something is there already
 *
 * Returns: whether an empty workspace was made at @path
 */
gboolean
gs_workspace_create (const char *path, const char *title, GError **error)
{
  GError *local = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  return gs_db_connection_create (path, title, &local) || gs_error_take (error, local);
}

/**
 * gs_workspace_open:
 * @path: a workspace file
 * @mode: what for
 * @error: GS_ERROR_OPEN, GS_ERROR_DAMAGED, GS_ERROR_LONE, or GS_ERROR_READ_ONLY when it can only be read
 *
 * Blocks. "changed" will be emitted in the calling thread's main context.
 *
 * Returns: (transfer full) (nullable): the workspace
 */
GsWorkspace *
gs_workspace_open (const char *path, GsOpenMode mode, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  g_return_val_if_fail (path != NULL, NULL);

  return open_for (path, mode, context, g_thread_self (), error);
}

/**
 * gs_workspace_path_is_lone:
 * @path: of a file, in the encoding of file names
 *
 * Looks at the path alone; any thread.
 *
 * Returns: whether the file was handed to a program in a sandbox without its folder
 */
gboolean
gs_workspace_path_is_lone (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return gs_db_path_is_lone (path);
}

/**
 * gs_workspace_new_in_memory:
 *
 * Blocks. For tests: nothing of it is stored.
 *
 * Returns: (transfer full): an empty workspace, or %NULL with @error
 */
GsWorkspace *
gs_workspace_new_in_memory (GError **error)
{
  return gs_workspace_open (GS_DB_MEMORY, GS_OPEN_READ_WRITE, error);
}

typedef struct
{
  char *path;
  GsOpenMode mode;
  GMainContext *context;
  GThread *opener;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_main_context_unref (opening->context);
  g_thread_unref (opening->opener);
  g_free (opening);
}

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;
  GsWorkspace *self = open_for (opening->path, opening->mode, opening->context, opening->opener, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * gs_workspace_open_async:
 * @path: a workspace file
 * @mode: what for
 * @cancellable: (nullable): to cancel with
 * @callback: called when it is open or is not
 * @user_data: for @callback
 *
 * Opens in a thread; see gs_workspace_open().
 */
void
gs_workspace_open_async (const char *path,
                         GsOpenMode mode,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (path != NULL);

  opening = g_new0 (Opening, 1);
  opening->path = g_strdup (path);
  opening->mode = mode;
  opening->context = g_main_context_ref_thread_default ();
  opening->opener = g_thread_ref (g_thread_self ());
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, gs_workspace_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_thread);
}

/**
 * gs_workspace_open_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full): the workspace, or %NULL with @error as from
 *   gs_workspace_open()
 */
GsWorkspace *
gs_workspace_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
