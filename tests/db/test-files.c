/* test-files.c: files that are workspaces, and files that are not.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-backup.h"
#include "gs-db-fixture.h"
#include "gs-db-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

typedef struct
{
  char *folder;
  char *path;
} Files;

static void
set_up (Files *files, gconstpointer data)
{
  files->folder = gs_test_make_folder ();
  files->path = fixture_new_file (files->folder);
}

static void
tear_down (Files *files, gconstpointer data)
{
  g_free (files->path);
  gs_test_remove_folder (files->folder);
}

static void
assert_refused (const char *path, GsDbMode mode, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsDbConnection) db = gs_db_connection_open (path, mode, &error);

  g_assert_error (error, GS_DB_ERROR, code);
  g_assert_null (db);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_create (Files *files, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsDbConnection) db = fixture_open (files->path);
  g_autofree char *title = gs_db_get_meta (db, "title", &error);
  g_autofree char *uuid = gs_db_get_meta (db, "uuid", &error);
  g_autofree char *nothing = gs_db_get_meta (db, "no such key", &error);
  g_autofree char *elsewhere = g_build_filename (files->folder, "no", "folder", NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (title, ==, "Drones");
  g_assert_true (g_uuid_string_is_valid (uuid));
  g_assert_null (nothing);
  fixture_assert_clean (db);

  g_assert_false (gs_db_connection_create (files->path, NULL, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (gs_db_connection_create (elsewhere, NULL, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_IO);
}

/* Whoever dies while making a workspace leaves the name free or a whole
 * workspace under it, never something that blocks the name. */
static void
test_killed_while_making (Files *files, gconstpointer data)
{
  g_autofree char *path = g_build_filename (files->folder, "halfway.gainsay", NULL);
  guint made = 0;

  for (gulong pause = 0; pause < 24; pause++)
    {
      pid_t child = fork ();

      if (child == 0)
        _exit (gs_db_connection_create (path, "Halfway", NULL) ? 0 : 1);

      g_assert_cmpint (child, >, 0);
      g_usleep (pause * 4000);
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_autoptr (GsDbConnection) db = fixture_open (path);

          fixture_assert_clean (db);
          made++;
          g_assert_cmpint (g_unlink (path), ==, 0);
        }
    }

  g_test_message ("%u of 24 were finished before the kill", made);
}

