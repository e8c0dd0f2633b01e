/* gs-importer.c: the act of importing.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calling thread walks the inputs, hands them to the pool, takes them back
 * in order and stores them in batches; the pool reads and extracts. While one
 * batch is being stored the pool works on the next.
 */

#include "config.h"

#include "gs-importer-private.h"

#include <math.h>

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-import-pool.h"
#include "gs-report.h"

/* At most so much is read and not yet stored; one file always may. */
#define MAX_FLIGHT_FILES 1024
#define MAX_FLIGHT_BYTES (32 * 1024 * 1024)
/* A batch is stored when it has so much or is so old. */
#define MAX_BATCH_FILES 512
#define MAX_BATCH_BYTES (8 * 1024 * 1024)
#define MAX_BATCH_AGE (G_TIME_SPAN_MILLISECOND * 100)

static const char *const status_nicks[] = { "imported", "duplicate", "refused", "revised", NULL };
const GsWordList gs_import_statuses = { "import status", status_nicks };

typedef struct
{
  GsImporter *self;
  GsImportWalk *walk;
  GsImportFunc func;
  gpointer user_data;
  GCancellable *cancellable;

  GsImportPool *pool;
  gboolean exhausted; /* no more inputs */

  GPtrArray *batch; /* GsImportJob, all done */
  gsize batch_bytes;
  gint64 batch_began;
  gint64 group; /* of the history */

  GsImportProgress progress;
  gint64 began;
} Run;

/**
 * gs_importer_new:
 * @workspace: where to; a reference is kept
 *
 * Returns: (transfer full): an importer without inputs
 */
GsImporter *
gs_importer_new (GsWorkspace *workspace)
{
  GsImporter *self;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);

  self = g_new0 (GsImporter, 1);
  self->workspace = g_object_ref (workspace);
  self->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_import_input_free);

  return self;
}

/**
 * gs_importer_free:
 * @self: (nullable) (transfer full): an importer that is not running
 */
void
gs_importer_free (GsImporter *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->workspace);
  g_ptr_array_unref (self->inputs);
  g_free (self->language);
  g_free (self);
}

/**
 * gs_importer_add_path:
 * @self: an importer that is not running
 * @path: a file or folder, in the file system's encoding
 */
void
gs_importer_add_path (GsImporter *self, const char *path)
{
  GsImportInput *input;

  g_return_if_fail (self != NULL && path != NULL);

  input = g_new0 (GsImportInput, 1);
  input->path = g_strdup (path);
  g_ptr_array_add (self->inputs, input);
}

/**
 * gs_importer_add_bytes:
 * @self: an importer that is not running
 * @bytes: pasted or dropped text or HTML
 * @name: (nullable): what to call it where it has no title of its own
 */
void
gs_importer_add_bytes (GsImporter *self, GBytes *bytes, const char *name)
{
  GsImportInput *input;

  g_return_if_fail (self != NULL && bytes != NULL);

  input = g_new0 (GsImportInput, 1);
  input->bytes = g_bytes_ref (bytes);
  input->name = g_strdup (name);
  g_ptr_array_add (self->inputs, input);
}

/* Name and password stand between "//" and "@". They are for the server alone:
 * neither the history nor a message may tell of them, also of what is no
 * address at all. */
static char *
hide_user (const char *url)
{
  const char *authority = strstr (url, "//");
  const char *host = authority != NULL ? authority + 2 : url;
  gsize length = strcspn (host, "/?#");
  const char *at = g_strrstr_len (host, (gssize) length, "@");
  g_autofree char *before = g_strndup (url, (gsize) (host - url));

  return at != NULL ? g_strconcat (before, at + 1, NULL) : g_strdup (url);
}

/**
 * gs_importer_add_url:
 * @self: an importer that is not running
 * @url: a web address, http or https
 */
void
gs_importer_add_url (GsImporter *self, const char *url)
{
  GsImportInput *input;

  g_return_if_fail (self != NULL && url != NULL);

  input = g_new0 (GsImportInput, 1);
  input->url = g_strdup (url);
  input->shown = hide_user (url);
  g_ptr_array_add (self->inputs, input);
}

/**
 * gs_importer_set_recursive:
 * @self: an importer that is not running
 * @recursive: whether folders are gone into; otherwise they are refused
 */
