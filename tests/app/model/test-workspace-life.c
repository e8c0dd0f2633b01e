/* test-workspace-life.c: a workspace among threads and files, from its opening to its end.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "workspace-case.h"

static gpointer
nested_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *uuid = workspace_case_save_tag (workspace, NULL, "nested", "Nested");

  g_assert_true (g_thread_self () != data);

  return gs_workspace_load (workspace, &gs_tag_type, uuid, error);
}

static gboolean
is_nonzero (gpointer counter)
{
  return *(guint *) counter > 0;
}

static void
thread_cb (GsWorkspace *workspace, gpointer user_data)
{
  *(GThread **) user_data = g_thread_self ();
}

static void
test_call_async (void)
{
  g_autoptr (GsWorkspace) workspace = workspace_case_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GsTagRecord) tag = NULL;
  g_autoptr (GError) error = NULL;
  GThread *told_on = NULL;
  guint changed = 0;

  g_signal_connect (workspace, "changed", G_CALLBACK (thread_cb), &told_on);
  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (workspace_case_count_cb), &changed);
  gs_workspace_call_async (workspace, nested_func, g_thread_self (), NULL, (GDestroyNotify) gs_tag_record_free, NULL,
                           gs_test_take_result_cb, &result);
  gs_test_wait_result (&result, 10);
  tag = gs_workspace_call_finish (workspace, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tag->name, ==, "nested");

  gs_test_pump_until (is_nonzero, &changed, 10);
  g_assert_true (told_on == g_thread_self ());
  g_assert_cmpuint (changed, ==, 1);
  g_assert_cmpstr (gs_workspace_get_undo_label (workspace), ==, "Nested");
}

static gpointer
fail_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_workspace_load (workspace, &gs_claim_type, "nowhere", error);
}

static void
test_call_fails (void)
{
  g_autoptr (GsWorkspace) workspace = workspace_case_new ();
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GAsyncResult) failed = NULL, stopped = NULL;
  g_autoptr (GError) error = NULL;
  guint freed = 0;

  gs_workspace_call_async (workspace, fail_func, &freed, workspace_case_count_cb, NULL, NULL, gs_test_take_result_cb,
                           &failed);
  gs_test_wait_result (&failed, 10);
  g_assert_null (gs_workspace_call_finish (workspace, failed, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_cancellable_cancel (cancelled);
  gs_workspace_call_async (workspace, fail_func, &freed, workspace_case_count_cb, NULL, cancelled,
                           gs_test_take_result_cb, &stopped);
  gs_test_wait_result (&stopped, 10);
  g_assert_null (gs_workspace_call_finish (workspace, stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_clear_object (&failed);
  g_clear_object (&stopped);
  g_assert_cmpuint (freed, ==, 2);
}

/* Its news may outlive the workspace, without harm. */
static void
test_dispose (void)
{
  GsWorkspace *workspace = workspace_case_new ();
  g_autoptr (GAsyncResult) result = NULL;

  gs_workspace_watch (workspace);
  gs_workspace_call_async (workspace, nested_func, NULL, NULL, (GDestroyNotify) gs_tag_record_free, NULL,
                           gs_test_take_result_cb, &result);
  gs_test_wait_result (&result, 10);
  g_clear_object (&result);
  g_assert_finalize_object (workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_close (void)
{
  g_autoptr (GsWorkspace) workspace = workspace_case_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) pending = NULL, late = NULL;
  g_autoptr (GsTagRecord) tag = NULL;

  gs_workspace_call_async (workspace, nested_func, NULL, NULL, (GDestroyNotify) gs_tag_record_free, NULL,
                           gs_test_take_result_cb, &pending);
  gs_workspace_close (workspace);
  g_assert_cmpint (gs_workspace_count (workspace, &gs_tag_type, &error), ==, -1);
  g_assert_error (error, GS_ERROR, GS_ERROR_OPEN);
  g_clear_error (&error);
  gs_workspace_close (workspace);

  /* What was under way was done; what comes later is told so. */
  gs_test_wait_result (&pending, 10);
  tag = gs_workspace_call_finish (workspace, pending, &error);
  g_assert_no_error (error);
  g_assert_nonnull (tag);
  gs_workspace_call_async (workspace, nested_func, NULL, NULL, NULL, NULL, gs_test_take_result_cb, &late);
  gs_test_wait_result (&late, 10);
  g_assert_null (gs_workspace_call_finish (workspace, late, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_OPEN);
}

/* Files --------------------------------------------------------------------------------- */

static void
test_file (void)
{
  char *folder = gs_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a “case” 🛰.gainsay", NULL);
  g_autofree char *none = g_build_filename (folder, "none.gainsay", NULL);
  g_autofree char *text = g_build_filename (folder, "text.gainsay", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;
  GsWorkspace *workspace;

  g_assert_true (gs_workspace_create (path, "The case", &error));
  g_assert_false (gs_workspace_create (path, "The case", &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (gs_workspace_open (none, GS_OPEN_BEST, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_OPEN);
  g_clear_error (&error);
  gs_test_write (text, "Not a database, however long it may go on and on.", -1);
  g_assert_null (gs_workspace_open (text, GS_OPEN_READ_WRITE, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_OPEN);
  g_clear_error (&error);

  workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gs_workspace_get_title (workspace), ==, "The case");
  g_assert_cmpstr (gs_workspace_get_path (workspace), ==, path);
  g_assert_false (gs_workspace_is_read_only (workspace));
  uuid = workspace_case_save_tag (workspace, NULL, "kept", "Add kept");
  g_assert_finalize_object (workspace);

  /* Undo survives a restart. */
  workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gs_workspace_get_undo_label (workspace), ==, "Add kept");
  g_assert_true (gs_workspace_undo (workspace, NULL, &error));
  g_assert_finalize_object (workspace);
  gs_test_remove_folder (folder);
}

/* A second hand on the same file: one reads only, and hears of the other. */
static void
test_two_at_once (void)
{
  char *folder = gs_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "two.gainsay", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GsAction) action = gs_action_new ("Refused");
  g_autofree char *uuid = NULL;
  GsWorkspace *writer, *reader;
  guint changed = 0;

  g_assert_true (gs_workspace_create (path, NULL, &error));
  writer = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gs_workspace_get_title (writer), ==, "two");
  reader = gs_workspace_open (path, GS_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (gs_workspace_is_read_only (reader));

  gs_action_delete (action, &gs_tag_type, "x");
  g_assert_false (gs_workspace_perform (reader, action, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_READ_ONLY);
  g_clear_error (&error);

  g_signal_connect_swapped (reader, "changed", G_CALLBACK (workspace_case_count_cb), &changed);
  /* Also what happened after it was opened and before it watches. */
  uuid = workspace_case_save_tag (writer, NULL, "news", "Add news");
  gs_workspace_watch (reader);
  gs_test_pump_until (is_nonzero, &changed, 10);
  g_assert_cmpint (gs_workspace_count (reader, &gs_tag_type, NULL), ==, 1);
  g_assert_cmpstr (gs_workspace_get_undo_label (reader), ==, "Add news");

  g_assert_finalize_object (reader);
  g_assert_finalize_object (writer);
  gs_test_remove_folder (folder);
}

static void
test_open_async (void)
{
  g_autoptr (GAsyncResult) result = NULL, missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autofree char *uuid = NULL;
  guint changed = 0;

  gs_workspace_open_async (":memory:", GS_OPEN_READ_WRITE, NULL, gs_test_take_result_cb, &result);
  gs_test_wait_result (&result, 10);
  workspace = gs_workspace_open_finish (result, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (workspace_case_count_cb), &changed);
  uuid = workspace_case_save_tag (workspace, NULL, "here", "Add");
  g_assert_cmpuint (changed, ==, 1);

  gs_workspace_open_async ("/nowhere/at/all.gainsay", GS_OPEN_BEST, NULL, gs_test_take_result_cb, &missing);
  gs_test_wait_result (&missing, 10);
  g_assert_null (gs_workspace_open_finish (missing, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_OPEN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/workspace/call-async", test_call_async);
  g_test_add_func ("/app/workspace/call-fails", test_call_fails);
  g_test_add_func ("/app/workspace/dispose", test_dispose);
  g_test_add_func ("/app/workspace/close", test_close);
  g_test_add_func ("/app/workspace/file", test_file);
  g_test_add_func ("/app/workspace/two-at-once", test_two_at_once);
  g_test_add_func ("/app/workspace/open-async", test_open_async);

  return g_test_run ();
}
