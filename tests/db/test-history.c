/* test-history.c: what is done can be undone and redone, all of it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-fixture.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* A claim is two saves here: it must be possible to fail between them. */
static void
save_one (GsDbConnection *db, const char *label, const char *uuid, const char *name, gint64 *group)
{
  g_autoptr (GError) error = NULL;
  GsSourceRecord *source = gs_record_new (&gs_source_type);

  source->uuid = g_strdup (uuid);
  source->name = g_strdup (name);
  gs_db_action_begin (db, label, NULL, group != NULL ? *group : 0, &error);
  g_assert_no_error (error);
  gs_db_record_save (db, &gs_source_type, source, &error);
  g_assert_no_error (error);
  gs_db_action_commit (db, group, &error);
  g_assert_no_error (error);
  gs_source_record_free (source);
}

static void
assert_name (GsDbConnection *db, const char *uuid, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsSourceRecord) source = gs_db_record_load (db, &gs_source_type, uuid, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (source != NULL ? source->name : NULL, ==, name);
}

static void
random_change (GsDbConnection *db, GError **error)
{
  const GsRecordType *type = gs_workspace_types[g_test_rand_int_range (0, (gint32) gs_n_workspace_types)];
  int n = g_test_rand_int_range (1, 6);
  g_autofree char *uuid = fixture_uuid (type, n);

  if (g_test_rand_int_range (0, 4) == 0)
    gs_db_record_delete (db, type, uuid, error);
  else
    {
      gpointer record = fixture_record (type, n, n * 1000 + g_test_rand_int_range (0, 1000));

      gs_db_record_save (db, type, record, error);
      gs_record_free (type, record);
    }
}

/* Some changes fail, since what they need has been deleted: then the whole
 * action is taken back. Returns whether the action changed anything. */
static gboolean
random_action (GsDbConnection *db)
{
  g_autoptr (GError) error = NULL;
  gint64 group = 0;

  gs_db_action_begin (db, "Random", NULL, 0, &error);
  g_assert_no_error (error);
  for (int i = g_test_rand_int_range (1, 5); i > 0 && error == NULL; i--)
    random_change (db, &error);

  if (error == NULL)
    gs_db_action_commit (db, &group, &error);
  else
    gs_db_action_rollback (db);
  g_assert_true (error == NULL || g_error_matches (error, GS_DB_ERROR, GS_DB_ERROR_CONSTRAINT)
                 || g_error_matches (error, GS_DB_ERROR, GS_DB_ERROR_NO_ROW));
  g_assert_false (gs_db_action_is_open (db));

  return group != 0;
}

static guint
random_history (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  fixture_fill_graph (db);
  g_ptr_array_add (dumps, fixture_dump (db));
  for (int i = 0; i < 40; i++)
    {
      char *before = dumps->pdata[dumps->len - 1];
      char *after;
      gboolean changed = random_action (db);

      after = fixture_dump (db);
      g_assert_true (g_str_equal (before, after) == !changed);
      if (changed)
        g_ptr_array_add (dumps, after);
      else
        g_free (after);
    }
  fixture_assert_derived (db);

  for (guint i = dumps->len - 1; i > 0; i--)
    {
      g_autofree char *dump = NULL;

      gs_db_undo (db, NULL, &error);
      g_assert_no_error (error);
      dump = fixture_dump (db);
      g_assert_cmpstr (dump, ==, dumps->pdata[i - 1]);
    }
  fixture_assert_derived (db);

  for (guint i = 1; i < dumps->len; i++)
    {
      g_autofree char *dump = NULL;

      gs_db_redo (db, NULL, &error);
      g_assert_no_error (error);
      dump = fixture_dump (db);
      g_assert_cmpstr (dump, ==, dumps->pdata[i]);
    }
  fixture_assert_derived (db);
  gs_db_redo (db, NULL, &error);
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_NOTHING_TO_REDO);

  return dumps->len;
}

static void
test_random (void)
{
  guint states = 0;

  for (int i = 0; i < 15; i++)
    states += random_history ();

  /* Or else hardly anything has been tried. */
  g_assert_cmpuint (states, >, 60);
}

