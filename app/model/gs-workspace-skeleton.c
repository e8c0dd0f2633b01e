/* gs-workspace-skeleton.c: the order of a long list, read beside everything else.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a million row numbers takes a few hundred milliseconds. On the
 * workspace's thread every page somebody looks at would wait for it, so it has
 * a connection of its own, for as long as it takes.
 */

#include "config.h"

#include "gs-workspace-private.h"

#include <string.h>

#include "gs-db-listings.h"
#include "gs-error-private.h"
#include "gs-thread-task.h"

typedef struct
{
  const GsRecordType *listing;
  GsListFilter *filter;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  gs_list_filter_free (wanted->filter);
  g_free (wanted);
}

static void
interrupt_cb (GCancellable *cancellable, gpointer user_data)
{
  gs_db_connection_interrupt (user_data);
}

static GArray *
read_aside (GsWorkspace *self, const Wanted *wanted, GCancellable *cancellable, GError **error)
{
  GError *local = NULL;
  g_autoptr (GsDbConnection) db = gs_db_connection_open (self->path, GS_DB_READ_ONCE, &local);
  GArray *skeleton = NULL;

  if (db != NULL)
    {
      gulong id = g_cancellable_connect (cancellable, G_CALLBACK (interrupt_cb), db, NULL);

      skeleton = gs_db_listing_skeleton (db, wanted->listing, wanted->filter, &local);
      g_cancellable_disconnect (cancellable, id);
    }
  if (local != NULL)
    gs_error_take (error, local);

  return skeleton;
}

static void
skeleton_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GsWorkspace *self = source;
  Wanted *wanted = task_data;
  GError *error = NULL;
  GArray *skeleton = read_aside (self, wanted, cancellable, &error);

  /* The file may have been moved away while it is open. */
  if (skeleton == NULL && !g_cancellable_is_cancelled (cancellable))
    {
      g_clear_error (&error);
      skeleton = gs_workspace_list_skeleton (self, wanted->listing, wanted->filter, &error);
    }

  if (skeleton != NULL)
    g_task_return_pointer (task, skeleton, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static gpointer
skeleton_func (GsWorkspace *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Wanted *wanted = data;

  return gs_workspace_list_skeleton (self, wanted->listing, wanted->filter, error);
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GArray *skeleton = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (skeleton != NULL)
    g_task_return_pointer (task, skeleton, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * gs_workspace_list_skeleton_async:
 * @self: a workspace
 * @listing: one of the listing types
 * @filter: (nullable): copied
 * @cancellable: (nullable): to cancel with
 * @callback: called in the calling thread's main context
 * @user_data: for @callback
 */
void
gs_workspace_list_skeleton_async (GsWorkspace *self,
                                  const GsRecordType *listing,
                                  const GsListFilter *filter,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  Wanted *wanted;

  g_return_if_fail (GS_IS_WORKSPACE (self) && listing != NULL);

  wanted = g_new0 (Wanted, 1);
  wanted->listing = listing;
  wanted->filter = gs_record_copy (&gs_list_filter_type, filter);

  /* Nobody else can see what is only in memory. */
  if (strcmp (self->path, GS_DB_MEMORY) == 0)
    {
      GTask *task = g_task_new (self, cancellable, callback, user_data);

      g_task_set_task_data (task, wanted, wanted_free);
      gs_workspace_call_async (self, skeleton_func, wanted, NULL, (GDestroyNotify) g_array_unref, cancellable,
                               called_cb, task);
      return;
    }

  gs_thread_task_run (self, cancellable, skeleton_thread, wanted, wanted_free, callback, user_data);
}

/**
 * gs_workspace_list_skeleton_finish:
 * @self: a workspace
 * @result: as given to the callback
 * @error: GS_ERROR_OPEN, G_IO_ERROR_CANCELLED, …
 *
 * Returns: (transfer full) (element-type gint64): row numbers in order, or %NULL
 */
GArray *
gs_workspace_list_skeleton_finish (GsWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
