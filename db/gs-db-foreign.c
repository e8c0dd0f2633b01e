/* gs-db-foreign.c: the database of another program, to read.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-foreign.h"

#include <sqlite3.h>
#include <string.h>

#define HEADER_SIZE 100
#define MAGIC "SQLite format 3"
/* Bytes of the header that say how it is written and read: 2 is with a log. */
#define WRITE_VERSION 18
#define READ_VERSION 19
/* No text of a project is larger. */
#define MAX_VALUE (256 * 1024 * 1024)
/* What a hostile schema may make SQLite do for one table. */
#define OPERATIONS_A_TICK 100000
#define MAX_TICKS 20000

struct _GsDbForeign
{
  GBytes *bytes;
  sqlite3 *handle;
  guint ticks;
};

static gboolean
fail (GsDbForeign *self, int code, GError **error)
{
  gboolean damaged = (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
  /* It may quote the schema. */
  g_autofree char *detail =
    g_utf8_make_valid (self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code), -1);

  g_set_error (error, GS_DB_ERROR, damaged ? GS_DB_ERROR_CORRUPT : GS_DB_ERROR_IO, "The database cannot be read: %s.",
               detail);

  return FALSE;
}

/* Reading tables is all that is ever allowed. */
static int
authorise_cb (void *data, int action, const char *a, const char *b, const char *database, const char *trigger)
{
  return action == SQLITE_SELECT || action == SQLITE_READ ? SQLITE_OK : SQLITE_DENY;
}

static int
tick_cb (void *data)
{
  GsDbForeign *self = data;

  return ++self->ticks > MAX_TICKS;
}

/* In memory there is no log: what is in the file itself is read. */
static GBytes *
without_log (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  guint8 *copy;

  if (data[WRITE_VERSION] != 2 && data[READ_VERSION] != 2)
    return g_bytes_ref (bytes);

  copy = g_memdup2 (data, length);
  copy[WRITE_VERSION] = copy[READ_VERSION] = 1;

  return g_bytes_new_take (copy, length);
}

static gboolean
attach (GsDbForeign *self, GError **error)
{
  gsize length;
  guchar *data = (guchar *) g_bytes_get_data (self->bytes, &length);
  int code = sqlite3_open_v2 (":memory:", &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  if (code != SQLITE_OK)
    return fail (self, code, error);

  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, MAX_VALUE);
  sqlite3_limit (self->handle, SQLITE_LIMIT_EXPR_DEPTH, 20);
  code = sqlite3_deserialize (self->handle, "main", data, (sqlite3_int64) length, (sqlite3_int64) length,
                              SQLITE_DESERIALIZE_READONLY);
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->handle, "PRAGMA cell_size_check = ON; PRAGMA query_only = ON; PRAGMA mmap_size = 0",
                         NULL, NULL, NULL);
  if (code != SQLITE_OK)
    return fail (self, code, error);

  sqlite3_set_authorizer (self->handle, authorise_cb, self);
  sqlite3_progress_handler (self->handle, OPERATIONS_A_TICK, tick_cb, self);

  return TRUE;
}

/**
 * gs_db_foreign_open:
 * @bytes: a database file, whole
 *
 * Returns: (transfer full): the database; or %NULL with %GS_DB_ERROR_NOT_WORKSPACE when
 *   it is none, _CORRUPT or _IO
 */
