/* fuzz-database.c: databases, made of tables in the clear.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz-parts.h"

#include <sqlite3.h>
#include <string.h>

#define MARK "@@ "
#define MAGIC "SQLite format 3"
#define MAX_COLUMNS 32

/* "table column column" as a statement that makes it. @n: (out): columns */
static char *
create_table (const char *line, guint *n)
{
  g_auto (GStrv) names = g_strsplit (line, " ", MAX_COLUMNS + 1);
  g_autoptr (GString) sql = NULL;
  char *text;

  *n = MAX (g_strv_length (names), 1) - 1;
  if (*n == 0)
    return NULL;

  sql = g_string_new (NULL);
  for (guint i = 0; names[i] != NULL; i++)
    {
      text = sqlite3_mprintf (i == 0 ? "CREATE TABLE \"%w\" " : "%s\"%w\"",
                              i == 0   ? names[0]
                              : i == 1 ? "("
                                       : ", ",
                              names[i]);
      g_string_append (sql, text);
      sqlite3_free (text);
    }

  return g_strdup_printf ("%s)", sql->str);
}

static char *
insert_into (const char *table, guint n)
{
  char *start = sqlite3_mprintf ("INSERT INTO \"%w\" VALUES (?", table);
  GString *sql = g_string_new (start);

  sqlite3_free (start);
  for (guint i = 1; i < n; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');

  return g_string_free (sql, FALSE);
}

/* "\\n" and "\\t" become what they stand for. */
static char *
unescape (char *value)
{
  char *out = value;

  for (const char *at = value; *at != '\0'; at++)
    {
      gboolean escaped = at[0] == '\\' && (at[1] == 'n' || at[1] == 't');

      *out++ = escaped ? (at[1] == 'n' ? '\n' : '\t') : *at;
      at += escaped;
    }
  *out = '\0';

  return value;
}

static void
insert_row (sqlite3_stmt *statement, const char *row, guint n)
{
  g_auto (GStrv) values = g_strsplit (row, "\t", (int) n);

  for (guint i = 0; i < n && values[i] != NULL; i++)
    sqlite3_bind_text (statement, (int) i + 1, unescape (values[i]), -1, SQLITE_TRANSIENT);
  sqlite3_step (statement);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

static void
fill (sqlite3 *db, const char *section)
{
  g_auto (GStrv) lines = g_strsplit (section, "\n", -1);
  guint n = 0;
  g_autofree char *create = lines[0] != NULL ? create_table (lines[0], &n) : NULL;
  g_autofree char *table = NULL;
  g_autofree char *insert = NULL;
  sqlite3_stmt *statement = NULL;

  if (create == NULL || sqlite3_exec (db, create, NULL, NULL, NULL) != SQLITE_OK)
    return;

  table = g_strndup (lines[0], strcspn (lines[0], " "));
  insert = insert_into (table, n);
  if (sqlite3_prepare_v2 (db, insert, -1, &statement, NULL) != SQLITE_OK)
    return;

  for (guint i = 1; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0')
        insert_row (statement, lines[i], n);
    }
  sqlite3_finalize (statement);
}

GBytes *
gs_fuzz_database (const guint8 *data, gsize length)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) sections = NULL;
  sqlite3 *db = NULL;
  sqlite3_int64 size = 0;
  guint8 *bytes;

  if (length >= sizeof MAGIC && memcmp (data, MAGIC, sizeof MAGIC) == 0)
    return g_bytes_new (data, length);

  text = g_strndup ((const char *) data, length);
  sections = g_strsplit (text, MARK, -1);
  g_assert (sqlite3_open (":memory:", &db) == SQLITE_OK);
  sqlite3_exec (db, "PRAGMA page_size = 512; BEGIN", NULL, NULL, NULL);
  for (guint i = 1; sections[0] != NULL && sections[i] != NULL; i++)
    fill (db, sections[i]);
  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  bytes = sqlite3_serialize (db, "main", &size, 0);
  sqlite3_close (db);

  return bytes != NULL && size > 0 ? g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes) : NULL;
}
