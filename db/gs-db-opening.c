/* gs-db-opening.c: workspace files, made and opened.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "gs-db-private.h"

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

static gboolean
check_folder (const char *path, const char *name, GError **error)
{
  if (!gs_db_path_is_lone (path))
    return TRUE;

  g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_LONE, "“%s” came without its folder, in which a log must be kept.",
               name);

  return FALSE;
}

static GsDbConnection *
connection_new (const char *path)
{
  GsDbConnection *self = g_new0 (GsDbConnection, 1);

  self->name = g_filename_display_basename (path);

  return self;
}

/* SQLite counts all memory under one lock unless told not to. To be said
 * before it is used at all; if someone was faster, it is merely slower. */
static void
prepare_library (void)
{
  static gsize prepared;

  if (g_once_init_enter (&prepared))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      gs_db_locks_install ();
      g_once_init_leave (&prepared, 1);
    }
}

static gboolean
connection_attach (GsDbConnection *self, const char *uri, int flags, GError **error)
{
  int code;

  prepare_library ();
  code = sqlite3_open_v2 (uri, &self->handle, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);

  if (code != SQLITE_OK)
    {
      gs_db_set_error (self, code, error);
      return FALSE;
    }

  sqlite3_extended_result_codes (self->handle, TRUE);
  gs_db_set_patience (self, GS_DB_PATIENCE);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 0);

  return gs_db_exec (self,
                     "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON;"
                     "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -" GS_DB_CACHE ";"
                     "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 16777216",
                     error)
         && gs_db_rank_register (self, error);
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

/* Opens a file that may have been made by an older or newer version, to look at
 * its tables or to copy its pages. @alone: nobody else has it open. */
GsDbConnection *
gs_db_connection_peek (const char *path, GsDbPeek how, GError **error)
{
  g_autoptr (GsDbConnection) self = connection_new (path);
  g_autofree char *uri = NULL;

  self->read_only = how != GS_DB_PEEK_WRITE;
  if (!check_file (path, self->read_only ? GS_DB_READ_ONLY : GS_DB_READ_WRITE, self->name, error)
      || (how != GS_DB_PEEK_ALONE && !check_folder (path, self->name, error)))
    return NULL;

  uri = make_uri (path, how == GS_DB_PEEK_ALONE || (self->read_only && must_be_immutable (path)));
  if (!connection_attach (self, uri, self->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, error)
      || !check_identity (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* An empty file to be filled with pages. Nothing of it counts before it has got
 * its name, so no care is taken of it while it is filled. */
GsDbConnection *
gs_db_connection_fill (const char *path, GError **error)
{
  g_autoptr (GsDbConnection) self = connection_new (path);
  g_autofree char *uri = make_uri (path, FALSE);

  if (!connection_attach (self, uri, SQLITE_OPEN_READWRITE, error)
      || !gs_db_exec (self, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * gs_db_connection_open:
 * @path: a workspace file, or %GS_DB_MEMORY for a new one in memory
 * @mode: what for
 * @error: %GS_DB_ERROR_MISSING, _NOT_WORKSPACE, _NEWER, _CORRUPT, _READ_ONLY, _LOCKED, _LONE, _IO
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
  self->read_only = mode != GS_DB_READ_WRITE;
  if (!check_file (path, mode, self->name, error) || !check_folder (path, self->name, error))
    return NULL;

  if (mode == GS_DB_READ_WRITE && !folder_is_writable (path))
    {
      g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_READ_ONLY,
                   "The folder of “%s” cannot be written to. Open it for reading, or copy it elsewhere.", self->name);
      return NULL;
    }

  uri = make_uri (path, self->read_only && must_be_immutable (path));
  if (!connection_attach (self, uri, self->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, error)
      || !check_identity (self, error) || !bring_up_to_date (self, error)
      || (mode == GS_DB_READ_ONCE && !gs_db_exec (self, "PRAGMA cache_size = -256", error)))
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
fill_made (const char *made, GsDbFillFunc func, gpointer data, GError **error)
{
  g_autoptr (GsDbConnection) self = connection_new (made);
  g_autofree char *uri = make_uri (made, FALSE);

  return connection_attach (self, uri, SQLITE_OPEN_READWRITE, error) && gs_db_schema_migrate (self, error)
         && func (self, data, error) && gs_db_exec (self, "PRAGMA journal_mode = WAL", error);
}

/* Makes a workspace file of what @func puts into an empty one. Never overwrites.
 * The file gets its name when it is whole, so that dying halfway leaves no
 * half workspace under it; if it cannot be made, nothing is left of it. */
gboolean
gs_db_make_file (const char *path, GsDbFillFunc func, gpointer data, GError **error)
{
  g_autofree char *made = NULL;

  made = gs_db_file_begin (path, error);
  if (made == NULL)
    return FALSE;

  if (fill_made (made, func, data, error) && gs_db_file_finish (made, path, error))
    return TRUE;

  gs_db_file_discard (made);

  return FALSE;
}

static gboolean
fill_empty (GsDbConnection *db, gpointer title, GError **error)
{
  return gs_db_schema_fill (db, title, error);
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
  g_return_val_if_fail (path != NULL, FALSE);

  return gs_db_make_file (path, fill_empty, (gpointer) title, error);
}
