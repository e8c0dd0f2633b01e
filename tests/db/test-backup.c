/* test-backup.c: copies are whole, of one state, and come back.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "gs-db-backup.h"
#include "gs-db-fixture.h"

typedef struct
{
  char *folder;
  char *path;
  char *copy;
  GsDbConnection *db;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = gs_test_make_folder ();
  self->path = fixture_new_file (self->folder);
  self->copy = g_build_filename (self->folder, "copy.gainsay", NULL);
  self->db = fixture_open (self->path);
  fixture_fill_graph (self->db);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->db, gs_db_connection_close);
  g_free (self->path);
  g_free (self->copy);
  gs_test_remove_folder (self->folder);
}

static void
make (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  gs_db_backup_make (self->path, self->copy, NULL, &error);
  g_assert_no_error (error);
}

static void
save_source (GsDbConnection *db, int n)
{
  g_autoptr (GsSourceRecord) source = gs_record_new (&gs_source_type);

  source->uuid = g_strdup_printf ("source-%d", n);
  source->name = g_strdup_printf ("Source %d", n);
  g_assert_cmpint (fixture_save (db, &gs_source_type, source), !=, 0);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* The history comes along: what was done before the copy can be undone in it. */
static void
test_make (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (self->db);
  g_autofree char *after = NULL;
  g_auto (GsDbState) state = { 0 };
  g_auto (GsDbState) copied = { 0 };
  GsDbConnection *copy;

  make (self);
  g_assert_true (gs_db_state_read (self->path, FALSE, &state, &error));
  g_assert_true (gs_db_state_read (self->copy, TRUE, &copied, &error));
  g_assert_no_error (error);
  g_assert_true (gs_db_state_equal (&state, &copied));
  g_assert_cmpint (copied.articles, ==, 2);
  g_assert_cmpint (copied.claims, ==, 2);
  g_assert_cmpstr (copied.title, ==, "Drones");

  save_source (self->db, 1);
  gs_db_state_clear (&state);
  g_assert_true (gs_db_state_read (self->path, FALSE, &state, &error));
  g_assert_false (gs_db_state_equal (&state, &copied));
  gs_db_undo (self->db, NULL, &error);
  gs_db_state_clear (&state);
  g_assert_true (gs_db_state_read (self->path, FALSE, &state, &error));
  g_assert_false (gs_db_state_equal (&state, &copied));

  copy = fixture_open (self->copy);
  after = fixture_dump (copy);
  g_assert_cmpstr (after, ==, before);
  gs_db_undo (copy, NULL, &error);
  g_assert_no_error (error);
  gs_db_connection_close (copy);
}

/* Nothing is replaced, and what fails leaves nothing behind. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *nowhere = g_build_filename (self->folder, "missing", "copy.gainsay", NULL);
  guint n_files = count_files (self->folder);

  g_cancellable_cancel (cancellable);
  g_assert_false (gs_db_backup_make (self->path, self->copy, cancellable, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_INTERRUPTED);
  g_clear_error (&error);
  g_assert_false (gs_db_backup_make (self->path, nowhere, NULL, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_IO);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (self->folder), ==, n_files);

  make (self);
  g_assert_false (gs_db_backup_make (self->path, self->copy, NULL, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_EXISTS);
}

typedef struct
{
  const char *path;
  int stop; /* atomic */
} Writer;

static gpointer
write_on (gpointer data)
{
  Writer *writer = data;
  GsDbConnection *db = fixture_open (writer->path);

  for (int i = 0; !g_atomic_int_get (&writer->stop); i++)
    save_source (db, i);
  gs_db_connection_close (db);

  return NULL;
}

/* Copies of a file that changes all the time are each of one state. */
static void
test_while_writing (Fixture *self, gconstpointer data)
{
  Writer writer = { self->path, 0 };
  GThread *thread = g_thread_new ("writer", write_on, &writer);
  gint64 last = 0;

  for (int i = 0; i < 5; i++)
    {
      g_auto (GsDbState) state = { 0 };
      GsDbConnection *copy;

      make (self);
      g_assert_true (gs_db_state_read (self->copy, TRUE, &state, NULL));
      g_assert_cmpint (state.steps, >=, last);
      last = state.steps;
      copy = fixture_open (self->copy);
      fixture_assert_derived (copy);
      gs_db_connection_close (copy);
      g_assert_cmpint (g_unlink (self->copy), ==, 0);
    }
  g_atomic_int_set (&writer.stop, 1);
  g_thread_join (thread);
}

/* A program that has the file open sees what came back, and goes on with it. */
static void
test_restore (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (self->db);
  g_autofree char *after = NULL;
  gint64 version;

  make (self);
  save_source (self->db, 1);
  fixture_delete (self->db, &gs_link_type, "00000001-link");
  version = gs_db_connection_get_version (self->db);

  gs_db_backup_restore (self->copy, self->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gs_db_connection_get_version (self->db), !=, version);
  after = fixture_dump (self->db);
  g_assert_cmpstr (after, ==, before);
  fixture_assert_derived (self->db);
  save_source (self->db, 2);
}

