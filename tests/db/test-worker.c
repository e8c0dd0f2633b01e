/* test-worker.c: one thread, one line of jobs.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-fixture.h"
#include "gs-db-private.h"

static GMutex order_mutex;
static GString *order;

static GsDbWorker *
new_worker (void)
{
  g_autoptr (GError) error = NULL;
  GsDbWorker *worker = gs_db_worker_new (GS_DB_MEMORY, GS_DB_READ_WRITE, &error);

  g_assert_no_error (error);

  return worker;
}

static gpointer
note_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_mutex_lock (&order_mutex);
  g_string_append_printf (order, "%d ", GPOINTER_TO_INT (data));
  g_mutex_unlock (&order_mutex);

  return data;
}

static void
test_order (void)
{
  GsDbWorker *worker = new_worker ();
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  order = g_string_new (NULL);
  for (int i = 1; i <= 200; i++)
    {
      g_string_append_printf (expected, "%d ", i);
      if (i % 50 == 0)
        {
          gpointer result = gs_db_worker_call (worker, note_job, GINT_TO_POINTER (i), NULL, &error);

          g_assert_no_error (error);
          g_assert_cmpint (GPOINTER_TO_INT (result), ==, i);
        }
      else
        {
          g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

          gs_db_worker_push (worker, task, note_job, GINT_TO_POINTER (i), NULL, NULL);
        }
    }

  /* What was given before is done before it ends. */
  gs_db_worker_free (worker);
  g_assert_cmpstr (order->str, ==, expected->str);
  g_string_free (order, TRUE);
}

static gpointer
fail_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_NO_ROW, "none");

  return NULL;
}

static gpointer
nest_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  GsDbWorker *worker = data;

  g_assert_true (gs_db_worker_is_current (worker));

  return gs_db_worker_call (worker, fail_job, NULL, NULL, error);
}

static void
test_results (void)
{
  g_autoptr (GsDbWorker) worker = new_worker ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, gs_test_take_result_cb, &result);

  g_assert_false (gs_db_worker_is_current (worker));
  g_assert_null (gs_db_worker_call (worker, nest_job, worker, NULL, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_NO_ROW);
  g_clear_error (&error);

  gs_db_worker_push (worker, task, fail_job, NULL, NULL, NULL);
  gs_test_wait_result (&result, 10);
  g_assert_null (g_task_propagate_pointer (G_TASK (result), &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_NO_ROW);
}

#define ENDLESS "WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r"

static gpointer
endless_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 count = 0;

  g_atomic_int_set ((int *) data, 1);
  gs_db_get_int (db, &count, error, ENDLESS, "");

  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (GsDbWorker) worker = new_worker ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, gs_test_take_result_cb, &result);
  int begun = 0;

  g_task_set_check_cancellable (task, FALSE);
  gs_db_worker_push (worker, task, endless_job, &begun, NULL, NULL);
  while (!g_atomic_int_get (&begun))
    g_usleep (1000);
  g_cancellable_cancel (cancellable);
  gs_test_wait_result (&result, 10);
  g_task_propagate_pointer (G_TASK (result), &error);
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_INTERRUPTED);
  g_clear_error (&error);

  /* The next job is not touched; one that is cancelled before it begins never does. */
  order = g_string_new (NULL);
  gs_db_worker_call (worker, note_job, GINT_TO_POINTER (1), NULL, &error);
  g_assert_no_error (error);
  gs_db_worker_call (worker, note_job, GINT_TO_POINTER (2), cancellable, &error);
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_INTERRUPTED);
  g_assert_cmpstr (order->str, ==, "1 ");
  g_string_free (order, TRUE);
}

/* Cancelling in the midst of an action takes back all of it. */
static gpointer
action_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GsSourceRecord) source = gs_record_new (&gs_source_type);

  source->uuid = g_strdup ("a");
  g_assert_true (gs_db_action_begin (db, "Cancelled", NULL, 0, error));
  g_assert_true (gs_db_record_save (db, &gs_source_type, source, error));
  g_cancellable_cancel (cancellable);
  g_assert_false (gs_db_action_commit (db, NULL, error));
  g_assert_false (gs_db_action_is_open (db));

  return NULL;
}

static gpointer
count_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER ((int) gs_db_record_count (db, &gs_source_type, error));
}

static void
test_cancel_action (void)
{
  g_autoptr (GsDbWorker) worker = new_worker ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  gs_db_worker_call (worker, action_job, NULL, cancellable, &error);
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_INTERRUPTED);
  g_clear_error (&error);
  g_assert_null (gs_db_worker_call (worker, count_job, NULL, NULL, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/worker/order", test_order);
  g_test_add_func ("/db/worker/results", test_results);
  g_test_add_func ("/db/worker/cancel", test_cancel);
  g_test_add_func ("/db/worker/cancel-action", test_cancel_action);

  return g_test_run ();
}
