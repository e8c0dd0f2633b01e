/* gs-db-connection.c: one open workspace file.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-private.h"

/* How often a long statement asks whether it is still wanted. */
#define PROGRESS_OPS 20000

static const char *
sentence_of (int code, int *number)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      *number = GS_DB_ERROR_LOCKED;
      return "Another program is writing to “%s” and did not finish in time. Try again.";

    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      *number = GS_DB_ERROR_READ_ONLY;
      return "“%s” cannot be written to. Check the permissions of the file and its folder.";

    case SQLITE_FULL:
      *number = GS_DB_ERROR_NO_SPACE;
      return "There is no room left on the disk of “%s”. Nothing was changed; make room and try again.";

    case SQLITE_IOERR:
      *number = GS_DB_ERROR_IO;
      return "Reading or writing “%s” failed. Nothing was changed; check the disk or the connection to it.";

    case SQLITE_NOTADB:
      *number = GS_DB_ERROR_NOT_WORKSPACE;
      return "“%s” is not a Gainsay workspace.";

    case SQLITE_CORRUPT:
      *number = GS_DB_ERROR_CORRUPT;
      return "“%s” is damaged. Restore it from a backup, or recover what can be read with “gainsayctl recover”.";

    case SQLITE_NOMEM:
      *number = GS_DB_ERROR_FAILED;
      return "There is not enough memory to work on “%s”. Close something else and try again.";

    case SQLITE_INTERRUPT:
      *number = GS_DB_ERROR_INTERRUPTED;
      return "Reading “%s” was cancelled.";

    case SQLITE_CONSTRAINT:
      *number = GS_DB_ERROR_CONSTRAINT;
      return "“%s” already holds something that contradicts this.";

    default:
      *number = GS_DB_ERROR_FAILED;
      return "Something unexpected happened to “%s”.";
    }
}

/* Tells @code in words, with SQLite's own in brackets for whoever must know. */
void
gs_db_set_error (GsDbConnection *self, int code, GError **error)
{
  int number = GS_DB_ERROR_FAILED;
  const char *sentence = sentence_of (code, &number);
  g_autofree char *message = g_strdup_printf (sentence, self->name);
  /* It may quote the schema of a damaged file. */
  g_autofree char *detail =
    g_utf8_make_valid (self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code), -1);

  if (number == GS_DB_ERROR_INTERRUPTED || number == GS_DB_ERROR_LOCKED || number == GS_DB_ERROR_NOT_WORKSPACE)
    g_set_error_literal (error, GS_DB_ERROR, number, message);
  else
    g_set_error (error, GS_DB_ERROR, number, "%s (%s)", message, detail);
}

static gboolean
is_unwanted (GsDbConnection *self)
{
  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

gboolean
gs_db_is_cancelled (GsDbConnection *self, GError **error)
{
  if (!is_unwanted (self))
    return FALSE;

  gs_db_set_error (self, SQLITE_INTERRUPT, error);

  return TRUE;
}

static int
progress_cb (void *data)
{
  return is_unwanted (data);
}

/* Waits in short naps, so that cancelling is heard and time is kept. */
static int
busy_cb (void *data, int count)
{
  GsDbConnection *self = data;
  gint64 now = g_get_monotonic_time ();

  if (count == 0)
    self->waiting_since = now;
  if (is_unwanted (self) || now - self->waiting_since >= self->patience)
    return 0;

  g_usleep (count < 10 ? 1000 : 20000);

  return 1;
}

void
gs_db_set_cancellable (GsDbConnection *self, GCancellable *cancellable)
{
  self->cancellable = cancellable;
  sqlite3_progress_handler (self->handle, cancellable != NULL ? PROGRESS_OPS : 0, progress_cb, self);
}

void
gs_db_set_patience (GsDbConnection *self, gint64 microseconds)
{
  self->patience = microseconds;
  sqlite3_busy_handler (self->handle, busy_cb, self);
}

/* Runs SQL that gives no rows and takes no parameters. Not to be cancelled:
 * what ends a transaction must run. */
gboolean
gs_db_exec (GsDbConnection *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  gs_db_set_error (self, code, error);

  return FALSE;
}

/**
 * gs_db_connection_close:
 * @self: (transfer full) (nullable): a connection
 *
 * Closes the file. An action that is still open is rolled back.
 */
void
gs_db_connection_close (GsDbConnection *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->session, sqlite3session_delete);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->pending, g_hash_table_unref);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("a statement outlived its connection");
  g_free (self->label);
  g_free (self->annotator);
  g_free (self->name);
  g_free (self);
}

