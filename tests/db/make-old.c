/* make-old.c: workspaces as older versions of Gainsay made them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * make-old WORKSPACE FOLDER: writes old-1.gainsay.gz, old-2.gainsay.gz … with what
 * is in WORKSPACE, each by the steps of the schema that its version had, with a
 * history that was recorded in that version. They are stored in tests/db/old,
 * and never made again for a version that has been released.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>

#include "gs-db-pack.h"
#include "gs-db-private.h"

/* In the order in which one refers to another. */
static const char *const shared_tables[] = { "meta", "content", "body" };
static const char *const first_step[] = { "annotator",     "tag",      "source",  "source_alias", "source_affiliation",
                                          "source_rating", "question", "article", "revision" };
static const char *const second_step[] = { "claim",          "claim_span", "claim_hop", "claim_slot",
                                           "claim_quantity", "claim_time", "claim_tag", "link" };

static void
must (sqlite3 *db, int code)
{
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (db));
}

static void
run (sqlite3 *db, const char *sql)
{
  must (db, sqlite3_exec (db, sql, NULL, NULL, NULL));
}

static gboolean
has_column (sqlite3 *db, const char *table, const char *column)
{
  return sqlite3_table_column_metadata (db, "main", table, column, NULL, NULL, NULL, NULL, NULL) == SQLITE_OK;
}

/* Bytes lie as they are in the first versions, and so they do here. */
static void
bind_column (sqlite3_stmt *to, int place, sqlite3_stmt *from, int column, int unpacked)
{
  const char *name = sqlite3_column_name (from, column);

  if (unpacked >= 0 && g_str_equal (name, "unpacked"))
    sqlite3_bind_null (to, place);
  else if (unpacked >= 0 && g_str_equal (name, "bytes") && sqlite3_column_type (from, unpacked) != SQLITE_NULL)
    {
      gsize length = (gsize) sqlite3_column_int64 (from, unpacked);
      g_autoptr (GBytes) packed =
        g_bytes_new (sqlite3_column_blob (from, column), (gsize) sqlite3_column_bytes (from, column));
      g_autoptr (GBytes) bytes = gs_db_unpack (packed, length);

      g_assert_nonnull (bytes);
      sqlite3_bind_blob64 (to, place, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), SQLITE_TRANSIENT);
    }
  else
    sqlite3_bind_value (to, place, sqlite3_column_value (from, column));
}

static void
copy_table (sqlite3 *from, sqlite3 *to, const char *table)
{
  g_autofree char *all = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  g_autoptr (GString) insert = g_string_new (NULL);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (int));
  sqlite3_stmt *rows = NULL, *row = NULL;
  int unpacked = -1;

  must (from, sqlite3_prepare_v2 (from, all, -1, &rows, NULL));
  g_string_printf (insert, "INSERT INTO \"%s\" (", table);
  for (int i = 0; i < sqlite3_column_count (rows); i++)
    {
      const char *name = sqlite3_column_name (rows, i);

      if (g_str_equal (name, "unpacked"))
        unpacked = i;
      if (!has_column (to, table, name))
        continue;
      g_string_append_printf (insert, "%s\"%s\"", columns->len > 0 ? ", " : "", name);
      g_array_append_val (columns, i);
    }
  g_string_append (insert, ") VALUES (?");
  for (guint i = 1; i < columns->len; i++)
    g_string_append (insert, ", ?");
  g_string_append_c (insert, ')');

  must (to, sqlite3_prepare_v2 (to, insert->str, -1, &row, NULL));
  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      for (guint i = 0; i < columns->len; i++)
        bind_column (row, (int) i + 1, rows, g_array_index (columns, int, i), unpacked);
      must (to, sqlite3_step (row));
      sqlite3_reset (row);
    }
  sqlite3_finalize (rows);
  sqlite3_finalize (row);
}

typedef struct
{
  sqlite3 *db;
  sqlite3_session *session;
} Step;

static void
step_begin (Step *step, sqlite3 *db)
{
  step->db = db;
  run (db, "BEGIN IMMEDIATE");
  must (db, sqlite3session_create (db, "main", &step->session));
  for (guint i = 0; i < G_N_ELEMENTS (first_step); i++)
    must (db, sqlite3session_attach (step->session, first_step[i]));
  for (guint i = 0; i < G_N_ELEMENTS (second_step); i++)
    must (db, sqlite3session_attach (step->session, second_step[i]));
}

