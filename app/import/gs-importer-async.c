/* gs-importer-async.c: importing in a thread, told about in the caller's.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window cannot draw ten thousand results a second. They are collected and
 * handed over some thirty times a second, each still with its own call.
 */

#include "config.h"

#include "gs-importer-private.h"

#define INTERVAL_MS 33

/* What the window is told in one call. */
typedef struct
{
  GsImportResult result;
  GsImportProgress progress;
} News;

typedef struct
{
  GsImporter *importer;
  GsImportFunc func;
  gpointer user_data;
  GMainContext *context;

  GMutex lock;
  GPtrArray *news; /* News */
  GSource *source; /* that will hand it over, or NULL */
} Telling;

static void
news_free (gpointer data)
{
  News *news = data;

  g_free (news->result.path);
  g_free (news->result.display_path);
  g_free (news->result.article);
  g_free (news->result.title);
  g_free (news->result.reason);
  g_strfreev ((char **) news->result.remarks);
  g_free (news);
}

static void
telling_free (gpointer data)
{
  Telling *telling = data;

  if (telling->source != NULL)
    {
      g_source_destroy (telling->source);
      g_source_unref (telling->source);
    }
  g_ptr_array_unref (telling->news);
  g_main_context_unref (telling->context);
  g_mutex_clear (&telling->lock);
  g_free (telling);
}

/* In the caller's context. */
static void
hand_over (Telling *telling)
{
  g_autoptr (GPtrArray) news = NULL;

  g_mutex_lock (&telling->lock);
  news = g_steal_pointer (&telling->news);
  telling->news = g_ptr_array_new_with_free_func (news_free);
  if (telling->source != NULL)
    {
      g_source_destroy (telling->source);
      g_clear_pointer (&telling->source, g_source_unref);
    }
  g_mutex_unlock (&telling->lock);

  for (guint i = 0; i < news->len && telling->func != NULL; i++)
    {
      const News *one = news->pdata[i];

      telling->func (&one->result, &one->progress, telling->user_data);
    }
}

static gboolean
hand_over_cb (gpointer data)
{
  hand_over (data);

  return G_SOURCE_REMOVE;
}

/* On the importing thread. */
static void
collect_cb (const GsImportResult *result, const GsImportProgress *progress, gpointer user_data)
{
  Telling *telling = user_data;
  News *news = g_new0 (News, 1);

  news->result.path = g_strdup (result->path);
  news->result.display_path = g_strdup (result->display_path);
  news->result.status = result->status;
  news->result.article = g_strdup (result->article);
  news->result.title = g_strdup (result->title);
  news->result.reason = g_strdup (result->reason);
  news->result.remarks = (const char *const *) g_strdupv ((char **) result->remarks);
  news->progress = *progress;

  g_mutex_lock (&telling->lock);
  g_ptr_array_add (telling->news, news);
  if (telling->source == NULL)
    {
      telling->source = g_timeout_source_new (INTERVAL_MS);
      g_source_set_callback (telling->source, hand_over_cb, telling, NULL);
      g_source_attach (telling->source, telling->context);
    }
  g_mutex_unlock (&telling->lock);
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Telling *telling = data;
  GError *error = NULL;

  if (gs_importer_run (telling->importer, collect_cb, telling, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* All results come before the caller's callback. */
static void
run_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  GError *error = NULL;

  hand_over (g_task_get_task_data (G_TASK (result)));
  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (outer, TRUE);
  else
    g_task_return_error (outer, error);
}

/**
 * gs_importer_run_async:
 * @self: an importer, kept by the caller until the callback
 * @func: (nullable): told each result, in the caller's main context
 * @user_data: for @func
 * @cancellable: (nullable): keeps what is stored by then
 * @callback: called once all results have been told
 * @callback_data: for @callback
 *
 * Starts an import and returns at once.
 */
void
gs_importer_run_async (GsImporter *self,
                       GsImportFunc func,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer callback_data)
{
  g_autoptr (GTask) outer = NULL;
  g_autoptr (GTask) inner = NULL;
  Telling *telling;

  g_return_if_fail (self != NULL);

  outer = g_task_new (NULL, NULL, callback, callback_data);
  g_task_set_source_tag (outer, gs_importer_run_async);
  inner = g_task_new (NULL, cancellable, run_done_cb, g_object_ref (outer));
  /* It stops by itself where it can be told what was stored. */
  g_task_set_check_cancellable (inner, FALSE);

  telling = g_new0 (Telling, 1);
  telling->importer = self;
  telling->func = func;
  telling->user_data = user_data;
  telling->context = g_main_context_ref_thread_default ();
  telling->news = g_ptr_array_new_with_free_func (news_free);
  g_mutex_init (&telling->lock);
  g_task_set_task_data (inner, telling, telling_free);
  g_task_run_in_thread (inner, run_thread);
}

/**
 * gs_importer_run_finish:
 * @self: an importer
 * @result: what the callback got
 * @error: why it stopped: storing failed, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether every input was dealt with
 */
gboolean
gs_importer_run_finish (GsImporter *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