/**
 * gs_db_connection_is_read_only:
 * @self: a connection
 *
 * Returns: whether it was opened for reading only
 */
gboolean
gs_db_connection_is_read_only (GsDbConnection *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->read_only;
}

/**
 * gs_db_connection_is_astray:
 * @self: a connection
 *
 * Returns: whether the file that is open is no longer the one at its path: it was moved,
 *   deleted, or another was put in its place
 */
gboolean
gs_db_connection_is_astray (GsDbConnection *self)
{
  int moved = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  /* Files in memory, and file systems that cannot tell, leave it as it is. */
  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);

  return moved != 0;
}

/**
 * gs_db_connection_settle:
 * @self: a connection
 *
 * Carries over into the file what lies in its log, as far as nobody reads it there: of a
 * file that is moved the log stays behind.
 */
void
gs_db_connection_settle (GsDbConnection *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

/**
 * gs_db_connection_get_version:
 * @self: a connection
 *
 * A number that changes when another connection, of this program or another,
 * has changed the file. The connection's own changes leave it as it is.
 *
 * Returns: the number, or -1 when it cannot be read now
 */
gint64
gs_db_connection_get_version (GsDbConnection *self)
{
  gint64 version = -1;

  g_return_val_if_fail (self != NULL, -1);

  gs_db_get_int (self, &version, NULL, "PRAGMA data_version", "");

  return version;
}

/**
 * gs_db_connection_interrupt:
 * @self: a connection
 *
 * Makes the statement under way fail with %GS_DB_ERROR_INTERRUPTED. May be
 * called from any thread while the connection is open.
 */
void
gs_db_connection_interrupt (GsDbConnection *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_interrupt (self->handle);
}

/**
 * gs_db_get_meta:
 * @self: a connection
 * @key: "title", "uuid" or "created"
 *
 * Returns: (transfer full) (nullable): what the workspace says of itself; %NULL without error when it says nothing
 */
char *
gs_db_get_meta (GsDbConnection *self, const char *key, GError **error)
{
  char *value = NULL;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  gs_db_get_text (self, &value, error, "SELECT value FROM meta WHERE key = ?", "t", key);

  return value;
}

/**
 * gs_db_set_meta:
 * @self: a connection
 * @key: "title" or "uuid"
 * @value: (nullable): what the workspace says of itself from now on
 *
 * Not part of the history: it is no statement of the analyst's.
 *
 * Returns: whether it was stored
 */
gboolean
gs_db_set_meta (GsDbConnection *self, const char *key, const char *value, GError **error)
{
  g_return_val_if_fail (self != NULL && key != NULL, FALSE);

  return gs_db_run (self, error, "INSERT INTO meta VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2", "tt", key,
                    value);
}

/**
 * gs_db_read_begin:
 * @self: a connection without an open action
 *
 * Returns: whether reads see one state of the file until gs_db_read_end()
 */
gboolean
gs_db_read_begin (GsDbConnection *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (sqlite3_get_autocommit (self->handle), FALSE);

  return gs_db_exec (self, "BEGIN", error);
}

/**
 * gs_db_read_hold:
 * @self: a connection
 *
 * For many small reads: begun one by one, each asks anew whether the file has changed.
 *
 * Returns: whether reads see one state of the file until gs_db_read_end(), which is then to be called;
 *   %FALSE where a transaction is open already, or none could be begun
 */
gboolean
gs_db_read_hold (GsDbConnection *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return sqlite3_get_autocommit (self->handle) && gs_db_exec (self, "BEGIN", NULL);
}

/**
 * gs_db_read_end:
 * @self: a #GsDbConnection
 *
 * Lets go of the state that gs_db_read_begin() held; does nothing outside such a pair.
 */
void
gs_db_read_end (GsDbConnection *self)
{
  g_return_if_fail (self != NULL);

  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}
