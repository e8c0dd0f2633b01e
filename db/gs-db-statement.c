/* gs-db-statement.c: prepared statements, kept for the next time.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-private.h"

#include <math.h>
#include <string.h>

struct _GsDbStatement
{
  GsDbConnection *db;
  sqlite3_stmt *stmt;
  gboolean kept; /* in the connection's table */
  gboolean in_use;
  int bound; /* SQLITE_OK, or why something could not be bound */
};

/* What could not be bound would be stored as NULL, so it is not run. */
static void
note_bound (GsDbStatement *self, int code)
{
  if (self->bound == SQLITE_OK)
    self->bound = code;
}

static void
statement_free (gpointer data)
{
  GsDbStatement *self = data;

  sqlite3_finalize (self->stmt);
  g_free (self);
}

static GsDbStatement *
statement_prepare (GsDbConnection *db, const char *sql, gboolean keep, GError **error)
{
  GsDbStatement *self;
  sqlite3_stmt *stmt = NULL;
  int code = sqlite3_prepare_v3 (db->handle, sql, -1, keep ? SQLITE_PREPARE_PERSISTENT : 0, &stmt, NULL);

  if (code != SQLITE_OK)
    {
      gs_db_set_error (db, code, error);
      return NULL;
    }

  self = g_new0 (GsDbStatement, 1);
  self->db = db;
  self->stmt = stmt;
  self->kept = keep;
  self->in_use = TRUE;

  return self;
}

/* A statement that is under way already, by a caller further up, is prepared
 * once more and not kept. */
static GsDbStatement *
statement_get (GsDbConnection *db, const char *sql, GError **error)
{
  GsDbStatement *self;

  if (db->statements == NULL)
    db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, statement_free);

  self = g_hash_table_lookup (db->statements, sql);
  if (self != NULL && self->in_use)
    return statement_prepare (db, sql, FALSE, error);

  if (self == NULL)
    {
      self = statement_prepare (db, sql, TRUE, error);
      if (self != NULL)
        g_hash_table_insert (db->statements, g_strdup (sql), self);
    }
  else
    self->in_use = TRUE;

  return self;
}

/**
 * gs_db_statement_release:
 * @self: (nullable): a statement
 *
 * Gives the statement back. What was bound and read of it is gone.
 */
void
gs_db_statement_release (GsDbStatement *self)
{
  if (self == NULL)
    return;

  if (self->kept)
    {
      sqlite3_reset (self->stmt);
      sqlite3_clear_bindings (self->stmt);
      self->bound = SQLITE_OK;
      self->in_use = FALSE;
    }
  else
    statement_free (self);
}

static void
bind_all (GsDbStatement *self, const char *format, va_list args)
{
  for (int i = 1; *format != '\0'; i++, format++)
    {
      switch (*format)
        {
        case 't':
          gs_db_statement_bind_text (self, i, va_arg (args, const char *));
          break;

        case 'i':
          gs_db_statement_bind_int (self, i, va_arg (args, gint64));
          break;

        case 'r':
          gs_db_statement_bind_ref (self, i, va_arg (args, gint64));
          break;

        case 'd':
          gs_db_statement_bind_double (self, i, va_arg (args, double));
          break;

        case 'b':
          gs_db_statement_bind_bytes (self, i, va_arg (args, GBytes *));
          break;

        default:
          g_assert_not_reached ();
        }
    }
}

static GsDbStatement *
query_va (GsDbConnection *db, GError **error, const char *sql, const char *format, va_list args)
{
  GsDbStatement *self = statement_get (db, sql, error);

  if (self != NULL)
    bind_all (self, format, args);

  return self;
}

/**
 * gs_db_query:
 * @db: a connection
 * @sql: one statement
 * @format: one letter for each parameter, as the header tells
 *
 * Returns: (transfer full): a statement ready to step, to be released; %NULL with @error set
 */
GsDbStatement *
gs_db_query (GsDbConnection *db, GError **error, const char *sql, const char *format, ...)
{
  GsDbStatement *self;
  va_list args;

  va_start (args, format);
  self = query_va (db, error, sql, format, args);
  va_end (args);

  return self;
}

/**
 * gs_db_run:
 * @db: a connection
 * @sql: one statement; rows it gives are ignored
 * @format: one letter for each parameter, as for gs_db_query()
 *
 * Returns: whether it ran
 */
gboolean
gs_db_run (GsDbConnection *db, GError **error, const char *sql, const char *format, ...)
{
  g_autoptr (GsDbStatement) self = NULL;
  va_list args;

  va_start (args, format);
  self = query_va (db, error, sql, format, args);
  va_end (args);

  return self != NULL && gs_db_statement_run (self, error);
}

