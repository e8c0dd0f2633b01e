/* gs-import-pool.c: threads that read what is imported, and give it back in order.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One file may take half a minute to read. Nobody who has cancelled waits for
 * that: whoever ends the pool leaves such a job to the thread that has it.
 */

#include "config.h"

#include "gs-import-pool.h"

#include <sched.h>

#include <glib/gi18n-lib.h>

#define MAX_THREADS 8

/* What the threads know; lives as long as the last of them. */
typedef struct
{
  gatomicrefcount refs;
  GCancellable *cancellable;
  GMutex lock;
  GCond done;
  gboolean over; /* guarded by the lock: nobody takes anything any more */
} Shared;

struct _GsImportPool
{
  Shared *shared;
  GThreadPool *threads;
  GQueue flight; /* GsImportJob, in the order they came */
  gsize bytes;
};

static void
shared_unref (Shared *shared)
{
  if (!g_atomic_ref_count_dec (&shared->refs))
    return;

  g_clear_object (&shared->cancellable);
  g_mutex_clear (&shared->lock);
  g_cond_clear (&shared->done);
  g_free (shared);
}

/* Once for each thread: the window's thread shall not queue for a processor behind
 * the readers. Not by niceness, from which there is no way back without privilege:
 * a thread that GLib starts from here could not get its own. */
static void
be_patient (void)
{
  static GPrivate patient = G_PRIVATE_INIT (NULL);
  const struct sched_param param = { 0 };

  if (g_private_get (&patient) != NULL)
    return;

  g_private_set (&patient, GINT_TO_POINTER (TRUE));
  sched_setscheduler (0, SCHED_BATCH, &param);
}

static gboolean
is_over (Shared *shared)
{
  gboolean over;

  g_mutex_lock (&shared->lock);
  over = shared->over;
  g_mutex_unlock (&shared->lock);

  return over || g_cancellable_is_cancelled (shared->cancellable);
}

static void
read_job (GsImportJob *job, Shared *shared)
{
  if (job->input.reason != NULL)
    job->reason = g_strdup (job->input.reason);
  else if (is_over (shared))
    job->reason = g_strdup (_ ("cancelled"));
  else
    {
      /* For those far below that wait for something. */
      g_cancellable_push_current (shared->cancellable);
      gs_import_job_read (job, shared->cancellable);
      g_cancellable_pop_current (shared->cancellable);
    }
}

/* On a thread of the pool. */
static void
work_cb (gpointer data, gpointer user_data)
{
  GsImportJob *job = data;
  Shared *shared = user_data;
  gboolean over;

  be_patient ();
  read_job (job, shared);

  g_mutex_lock (&shared->lock);
  job->done = TRUE;
  over = shared->over;
  g_cond_signal (&shared->done);
  g_mutex_unlock (&shared->lock);

  if (over)
    gs_import_job_free (job);
  shared_unref (shared);
}

/**
 * gs_import_pool_new:
 * @cancellable: (nullable): what is pushed is not read once it is cancelled
 *
 * Returns: (transfer full): a pool without jobs
 */
GsImportPool *
gs_import_pool_new (GCancellable *cancellable)
{
  GsImportPool *self = g_new0 (GsImportPool, 1);
  /* One is left to the window and to whoever stores. */
  guint threads = CLAMP (g_get_num_processors () - 1, 1, MAX_THREADS);

  self->shared = g_new0 (Shared, 1);
  g_atomic_ref_count_init (&self->shared->refs);
  self->shared->cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  g_mutex_init (&self->shared->lock);
  g_cond_init (&self->shared->done);
  g_queue_init (&self->flight);
  /* Exclusive: threads that others get later must not be patient. */
  self->threads = g_thread_pool_new (work_cb, self->shared, (int) threads, TRUE, NULL);

  return self;
}

/**
 * gs_import_pool_free:
 * @self: (transfer full): a pool
 *
 * Does not wait: what is being read is thrown away when it has been, the rest is not read.
 */
void
gs_import_pool_free (GsImportPool *self)
{
  GsImportJob *job;

  g_mutex_lock (&self->shared->lock);
  self->shared->over = TRUE;
  while ((job = g_queue_pop_head (&self->flight)) != NULL)
    {
      if (job->done)
        gs_import_job_free (job);
    }
  g_mutex_unlock (&self->shared->lock);

  g_thread_pool_free (self->threads, FALSE, FALSE);
  shared_unref (self->shared);
  g_free (self);
}

/**
 * gs_import_pool_push:
 * @self: a pool
 * @job: (transfer full): to be read
 */
void
gs_import_pool_push (GsImportPool *self, GsImportJob *job)
{
  self->bytes += job->input.size;
  g_queue_push_tail (&self->flight, job);
  g_atomic_ref_count_inc (&self->shared->refs);
  g_thread_pool_push (self->threads, job, NULL);
}

/**
 * gs_import_pool_take:
 * @self: a pool with jobs
 * @until: monotonic time, in microseconds
 *
 * Returns: (transfer full) (nullable): the job pushed first; %NULL if reading it takes
 *   longer than until @until
 */
GsImportJob *
gs_import_pool_take (GsImportPool *self, gint64 until)
{
  GsImportJob *job = g_queue_peek_head (&self->flight);
  gboolean done;

  g_return_val_if_fail (job != NULL, NULL);

  g_mutex_lock (&self->shared->lock);
  while (!job->done && g_cond_wait_until (&self->shared->done, &self->shared->lock, until))
    ;
  done = job->done;
  g_mutex_unlock (&self->shared->lock);

  if (!done)
    return NULL;

  g_queue_pop_head (&self->flight);
  self->bytes -= job->input.size;

  return job;
}

/**
 * gs_import_pool_count:
 * @self: a pool
 *
 * Returns: how many jobs have been pushed and not taken
 */
guint
gs_import_pool_count (GsImportPool *self)
{
  return self->flight.length;
}

/**
 * gs_import_pool_weigh:
 * @self: a pool
 *
 * Returns: how many bytes these jobs read
 */
gsize
gs_import_pool_weigh (GsImportPool *self)
{
  return self->bytes;
}
