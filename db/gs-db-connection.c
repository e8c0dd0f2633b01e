/* gs-db-connection.c: one open workspace file.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

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
      return "“%s” is damaged. Restore it from a backup, or recover it with sqlite3’s “.recover”.";

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
  const char *detail = self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code);

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

static gboolean
folder_is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return faccessat (AT_FDCWD, folder, W_OK, AT_EACCESS) == 0;
}

/* A file on which no log lies and beside which none can be laid will not
 * change under our hands, and SQLite must be told so to read it at all. */
static gboolean
must_be_immutable (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  return !folder_is_writable (path) && !g_file_test (log, G_FILE_TEST_EXISTS);
}

static char *
make_uri (const char *path, gboolean immutable)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);

  return g_strconcat ("file:", escaped, immutable ? "?immutable=1" : "", NULL);
}

static gboolean
check_file (const char *path, GsDbMode mode, const char *name, GError **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    {
      int number = errno == ENOENT || errno == ENOTDIR ? GS_DB_ERROR_MISSING : GS_DB_ERROR_IO;

      g_set_error (error, GS_DB_ERROR, number,
                   number == GS_DB_ERROR_MISSING ? "There is no file “%s”." : "“%s” cannot be looked at: %s.", name,
                   g_strerror (errno));
      return FALSE;
    }

  if (!S_ISREG (info.st_mode) || info.st_size == 0)
    {
      g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_NOT_WORKSPACE, "“%s” is not a Gainsay workspace.", name);
      return FALSE;
    }

  if (faccessat (AT_FDCWD, path, R_OK, AT_EACCESS) != 0)
    {
      g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_IO, "“%s” cannot be read. Check its permissions.", name);
      return FALSE;
    }

  if (mode == GS_DB_READ_WRITE && faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
    {
      g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_READ_ONLY,
                   "“%s” cannot be written to. Open it for reading, or check its permissions.", name);
      return FALSE;
    }

  return TRUE;
}

static GsDbConnection *
connection_new (const char *path)
{
  GsDbConnection *self = g_new0 (GsDbConnection, 1);

  self->name = g_filename_display_basename (path);
  self->patience = GS_DB_PATIENCE;

  return self;
}

static gboolean
connection_attach (GsDbConnection *self, const char *uri, int flags, GError **error)
{
  int code = sqlite3_open_v2 (uri, &self->handle, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);

  if (code != SQLITE_OK)
    {
      gs_db_set_error (self, code, error);
      return FALSE;
    }

  sqlite3_extended_result_codes (self->handle, TRUE);
  sqlite3_busy_handler (self->handle, busy_cb, self);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 0);

  return gs_db_exec (self,
                     "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON;"
                     "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000",
                     error);
}

/* Nothing in a file is believed before it says that it is one of ours. */
static gboolean
check_identity (GsDbConnection *self, GError **error)
{
  gint64 id = 0;

  if (gs_db_get_int (self, &id, error, "PRAGMA application_id", "") == GS_DB_STEP_FAILED)
    return FALSE;

  if (id == GS_DB_APPLICATION_ID)
    return TRUE;

  g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_NOT_WORKSPACE, "“%s” is not a Gainsay workspace.", self->name);

  return FALSE;
}

static gboolean
bring_up_to_date (GsDbConnection *self, GError **error)
{
  gboolean current = FALSE;

  if (!gs_db_schema_is_current (self, &current, error))
    return FALSE;

  if (current)
    return TRUE;

  if (self->read_only)
    {
      g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_READ_ONLY,
                   "“%s” was made by an older version and must be opened for writing once.", self->name);
      return FALSE;
    }

  return gs_db_schema_migrate (self, error);
}

static GsDbConnection *
open_in_memory (GError **error)
{
  g_autoptr (GsDbConnection) self = connection_new ("memory");

  if (!connection_attach (self, GS_DB_MEMORY, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error)
      || !gs_db_schema_migrate (self, error) || !gs_db_schema_fill (self, NULL, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * gs_db_connection_open:
 * @path: a workspace file, or %GS_DB_MEMORY for a new one in memory
 * @mode: what for
 * @error: %GS_DB_ERROR_MISSING, _NOT_WORKSPACE, _NEWER, _CORRUPT, _READ_ONLY, _LOCKED, _IO
 *
 * Opens a workspace and brings one of an older version up to date.
 *
 * Returns: (transfer full): the connection, or %NULL
 */
GsDbConnection *
gs_db_connection_open (const char *path, GsDbMode mode, GError **error)
{
  g_autoptr (GsDbConnection) self = NULL;
  g_autofree char *uri = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_str_equal (path, GS_DB_MEMORY))
    return open_in_memory (error);

  self = connection_new (path);
  self->read_only = mode == GS_DB_READ_ONLY;
  if (!check_file (path, mode, self->name, error))
    return NULL;

  if (mode == GS_DB_READ_WRITE && !folder_is_writable (path))
    {
      g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_READ_ONLY,
                   "The folder of “%s” cannot be written to. Open it for reading, or copy it elsewhere.", self->name);
      return NULL;
    }

  uri = make_uri (path, self->read_only && must_be_immutable (path));
  if (!connection_attach (self, uri, self->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, error)
      || !check_identity (self, error) || !bring_up_to_date (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
fill_new_file (const char *path, const char *title, GError **error)
{
  g_autoptr (GsDbConnection) self = connection_new (path);
  g_autofree char *uri = make_uri (path, FALSE);

  /* The log comes last: until then a crash leaves an empty file behind. */
  return connection_attach (self, uri, SQLITE_OPEN_READWRITE, error) && gs_db_schema_migrate (self, error)
         && gs_db_schema_fill (self, title, error) && gs_db_exec (self, "PRAGMA journal_mode = WAL", error);
}

/**
 * gs_db_connection_create:
 * @path: where to make a workspace
 * @title: (nullable): what the analyst calls it
 * @error: %GS_DB_ERROR_EXISTS, _READ_ONLY, _NO_SPACE, _IO
 *
 * Makes an empty workspace file. Never overwrites one.
 *
 * Returns: whether it was made; if not, nothing is left of it
 */
gboolean
gs_db_connection_create (const char *path, const char *title, GError **error)
{
  g_autofree char *name = NULL;
  int fd;

  g_return_val_if_fail (path != NULL, FALSE);

  name = g_filename_display_basename (path);
  fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      int reason = errno;

      if (reason == EEXIST)
        g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_EXISTS, "There is a file “%s” already. Choose another name.",
                     name);
      else
        g_set_error (error, GS_DB_ERROR,
                     reason == EACCES || reason == EROFS ? GS_DB_ERROR_READ_ONLY
                     : reason == ENOSPC                  ? GS_DB_ERROR_NO_SPACE
                                                         : GS_DB_ERROR_IO,
                     "“%s” cannot be made: %s.", name, g_strerror (reason));
      return FALSE;
    }
  close (fd);

  if (fill_new_file (path, title, error))
    return TRUE;

  g_unlink (path);

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

void
gs_db_read_end (GsDbConnection *self)
{
  g_return_if_fail (self != NULL);

  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}