/* Whoever is in the midst of an action keeps the file from being replaced. */
static void
test_restore_locked (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make (self);
  gs_db_action_begin (self->db, "Long", NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_false (gs_db_backup_restore (self->copy, self->path, NULL, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_LOCKED);
  gs_db_action_rollback (self->db);
}

static void
test_restore_deleted (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make (self);
  g_clear_pointer (&self->db, gs_db_connection_close);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  gs_db_backup_restore (self->copy, self->path, NULL, &error);
  g_assert_no_error (error);
  self->db = fixture_open (self->path);
  fixture_assert_derived (self->db);
}

/* The log of a workspace that is gone is no part of the one that takes its place. */
static void
test_restore_beside_log (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) log = NULL;
  g_autofree char *log_path = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *before = fixture_dump (self->db);
  g_autofree char *after = NULL;

  make (self);
  save_source (self->db, 1);
  log = gs_test_read (log_path);
  g_clear_pointer (&self->db, gs_db_connection_close);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  gs_test_write (log_path, g_bytes_get_data (log, NULL), (gssize) g_bytes_get_size (log));

  gs_db_backup_restore (self->copy, self->path, NULL, &error);
  g_assert_no_error (error);
  self->db = fixture_open (self->path);
  after = fixture_dump (self->db);
  g_assert_cmpstr (after, ==, before);
}

/* What somebody calls like a file of ours is theirs, and nothing of ours is left. */
static void
test_restore_beside_others (Fixture *self, gconstpointer data)
{
  static const char *const suffixes[] = { ".restored", ".restored-wal", ".restored-shm" };
  g_autoptr (GError) error = NULL;
  guint n_files;

  make (self);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *other = g_strconcat (self->path, suffixes[i], NULL);

      gs_test_write (other, "mine", -1);
    }
  n_files = count_files (self->folder);

  gs_db_backup_restore (self->copy, self->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (self->folder), ==, n_files);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *other = g_strconcat (self->path, suffixes[i], NULL);
      g_autoptr (GBytes) bytes = gs_test_read (other);

      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), "mine", 4);
    }
}

static void
overwrite (const char *path, gsize from, gsize length)
{
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, (long) from, SEEK_SET), ==, 0);
  for (gsize i = 0; i < length; i++)
    g_assert_cmpint (fputc (0xa5, file), ==, 0xa5);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* A damaged file is never backed up over what is whole; and comes back. */
static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other = g_build_filename (self->folder, "other.gainsay", NULL);
  guint n_files;

  make (self);
  g_clear_pointer (&self->db, gs_db_connection_close);
  overwrite (self->path, 4096 * 3, 4096 * 40);
  g_assert_false (gs_db_backup_make (self->path, other, NULL, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));

  /* SQLite does not write into what it cannot make sense of. */
  g_assert_false (gs_db_backup_restore (self->copy, self->path, NULL, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_CORRUPT);
  g_clear_error (&error);
  n_files = count_files (self->folder);
  gs_db_backup_replace (self->copy, self->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (self->folder), <=, n_files);
  self->db = fixture_open (self->path);
  fixture_assert_derived (self->db);
}

static void
test_replaced (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make (self);
  g_clear_pointer (&self->db, gs_db_connection_close);
  gs_test_write (self->path, "no database at all", -1);
  g_assert_false (gs_db_backup_restore (self->copy, self->path, NULL, &error));
  g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_NOT_WORKSPACE);
  g_clear_error (&error);
  gs_db_backup_replace (self->copy, self->path, NULL, &error);
  g_assert_no_error (error);
  self->db = fixture_open (self->path);
  fixture_assert_derived (self->db);
}

/* What is open can be saved although the file has gone. */
static void
test_rescue (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (self->db);
  g_autofree char *after = NULL;
  GsDbConnection *copy;

  g_assert_cmpint (g_unlink (self->path), ==, 0);
  gs_db_backup_copy (self->db, self->copy, NULL, &error);
  g_assert_no_error (error);
  copy = fixture_open (self->copy);
  after = fixture_dump (copy);
  g_assert_cmpstr (after, ==, before);
  gs_db_connection_close (copy);
}

#define ADD(name, func) g_test_add ("/db/backup/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("make", test_make);
  ADD ("refused", test_refused);
  ADD ("while-writing", test_while_writing);
  ADD ("restore", test_restore);
  ADD ("restore-locked", test_restore_locked);
  ADD ("restore-deleted", test_restore_deleted);
  ADD ("restore-beside-log", test_restore_beside_log);
  ADD ("restore-beside-others", test_restore_beside_others);
  ADD ("damaged", test_damaged);
  ADD ("replaced", test_replaced);
  ADD ("rescue", test_rescue);

  return g_test_run ();
}
