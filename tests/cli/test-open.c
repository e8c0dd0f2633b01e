/* test-open.c: workspaces that cannot be opened, and one that is busy.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "gs-ctl.h"

/* Offset of user_version in the header of an SQLite file, big-endian. */
#define USER_VERSION_AT 60

typedef struct
{
  char *folder;
  char *workspace;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = gs_test_make_folder ();
  fixture->workspace = gs_ctl_new_workspace (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->workspace);
  gs_test_remove_folder (fixture->folder);
}

/* One line that names the file and gives a sentence. */
static void
assert_refused (const GsCtlRun *run, const char *path, int status)
{
  g_autofree char *start = g_strdup_printf ("gainsayctl: %s: ", path);

  if (run->status != status)
    g_test_message ("%s: %s%s", path, run->out, run->err);
  g_assert_cmpint (run->status, ==, status);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_true (g_str_has_prefix (run->err, start));
  g_assert_cmpuint (strlen (run->err), >, strlen (start) + 10);
  g_assert_cmpuint (gs_ctl_count_lines (run->err), ==, 1);
}

static void
assert_cannot_open (const char *path)
{
  g_autoptr (GsCtlRun) reading = gs_ctl_run ("articles", path, NULL);
  g_autoptr (GsCtlRun) writing = gs_ctl_run ("questions", path, "--add", "Who?", NULL);

  assert_refused (reading, path, 3);
  assert_refused (writing, path, 3);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  static const char *const lines[][6] = {
    { "import", "", "x.txt", NULL },
    { "articles", "", NULL },
    { "claims", "", NULL },
    { "sources", "", NULL },
    { "tags", "", NULL },
    { "questions", "", NULL },
    { "links", "", NULL },
    { "show", "", "article", "a", NULL },
    { "claim", "", "a", "--range=1:2", NULL },
    { "link", "", "a", "supports", "b", NULL },
    { "verdict", "", "l", "confirmed", NULL },
    { "conflicts", "", NULL },
    { "search", "", "q", NULL },
    { "export", "", "--format", "xml", NULL },
    { "history", "", NULL },
    { "undo", "", NULL },
    { "redo", "", NULL },
    { "check", "", NULL },
  };
  g_autofree char *path = g_build_filename (fixture->folder, "absent.gainsay", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *args[G_N_ELEMENTS (lines[i])];
      g_autoptr (GsCtlRun) run = NULL;

      memcpy (args, lines[i], sizeof args);
      args[1] = path;
      run = gs_ctl_runv (args);
      assert_refused (run, path, 3);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_not_a_workspace (Fixture *fixture, gconstpointer data)
{
  g_autofree char *garbage = g_build_filename (fixture->folder, "garbage.gainsay", NULL);
  g_autofree char *empty = g_build_filename (fixture->folder, "empty.gainsay", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other.gainsay", NULL);
  g_autofree guint8 *noise = g_malloc (20000);
  sqlite3 *db = NULL;

  for (guint i = 0; i < 20000; i++)
    noise[i] = (guint8) (i * 131 + i / 7);
  gs_test_write (garbage, noise, 20000);
  gs_test_write (empty, "", 0);
  g_assert_cmpint (sqlite3_open (other, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE recipe (name TEXT)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  assert_cannot_open (garbage);
  assert_cannot_open (empty);
  assert_cannot_open (other);
  assert_cannot_open (fixture->folder);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = gs_test_read (fixture->workspace);
  gsize length = 0;
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));
  g_autoptr (GsCtlRun) run = NULL;

  copy[USER_VERSION_AT + 2] = 0x7f;
  gs_test_write (fixture->workspace, copy, (gssize) length);

  run = gs_ctl_run ("articles", fixture->workspace, NULL);
  assert_refused (run, fixture->workspace, 3);
  g_assert_nonnull (strstr (run->err, "newer"));
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = gs_test_read (fixture->workspace);
  gsize length = 0;
  const char *all = g_bytes_get_data (bytes, &length);

  gs_test_write (fixture->workspace, all, 5000);
  assert_cannot_open (fixture->workspace);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "tïtled 🎉.gainsay", NULL);
  g_autoptr (JsonNode) made = gs_ctl_json ("new", path, "--title", "The Sirocco affair", NULL);
  const char *uuid = gs_ctl_text (made, "workspace");
  g_autofree char *report = gs_ctl_expect (0, "export", path, "--format", "json", NULL);

  g_assert_true (g_uuid_string_is_valid (uuid));
  g_assert_nonnull (strstr (report, uuid));
  g_assert_nonnull (strstr (report, "The Sirocco affair"));
}

static void
test_new_refuses_to_overwrite (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "letter.txt", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "such", "w.gainsay", NULL);
  g_autoptr (GsCtlRun) again = gs_ctl_run ("new", fixture->workspace, NULL);
  g_autoptr (GsCtlRun) over = NULL;
  g_autoptr (GsCtlRun) lost = NULL;
  g_autoptr (GBytes) bytes = NULL;

  gs_test_write (file, "Dear", -1);
  over = gs_ctl_run ("new", file, NULL);
  lost = gs_ctl_run ("new", nowhere, NULL);
  bytes = gs_test_read (file);

  assert_refused (again, fixture->workspace, 1);
  assert_refused (over, file, 1);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), "Dear", 4);
  g_assert_true (lost->status == 1 || lost->status == 3);
  g_assert_cmpuint (gs_ctl_count_lines (lost->err), ==, 1);
}