void
gs_importer_set_recursive (GsImporter *self, gboolean recursive)
{
  g_return_if_fail (self != NULL);

  self->recursive = recursive;
}

/**
 * gs_importer_set_language:
 * @self: an importer that is not running
 * @language: (nullable): BCP 47 tag of articles whose own language cannot be told; copied
 */
void
gs_importer_set_language (GsImporter *self, const char *language)
{
  g_return_if_fail (self != NULL);

  g_free (self->language);
  self->language = g_strdup (language);
}

/* Hands out inputs until enough are under way. */
static void
feed (Run *run)
{
  while (!run->exhausted && gs_import_pool_count (run->pool) < MAX_FLIGHT_FILES
         && (gs_import_pool_count (run->pool) == 0 || gs_import_pool_weigh (run->pool) < MAX_FLIGHT_BYTES))
    {
      GsImportJob *job = g_new0 (GsImportJob, 1);

      if (!gs_import_walk_next (run->walk, &job->input))
        {
          run->exhausted = TRUE;
          g_free (job);
          break;
        }
      gs_import_pool_push (run->pool, job);
    }
}

static void
update_progress (Run *run, int status, gboolean last)
{
  GsImportProgress *progress = &run->progress;
  double seconds = (double) (g_get_monotonic_time () - run->began) / G_TIME_SPAN_SECOND;

  progress->done += last;
  progress->imported += status == GS_IMPORT_IMPORTED;
  progress->duplicates += status == GS_IMPORT_DUPLICATE;
  progress->refused += status == GS_IMPORT_REFUSED;
  progress->revised += status == GS_IMPORT_REVISED;
  progress->total = progress->done + run->batch->len + gs_import_pool_count (run->pool)
                    + (run->exhausted ? 0 : gs_import_walk_waiting (run->walk));
  progress->rate = seconds > 0.0 ? progress->done / seconds : 0.0;
  /* The first fraction of a second says nothing about the rest. */
  progress->remaining = seconds > 0.5 ? (progress->total - progress->done) / progress->rate : NAN;
}

/* @index: of the article that it is about, of those of the job. */
static void
emit (Run *run, GsImportJob *job, guint index, int status, const char *uuid)
{
  guint n = job->articles != NULL ? job->articles->len : 0;
  const GsArticleRecord *article = index < n ? job->articles->pdata[index] : NULL;
  const char *name = gs_import_job_name (job);
  g_autofree char *path = name != NULL ? gs_import_job_part_name (name, index, n) : NULL;
  g_autofree char *display = path != NULL ? g_filename_display_name (path) : g_strdup (_ ("pasted text"));
  GsImportResult result = { .path = path, .display_path = display, .status = status, .article = (char *) uuid };

  result.reason = job->reason;
  result.remarks = (const char *const *) job->remarks;
  result.title = article != NULL ? article->title : NULL;
  update_progress (run, status, index + 1 >= n);
  if (run->func != NULL)
    run->func (&result, &run->progress, run->user_data);
}

static char *
history_label (Run *run)
{
  const GPtrArray *inputs = run->self->inputs;
  const GsImportInput *only = inputs->len == 1 ? inputs->pdata[0] : NULL;
  g_autofree char *name = NULL;

  if (only != NULL && only->url != NULL)
    return g_strdup_printf (_ ("Import “%s”"), only->shown);
  if (only == NULL || only->path == NULL || run->self->recursive)
    return g_strdup (_ ("Import articles"));

  name = g_filename_display_basename (only->path);

  return g_strdup_printf (_ ("Import “%s”"), name);
}

static gboolean
store_articles (Run *run, GArray *results, GPtrArray *uuids, GError **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  g_autofree char *label = history_label (run);

  for (guint i = 0; i < run->batch->len; i++)
    {
      const GsImportJob *job = run->batch->pdata[i];

      for (guint j = 0; job->articles != NULL && j < job->articles->len; j++)
        {
          GsArticleRecord *article = job->articles->pdata[j];

          if (article->language == NULL)
            article->language = g_strdup (run->self->language);
          g_ptr_array_add (articles, article);
        }
    }

  return articles->len == 0
         || gs_workspace_store_articles (run->self->workspace, label, articles, results, uuids, &run->group, error);
}

