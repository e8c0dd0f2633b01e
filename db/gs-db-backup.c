/* gs-db-backup.c: whole copies of a workspace, and back again.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-backup.h"

#include <glib/gstdio.h>
#include <stdio.h>

#include "gs-db-pages.h"
#include "gs-db-private.h"

/* Pages between two looks at whether the copy is still wanted. */
#define STRIDE 512

/**
 * gs_db_state_clear:
 * @self: a state, or one of zeros
 *
 * Frees what it holds, and not itself.
 */
void
gs_db_state_clear (GsDbState *self)
{
  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->at, g_free);
}

/**
 * gs_db_state_equal:
 * @a: of a file
 * @b: of a file that was a copy of it at some time
 *
 * Returns: whether the analyst has changed nothing in between
 */
gboolean
gs_db_state_equal (const GsDbState *a, const GsDbState *b)
{
  return g_strcmp0 (a->uuid, b->uuid) == 0 && g_strcmp0 (a->title, b->title) == 0 && a->version == b->version
         && a->articles == b->articles && a->claims == b->claims && a->steps == b->steps
         && g_strcmp0 (a->at, b->at) == 0 && a->redoable == b->redoable;
}

/* Counts are kept from the second version on. */
static gboolean
count_records (GsDbConnection *db, const char *table, const char *what, gint64 version, gint64 *n, GError **error)
{
  g_autofree char *sql = version < 2 ? g_strdup_printf ("SELECT count(*) FROM \"%s\"", table)
                                     : g_strdup_printf ("SELECT n FROM tally WHERE what = '%s' AND id = 0", what);

  return gs_db_get_int (db, n, error, sql, "") != GS_DB_STEP_FAILED;
}

#define REDOABLE "SELECT count(*) FROM action WHERE undone = 1 AND dropped = 0"

static gboolean
read_state (GsDbConnection *db, GsDbState *state, GError **error)
{
  state->newest = gs_db_schema_newest ();
  if (gs_db_get_int (db, &state->version, error, "PRAGMA user_version", "") == GS_DB_STEP_FAILED)
    return FALSE;
  /* What the tables of a newer file mean is not known. */
  if (state->version > state->newest)
    return TRUE;

  return gs_db_get_text (db, &state->uuid, error, "SELECT value FROM meta WHERE key = 'uuid'", "") != GS_DB_STEP_FAILED
         && gs_db_get_text (db, &state->title, error, "SELECT value FROM meta WHERE key = 'title'", "")
              != GS_DB_STEP_FAILED
         && gs_db_get_int (db, &state->steps, error, "SELECT max (id) FROM action", "") != GS_DB_STEP_FAILED
         && gs_db_get_text (db, &state->at, error, "SELECT at FROM action WHERE id = ?", "i", state->steps)
              != GS_DB_STEP_FAILED
         && gs_db_get_int (db, &state->redoable, error, REDOABLE, "") != GS_DB_STEP_FAILED
         && count_records (db, "article", "articles", state->version, &state->articles, error)
         && count_records (db, "claim", "claims", state->version, &state->claims, error);
}

/**
 * gs_db_state_read:
 * @path: a workspace file
 * @alone: whether nobody else has it open
 * @state: (out caller-allocates): what it is like; that of a newer file has its version only
 * @error: %GS_DB_ERROR_MISSING, _NOT_WORKSPACE, _CORRUPT, _IO
 *
 * Returns: whether it could be read
 */
gboolean
gs_db_state_read (const char *path, gboolean alone, GsDbState *state, GError **error)
{
  g_autoptr (GsDbConnection) db = NULL;

  g_return_val_if_fail (path != NULL && state != NULL, FALSE);

  *state = (GsDbState){ 0 };
  db = gs_db_connection_peek (path, alone ? GS_DB_PEEK_ALONE : GS_DB_PEEK_READ, error);
  if (db != NULL && read_state (db, state, error))
    return TRUE;

  gs_db_state_clear (state);

  return FALSE;
}

/**
 * gs_db_file_is_older:
 * @path: a file
 *
 * By the header that every SQLite file begins with. Its log may hold a newer one, in
 * which case a migration has just been made by another program.
 *
 * Returns: whether it is a workspace of an older version
 */
gboolean
gs_db_file_is_older (const char *path)
{
  guint8 header[100];
  FILE *file;
  gsize n;

  g_return_val_if_fail (path != NULL, FALSE);

  file = g_fopen (path, "rb");
  if (file == NULL)
    return FALSE;
  n = fread (header, 1, sizeof header, file);
  fclose (file);

  return n == sizeof header && gs_db_get_32 (header + 68) == GS_DB_APPLICATION_ID
         && gs_db_get_32 (header + 60) < gs_db_schema_newest ();
}