GsDbForeign *
gs_db_foreign_open (GBytes *bytes, GError **error)
{
  g_autoptr (GsDbForeign) self = NULL;
  gsize length;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length < HEADER_SIZE || memcmp (data, MAGIC, sizeof MAGIC) != 0)
    {
      g_set_error_literal (error, GS_DB_ERROR, GS_DB_ERROR_NOT_WORKSPACE, "This is not a database.");
      return NULL;
    }

  self = g_new0 (GsDbForeign, 1);
  self->bytes = without_log (bytes);

  return attach (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * gs_db_foreign_close:
 * @self: (transfer full): a database
 */
void
gs_db_foreign_close (GsDbForeign *self)
{
  sqlite3_close (self->handle);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* A table and not what only looks like one. */
static gboolean
is_table (GsDbForeign *self, const char *table)
{
  sqlite3_stmt *statement = NULL;
  gboolean found = FALSE;

  if (sqlite3_prepare_v2 (self->handle, "SELECT type, name, sql FROM sqlite_schema", -1, &statement, NULL) != SQLITE_OK)
    return FALSE;

  while (!found && sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *type = (const char *) sqlite3_column_text (statement, 0);
      const char *name = (const char *) sqlite3_column_text (statement, 1);
      const char *sql = (const char *) sqlite3_column_text (statement, 2);

      found = g_strcmp0 (type, "table") == 0 && name != NULL && g_ascii_strcasecmp (name, table) == 0 && sql != NULL
              && g_ascii_strncasecmp (sql, "CREATE VIRTUAL", 14) != 0;
    }
  sqlite3_finalize (statement);

  return found;
}

static char *
quote_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  return g_strconcat ("\"", doubled, "\"", NULL);
}

/**
 * gs_db_foreign_has:
 * @self: a database
 * @table: a name
 * @column: a name
 *
 * Returns: whether there is such a table and it has that column
 */
gboolean
gs_db_foreign_has (GsDbForeign *self, const char *table, const char *column)
{
  g_autofree char *quoted_table = quote_name (table);
  g_autofree char *quoted = quote_name (column);
  g_autofree char *sql = g_strdup_printf ("SELECT t.%s FROM main.%s AS t LIMIT 0", quoted, quoted_table);
  sqlite3_stmt *statement = NULL;
  gboolean has;

  g_return_val_if_fail (self != NULL, FALSE);

  has = is_table (self, table) && sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) == SQLITE_OK;
  sqlite3_finalize (statement);

  return has;
}

/* What the table has of @columns, in the order of rows that came in. */
static char *
select_from (GsDbForeign *self, const char *table, const char *const *columns)
{
  g_autofree char *quoted_table = quote_name (table);
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_autofree char *quoted = quote_name (columns[i]);

      if (gs_db_foreign_has (self, table, columns[i]))
        g_string_append_printf (sql, "%st.%s", i > 0 ? ", " : "", quoted);
      else
        g_string_append_printf (sql, "%sNULL", i > 0 ? ", " : "");
    }
  g_string_append_printf (sql, " FROM main.%s AS t ORDER BY 1", quoted_table);

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
call (sqlite3_stmt *statement, GsDbForeignFunc func, gpointer user_data, GError **error)
{
  guint n = (guint) sqlite3_column_count (statement);
  g_auto (GStrv) values = g_new0 (char *, n + 1);
  g_autofree const char **view = g_new0 (const char *, n + 1);
  gboolean more;

  for (guint i = 0; i < n; i++)
    {
      const char *text = (const char *) sqlite3_column_text (statement, (int) i);

      values[i] = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
      view[i] = values[i];
    }
  more = func (view, user_data, error);
  /* A gap would end the array early. */
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&values[i], g_free);

  return more;
}

/**
 * gs_db_foreign_each:
 * @self: a database
 * @table: its name
 * @columns: (array zero-terminated=1): what is wanted of each row; ordered by the first
 * @func: called for each row
 * @user_data: for @func
 * @error: %GS_DB_ERROR_CORRUPT, _IO, or the error of @func
 *
 * Returns: whether all rows were told, also when there is no such table
 */
gboolean
gs_db_foreign_each (GsDbForeign *self,
                    const char *table,
                    const char *const *columns,
                    GsDbForeignFunc func,
                    gpointer user_data,
                    GError **error)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement = NULL;
  gboolean more = TRUE;
  int code;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);

  if (!is_table (self, table))
    return TRUE;

  self->ticks = 0;
  sql = select_from (self, table, columns);
  code = sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL);
  if (code != SQLITE_OK)
    return fail (self, code, error);

  while (more && (code = sqlite3_step (statement)) == SQLITE_ROW)
    more = call (statement, func, user_data, error);
  if (more && code != SQLITE_DONE)
    more = fail (self, code, error);
  sqlite3_finalize (statement);

  return more;
}
