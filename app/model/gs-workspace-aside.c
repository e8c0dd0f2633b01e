/* gs-workspace-aside.c: reading much beside everything else.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding up a million claims takes seconds. On the workspace's thread every
 * page somebody looks at would wait for it, so it is done on the same file,
 * opened once more for reading.
 */

#include "config.h"

#include "gs-workspace-private.h"

#include <string.h>

#include "gs-db-connection.h"
#include "gs-thread-task.h"

typedef struct
{
  char *path;
  GsWorkspaceFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} Aside;

static void
aside_free (gpointer data)
{
  Aside *self = data;

  if (self->data_free != NULL)
    self->data_free (self->data);
  g_free (self->path);
  g_free (self);
}

static void
return_result (GTask *task, gpointer result, GDestroyNotify result_free, GError *error)
{
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, result_free);
}

static void
aside_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Aside *self = task_data;
  GError *error = NULL;
  g_autoptr (GsWorkspace) other = gs_workspace_open (self->path, GS_OPEN_READ_ONLY, &error);
  gpointer result = other != NULL ? self->func (other, self->data, cancellable, &error) : NULL;

  /* Its thread is to be gone before anybody hears of the result. */
  if (other != NULL)
    gs_workspace_close (other);
  return_result (task, result, self->result_free, error);
}

static gpointer
call_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Aside *self = data;

  return self->func (workspace, self->data, cancellable, error);
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Aside *self = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer value = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  return_result (task, value, self->result_free, error);
}

/**
 * gs_workspace_read_aside_async:
 * @self: a workspace
 * @func: reads from the workspace it is given, which is another one on the same file; must not write
 * @data: for @func
 * @data_free: (nullable): frees @data
 * @result_free: (nullable): frees the result if nobody takes it
 * @cancellable: (nullable): to cancel with
 * @callback: called in the calling thread's main context
 * @user_data: for @callback
 *
 * Like gs_workspace_call_async(), for what takes long: nothing else waits for it.
 */
void
gs_workspace_read_aside_async (GsWorkspace *self,
                               GsWorkspaceFunc func,
                               gpointer data,
                               GDestroyNotify data_free,
                               GDestroyNotify result_free,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Aside *aside;

  g_return_if_fail (GS_IS_WORKSPACE (self) && func != NULL);

  aside = g_new0 (Aside, 1);
  aside->path = g_strdup (self->path);
  aside->func = func;
  aside->data = data;
  aside->data_free = data_free;
  aside->result_free = result_free;

  /* Nobody else can see what is only in memory. */
  if (strcmp (self->path, GS_DB_MEMORY) == 0)
    {
      GTask *task = g_task_new (self, cancellable, callback, user_data);

      g_task_set_task_data (task, aside, aside_free);
      gs_workspace_call_async (self, call_func, aside, NULL, result_free, cancellable, called_cb, task);
      return;
    }

  gs_thread_task_run (self, cancellable, aside_thread, aside, aside_free, callback, user_data);
}

/**
 * gs_workspace_read_aside_finish:
 * @self: a workspace
 * @result: what the callback got
 * @error: what the function set, or why the file could not be opened
 *
 * Returns: (transfer full): what the function returned
 */
gpointer
gs_workspace_read_aside_finish (GsWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
