/* gs-db-worker.c: the one thread that owns a connection.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-worker.h"

#include "gs-db-history.h"
#include "gs-db-private.h"

struct _GsDbWorker
{
  GsDbConnection *connection;
  GAsyncQueue *queue; /* of Work */
  GThread *thread;
  gboolean orphaned; /* freed on its own thread, which must clean up after itself */
};

/* A job on its way. One that is called is the caller's, who waits for `done`;
 * one that is pushed has a task and frees itself. */
typedef struct
{
  GsDbJob job; /* NULL: no more work */
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  GCancellable *cancellable;
  GTask *task;

  GMutex mutex;
  GCond cond;
  gboolean done;
  gpointer result;
  GError *error;
} Work;

static void
run_job (GsDbConnection *db, Work *work)
{
  GCancellable *outer = db->cancellable;

  gs_db_set_cancellable (db, work->cancellable);
  if (!gs_db_is_cancelled (db, &work->error))
    work->result = work->job (db, work->data, work->cancellable, &work->error);
  gs_db_set_cancellable (db, outer);
}

static void
finish_called (Work *work)
{
  g_mutex_lock (&work->mutex);
  work->done = TRUE;
  g_cond_signal (&work->cond);
  g_mutex_unlock (&work->mutex);
}

static void
finish_pushed (Work *work)
{
  if (work->data_free != NULL)
    work->data_free (work->data);

  if (work->error != NULL)
    g_task_return_error (work->task, work->error);
  else
    g_task_return_pointer (work->task, work->result, work->result_free);

  g_object_unref (work->task);
  g_free (work);
}

static void
worker_destroy (GsDbWorker *self)
{
  gs_db_connection_close (self->connection);
  g_async_queue_unref (self->queue);
  g_free (self);
}

static gpointer
worker_main (gpointer data)
{
  GsDbWorker *self = data;

  while (TRUE)
    {
      Work *work = g_async_queue_pop (self->queue);

      if (work->job == NULL)
        {
          g_free (work);
          break;
        }

      run_job (self->connection, work);

      /* An action is begun and ended by one job: the next one is another's. */
      if (gs_db_action_is_open (self->connection))
        {
          g_critical ("a job left its action open");
          gs_db_action_rollback (self->connection);
        }

      if (work->task != NULL)
        finish_pushed (work);
      else
        finish_called (work);
    }

  if (self->orphaned)
    worker_destroy (self);

  return NULL;
}

/**
 * gs_db_worker_new:
 * @path: a workspace file, or %GS_DB_MEMORY
 * @mode: what for
 * @error: as gs_db_connection_open()
 *
 * Opens the file, which blocks, and starts the thread.
 *
 * Returns: (transfer full): a worker, or %NULL
 */
GsDbWorker *
gs_db_worker_new (const char *path, GsDbMode mode, GError **error)
{
  GsDbWorker *self;
  GsDbConnection *connection = gs_db_connection_open (path, mode, error);

  if (connection == NULL)
    return NULL;

  self = g_new0 (GsDbWorker, 1);
  self->connection = connection;
  self->queue = g_async_queue_new ();
  self->thread = g_thread_new ("gainsay-db", worker_main, self);

  return self;
}

/**
 * gs_db_worker_free:
 * @self: (transfer full) (nullable): a worker
 *
 * Runs what has been given, waits for it, closes the file. On the worker's
 * own thread it cannot wait: there the same happens after the job under way.
 */
void
gs_db_worker_free (GsDbWorker *self)
{
  GThread *thread;

  if (self == NULL)
    return;

  thread = self->thread;
  self->orphaned = gs_db_worker_is_current (self);
  g_async_queue_push (self->queue, g_new0 (Work, 1));

  if (self->orphaned)
    {
      g_thread_unref (thread);
      return;
    }

  g_thread_join (thread);
  worker_destroy (self);
}

/**
 * gs_db_worker_is_current:
 * @self: a worker
 *
 * Returns: whether the caller runs on the worker's thread
 */
gboolean
gs_db_worker_is_current (GsDbWorker *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_thread_self () == self->thread;
}

/**
 * gs_db_worker_call:
 * @self: a worker
 * @job: what to do
 * @data: for @job
 * @cancellable: (nullable): cancels it, before it begins or in the midst of a statement
 * @error: what the job set, or %GS_DB_ERROR_INTERRUPTED
 *
 * Blocks until the job has run.
 *
 * Returns: what @job returned
 */
gpointer
gs_db_worker_call (GsDbWorker *self, GsDbJob job, gpointer data, GCancellable *cancellable, GError **error)
{
  Work work = { .job = job, .data = data, .cancellable = cancellable };

  g_return_val_if_fail (self != NULL && job != NULL, NULL);

  if (gs_db_worker_is_current (self))
    {
      /* Part of the job under way, whose cancellable counts too unless this
       * part has its own. */
      if (work.cancellable == NULL)
        work.cancellable = self->connection->cancellable;
      run_job (self->connection, &work);
    }
  else
    {
      g_mutex_init (&work.mutex);
      g_cond_init (&work.cond);
      g_async_queue_push (self->queue, &work);

      g_mutex_lock (&work.mutex);
      while (!work.done)
        g_cond_wait (&work.cond, &work.mutex);
      g_mutex_unlock (&work.mutex);

      g_mutex_clear (&work.mutex);
      g_cond_clear (&work.cond);
    }

  if (work.error != NULL)
    g_propagate_error (error, work.error);

  return work.result;
}

/**
 * gs_db_worker_push:
 * @self: a worker
 * @task: (transfer none): gets the result; its cancellable cancels the job
 * @job: what to do
 * @data: (transfer full): for @job
 * @data_free: (nullable): frees @data, on the worker's thread, after the job
 * @result_free: (nullable): frees a result that nobody takes
 *
 * Returns at once.
 */
void
gs_db_worker_push (GsDbWorker *self,
                   GTask *task,
                   GsDbJob job,
                   gpointer data,
                   GDestroyNotify data_free,
                   GDestroyNotify result_free)
{
  Work *work;

  g_return_if_fail (self != NULL && G_IS_TASK (task) && job != NULL);

  work = g_new0 (Work, 1);
  work->job = job;
  work->data = data;
  work->data_free = data_free;
  work->result_free = result_free;
  work->task = g_object_ref (task);
  work->cancellable = g_task_get_cancellable (task);
  g_async_queue_push (self->queue, work);
}
