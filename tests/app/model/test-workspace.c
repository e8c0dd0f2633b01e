/* test-workspace.c: a workspace in process: actions, history, articles.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-names.h"
#include "workspace-case.h"

static void
test_stamps (void)
{
  g_autoptr (GsWorkspace) workspace = workspace_case_new ();
  g_autofree char *uuid = workspace_case_save_tag (workspace, NULL, "drone", "Add tag");
  g_autoptr (GsTagRecord) tag = workspace_case_load_tag (workspace, uuid);
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
  again = workspace_case_save_tag (workspace, uuid, "drones", "Rename tag");
  g_assert_cmpstr (again, ==, uuid);
  changed = workspace_case_load_tag (workspace, uuid);
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
  g_autoptr (GsWorkspace) workspace = workspace_case_new ();
  g_autoptr (GsAction) action = gs_action_new ("Load");
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);
  g_autoptr (GsTagRecord) back = NULL;
  const char *uuid;

  tag->name = g_strdup ("old");
  tag->created = g_strdup ("2001-02-03T04:05:06.000Z");
  uuid = gs_action_save (action, &gs_tag_type, tag);
  gs_action_keep_stamps (action);
  g_assert_true (gs_workspace_perform (workspace, action, NULL));

  back = workspace_case_load_tag (workspace, uuid);
  g_assert_cmpstr (back->created, ==, "2001-02-03T04:05:06.000Z");
  g_assert_null (back->author);
  g_assert_cmpint (gs_workspace_count (workspace, &gs_annotator_type, NULL), ==, 0);
}

static void
test_history (void)
{
  g_autoptr (GsWorkspace) workspace = workspace_case_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autofree char *one = NULL, *two = NULL, *label = NULL, *redone = NULL;
  guint changed = 0, undo_labels = 0, redo_labels = 0;

  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (workspace_case_count_cb), &changed);
  g_signal_connect_swapped (workspace, "notify::undo-label", G_CALLBACK (workspace_case_count_cb), &undo_labels);
  g_signal_connect_swapped (workspace, "notify::redo-label", G_CALLBACK (workspace_case_count_cb), &redo_labels);
  g_assert_null (gs_workspace_get_undo_label (workspace));
  g_assert_false (gs_workspace_undo (workspace, NULL, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_NOTHING_TO_UNDO);
  g_clear_error (&error);

  one = workspace_case_save_tag (workspace, NULL, "one", "Add one");
  two = workspace_case_save_tag (workspace, NULL, "two", "Add two");
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
  g_autoptr (GsWorkspace) workspace = workspace_case_new ();
  g_autoptr (GsAction) action = gs_action_new ("Half");
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);
  g_autoptr (GError) error = NULL;
  guint changed = 0;

  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (workspace_case_count_cb), &changed);
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
  g_autoptr (GsWorkspace) workspace = workspace_case_new ();
  g_autoptr (GsAction) action = gs_action_new ("Nothing");
  guint changed = 0;

  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (workspace_case_count_cb), &changed);
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
      g_autofree char *rival = workspace_case_save_tag (race->other, NULL, "shared", "Rival");

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
  g_autoptr (GsWorkspace) workspace = workspace_case_new ();
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
  g_autoptr (GsWorkspace) workspace = workspace_case_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *a = workspace_case_save_tag (workspace, "abcd0000-0000-4000-8000-000000000001", "drone", "Add");
  g_autofree char *b = workspace_case_save_tag (workspace, "abcd0000-0000-4000-8000-000000000002", "tank", "Add");
  g_autofree char *c = workspace_case_save_tag (workspace, "eeee0000-0000-4000-8000-000000000003", "abcd", "Add");
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
  g_autoptr (GsWorkspace) workspace = workspace_case_new ();
  guint changed = 0;
  gint64 group = 0, before;

  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (workspace_case_count_cb), &changed);
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

  return g_test_run ();
}
