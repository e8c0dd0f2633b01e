/* test-workspace.c: a workspace in process: actions, history, news, life.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "gs-names.h"
#include "gs-test.h"
#include "gs-workspace.h"

static GsWorkspace *
new_workspace (void)
{
  g_autoptr (GError) error = NULL;
  GsWorkspace *workspace = gs_workspace_new_in_memory (&error);

  g_assert_no_error (error);
  gs_workspace_set_annotator (workspace, "Ada");

  return workspace;
}

static char *
save_tag (GsWorkspace *workspace, const char *uuid, const char *name, const char *label)
{
  g_autoptr (GsAction) action = gs_action_new (label);
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);
  g_autoptr (GError) error = NULL;
  char *saved;

  tag->uuid = g_strdup (uuid);
  tag->name = g_strdup (name);
  saved = g_strdup (gs_action_save (action, &gs_tag_type, tag));
  gs_workspace_perform (workspace, action, &error);
  g_assert_no_error (error);

  return saved;
}

static GsTagRecord *
load_tag (GsWorkspace *workspace, const char *uuid)
{
  g_autoptr (GError) error = NULL;
  GsTagRecord *tag = gs_workspace_load (workspace, &gs_tag_type, uuid, &error);

  g_assert_no_error (error);

  return tag;
}

static void
count_cb (gpointer counter)
{
  (*(guint *) counter)++;
}

static void
test_stamps (void)
{
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autofree char *uuid = save_tag (workspace, NULL, "drone", "Add tag");
  g_autoptr (GsTagRecord) tag = load_tag (workspace, uuid);
  g_autoptr (GsTagRecord) changed = NULL;
  g_autoptr (GsAnnotatorRecord) ada = gs_workspace_load (workspace, &gs_annotator_type, tag->author, NULL);
  g_autofree char *again = NULL;

  g_assert_cmpstr (ada->name, ==, "Ada");
  g_assert_cmpstr (tag->modified_by, ==, tag->author);
  g_assert_true (g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$", tag->created, 0, 0));
  g_assert_cmpstr (tag->created, ==, tag->modified);

  /* Another hand on the same tag, from a record that was never read. */
  gs_workspace_set_annotator (workspace, "Grace");
  g_usleep (2000);
  again = save_tag (workspace, uuid, "drones", "Rename tag");
  g_assert_cmpstr (again, ==, uuid);
  changed = load_tag (workspace, uuid);
  g_assert_cmpstr (changed->name, ==, "drones");
  g_assert_cmpstr (changed->created, ==, tag->created);
  g_assert_cmpstr (changed->author, ==, tag->author);
  g_assert_cmpstr (changed->modified, >, tag->modified);
  g_assert_cmpstr (changed->modified_by, !=, tag->author);
  g_assert_cmpint (gs_workspace_count (workspace, &gs_annotator_type, NULL), ==, 2);
}

static void
test_keep_stamps (void)
{
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autoptr (GsAction) action = gs_action_new ("Load");
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);
  g_autoptr (GsTagRecord) back = NULL;
  const char *uuid;

  tag->name = g_strdup ("old");
  tag->created = g_strdup ("2001-02-03T04:05:06.000Z");
  uuid = gs_action_save (action, &gs_tag_type, tag);
  gs_action_keep_stamps (action);
  g_assert_true (gs_workspace_perform (workspace, action, NULL));

  back = load_tag (workspace, uuid);
  g_assert_cmpstr (back->created, ==, "2001-02-03T04:05:06.000Z");
  g_assert_null (back->author);
  g_assert_cmpint (gs_workspace_count (workspace, &gs_annotator_type, NULL), ==, 0);
}

