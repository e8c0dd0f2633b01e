/* gs-recovery.c: a damaged workspace, made into a new one with all that can be read.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-recovery.h"

#include <glib/gi18n-lib.h>

#include "gs-db-error.h"
#include "gs-db-salvage.h"
#include "gs-error-private.h"

/* Of a fraction that is handed from thread to thread as a whole number. */
#define STEPS 1000

/**
 * gs_recovery_free:
 * @self: (transfer full) (nullable): a recovery
 */
void
gs_recovery_free (GsRecovery *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->kinds);
  g_free (self);
}

/**
 * gs_recover:
 * @path: a damaged workspace, which is only read
 * @into: where to make the new one
 * @progress: (nullable) (scope call): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): to cancel with
 * @error: GS_ERROR_EXISTS, GS_ERROR_OPEN, GS_ERROR_NO_SPACE, …
 *
 * Blocks. If it fails or is cancelled, nothing is left at @into.
 *
 * Returns: (transfer full): what was kept and what was lost, or %NULL with @error
 */
GsRecovery *
gs_recover (const char *path,
            const char *into,
            GsRecoveryProgress progress,
            gpointer progress_data,
            GCancellable *cancellable,
            GError **error)
{
  const GsDbSalvageWords words = {
    .annotator = _ ("Lost annotator"),
    .tag = _ ("lost tag"),
    .source = _ ("Lost source"),
    .question = _ ("Lost question"),
    .article = _ ("Lost article"),
    .claim = _ ("Lost claim"),
    .note = _ ("Made when a damaged workspace was recovered: the original is lost, something still refers to it."),
  };
  g_autoptr (GsDbSalvage) salvage = NULL;
  GsRecovery *self;
  GError *local = NULL;

  g_return_val_if_fail (path != NULL && into != NULL, NULL);

  salvage = gs_db_salvage (path, into, &words, progress, progress_data, cancellable, &local);
  if (salvage == NULL)
    {
      gs_error_take (error, local);
      return NULL;
    }

  self = g_new0 (GsRecovery, 1);
  self->kinds = g_ptr_array_ref (salvage->kinds);
  self->pages = salvage->pages;
  self->bad = salvage->bad;
  self->unplaced = salvage->unplaced;
  self->whole = salvage->whole;

  return self;
}

typedef struct
{
  char *path;
  char *into;
  GsRecoveryProgress progress;
  gpointer data;
  GTask *task; /* borrowed: it owns this */
  int steps;   /* how far it is, atomic */
  int telling; /* whether that is on its way already, atomic */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->into);
  g_free (job);
}

static gboolean
told_cb (gpointer task)
{
  Job *job = g_task_get_task_data (task);

  g_atomic_int_set (&job->telling, FALSE);
  if (!g_task_get_completed (task))
    job->progress ((double) g_atomic_int_get (&job->steps) / STEPS, job->data);

  return G_SOURCE_REMOVE;
}

static void
tell (double fraction, gpointer data)
{
  Job *job = data;
  g_autoptr (GSource) source = NULL;

  g_atomic_int_set (&job->steps, (int) (fraction * STEPS));
  if (!g_atomic_int_compare_and_exchange (&job->telling, FALSE, TRUE))
    return;

  /* Not g_main_context_invoke(), which tells here and now while nobody runs the context. */
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, told_cb, g_object_ref (job->task), g_object_unref);
  g_source_attach (source, g_task_get_context (job->task));
}

static void
recover_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  GsRecovery *self = gs_recover (job->path, job->into, job->progress != NULL ? tell : NULL, job, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) gs_recovery_free);
  else
    g_task_return_error (task, error);
}

/**
 * gs_recover_async:
 * @path: a damaged workspace, which is only read
 * @into: where to make the new one
 * @progress: (nullable) (scope notified): told how far it is, in the calling thread's main context, until @callback
 * @progress_data: for @progress
 * @cancellable: (nullable): to cancel with
 * @callback: called in the calling thread's main context
 * @user_data: for @callback
 *
 * See gs_recover().
 */
void
gs_recover_async (const char *path,
                  const char *into,
                  GsRecoveryProgress progress,
                  gpointer progress_data,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (path != NULL && into != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  job = g_new0 (Job, 1);
  job->path = g_strdup (path);
  job->into = g_strdup (into);
  job->progress = progress;
  job->data = progress_data;
  job->task = task;
  g_task_set_source_tag (task, gs_recover_async);
  /* What was made is told of, even if it was cancelled too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, recover_thread);
}

/**
 * gs_recover_finish:
 * @result: what the callback got
 * @error: as from gs_recover()
 *
 * Returns: (transfer full): what was kept and what was lost, or %NULL with @error
 */
GsRecovery *
gs_recover_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static const struct
{
  const char *kind;
  const char *name;
} names[] = {
  { "annotators", N_ ("Annotators") },
  { "tags", N_ ("Tags") },
  { "sources", N_ ("Sources") },
  { "questions", N_ ("Questions") },
  { "articles", N_ ("Articles") },
  { "claims", N_ ("Claims") },
  { "links", N_ ("Links between claims") },
  { "details", N_ ("Details of claims, sources and articles") },
  { "texts", N_ ("Texts of articles") },
  { "history", N_ ("Steps of the history") },
};

static const char *
name_of (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i].kind, kind))
        return _ (names[i].name);
    }

  return kind;
}

static char *
describe_kind (const GsRecoveredListing *kind)
{
  if (kind->mended + kind->made + kind->lost == 0)
    {
      /* Translators: "Claims: 119, all there." */
      return g_strdup_printf (_ ("%s: %lld, all there."), name_of (kind->kind), (long long) kind->kept);
    }

  /* Translators: "Claims: 117 as they were, 1 mended, 1 replaced by a stand-in, 0 lost." */
  return g_strdup_printf (_ ("%s: %lld as they were, %lld mended, %lld replaced by a stand-in, %lld lost."),
                          name_of (kind->kind), (long long) kind->kept, (long long) kind->mended,
                          (long long) kind->made, (long long) kind->lost);
}

/**
 * gs_recovery_describe:
 * @self: what came of it
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each kind of which there is something, and for pages
 */
GPtrArray *
gs_recovery_describe (const GsRecovery *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, lines);

  for (guint i = 0; i < self->kinds->len; i++)
    {
      const GsRecoveredListing *kind = self->kinds->pdata[i];

      if (kind->kept + kind->mended + kind->made + kind->lost > 0)
        g_ptr_array_add (lines, describe_kind (kind));
    }
  if (self->bad > 0)
    g_ptr_array_add (lines, g_strdup_printf (_ ("Of %lld pages of the file, %lld could not be found or read."),
                                             (long long) self->pages, (long long) self->bad));
  if (self->unplaced > 0)
    g_ptr_array_add (lines, g_strdup_printf (_ ("%lld pages hold rows that could not be told and are left out."),
                                             (long long) self->unplaced));
  if (!self->whole)
    g_ptr_array_add (lines, g_strdup (_ ("What was done before can be read in the history, but not undone.")));

  return lines;
}