/* Copying ------------------------------------------------------------------------ */

/* Copies every page of @from. Whoever holds one of them is waited for. */
static gboolean
copy_pages (GsDbConnection *from, GsDbConnection *to, int stride, GCancellable *cancellable, GError **error)
{
  sqlite3_backup *copy = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  gint64 patience = g_get_monotonic_time () + GS_DB_PATIENCE;
  int code = SQLITE_OK;

  if (copy == NULL)
    {
      gs_db_set_error (to, sqlite3_errcode (to->handle), error);
      return FALSE;
    }

  while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)
    {
      if (g_cancellable_is_cancelled (cancellable))
        code = SQLITE_INTERRUPT;
      else if (code != SQLITE_OK && g_get_monotonic_time () >= patience)
        break;
      else
        {
          if (code != SQLITE_OK)
            g_usleep (20000);
          code = sqlite3_backup_step (copy, stride);
        }
    }

  sqlite3_backup_finish (copy);
  if (code == SQLITE_DONE)
    return TRUE;

  gs_db_set_error ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB ? from : to, code, error);

  return FALSE;
}

/* Held for as long as it takes, so that writers do not make it begin anew. */
static gboolean
copy_state (GsDbConnection *from, const char *made, GsDbState *state, GCancellable *cancellable, GError **error)
{
  g_autoptr (GsDbConnection) to = gs_db_connection_fill (made, error);
  gboolean done;

  if (to == NULL || !gs_db_read_begin (from, error))
    return FALSE;

  done = read_state (from, state, error) && copy_pages (from, to, STRIDE, cancellable, error);
  gs_db_read_end (from);

  return done;
}

static gboolean
quick_check (GsDbConnection *db, GCancellable *cancellable, GError **error)
{
  g_autofree char *finding = NULL;
  GsDbStep got;

  gs_db_set_cancellable (db, cancellable);
  got = gs_db_get_text (db, &finding, error, "PRAGMA quick_check(1)", "");
  gs_db_set_cancellable (db, NULL);
  if (got == GS_DB_STEP_FAILED)
    return FALSE;
  if (g_strcmp0 (finding, "ok") == 0)
    return TRUE;

  g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CORRUPT, "“%s” is damaged. Restore it from a backup. (%s)", db->name,
               finding != NULL ? finding : "");

  return FALSE;
}

/**
 * gs_db_backup_verify:
 * @path: a file that nobody else has open
 * @cancellable: (nullable): to cancel with
 * @error: %GS_DB_ERROR_CORRUPT, _NOT_WORKSPACE, _MISSING, _IO
 *
 * Returns: whether it is a workspace, and whole
 */
gboolean
gs_db_backup_verify (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GsDbConnection) db = gs_db_connection_peek (path, GS_DB_PEEK_ALONE, error);

  return db != NULL && quick_check (db, cancellable, error);
}

/* Reads back what was written, from the disk's point of view. */
static gboolean
verify_copy (const char *made, const GsDbState *state, GCancellable *cancellable, GError **error)
{
  g_auto (GsDbState) copied = { 0 };

  if (!gs_db_file_sync (made, error) || !gs_db_backup_verify (made, cancellable, error)
      || !gs_db_state_read (made, TRUE, &copied, error))
    return FALSE;
  if (gs_db_state_equal (state, &copied))
    return TRUE;

  g_set_error_literal (error, GS_DB_ERROR, GS_DB_ERROR_IO, "The copy is not what was copied; check the disk.");

  return FALSE;
}

/* Makes a file that was begun a whole copy. */
static gboolean
fill_copy (GsDbConnection *from, const char *made, GCancellable *cancellable, GError **error)
{
  g_auto (GsDbState) state = { 0 };

  return copy_state (from, made, &state, cancellable, error) && verify_copy (made, &state, cancellable, error);
}

/**
 * gs_db_backup_copy:
 * @db: a connection without an open action
 * @to: where the copy is to be; never replaced
 * @cancellable: (nullable): to cancel with
 * @error: %GS_DB_ERROR_EXISTS, _NO_SPACE, _CORRUPT, _IO, _INTERRUPTED
 *
 * Returns: whether there is a whole copy at @to; if not, nothing is left of it
 */
gboolean
gs_db_backup_copy (GsDbConnection *db, const char *to, GCancellable *cancellable, GError **error)
{
  g_autofree char *made = NULL;

  g_return_val_if_fail (db != NULL && to != NULL, FALSE);

  made = gs_db_file_begin (to, error);
  if (made == NULL)
    return FALSE;

  if (fill_copy (db, made, cancellable, error) && gs_db_file_finish (made, to, error))
    return TRUE;

  gs_db_file_discard (made);

  return FALSE;
}

