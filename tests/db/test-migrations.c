/* test-migrations.c: workspaces of every version become workspaces of this one.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * tests/db/old holds a workspace of each version, made by make-old.c when that
 * version was the newest, and what is in all of them.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "gs-db-backup.h"
#include "gs-db-fixture.h"
#include "gs-db-private.h"

/* A version without one was not thought of when it was released. */
static char *
unpack (const char *folder, gint64 version)
{
  g_autofree char *name = g_strdup_printf ("db/old/old-%d.gainsay.gz", (int) version);
  char *path = g_build_filename (folder, "old.gainsay", NULL);

  gs_test_unpack (name, path);

  return path;
}

static void
assert_expected (GsDbConnection *db)
{
  g_autofree char *path = gs_test_data ("db/old/expected.txt");
  g_autofree char *dump = fixture_dump (db);
  g_autoptr (GBytes) expected = NULL;

  if (g_getenv ("GAINSAY_WRITE_EXPECTED") != NULL)
    gs_test_write (path, dump, -1);
  expected = gs_test_read (path);
  g_assert_cmpuint (strlen (dump), ==, g_bytes_get_size (expected));
  g_assert_cmpint (memcmp (dump, g_bytes_get_data (expected, NULL), strlen (dump)), ==, 0);
  fixture_assert_clean (db);
}

/* What was done in an old version can be undone in this one, to the beginning. */
static void
assert_history (GsDbConnection *db)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  while (gs_db_undo (db, NULL, &error))
    n++;
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_NOTHING_TO_UNDO);
  g_clear_error (&error);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpint (gs_db_record_count (db, &gs_article_type, NULL), ==, 0);
  g_assert_cmpint (gs_db_record_count (db, &gs_claim_type, NULL), ==, 0);
  fixture_assert_clean (db);
  while (n-- > 0)
    gs_db_redo (db, NULL, &error);
  g_assert_no_error (error);
}

static void
test_upgrade (gconstpointer data)
{
  gint64 version = GPOINTER_TO_INT (data);
  char *folder = gs_test_make_folder ();
  g_autofree char *path = unpack (folder, version);
  g_autoptr (GError) error = NULL;
  g_auto (GsDbState) state = { 0 };
  GsDbConnection *db;

  g_assert_true (gs_db_state_read (path, FALSE, &state, &error));
  g_assert_no_error (error);
  g_assert_cmpint (state.version, ==, version);
  g_assert_cmpint (state.articles, ==, 8);
  g_assert_true (gs_db_file_is_older (path) == (version < (gint64) gs_db_schema_newest ()));

  db = fixture_open (path);
  assert_expected (db);
  assert_history (db);
  assert_expected (db);
  gs_db_connection_close (db);
  gs_test_remove_folder (folder);
}

static int
kill_cb (void *data)
{
  raise (SIGKILL);

  return 0;
}

/* Dies after @ops operations of SQLite, or ends. */
static void
migrate_and_die (const char *path, int ops)
{
  GsDbConnection *db = gs_db_connection_peek (path, GS_DB_PEEK_WRITE, NULL);

  sqlite3_progress_handler (db->handle, ops, kill_cb, NULL);
  _exit (gs_db_schema_migrate (db, NULL) ? 0 : 1);
}

/* Killed anywhere on the way, the next who opens it goes on; returns how often it was. */
static guint
killed_migrations (gint64 version, int stride)
{
  guint n_killed = 0;

  for (int ops = 1;; ops += stride)
    {
      char *folder = gs_test_make_folder ();
      g_autofree char *path = unpack (folder, version);
      GsDbConnection *db;
      pid_t child = fork ();
      int status;

      if (child == 0)
        migrate_and_die (path, ops);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      db = fixture_open (path);
      assert_expected (db);
      gs_db_connection_close (db);
      gs_test_remove_folder (folder);
      if (!WIFSIGNALED (status))
        {
          g_assert_cmpint (WEXITSTATUS (status), ==, 0);
          return n_killed;
        }
      g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
      n_killed++;
    }
}

static void
test_interrupted (void)
{
  int stride = (int) gs_test_number ("GAINSAY_MIGRATION_STRIDE", 20000);
  guint n = 0;

  for (gint64 version = 1; version < (gint64) gs_db_schema_newest (); version++)
    n += killed_migrations (version, stride);
  g_test_message ("%u migrations killed and resumed", n);
  g_assert_cmpuint (n, >, 5);
}

/* Whatever a newer version has made of it, this one leaves it as it is. */
static void
test_newer (void)
{
  char *folder = gs_test_make_folder ();
  g_autofree char *path = unpack (folder, gs_db_schema_newest ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", (int) gs_db_schema_newest () + 1);
  GsDbConnection *db = gs_db_connection_peek (path, GS_DB_PEEK_WRITE, &error);

  g_assert_true (gs_db_exec (db, sql, &error));
  gs_db_connection_close (db);
  before = gs_test_read (path);
  g_assert_null (gs_db_connection_open (path, GS_DB_READ_WRITE, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, "Update Gainsay"));
  g_clear_error (&error);
  g_assert_null (gs_db_connection_open (path, GS_DB_READ_ONLY, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_NEWER);
  after = gs_test_read (path);
  g_assert_true (g_bytes_equal (before, after));
  gs_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gint64 version = 1; version <= (gint64) gs_db_schema_newest (); version++)
    {
      g_autofree char *name = g_strdup_printf ("/db/migrations/from-%d", (int) version);

      g_test_add_data_func (name, GINT_TO_POINTER ((int) version), test_upgrade);
    }
  g_test_add_func ("/db/migrations/interrupted", test_interrupted);
  g_test_add_func ("/db/migrations/newer", test_newer);

  return g_test_run ();
}