/**
 * gs_db_get_int:
 * @db: a connection
 * @value: (out): first column of the first row; untouched when there is no row
 * @sql: one statement
 * @format: one letter for each parameter, as for gs_db_query()
 *
 * Returns: %GS_DB_STEP_ROW, %GS_DB_STEP_DONE for no row, or %GS_DB_STEP_FAILED with
 *   @error set
 */
GsDbStep
gs_db_get_int (GsDbConnection *db, gint64 *value, GError **error, const char *sql, const char *format, ...)
{
  g_autoptr (GsDbStatement) self = NULL;
  GsDbStep step;
  va_list args;

  va_start (args, format);
  self = query_va (db, error, sql, format, args);
  va_end (args);

  if (self == NULL)
    return GS_DB_STEP_FAILED;

  step = gs_db_statement_step (self, error);
  if (step == GS_DB_STEP_ROW)
    *value = gs_db_column_int (self, 0);

  return step;
}

/**
 * gs_db_get_text:
 * @db: a connection
 * @value: (out) (transfer full) (nullable): first column of the first row; untouched
 *   when there is no row
 * @sql: one statement
 * @format: one letter for each parameter, as for gs_db_query()
 *
 * Returns: %GS_DB_STEP_ROW, %GS_DB_STEP_DONE for no row, or %GS_DB_STEP_FAILED with
 *   @error set
 */
GsDbStep
gs_db_get_text (GsDbConnection *db, char **value, GError **error, const char *sql, const char *format, ...)
{
  g_autoptr (GsDbStatement) self = NULL;
  GsDbStep step;
  va_list args;

  va_start (args, format);
  self = query_va (db, error, sql, format, args);
  va_end (args);

  if (self == NULL)
    return GS_DB_STEP_FAILED;

  step = gs_db_statement_step (self, error);
  if (step == GS_DB_STEP_ROW)
    *value = gs_db_column_dup (self, 0);

  return step;
}

/**
 * gs_db_statement_bind_text:
 * @self: a #GsDbStatement
 * @index: number of the parameter, from 1
 * @text: (nullable): not copied, must live as long as it is bound
 */
void
gs_db_statement_bind_text (GsDbStatement *self, int index, const char *text)
{
  /* Binding NULL text binds NULL. */
  note_bound (self, sqlite3_bind_text (self->stmt, index, text, -1, SQLITE_STATIC));
}

/**
 * gs_db_statement_bind_copy:
 * @self: a #GsDbStatement
 * @index: number of the parameter, from 1
 * @text: (nullable): copied
 */
void
gs_db_statement_bind_copy (GsDbStatement *self, int index, const char *text)
{
  note_bound (self, sqlite3_bind_text (self->stmt, index, text, -1, SQLITE_TRANSIENT));
}

/**
 * gs_db_statement_bind_int:
 * @self: a #GsDbStatement
 * @index: number of the parameter, from 1
 * @value: bound as it is, 0 too
 */
void
gs_db_statement_bind_int (GsDbStatement *self, int index, gint64 value)
{
  note_bound (self, sqlite3_bind_int64 (self->stmt, index, value));
}

/**
 * gs_db_statement_bind_ref:
 * @self: a #GsDbStatement
 * @index: number of the parameter, from 1
 * @id: row number; 0 binds NULL
 */
void
gs_db_statement_bind_ref (GsDbStatement *self, int index, gint64 id)
{
  if (id != 0)
    note_bound (self, sqlite3_bind_int64 (self->stmt, index, id));
  else
    note_bound (self, sqlite3_bind_null (self->stmt, index));
}

/**
 * gs_db_statement_bind_double:
 * @self: a #GsDbStatement
 * @index: number of the parameter, from 1
 * @value: NaN binds NULL
 */
void
gs_db_statement_bind_double (GsDbStatement *self, int index, double value)
{
  /* SQLite has no NaN; binding one binds NULL, which is what is meant. */
  note_bound (self, sqlite3_bind_double (self->stmt, index, value));
}

/**
 * gs_db_statement_bind_bytes:
 * @self: a #GsDbStatement
 * @index: number of the parameter, from 1
 * @bytes: (nullable): not copied, must live as long as they are bound; none at all bind
 *   an empty blob, not NULL
 */
void
gs_db_statement_bind_bytes (GsDbStatement *self, int index, GBytes *bytes)
{
  gsize length = 0;
  gconstpointer data;

  if (bytes == NULL)
    {
      note_bound (self, sqlite3_bind_null (self->stmt, index));
      return;
    }

  /* No bytes at all have no address, and a NULL address would bind NULL. */
  data = g_bytes_get_data (bytes, &length);
  if (length == 0)
    note_bound (self, sqlite3_bind_zeroblob (self->stmt, index, 0));
  else
    note_bound (self, sqlite3_bind_blob64 (self->stmt, index, data, length, SQLITE_STATIC));
}

/* Text may have to be copied to be given to anybody. That there is no room for
 * it is told here: later, its absence would look like NULL. */