static void
test_not_workspaces (Files *files, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (files->folder, "missing", NULL);
  g_autofree char *other = g_build_filename (files->folder, "other.gainsay", NULL);
  g_autofree char *garbage = g_strnfill (20000, 'x');
  sqlite3 *handle = NULL;

  assert_refused (missing, GS_DB_READ_WRITE, GS_DB_ERROR_MISSING);
  assert_refused (missing, GS_DB_READ_ONLY, GS_DB_ERROR_MISSING);
  assert_refused (files->folder, GS_DB_READ_WRITE, GS_DB_ERROR_NOT_WORKSPACE);
  gs_test_write (other, "", 0);
  assert_refused (other, GS_DB_READ_WRITE, GS_DB_ERROR_NOT_WORKSPACE);
  gs_test_write (other, "just a text", -1);
  assert_refused (other, GS_DB_READ_WRITE, GS_DB_ERROR_NOT_WORKSPACE);
  gs_test_write (other, garbage, -1);
  assert_refused (other, GS_DB_READ_ONLY, GS_DB_ERROR_NOT_WORKSPACE);

  /* A database, but another program's. */
  g_unlink (other);
  g_assert_cmpint (sqlite3_open (other, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, "CREATE TABLE claim (id)", NULL, NULL, NULL);
  sqlite3_close (handle);
  assert_refused (other, GS_DB_READ_WRITE, GS_DB_ERROR_NOT_WORKSPACE);
}

static void
test_newer (Files *files, gconstpointer data)
{
  GsDbConnection *db = fixture_open (files->path);

  fixture_tamper (db, "PRAGMA user_version = 99");
  gs_db_connection_close (db);
  assert_refused (files->path, GS_DB_READ_WRITE, GS_DB_ERROR_NEWER);
  assert_refused (files->path, GS_DB_READ_ONLY, GS_DB_ERROR_NEWER);
}

static void
test_truncated (Files *files, gconstpointer data)
{
  GsDbConnection *db = fixture_open (files->path);

  fixture_fill_graph (db);
  gs_db_connection_close (db);
  g_assert_cmpint (truncate (files->path, 3 * 4096 + 100), ==, 0);
  assert_refused (files->path, GS_DB_READ_WRITE, GS_DB_ERROR_CORRUPT);
}

static void
test_parts_missing (Files *files, gconstpointer data)
{
  GsDbConnection *db = fixture_open (files->path);

  fixture_tamper (db, "DROP TABLE action");
  gs_db_connection_close (db);
  assert_refused (files->path, GS_DB_READ_WRITE, GS_DB_ERROR_CORRUPT);
}

static void
test_read_only (Files *files, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GsDbConnection *writer = fixture_open (files->path);
  GsDbConnection *reader = gs_db_connection_open (files->path, GS_DB_READ_ONLY, &error);

  g_assert_no_error (error);
  g_assert_true (gs_db_connection_is_read_only (reader));
  fixture_fill_graph (writer);
  g_assert_cmpint (gs_db_record_count (reader, &gs_claim_type, &error), ==, 2);
  g_assert_false (gs_db_action_begin (reader, "No", NULL, 0, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (gs_db_undo (reader, NULL, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_READ_ONLY);
  gs_db_connection_close (reader);
  gs_db_connection_close (writer);
}

/* Nothing is written where nobody will look for it, and what was done is in
 * the file wherever it has gone. */
static void
test_moved (Files *files, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *elsewhere = g_strconcat (files->path, ".moved", NULL);
  GsDbConnection *db = fixture_open (files->path);
  GsDbConnection *moved;

  fixture_fill_graph (db);
  g_assert_cmpint (g_rename (files->path, elsewhere), ==, 0);
  g_assert_false (gs_db_action_begin (db, "No", NULL, 0, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_ASTRAY);
  g_clear_error (&error);
  g_assert_false (gs_db_undo (db, NULL, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_ASTRAY);
  g_clear_error (&error);
  g_assert_cmpint (gs_db_record_count (db, &gs_claim_type, &error), ==, 2);

  /* Before the first connection is closed, as after a crash of its program. */
  moved = fixture_open (elsewhere);
  g_assert_cmpint (gs_db_record_count (moved, &gs_claim_type, &error), ==, 2);
  gs_db_connection_close (moved);

  g_assert_cmpint (g_rename (elsewhere, files->path), ==, 0);
  g_assert_true (gs_db_undo (db, NULL, &error));
  g_assert_no_error (error);

  g_assert_cmpint (g_unlink (files->path), ==, 0);
  g_assert_false (gs_db_redo (db, NULL, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_ASTRAY);
  gs_db_connection_close (db);
}

/* As nobody, who may not write here, not even a log beside the file. */
static void
test_read_only_folder (Files *files, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GsDbConnection *db = fixture_open (files->path);

  fixture_fill_graph (db);
  gs_db_connection_close (db);
  g_chmod (files->path, 0444);
  g_chmod (files->folder, 0555);
  if (geteuid () == 0 && seteuid (NOBODY) != 0)
    {
      g_test_skip ("cannot become nobody");
      return;
    }

  assert_refused (files->path, GS_DB_READ_WRITE, GS_DB_ERROR_READ_ONLY);
  db = gs_db_connection_open (files->path, GS_DB_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gs_db_record_count (db, &gs_claim_type, &error), ==, 2);
  g_assert_no_error (error);
  gs_db_connection_close (db);

  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_chmod (files->folder, 0755);
}

/* The second writer waits, in vain but not for ever; readers go on. */
static void
test_two_writers (Files *files, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GsDbConnection *one = fixture_open (files->path);
  GsDbConnection *two = fixture_open (files->path);
  gint64 began;

  fixture_fill_graph (one);
  gs_db_set_patience (two, 200 * 1000);
  g_assert_true (gs_db_action_begin (one, "Long", NULL, 0, &error));
  began = g_get_monotonic_time ();
  g_assert_false (gs_db_action_begin (two, "Late", NULL, 0, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_LOCKED);
  g_assert_cmpint (g_get_monotonic_time () - began, >=, 200 * 1000);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 3 * G_USEC_PER_SEC);
  g_clear_error (&error);

  g_assert_cmpint (gs_db_record_count (two, &gs_claim_type, &error), ==, 2);
  gs_db_action_rollback (one);
  g_assert_true (gs_db_action_begin (two, "Late", NULL, 0, &error));
  g_assert_true (gs_db_action_commit (two, NULL, &error));
  g_assert_no_error (error);
  gs_db_connection_close (one);
  gs_db_connection_close (two);
}

static const struct
{
  const char *path;
  gboolean lone;
} places[] = {
  { "/run/flatpak/doc/1a2b3c/w.gainsay", TRUE },
  { "/run/flatpak/doc/1a2b3c/dossiers/../w.gainsay", TRUE },
  { "/run/flatpak/doc/by-app/org.example.Other/1a2b3c/w.gainsay", TRUE },
  { "/run/flatpak/doc/1a2b3c/dossiers/w.gainsay", FALSE },
  { "/run/flatpak/doc/by-app/org.example.Other/1a2b3c/dossiers/w.gainsay", FALSE },
  { "/run/flatpak/documents/1a2b3c/w.gainsay", FALSE },
  { "/run/flatpak/doc", FALSE },
  { "/srv/doc/1a2b3c/w.gainsay", FALSE },
};

static void
copy_into (const char *from, const char *folder, const char *to)
{
  g_autoptr (GBytes) bytes = gs_test_read (from);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  gs_test_write (to, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

/* A file that the document portal hands over has no folder for a log. */
static void
test_lone (Files *files, gconstpointer data)
{
  g_autofree char *document = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b3c", NULL);
  g_autofree char *folder = g_build_filename (document, "dossiers", NULL);
  g_autofree char *lone = g_build_filename (document, "w.gainsay", NULL);
  g_autofree char *whole = g_build_filename (folder, "w.gainsay", NULL);
  g_autofree char *copy = g_build_filename (document, "copy.gainsay", NULL);
  g_autoptr (GsDbConnection) db = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_test_message ("%s", places[i].path);
      g_assert_cmpint (gs_db_path_is_lone (places[i].path), ==, places[i].lone);
    }

  copy_into (files->path, folder, lone);
  copy_into (files->path, folder, whole);
  for (GsDbMode mode = GS_DB_READ_WRITE; mode <= GS_DB_READ_ONCE; mode++)
    assert_refused (lone, mode, GS_DB_ERROR_LONE);
  db = fixture_open (whole);
  fixture_assert_clean (db);

  /* A copy is whole when it is there, and nobody works on it. */
  gs_db_backup_make (whole, copy, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (gs_db_backup_make (lone, files->path, NULL, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_LONE);
}

int
main (int argc, char **argv)
{
  char *runtime = gs_test_make_folder ();
  int status;

  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/db/files/" path, Files, NULL, set_up, func, tear_down)
  ADD ("create", test_create);
  ADD ("killed-while-making", test_killed_while_making);
  ADD ("not-workspaces", test_not_workspaces);
  ADD ("newer", test_newer);
  ADD ("truncated", test_truncated);
  ADD ("parts-missing", test_parts_missing);
  ADD ("read-only", test_read_only);
  ADD ("moved", test_moved);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("two-writers", test_two_writers);
  ADD ("lone", test_lone);
#undef ADD

  status = g_test_run ();
  gs_test_remove_folder (runtime);

  return status;
}
