/* history-digest.c: what is in a workspace, table by table.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-private.h"
#include "gs-workspace-private.h"
#include "history-kinds.h"

/* Not part of the history, and not to be: the history itself; what the file is
 * called, which an empty one takes over from the first report; bytes and texts,
 * which undo leaves in place; what is worked out again on demand. Any other
 * table counts, also one that comes to be after this was written. */
#define TABLES                                                                                                \
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "                         \
  "AND name NOT LIKE '%_fts%' AND name NOT IN ('action', 'meta', 'content', 'body', 'sketch', 'sketch_key', " \
  "'likeness', 'standpoint', 'standpoint_key', 'claim_standpoint', 'claim_due', 'question_look', "            \
  "'question_due', 'sketch_due') ORDER BY name"

/* Rows that say "none" are as good as none. */
static const struct
{
  const char *table;
  const char *where;
} counts[] = {
  { "tally", "WHERE n <> 0" },
  { "part", "WHERE n <> 0" },
  { "question_stat", "WHERE claims <> 0 OR asserted <> 0 OR denied <> 0 OR answers <> 0 OR "
                     "question IN (SELECT id FROM question)" },
};

static const char *
rows_that_count (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      if (g_str_equal (counts[i].table, table))
        return counts[i].where;
    }

  return "";
}

static void
add_table (GsDbConnection *db, const char *table, GString *digest)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" %s ORDER BY 1, 2", table, rows_that_count (table));
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db->handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const guchar *text = sqlite3_column_text (statement, i);
          int length = sqlite3_column_bytes (statement, i);

          g_checksum_update (checksum, text != NULL ? (const guchar *) "=" : (const guchar *) "-", 1);
          g_checksum_update (checksum, (const guchar *) &length, sizeof length);
          g_checksum_update (checksum, text, length);
        }
    }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  g_string_append_printf (digest, "%s %s\n", table, g_checksum_get_string (checksum));
}

static gpointer
digest_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  GString *digest = g_string_new (NULL);
  sqlite3_stmt *tables = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db->handle, TABLES, -1, &tables, NULL), ==, SQLITE_OK);
  while (sqlite3_step (tables) == SQLITE_ROW)
    add_table (db, (const char *) sqlite3_column_text (tables, 0), digest);
  sqlite3_finalize (tables);

  return g_string_free (digest, FALSE);
}

char *
history_digest (GsWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  char *digest = gs_workspace_run (workspace, digest_job, NULL, &error);

  g_assert_no_error (error);

  return digest;
}

typedef struct
{
  const GsRecordType *type;
  guint32 dice;
} Any;

static gpointer
any_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Any *any = data;
  g_autofree char *count_sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", any->type->name);
  g_autofree char *sql = g_strdup_printf ("SELECT uuid FROM \"%s\" ORDER BY id LIMIT 1 OFFSET ?", any->type->name);
  gint64 n = 0;
  char *uuid = NULL;

  gs_db_get_int (db, &n, NULL, count_sql, "");
  if (n > 0)
    gs_db_get_text (db, &uuid, NULL, sql, "i", (gint64) (any->dice % n));

  return uuid;
}

char *
history_any (GsWorkspace *workspace, const GsRecordType *type, GRand *random)
{
  Any any = { type, g_rand_int (random) };

  return gs_workspace_run (workspace, any_job, &any, NULL);
}