/**
 * gs_db_backup_make:
 * @from: a workspace file, in use or not
 * @to: where the copy is to be; never replaced
 * @cancellable: (nullable): to cancel with
 * @error: %GS_DB_ERROR_EXISTS, _NO_SPACE, _CORRUPT, _MISSING, _IO, _INTERRUPTED
 *
 * Returns: whether there is a whole copy at @to; if not, nothing is left of it
 */
gboolean
gs_db_backup_make (const char *from, const char *to, GCancellable *cancellable, GError **error)
{
  g_autoptr (GsDbConnection) db = NULL;

  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  db = gs_db_connection_peek (from, GS_DB_PEEK_READ, error);

  return db != NULL && gs_db_backup_copy (db, to, cancellable, error);
}

/* And back again --------------------------------------------------------------------- */

static gboolean
fill_from_backup (const char *backup, const char *made, GCancellable *cancellable, GError **error)
{
  g_autoptr (GsDbConnection) from = gs_db_connection_peek (backup, GS_DB_PEEK_ALONE, error);

  return from != NULL && fill_copy (from, made, cancellable, error);
}

/* So that no other program ever sees an old schema. */
static gboolean
bring_up_to_date (const char *made, GError **error)
{
  g_autoptr (GsDbConnection) db = gs_db_connection_open (made, GS_DB_READ_WRITE, error);

  return db != NULL && gs_db_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

/* (transfer full): path of a new file beside @path, a whole copy of @backup. */
static char *
prepare (const char *backup, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *made = NULL;

  if (!gs_db_backup_verify (backup, cancellable, error))
    return NULL;

  made = gs_db_file_beside (path, error);
  if (made == NULL)
    return NULL;

  if (fill_from_backup (backup, made, cancellable, error) && bring_up_to_date (made, error))
    return g_steal_pointer (&made);

  gs_db_file_discard (made);

  return NULL;
}

static gboolean
put_pages (const char *prepared, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GsDbConnection) from = gs_db_connection_peek (prepared, GS_DB_PEEK_ALONE, error);
  g_autoptr (GsDbConnection) to = from != NULL ? gs_db_connection_peek (path, GS_DB_PEEK_WRITE, error) : NULL;

  /* In one stride: half a restoration is no state of anything. */
  if (to == NULL || !copy_pages (from, to, -1, cancellable, error))
    return FALSE;

  sqlite3_exec (to->handle, "PRAGMA wal_checkpoint (TRUNCATE)", NULL, NULL, NULL);

  return quick_check (to, NULL, error);
}

/**
 * gs_db_backup_restore:
 * @backup: a file that gs_db_backup_make() made
 * @path: a workspace file, in use or not
 * @cancellable: (nullable): to cancel with
 * @error: %GS_DB_ERROR_CORRUPT, _NOT_WORKSPACE, _LOCKED, _NO_SPACE, …
 *
 * Returns: whether @path is what @backup is; if not, @path is as it was
 */
gboolean
gs_db_backup_restore (const char *backup, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *prepared = NULL;
  gboolean done;

  g_return_val_if_fail (backup != NULL && path != NULL, FALSE);

  prepared = prepare (backup, path, cancellable, error);
  if (prepared == NULL)
    return FALSE;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    done = put_pages (prepared, path, cancellable, error);
  else
    done = gs_db_file_finish (prepared, path, error);
  gs_db_file_discard (prepared);

  return done;
}

static gboolean
take_place (const char *prepared, const char *path, GError **error)
{
  gs_db_file_drop_logs (path);
  if (g_rename (prepared, path) != 0)
    {
      g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_IO, "The file cannot be replaced: %s.", g_strerror (errno));
      return FALSE;
    }
  gs_db_file_sync_folder (path);

  return TRUE;
}

/**
 * gs_db_backup_replace:
 * @backup: a file that gs_db_backup_make() made
 * @path: whatever is there that nobody has open
 * @cancellable: (nullable): to cancel with
 * @error: %GS_DB_ERROR_CORRUPT, _NO_SPACE, _READ_ONLY, _IO
 *
 * What lies at @path is lost, so it is for the caller to have put it aside.
 *
 * Returns: whether @path is what @backup is; if not, @path is as it was, but for a log
 */
gboolean
gs_db_backup_replace (const char *backup, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *prepared = NULL;
  gboolean done;

  g_return_val_if_fail (backup != NULL && path != NULL, FALSE);

  prepared = prepare (backup, path, cancellable, error);
  if (prepared == NULL)
    return FALSE;

  done = gs_db_file_sync (prepared, error) && take_place (prepared, path, error);
  gs_db_file_discard (prepared);

  return done;
}
