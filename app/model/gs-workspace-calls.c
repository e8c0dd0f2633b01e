/* gs-workspace-calls.c: work for the thread of a workspace, until it is closed.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "gs-error-private.h"

/* The worker, held until gs_workspace_leave(). A call from the worker's own
 * thread belongs to one that is under way and goes on while closing. */
static GsDbWorker *
gs_workspace_enter (GsWorkspace *self, GError **error)
{
  GsDbWorker *worker = NULL;

  g_mutex_lock (&self->lock);
  if (self->worker != NULL && (!self->closing || gs_db_worker_is_current (self->worker)))
    {
      worker = self->worker;
      self->users++;
    }
  g_mutex_unlock (&self->lock);

  if (worker == NULL)
    g_set_error_literal (error, GS_ERROR, GS_ERROR_OPEN, _ ("The workspace is closed."));

  return worker;
}

static void
gs_workspace_leave (GsWorkspace *self)
{
  g_mutex_lock (&self->lock);
  if (--self->users == 0)
    g_cond_broadcast (&self->idle);
  g_mutex_unlock (&self->lock);
}

gpointer
gs_workspace_run_cancellable (GsWorkspace *self, GsDbJob job, gpointer data, GCancellable *cancellable, GError **error)
{
  GError *local = NULL;
  GsDbWorker *worker = gs_workspace_enter (self, error);
  gpointer result;

  if (worker == NULL)
    return NULL;

  result = gs_db_worker_call (worker, job, data, cancellable, &local);
  gs_workspace_leave (self);
  if (local != NULL)
    gs_error_take (error, local);

  return result;
}

gpointer
gs_workspace_run (GsWorkspace *self, GsDbJob job, gpointer data, GError **error)
{
  return gs_workspace_run_cancellable (self, job, data, NULL, error);
}

void
gs_workspace_push (GsWorkspace *self,
                   GTask *task,
                   GsDbJob job,
                   gpointer data,
                   GDestroyNotify data_free,
                   GDestroyNotify result_free)
{
  GError *error = NULL;
  GsDbWorker *worker = gs_workspace_enter (self, &error);

  if (worker == NULL)
    {
      if (data_free != NULL)
        data_free (data);
      g_task_return_error (task, error);
      return;
    }

  gs_db_worker_push (worker, task, job, data, data_free, result_free);
  gs_workspace_leave (self);
}

/* What a call from outside carries. The task that the caller sees lives on the
 * caller's thread alone; the worker gets another, which holds nothing, so that
 * neither the workspace nor the caller's data ever dies on the worker. */
typedef struct
{
  GsWorkspace *self; /* held by the outer task */
  GsWorkspaceFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} Call;

static void
call_free (gpointer user_data)
{
  Call *call = user_data;

  if (call->data_free != NULL)
    call->data_free (call->data);
  g_free (call);
}

static gpointer
call_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Call *call = data;

  return call->func (call->self, call->data, cancellable, error);
}

static void
call_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Call *call = g_task_get_task_data (task);
  GError *error = NULL, *mapped = NULL;
  gpointer value = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    {
      gs_error_take (&mapped, error);
      g_task_return_error (task, mapped);
    }
  else
    g_task_return_pointer (task, value, call->result_free);
}

/**
 * gs_workspace_call_async:
 * @self: a workspace
 * @func: runs on the workspace's thread
 * @data: for @func
 * @data_free: (nullable): frees @data, on the calling thread, when all is done
 * @result_free: (nullable): frees the result if nobody takes it
 * @cancellable: (nullable): to cancel with
 * @callback: called in the calling thread's main context
 * @user_data: for @callback
 */
void
gs_workspace_call_async (GsWorkspace *self,
                         GsWorkspaceFunc func,
                         gpointer data,
                         GDestroyNotify data_free,
                         GDestroyNotify result_free,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) inner = NULL;
  GTask *task;
  Call *call;

  g_return_if_fail (GS_IS_WORKSPACE (self));
  g_return_if_fail (func != NULL);

  call = g_new0 (Call, 1);
  *call = (Call){ self, func, data, data_free, result_free };
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, gs_workspace_call_async);
  g_task_set_task_data (task, call, call_free);

  inner = g_task_new (NULL, cancellable, call_done_cb, task);
  gs_workspace_push (self, inner, call_job, call, NULL, result_free);
}

/**
 * gs_workspace_call_finish:
 * @self: a workspace
 * @result: as given to the callback
 * @error: what @func set, or GS_ERROR_OPEN, or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): what @func returned
 */
gpointer
gs_workspace_call_finish (GsWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * gs_workspace_close:
 * @self: a workspace
 *
 * Waits for what is under way and closes the file.
 */
void
gs_workspace_close (GsWorkspace *self)
{
  GsDbWorker *worker;

  g_return_if_fail (GS_IS_WORKSPACE (self));

  gs_workspace_unwatch (self);

  g_mutex_lock (&self->lock);
  worker = self->closing ? NULL : self->worker;
  self->closing = TRUE;
  /* The worker cannot wait for a call that it is itself carrying out. */
  while (worker != NULL && self->users > 0 && !gs_db_worker_is_current (worker))
    g_cond_wait (&self->idle, &self->lock);
  g_mutex_unlock (&self->lock);

  if (worker == NULL)
    return;

  /* Jobs in the queue still run, and may call the workspace. */
  gs_db_worker_free (worker);
  g_mutex_lock (&self->lock);
  self->worker = NULL;
  g_mutex_unlock (&self->lock);
}