static void
test_history (void)
{
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autofree char *one = NULL, *two = NULL, *label = NULL, *redone = NULL;
  guint changed = 0, undo_labels = 0, redo_labels = 0;

  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (count_cb), &changed);
  g_signal_connect_swapped (workspace, "notify::undo-label", G_CALLBACK (count_cb), &undo_labels);
  g_signal_connect_swapped (workspace, "notify::redo-label", G_CALLBACK (count_cb), &redo_labels);
  g_assert_null (gs_workspace_get_undo_label (workspace));
  g_assert_false (gs_workspace_undo (workspace, NULL, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_NOTHING_TO_UNDO);
  g_clear_error (&error);

  one = save_tag (workspace, NULL, "one", "Add one");
  two = save_tag (workspace, NULL, "two", "Add two");
  g_assert_cmpuint (changed, ==, 2);
  g_assert_cmpuint (undo_labels, ==, 2);
  g_assert_cmpuint (redo_labels, ==, 0);
  g_assert_cmpstr (gs_workspace_get_undo_label (workspace), ==, "Add two");

  g_assert_true (gs_workspace_undo (workspace, &label, &error));
  g_assert_cmpstr (label, ==, "Add two");
  g_assert_cmpstr (gs_workspace_get_undo_label (workspace), ==, "Add one");
  g_assert_cmpstr (gs_workspace_get_redo_label (workspace), ==, "Add two");
  g_assert_null (gs_workspace_load (workspace, &gs_tag_type, two, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (gs_workspace_undo (workspace, NULL, &error));
  /* The annotator went with the first action. */
  g_assert_cmpint (gs_workspace_count (workspace, &gs_annotator_type, NULL), ==, 0);

  g_assert_true (gs_workspace_redo (workspace, &redone, &error));
  g_assert_cmpstr (redone, ==, "Add one");
  g_assert_true (gs_workspace_redo (workspace, NULL, &error));
  g_assert_false (gs_workspace_redo (workspace, NULL, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_NOTHING_TO_REDO);
  g_assert_cmpuint (changed, ==, 6);

  history = gs_workspace_history (workspace, 10, NULL);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpstr (((GsHistoryListing *) history->pdata[0])->label, ==, "Add two");
  g_assert_cmpstr (((GsHistoryListing *) history->pdata[0])->annotator, ==, "Ada");
}

/* One step fails: nothing of the action is there, and nothing is told. */
static void
test_all_or_nothing (void)
{
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autoptr (GsAction) action = gs_action_new ("Half");
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);
  g_autoptr (GError) error = NULL;
  guint changed = 0;

  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (count_cb), &changed);
  tag->name = g_strdup ("drone");
  gs_action_save (action, &gs_tag_type, tag);
  gs_action_delete (action, &gs_tag_type, "00000000-0000-4000-8000-000000000000");
  g_assert_false (gs_workspace_perform (workspace, action, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_NOT_FOUND);
  g_assert_cmpint (gs_workspace_count (workspace, &gs_tag_type, NULL), ==, 0);
  g_assert_cmpint (gs_workspace_count (workspace, &gs_annotator_type, NULL), ==, 0);
  g_assert_cmpuint (changed, ==, 0);
  g_assert_null (gs_workspace_get_undo_label (workspace));
}

static void
test_empty_action (void)
{
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autoptr (GsAction) action = gs_action_new ("Nothing");
  guint changed = 0;

  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (count_cb), &changed);
  g_assert_true (gs_workspace_perform (workspace, action, NULL));
  g_assert_cmpuint (changed, ==, 0);
  g_assert_null (gs_workspace_get_undo_label (workspace));
}

typedef struct
{
  GsWorkspace *other; /* another program */
  guint attempts;
  guint rivals; /* how often it gets in between */
  char *tag;
} Race;

static GsAction *
build_tag (GsWorkspace *workspace, gpointer data, GError **error)
{
  Race *race = data;
  g_autoptr (GsAction) action = gs_action_new ("Tag");

  race->attempts++;
  g_free (race->tag);
  race->tag = gs_names_ensure_tag (workspace, action, "shared", error);
  if (race->tag == NULL)
    return NULL;
  if (race->rivals > 0)
    {
      g_autofree char *rival = save_tag (race->other, NULL, "shared", "Rival");

      race->rivals--;
    }

  return g_steal_pointer (&action);
}

/* What another program makes while an action is built is found by the next
 * attempt; a failure that stays is told in the end. */
static void
test_built (void)
{
  char *folder = gs_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "w.gainsay", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autofree char *label = NULL;
  g_autofree char *found = NULL;
  Race race = { .rivals = 1 };

  g_assert_true (gs_workspace_create (path, NULL, NULL));
  workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  race.other = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);

  g_assert_true (gs_workspace_perform_built (workspace, build_tag, &race, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (race.attempts, ==, 2);
  found = gs_workspace_find_name (workspace, &gs_tag_type, "shared", &error);
  g_assert_cmpstr (race.tag, ==, found);
  /* Nothing was left to do. */
  g_assert_null (label);

  g_free (race.tag);
  gs_workspace_close (race.other);
  g_object_unref (race.other);
  gs_workspace_close (workspace);
  gs_test_remove_folder (folder);
}

static GsAction *
build_nonsense (GsWorkspace *workspace, gpointer data, GError **error)
{
  g_autoptr (GsAction) action = gs_action_new ("Nonsense");
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);

  (*(guint *) data)++;
  tag->name = g_strdup ("orphan");
  tag->parent = g_uuid_string_random ();
  gs_action_save (action, &gs_tag_type, tag);

  return g_steal_pointer (&action);
}

static void
test_built_fails (void)
{
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autoptr (GError) error = NULL;
  guint attempts = 0;

  g_assert_false (gs_workspace_perform_built (workspace, build_nonsense, &attempts, NULL, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_INVALID);
  g_assert_cmpuint (attempts, >, 1);
  g_assert_cmpuint (attempts, <, 10);
}

static void
test_resolve (void)
{
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autoptr (GError) error = NULL;
  g_autofree char *a = save_tag (workspace, "abcd0000-0000-4000-8000-000000000001", "drone", "Add");
  g_autofree char *b = save_tag (workspace, "abcd0000-0000-4000-8000-000000000002", "tank", "Add");
  g_autofree char *c = save_tag (workspace, "eeee0000-0000-4000-8000-000000000003", "abcd", "Add");
  g_autofree char *by_uuid = gs_workspace_resolve (workspace, &gs_tag_type, a, &error);
  g_autofree char *by_case = gs_workspace_resolve (workspace, &gs_tag_type, " EEEE0 ", &error);
  g_autofree char *by_name = gs_workspace_resolve (workspace, &gs_tag_type, "abcd", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (by_uuid, ==, a);
  g_assert_cmpstr (by_case, ==, c);
  g_assert_cmpstr (by_name, ==, c);
  g_assert_null (gs_workspace_resolve (workspace, &gs_tag_type, "abcd0", &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_AMBIGUOUS);
  g_clear_error (&error);
  g_assert_null (gs_workspace_resolve (workspace, &gs_tag_type, "nothing", &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (gs_workspace_resolve (workspace, &gs_tag_type, "  ", &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_NOT_FOUND);
}

/* Articles -------------------------------------------------------------------- */

static GsArticleRecord *
new_article (const char *text)
{
  GsArticleRecord *article = gs_record_new (&gs_article_type);

  article->text = g_strdup (text);
  article->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return article;
}

static void
store (GsWorkspace *workspace, gint64 *group, const char *const *texts, const int *expected)
{
  g_autoptr (GPtrArray) articles = gs_record_array_new (&gs_article_type);
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (articles, new_article (texts[i]));
  gs_workspace_store_articles (workspace, "Import", articles, results, uuids, group, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, articles->len);
  g_assert_cmpuint (uuids->len, ==, articles->len);
  for (guint i = 0; i < results->len; i++)
    {
      g_autoptr (GsArticleRecord) there = gs_workspace_load (workspace, &gs_article_type, uuids->pdata[i], &error);

      g_assert_no_error (error);
      g_assert_cmpint (g_array_index (results, int, i), ==, expected[i]);
      g_assert_cmpstr (there->text, ==, texts[i]);
    }
}

static void
test_store (void)
{
  static const char *const first[] = { "one", "two", "one", NULL };
  static const char *const second[] = { "three", "two", NULL };
  static const char *const third[] = { "one", "three", NULL };
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  guint changed = 0;
  gint64 group = 0, before;

  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (count_cb), &changed);
  store (workspace, &group, first, (const int[]){ GS_STORED, GS_STORED, GS_DUPLICATE });
  g_assert_cmpint (group, !=, 0);
  before = group;
  store (workspace, &group, second, (const int[]){ GS_STORED, GS_DUPLICATE });
  g_assert_cmpint (group, ==, before);
  store (workspace, &group, third, (const int[]){ GS_DUPLICATE, GS_DUPLICATE });
  g_assert_cmpint (group, ==, before);
  /* Nothing new is no news. */
  g_assert_cmpuint (changed, ==, 2);

  /* The whole import is one step. */
  g_assert_true (gs_workspace_undo (workspace, NULL, NULL));
  g_assert_cmpint (gs_workspace_count (workspace, &gs_article_type, NULL), ==, 0);
  g_assert_true (gs_workspace_redo (workspace, NULL, NULL));
  g_assert_cmpint (gs_workspace_count (workspace, &gs_article_type, NULL), ==, 3);
}

/* Threads and life ---------------------------------------------------------------- */

static gpointer
nested_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *uuid = save_tag (workspace, NULL, "nested", "Nested");

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
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GsTagRecord) tag = NULL;
  g_autoptr (GError) error = NULL;
  GThread *told_on = NULL;
  guint changed = 0;

  g_signal_connect (workspace, "changed", G_CALLBACK (thread_cb), &told_on);
  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (count_cb), &changed);
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
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GAsyncResult) failed = NULL, stopped = NULL;
  g_autoptr (GError) error = NULL;
  guint freed = 0;

  gs_workspace_call_async (workspace, fail_func, &freed, count_cb, NULL, NULL, gs_test_take_result_cb, &failed);
  gs_test_wait_result (&failed, 10);
  g_assert_null (gs_workspace_call_finish (workspace, failed, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_cancellable_cancel (cancelled);
  gs_workspace_call_async (workspace, fail_func, &freed, count_cb, NULL, cancelled, gs_test_take_result_cb, &stopped);
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
  GsWorkspace *workspace = new_workspace ();
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
  g_autoptr (GsWorkspace) workspace = new_workspace ();
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
  uuid = save_tag (workspace, NULL, "kept", "Add kept");
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

  g_signal_connect_swapped (reader, "changed", G_CALLBACK (count_cb), &changed);
  /* Also what happened after it was opened and before it watches. */
  uuid = save_tag (writer, NULL, "news", "Add news");
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
  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (count_cb), &changed);
  uuid = save_tag (workspace, NULL, "here", "Add");
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

  g_test_add_func ("/app/workspace/stamps", test_stamps);
  g_test_add_func ("/app/workspace/keep-stamps", test_keep_stamps);
  g_test_add_func ("/app/workspace/history", test_history);
  g_test_add_func ("/app/workspace/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/app/workspace/empty-action", test_empty_action);
  g_test_add_func ("/app/workspace/built", test_built);
  g_test_add_func ("/app/workspace/built-fails", test_built_fails);
  g_test_add_func ("/app/workspace/resolve", test_resolve);
  g_test_add_func ("/app/workspace/store", test_store);
  g_test_add_func ("/app/workspace/call-async", test_call_async);
  g_test_add_func ("/app/workspace/call-fails", test_call_fails);
  g_test_add_func ("/app/workspace/dispose", test_dispose);
  g_test_add_func ("/app/workspace/close", test_close);
  g_test_add_func ("/app/workspace/file", test_file);
  g_test_add_func ("/app/workspace/two-at-once", test_two_at_once);
  g_test_add_func ("/app/workspace/open-async", test_open_async);

  return g_test_run ();
}