static int
ready_texts (GsDbStatement *self)
{
  int n = sqlite3_data_count (self->stmt);

  for (int i = 0; i < n; i++)
    {
      if (sqlite3_column_type (self->stmt, i) == SQLITE_TEXT && sqlite3_column_text (self->stmt, i) == NULL)
        return SQLITE_NOMEM;
    }

  return SQLITE_ROW;
}

static GsDbStep
step_to_row (GsDbStatement *self, gboolean with_texts, GError **error)
{
  int code;

  if (gs_db_is_cancelled (self->db, error))
    return GS_DB_STEP_FAILED;

  code = self->bound == SQLITE_OK ? sqlite3_step (self->stmt) : self->bound;
  if (code == SQLITE_ROW && with_texts)
    code = ready_texts (self);
  if (code == SQLITE_ROW)
    return GS_DB_STEP_ROW;
  if (code == SQLITE_DONE)
    return GS_DB_STEP_DONE;

  gs_db_set_error (self->db, code, error);
  sqlite3_reset (self->stmt);

  return GS_DB_STEP_FAILED;
}

/**
 * gs_db_statement_step:
 * @self: a statement
 *
 * Returns: %GS_DB_STEP_ROW, %GS_DB_STEP_DONE, or %GS_DB_STEP_FAILED with @error set
 */
GsDbStep
gs_db_statement_step (GsDbStatement *self, GError **error)
{
  return step_to_row (self, TRUE, error);
}

/**
 * gs_db_statement_run:
 * @self: a #GsDbStatement
 *
 * Runs the statement, ignoring any row, and resets it so that it can be bound and run
 * again.
 *
 * Returns: whether it ran
 */
gboolean
gs_db_statement_run (GsDbStatement *self, GError **error)
{
  GsDbStep step = gs_db_statement_step (self, error);

  sqlite3_reset (self->stmt);
  self->bound = SQLITE_OK;

  return step != GS_DB_STEP_FAILED;
}

/**
 * gs_db_statement_ints:
 * @self: (nullable): a #GsDbStatement that has not been stepped; %NULL if it could not be made
 * @expected: how many rows there may be, 0 for not known; a caller that wants all of them
 *   may say more than memory holds
 * @error: why they could not be read; set already where @self is %NULL
 *
 * Returns: (transfer full) (element-type gint64): the first column of all rows, or %NULL with @error
 */
GArray *
gs_db_statement_ints (GsDbStatement *self, guint expected, GError **error)
{
  g_autoptr (GArray) ints = g_array_sized_new (FALSE, FALSE, sizeof (gint64), MIN (expected, 1 << 20));
  GsDbStep step = GS_DB_STEP_FAILED;

  while (self != NULL && (step = step_to_row (self, FALSE, error)) == GS_DB_STEP_ROW)
    {
      gint64 value = gs_db_column_int (self, 0);

      g_array_append_val (ints, value);
    }

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&ints) : NULL;
}

/**
 * gs_db_column_is_null:
 * @self: a #GsDbStatement
 * @column: number of the column, from 0
 *
 * Returns: whether the current row has NULL there
 */
gboolean
gs_db_column_is_null (GsDbStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

/**
 * gs_db_column_int:
 * @self: a #GsDbStatement
 * @column: number of the column, from 0
 *
 * Returns: the number; 0 for NULL
 */
gint64
gs_db_column_int (GsDbStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

/**
 * gs_db_column_double:
 * @self: a #GsDbStatement
 * @column: number of the column, from 0
 *
 * Returns: the number; NaN for NULL
 */
double
gs_db_column_double (GsDbStatement *self, int column)
{
  return gs_db_column_is_null (self, column) ? NAN : sqlite3_column_double (self->stmt, column);
}

/**
 * gs_db_column_text:
 * @self: a #GsDbStatement
 * @column: number of the column, from 0
 *
 * Returns: (transfer none) (nullable): the text, good until the next step; %NULL for
 *   NULL
 */
const char *
gs_db_column_text (GsDbStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

/**
 * gs_db_column_dup:
 * @self: a #GsDbStatement
 * @column: number of the column, from 0
 *
 * What a damaged file has in place of UTF-8 becomes U+FFFD.
 *
 * Returns: (transfer full) (nullable): a copy of the text; %NULL for NULL
 */
char *
gs_db_column_dup (GsDbStatement *self, int column)
{
  const char *text = gs_db_column_text (self, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/**
 * gs_db_column_bytes:
 * @self: a #GsDbStatement
 * @column: number of the column, from 0
 *
 * Returns: (transfer full) (nullable): a copy of the blob; %NULL for NULL
 */
GBytes *
gs_db_column_bytes (GsDbStatement *self, int column)
{
  gconstpointer data;

  if (gs_db_column_is_null (self, column))
    return NULL;

  data = sqlite3_column_blob (self->stmt, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->stmt, column));
}