static GsImportStatus
status_of (int stored)
{
  switch (stored)
    {
    case GS_STORED:
      return GS_IMPORT_IMPORTED;
    case GS_REVISED:
      return GS_IMPORT_REVISED;
    default:
      return GS_IMPORT_DUPLICATE;
    }
}

/* Stores what is waiting and tells what became of each, in order. */
static gboolean
flush (Run *run, GError **error)
{
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) batch = NULL;
  guint stored = 0;

  if (run->batch->len == 0)
    return TRUE;
  if (!store_articles (run, results, uuids, error))
    return FALSE;

  batch = g_steal_pointer (&run->batch);
  run->batch = g_ptr_array_new_with_free_func (gs_import_job_free);
  run->batch_bytes = 0;
  for (guint i = 0; i < batch->len; i++)
    {
      GsImportJob *job = batch->pdata[i];

      if (job->articles == NULL)
        emit (run, job, 0, GS_IMPORT_REFUSED, NULL);
      for (guint j = 0; job->articles != NULL && j < job->articles->len; j++, stored++)
        {
          emit (run, job, j, status_of (g_array_index (results, int, stored)), uuids->pdata[stored]);
        }
    }

  return TRUE;
}

/* A report is all or nothing and a step of its own, after what came before. */
static gboolean
load_report (Run *run, GsImportJob *job, GError **error)
{
  const char *path = gs_import_job_name (job);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autoptr (GError) local = NULL;
  int status = GS_IMPORT_REFUSED;
  g_auto (GsReportOutcome) outcome = { 0 };

  if (!flush (run, error))
    {
      gs_import_job_free (job);
      return FALSE;
    }

  if (job->stream != NULL
        ? gs_report_import_stream (run->self->workspace, job->stream, job->format, name, &outcome, &local)
        : gs_report_import (run->self->workspace, job->report, name, &outcome, &local))
    status = outcome.n_records > 0 ? GS_IMPORT_IMPORTED : GS_IMPORT_DUPLICATE;
  else
    job->reason = g_strdup (local->message);
  run->group = 0;
  job->remarks = g_steal_pointer (&outcome.remarks);
  emit (run, job, 0, status, NULL);
  gs_import_job_free (job);

  return TRUE;
}

static gboolean
is_batch_due (const Run *run)
{
  return run->batch->len >= MAX_BATCH_FILES || run->batch_bytes >= MAX_BATCH_BYTES
         || (run->batch->len > 0 && g_get_monotonic_time () - run->batch_began >= MAX_BATCH_AGE);
}

static gboolean
run_all (Run *run, GError **error)
{
  while (TRUE)
    {
      GsImportJob *job;

      if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return FALSE;

      feed (run);
      if (gs_import_pool_count (run->pool) == 0)
        return flush (run, error);

      job = gs_import_pool_take (run->pool, g_get_monotonic_time () + MAX_BATCH_AGE);
      if (job != NULL && (job->report != NULL || job->stream != NULL))
        {
          if (!load_report (run, job, error))
            return FALSE;
        }
      else if (job != NULL)
        {
          if (run->batch->len == 0)
            run->batch_began = g_get_monotonic_time ();
          run->batch_bytes += job->input.size;
          g_ptr_array_add (run->batch, job);
        }
      if (is_batch_due (run) && !flush (run, error))
        return FALSE;
    }
}

/**
 * gs_importer_run:
 * @self: an importer
 * @func: (nullable): told each result in the order of the inputs, on this thread
 * @user_data: for @func
 * @cancellable: (nullable): stops it; what was told as imported stays
 * @error: why storing failed, or %G_IO_ERROR_CANCELLED
 *
 * Blocks; not to be called on the workspace's thread nor on the window's.
 *
 * Returns: whether every input was dealt with, imported or refused
 */
gboolean
gs_importer_run (GsImporter *self, GsImportFunc func, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Run run = { .self = self, .func = func, .user_data = user_data, .cancellable = cancellable };
  gboolean done;

  g_return_val_if_fail (self != NULL, FALSE);

  run.walk = gs_import_walk_new (self->inputs, self->recursive);
  run.batch = g_ptr_array_new_with_free_func (gs_import_job_free);
  run.began = g_get_monotonic_time ();
  run.pool = gs_import_pool_new (cancellable);

  done = run_all (&run, error);

  gs_import_pool_free (run.pool);
  g_ptr_array_unref (run.batch);
  gs_import_walk_free (run.walk);

  return done;
}