static sqlite3 *
hold (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);

  return db;
}

/* Another program writes: readers go on, a writer waits a while and says so. */
static void
test_write_locked (Fixture *fixture, gconstpointer data)
{
  sqlite3 *db = hold (fixture->workspace, "BEGIN IMMEDIATE");
  g_autofree char *rows = gs_ctl_expect (0, "--json", "articles", fixture->workspace, NULL);
  g_autoptr (GsCtlRun) writing = gs_ctl_run ("questions", fixture->workspace, "--add", "Who?", NULL);
  g_autofree char *later = NULL;

  g_assert_cmpstr (rows, ==, "[]\n");
  assert_refused (writing, fixture->workspace, 3);

  sqlite3_close (db);
  later = gs_ctl_expect (0, "questions", fixture->workspace, "--add", "Who?", NULL);
}

/* The writer that waited gets its turn when the other ends in time. */
static gboolean
release_cb (gpointer data)
{
  sqlite3_close (*(sqlite3 **) data);
  *(sqlite3 **) data = NULL;

  return G_SOURCE_REMOVE;
}

static void
test_write_lock_released (Fixture *fixture, gconstpointer data)
{
  sqlite3 *db = hold (fixture->workspace, "BEGIN IMMEDIATE");
  g_autofree char *out = NULL;

  g_timeout_add (700, release_cb, &db);
  out = gs_ctl_expect (0, "questions", fixture->workspace, "--add", "Who?", NULL);
  g_assert_null (db);
}

static void
test_all_locked (Fixture *fixture, gconstpointer data)
{
  sqlite3 *db = hold (fixture->workspace, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");

  assert_cannot_open (fixture->workspace);
  sqlite3_close (db);
}

/* What is damaged is told of, and what is left of it goes into a new file. */
static void
test_recover (Fixture *fixture, gconstpointer data)
{
  g_autofree char *new_path = g_strconcat (fixture->workspace, ".new", NULL);
  g_autofree char *article =
    gs_ctl_import_text (fixture->workspace, fixture->folder, "a.txt", "Shipment\n\nIt was sent.");
  g_autofree char *whole = gs_ctl_expect (0, "recover", fixture->workspace, new_path, NULL);
  g_autofree char *clean = gs_ctl_expect (0, "check", new_path, NULL);
  g_autofree char *again = gs_ctl_expect (0, "show", new_path, "article", article, NULL);
  g_autoptr (GsCtlRun) overwriting = gs_ctl_run ("recover", fixture->workspace, new_path, NULL);
  g_autoptr (GsCtlRun) checking = NULL;
  g_autoptr (GsCtlRun) recovering = NULL;
  g_autoptr (JsonNode) outcome = NULL;

  g_assert_nonnull (strstr (whole, "1, all there"));
  assert_refused (overwriting, new_path, 1);

  /* The list of tables, and with it the whole of what SQLite would read. */
  g_assert_cmpint (truncate (fixture->workspace, 40 * 4096), ==, 0);
  g_unlink (new_path);
  checking = gs_ctl_run ("check", fixture->workspace, NULL);
  assert_refused (checking, fixture->workspace, 3);
  recovering = gs_ctl_run ("--json", "recover", fixture->workspace, new_path, NULL);
  g_assert_cmpint (recovering->status, ==, 1);
  g_assert_nonnull (strstr (recovering->err, fixture->workspace));
  outcome = gs_ctl_parse (recovering->out);
  g_assert_false (json_object_get_boolean_member (json_node_get_object (outcome), "whole"));
  g_free (gs_ctl_expect (0, "check", new_path, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli/open/missing", Fixture, NULL, set_up, test_missing, tear_down);
  g_test_add ("/cli/open/not-a-workspace", Fixture, NULL, set_up, test_not_a_workspace, tear_down);
  g_test_add ("/cli/open/newer", Fixture, NULL, set_up, test_newer, tear_down);
  g_test_add ("/cli/open/truncated", Fixture, NULL, set_up, test_truncated, tear_down);
  g_test_add ("/cli/open/new", Fixture, NULL, set_up, test_new, tear_down);
  g_test_add ("/cli/open/new-refuses-to-overwrite", Fixture, NULL, set_up, test_new_refuses_to_overwrite, tear_down);
  g_test_add ("/cli/open/write-locked", Fixture, NULL, set_up, test_write_locked, tear_down);
  g_test_add ("/cli/open/write-lock-released", Fixture, NULL, set_up, test_write_lock_released, tear_down);
  g_test_add ("/cli/open/all-locked", Fixture, NULL, set_up, test_all_locked, tear_down);

  g_test_add ("/cli/open/recover", Fixture, NULL, set_up, test_recover, tear_down);

  return g_test_run ();
}