static void
step_end (Step *step, GsDbConnection *connection, const char *label)
{
  sqlite3_stmt *insert = NULL;
  void *changeset = NULL;
  int length = 0;

  must (step->db, sqlite3session_changeset (step->session, &length, &changeset));
  sqlite3session_delete (step->session);
  must (step->db, sqlite3_prepare_v2 (step->db,
                                      "INSERT INTO action (step, label, at, annotator, changeset) SELECT 1 + (SELECT "
                                      "count(*) FROM action), ?, '2025-10-01T12:00:00.000Z', 'Maya', ?",
                                      -1, &insert, NULL));
  sqlite3_bind_text (insert, 1, label, -1, SQLITE_STATIC);
  sqlite3_bind_blob (insert, 2, changeset, length, sqlite3_free);
  must (step->db, sqlite3_step (insert));
  sqlite3_finalize (insert);
  /* There is an index to search from the second version on. */
  if (has_column (step->db, "article_stale", "id") && !gs_db_index_refresh (connection, NULL))
    g_error ("%s", sqlite3_errmsg (step->db));
  run (step->db, "COMMIT");
}

static void
fill (sqlite3 *from, GsDbConnection *connection)
{
  sqlite3 *to = connection->handle;
  Step step;

  run (to, "BEGIN");
  for (guint i = 0; i < G_N_ELEMENTS (shared_tables); i++)
    copy_table (from, to, shared_tables[i]);
  run (to, "COMMIT");

  step_begin (&step, to);
  for (guint i = 0; i < G_N_ELEMENTS (first_step); i++)
    copy_table (from, to, first_step[i]);
  step_end (&step, connection, "Import articles");
  step_begin (&step, to);
  for (guint i = 0; i < G_N_ELEMENTS (second_step); i++)
    copy_table (from, to, second_step[i]);
  step_end (&step, connection, "Add claims");
  step_begin (&step, to);
  run (to, "UPDATE claim SET note = 'Looked at again.', stance = 'denies' WHERE id % 7 = 0");
  step_end (&step, connection, "Change claims");
  step_begin (&step, to);
  run (to, "UPDATE article SET title = title || ' (corrected)' WHERE id = 2; DELETE FROM link WHERE id = 1");
  step_end (&step, connection, "Correct title");
}

static void
pack (const char *path, const char *packed)
{
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (packed);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) in = G_INPUT_STREAM (g_file_read (from, NULL, &error));
  g_autoptr (GOutputStream) file = G_OUTPUT_STREAM (g_file_replace (to, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error));
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) out = g_converter_output_stream_new (file, G_CONVERTER (compressor));

  g_output_stream_splice (out, in, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL,
                          &error);
  g_assert_no_error (error);
}

static void
make_old (sqlite3 *from, const char *folder, gint64 version)
{
  g_autofree char *base = g_strdup_printf ("old-%d.gainsay", (int) version);
  g_autofree char *path = g_build_filename (folder, base, NULL);
  g_autofree char *packed = g_strconcat (path, ".gz", NULL);
  GsDbConnection db = { .name = base };
  GError *error = NULL;

  g_unlink (path);
  must (NULL, sqlite3_open (path, &db.handle));
  if (!gs_db_schema_migrate_to (&db, version, &error))
    g_error ("%s", error->message);
  fill (from, &db);
  run (db.handle, "VACUUM");
  g_clear_pointer (&db.statements, g_hash_table_unref);
  must (db.handle, sqlite3_close (db.handle));
  pack (path, packed);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  sqlite3 *from = NULL;

  if (argc != 3)
    {
      g_printerr ("usage: make-old WORKSPACE FOLDER\n");
      return 2;
    }

  must (NULL, sqlite3_open_v2 (argv[1], &from, SQLITE_OPEN_READONLY, NULL));
  for (gint64 version = 1; version <= (gint64) gs_db_schema_newest (); version++)
    make_old (from, argv[2], version);
  sqlite3_close (from);

  return 0;
}