static void
test_labels (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autoptr (GError) error = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  g_autofree char *done = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_assert_true (gs_db_history_peek (db, &undo, &redo, &error));
  g_assert_null (undo);
  g_assert_null (redo);
  g_assert_false (gs_db_undo (db, NULL, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_NOTHING_TO_UNDO);
  g_clear_error (&error);

  save_one (db, "First", "a", "A", NULL);
  save_one (db, "Second", "b", "B", NULL);
  gs_db_undo (db, &done, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (done, ==, "Second");
  g_assert_true (gs_db_history_peek (db, &undo, &redo, &error));
  g_assert_cmpstr (undo, ==, "First");
  g_assert_cmpstr (redo, ==, "Second");

  /* A new action drops what was undone, but the audit trail keeps it. */
  save_one (db, "Third", "c", "C", NULL);
  g_clear_pointer (&redo, g_free);
  g_clear_pointer (&undo, g_free);
  g_assert_true (gs_db_history_peek (db, &undo, &redo, &error));
  g_assert_cmpstr (undo, ==, "Third");
  g_assert_null (redo);
  list = gs_db_history_list (db, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpstr (((GsHistoryListing *) list->pdata[0])->label, ==, "Third");
  g_assert_true (((GsHistoryListing *) list->pdata[1])->undone);
  g_assert_false (((GsHistoryListing *) list->pdata[2])->undone);
}

static void
test_groups (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  gint64 group = 0;
  gint64 first;

  save_one (db, "Import", "a", "A", &group);
  first = group;
  save_one (db, "Import", "b", "B", &group);
  g_assert_cmpint (group, ==, first);
  save_one (db, "Import", "b", "B again", &group);
  gs_db_undo (db, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gs_db_record_count (db, &gs_source_type, NULL), ==, 0);
  gs_db_redo (db, NULL, &error);
  g_assert_no_error (error);
  assert_name (db, "b", "B again");

  /* Once something else stands on top, a batch begins a step of its own. */
  save_one (db, "Edit", "a", "A edited", NULL);
  save_one (db, "Import", "c", "C", &group);
  g_assert_cmpint (group, !=, first);
  gs_db_undo (db, NULL, &error);
  assert_name (db, "c", NULL);
  assert_name (db, "a", "A edited");
  gs_db_undo (db, NULL, &error);
  assert_name (db, "a", "A");
  g_assert_no_error (error);
  list = gs_db_history_list (db, 10, &error);
  g_assert_cmpuint (list->len, ==, 3);
}

static void
test_across_processes (void)
{
  char *folder = gs_test_make_folder ();
  g_autofree char *path = fixture_new_file (folder);
  g_autoptr (GError) error = NULL;
  GsDbConnection *one = fixture_open (path);
  GsDbConnection *two;
  gint64 version;

  save_one (one, "First", "a", "A", NULL);
  gs_db_connection_close (one);

  one = fixture_open (path);
  two = fixture_open (path);
  version = gs_db_connection_get_version (one);
  save_one (one, "Second", "a", "B", NULL);
  g_assert_cmpint (gs_db_connection_get_version (one), ==, version);
  gs_db_undo (two, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gs_db_connection_get_version (one), !=, version);
  assert_name (one, "a", "A");
  gs_db_undo (one, NULL, &error);
  g_assert_no_error (error);
  assert_name (two, "a", NULL);
  gs_db_connection_close (one);
  gs_db_connection_close (two);
  gs_test_remove_folder (folder);
}

/* Two spans, two names change places in one action: no row may be in the way
 * of another when the changeset is applied. */
static void
test_swaps (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = fixture_uuid (&gs_claim_type, 1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GsClaimRecord) claim = NULL;
  gpointer first;

  fixture_fill_graph (db);
  before = fixture_dump (db);
  claim = gs_db_record_load (db, &gs_claim_type, uuid, &error);
  first = claim->spans->pdata[0];
  claim->spans->pdata[0] = claim->spans->pdata[2];
  claim->spans->pdata[2] = first;
  g_assert_cmpint (fixture_save (db, &gs_claim_type, claim), !=, 0);
  gs_db_undo (db, NULL, &error);
  g_assert_no_error (error);
  after = fixture_dump (db);
  g_assert_cmpstr (after, ==, before);
}

static void
test_stuck (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autoptr (GError) error = NULL;

  /* Someone went behind the history's back: an undo that no longer fits is
   * refused whole. */
  save_one (db, "First", "a", "A", NULL);
  save_one (db, "Second", "a", "B", NULL);
  fixture_tamper (db, "UPDATE source SET name = 'C'");
  g_assert_false (gs_db_undo (db, NULL, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_CONSTRAINT);
  assert_name (db, "a", "C");
}

/* Saves without end; the parent kills it somewhere in the midst. */
static void
scribble (const char *path)
{
  GsDbConnection *db = gs_db_connection_open (path, GS_DB_READ_WRITE, NULL);

  for (int i = 0;; i++)
    {
      g_autofree char *uuid = g_strdup_printf ("s%d", i);

      gs_db_action_begin (db, "Scribble", NULL, 0, NULL);
      for (int j = 0; j < 20; j++)
        {
          g_autofree char *name = g_strdup_printf ("%s-%d", uuid, j);
          g_autoptr (GsSourceRecord) source = gs_record_new (&gs_source_type);

          source->uuid = g_strdup (name);
          source->name = g_steal_pointer (&name);
          gs_db_record_save (db, &gs_source_type, source, NULL);
        }
      gs_db_action_commit (db, NULL, NULL);
    }
}

static void
test_killed (void)
{
  char *folder = gs_test_make_folder ();
  g_autofree char *path = fixture_new_file (folder);

  for (int i = 0; i < 10; i++)
    {
      g_autoptr (GsDbConnection) db = NULL;
      pid_t child = fork ();
      int status;

      if (child == 0)
        scribble (path);
      g_assert_cmpint (child, >, 0);
      g_usleep ((gulong) g_test_rand_int_range (5000, 60000));
      g_assert_cmpint (kill (child, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);

      db = fixture_open (path);
      fixture_assert_clean (db);
      g_assert_cmpint (gs_db_record_count (db, &gs_source_type, NULL) % 20, ==, 0);
    }
  gs_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/history/random", test_random);
  g_test_add_func ("/db/history/labels", test_labels);
  g_test_add_func ("/db/history/groups", test_groups);
  g_test_add_func ("/db/history/across-processes", test_across_processes);
  g_test_add_func ("/db/history/swaps", test_swaps);
  g_test_add_func ("/db/history/stuck", test_stuck);
  g_test_add_func ("/db/history/killed", test_killed);

  return g_test_run ();
}
