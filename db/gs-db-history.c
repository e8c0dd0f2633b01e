/* gs-db-history.c: actions, undo and redo.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-history.h"

#include "gs-db-private.h"
#include "gs-db-records-private.h"
#include "gs-listings.h"

/* Tables whose changes are recorded. What is derived from them, and the texts
 * and bytes that are shared and stay, are not. */
static const char *const recorded_tables[] = {
  "annotator",  "tag",       "source", "source_alias", "source_affiliation", "source_rating", "question",
  "article",    "revision",  "claim",  "claim_span",   "claim_hop",          "claim_slot",    "claim_quantity",
  "claim_time", "claim_tag", "link",
};

static gboolean
set_code (GsDbConnection *db, int code, GError **error)
{
  if (code == SQLITE_OK)
    return TRUE;

  gs_db_set_error (db, code, error);

  return FALSE;
}

/* What is written into a file that is no longer at its place is as good as
 * lost: whoever opens the workspace next opens another. */
static gboolean
refuse_writing (GsDbConnection *db, GError **error)
{
  if (db->read_only)
    g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_READ_ONLY, "“%s” is open for reading only.", db->name);
  else if (gs_db_connection_is_astray (db))
    {
      /* Whoever moves a file does not take along the log beside it. */
      gs_db_connection_settle (db);
      g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_ASTRAY,
                   "“%s” was moved, deleted or replaced while it was open. Nothing was changed.", db->name);
    }
  else
    return FALSE;

  return TRUE;
}

static gboolean
start_recording (GsDbConnection *db, GError **error)
{
  int code = sqlite3session_create (db->handle, "main", &db->session);

  for (gsize i = 0; code == SQLITE_OK && i < G_N_ELEMENTS (recorded_tables); i++)
    code = sqlite3session_attach (db->session, recorded_tables[i]);

  return set_code (db, code, error);
}

/* A batch goes on with its step only while that is the last one that stands:
 * otherwise undoing the step would reach under what came after it. */
static gboolean
find_step (GsDbConnection *db, gint64 group, gint64 *step, GError **error)
{
  gint64 last = 0;

  *step = 0;
  if (group == 0)
    return TRUE;

  if (gs_db_get_int (db, &last, error, "SELECT step FROM action WHERE undone = 0 ORDER BY id DESC LIMIT 1", "")
      == GS_DB_STEP_FAILED)
    return FALSE;

  if (last == group)
    *step = group;

  return TRUE;
}

/**
 * gs_db_action_begin:
 * @db: a connection without an open action
 * @label: what is being done, as the undo button says it
 * @annotator: (nullable): UUID of who does it
 * @group: 0, or the number that gs_db_action_commit() gave for an earlier part of the same thing
 * @error: %GS_DB_ERROR_LOCKED, _READ_ONLY, …
 *
 * Returns: whether the action is open
 */
gboolean
gs_db_action_begin (GsDbConnection *db, const char *label, const char *annotator, gint64 group, GError **error)
{
  g_return_val_if_fail (db != NULL && label != NULL, FALSE);
  g_return_val_if_fail (db->session == NULL, FALSE);

  if (refuse_writing (db, error) || !gs_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  db->label = g_strdup (label);
  db->annotator = g_strdup (annotator);
  if (find_step (db, group, &db->step, error) && start_recording (db, error))
    return TRUE;

  gs_db_action_rollback (db);

  return FALSE;
}

static void
forget_action (GsDbConnection *db)
{
  g_clear_pointer (&db->session, sqlite3session_delete);
  g_clear_pointer (&db->pending, g_hash_table_unref);
  db->settling = FALSE;
  g_clear_pointer (&db->label, g_free);
  g_clear_pointer (&db->annotator, g_free);
  db->step = 0;
}

/**
 * gs_db_action_rollback:
 * @db: a connection
 *
 * Takes back what the open action did. Without one, does nothing.
 */
void
gs_db_action_rollback (GsDbConnection *db)
{
  g_return_if_fail (db != NULL);

  forget_action (db);
  if (!sqlite3_get_autocommit (db->handle))
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * gs_db_action_is_open:
 * @db: a connection
 *
 * Returns: whether an action has begun and not ended
 */
gboolean
gs_db_action_is_open (GsDbConnection *db)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return db->session != NULL;
}

static char *
now (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();
  g_autofree char *seconds = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", seconds, g_date_time_get_microsecond (time) / 1000);
}

static gboolean
write_down (GsDbConnection *db, GBytes *changeset, gint64 *step, GError **error)
{
  g_autofree char *at = now ();

  if (!gs_db_run (db, error, "UPDATE action SET dropped = 1 WHERE undone = 1 AND dropped = 0", "")
      || !gs_db_run (db, error, "INSERT INTO action (step, label, at, annotator, changeset) VALUES (?, ?, ?, ?, ?)",
                     "itttb", db->step, db->label, at, db->annotator, changeset))
    return FALSE;

  if (db->step == 0)
    {
      db->step = sqlite3_last_insert_rowid (db->handle);
      if (!gs_db_run (db, error, "UPDATE action SET step = id WHERE id = ?", "i", db->step))
        return FALSE;
    }

  *step = db->step;

  return TRUE;
}

static GBytes *
take_changeset (GsDbConnection *db, GError **error)
{
  int length = 0;
  void *data = NULL;

  if (!set_code (db, sqlite3session_changeset (db->session, &length, &data), error))
    return NULL;

  /* Or else its own notes would be recorded as well. */
  g_clear_pointer (&db->session, sqlite3session_delete);

  return g_bytes_new_with_free_func (data, (gsize) length, sqlite3_free, data);
}

static gboolean
commit_recorded (GsDbConnection *db, gint64 *step, GError **error)
{
  g_autoptr (GBytes) changeset = NULL;

  if (!gs_db_records_settle (db, error))
    return FALSE;

  changeset = take_changeset (db, error);
  if (changeset == NULL)
    return FALSE;

  *step = 0;
  if (g_bytes_get_size (changeset) > 0 && !write_down (db, changeset, step, error))
    return FALSE;
  if (!gs_db_index_refresh (db, error))
    return FALSE;

  return gs_db_exec (db, "COMMIT", error);
}

/**
 * gs_db_action_cut:
 * @db: a connection with an open action
 * @error: %GS_DB_ERROR_NO_SPACE, …
 *
 * Writes down what the action has done so far as a part of its step and goes on with a
 * fresh record, so that memory does not grow with the action. Still nothing is on the
 * disk before gs_db_action_commit(). After a failure the action is to be rolled back.
 *
 * Returns: whether it goes on
 */
gboolean
gs_db_action_cut (GsDbConnection *db, GError **error)
{
  g_autoptr (GBytes) changeset = NULL;
  gint64 step = 0;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (db->session != NULL, FALSE);

  changeset = take_changeset (db, error);

  return changeset != NULL && (g_bytes_get_size (changeset) == 0 || write_down (db, changeset, &step, error))
         && start_recording (db, error);
}

/**
 * gs_db_action_commit:
 * @db: a connection with an open action
 * @group: (out) (optional): the number of the action, 0 when it changed nothing
 * @error: %GS_DB_ERROR_CONSTRAINT, _NO_SPACE, …
 *
 * Ends the action, whatever happens: on failure all of it is taken back.
 *
 * Returns: whether it is on the disk
 */
gboolean
gs_db_action_commit (GsDbConnection *db, gint64 *group, GError **error)
{
  gint64 step = 0;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (db->session != NULL, FALSE);

  if (!commit_recorded (db, &step, error))
    {
      gs_db_action_rollback (db);
      return FALSE;
    }

  forget_action (db);
  if (group != NULL)
    *group = step;

  return TRUE;
}

/* Whatever does not fit is a reason to stop: half an undo is worse than none. */
static int
conflict_cb (void *data, int kind, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply (GsDbConnection *db, GBytes *changeset, gboolean invert, GError **error)
{
  gsize length = 0;
  gpointer data = (gpointer) g_bytes_get_data (changeset, &length);
  /* The step's transaction is rolled back as a whole when anything fails, so
   * SQLite's own savepoint around it is not needed. With it, every statement
   * walks the savepoint's whole journal: quadratic in the size of the step. */
  int flags = SQLITE_CHANGESETAPPLY_NOSAVEPOINT | (invert ? SQLITE_CHANGESETAPPLY_INVERT : 0);
  int code = sqlite3changeset_apply_v2 (db->handle, (int) length, data, NULL, conflict_cb, NULL, NULL, NULL, flags);

  if (code == SQLITE_ABORT)
    {
      g_set_error (
        error, GS_DB_ERROR, GS_DB_ERROR_CONSTRAINT,
        "“%s” no longer fits this step of its history, so nothing was changed. “gainsayctl check” tells why.",
        db->name);
      return FALSE;
    }

  return set_code (db, code, error);
}

/* All parts of a step, the last first when undoing. */
static gboolean
apply_step (GsDbConnection *db, gint64 step, gboolean undo, GError **error)
{
  g_autoptr (GsDbStatement) statement =
    gs_db_query (db, error,
                 undo ? "SELECT changeset FROM action WHERE step = ? ORDER BY id DESC"
                      : "SELECT changeset FROM action WHERE step = ? ORDER BY id",
                 "i", step);
  GsDbStep got;

  if (statement == NULL)
    return FALSE;

  while ((got = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      g_autoptr (GBytes) changeset = gs_db_column_bytes (statement, 0);

      if (!apply (db, changeset, undo, error))
        return FALSE;
    }

  return got == GS_DB_STEP_DONE;
}

/* What was done before a workspace was recovered is told, but not undone: some
 * of what it changed may be gone. */
#define FLOOR "coalesce ((SELECT CAST (value AS INTEGER) FROM meta WHERE key = 'undo_floor'), 0)"
#define UNDO_NEXT "SELECT step, label FROM action WHERE undone = 0 AND id > " FLOOR " ORDER BY id DESC LIMIT 1"
#define REDO_NEXT \
  "SELECT step, label FROM action WHERE undone = 1 AND dropped = 0 AND step > " FLOOR " ORDER BY step LIMIT 1"

/* @step gets 0 when there is nothing to do. */
static gboolean
find_next (GsDbConnection *db, gboolean undo, gint64 *step, char **label, GError **error)
{
  g_autoptr (GsDbStatement) statement = gs_db_query (db, error, undo ? UNDO_NEXT : REDO_NEXT, "");
  GsDbStep got = statement != NULL ? gs_db_statement_step (statement, error) : GS_DB_STEP_FAILED;

  *step = 0;
  *label = NULL;
  if (got == GS_DB_STEP_ROW)
    {
      *step = gs_db_column_int (statement, 0);
      *label = gs_db_column_dup (statement, 1);
    }

  return got != GS_DB_STEP_FAILED;
}

static gboolean
move (GsDbConnection *db, gboolean undo, char **label, GError **error)
{
  gint64 step = 0;

  if (!find_next (db, undo, &step, label, error))
    return FALSE;

  if (step == 0)
    {
      g_set_error_literal (error, GS_DB_ERROR, undo ? GS_DB_ERROR_NOTHING_TO_UNDO : GS_DB_ERROR_NOTHING_TO_REDO,
                           undo ? "There is nothing to undo." : "There is nothing to redo.");
      return FALSE;
    }

  return apply_step (db, step, undo, error) && gs_db_index_refresh (db, error)
         && gs_db_run (db, error, "UPDATE action SET undone = ? WHERE step = ?", "ii", (gint64) undo, step)
         && gs_db_exec (db, "COMMIT", error);
}

static gboolean
travel (GsDbConnection *db, gboolean undo, char **label, GError **error)
{
  g_autofree char *moved = NULL;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (db->session == NULL, FALSE);

  if (refuse_writing (db, error) || !gs_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (!move (db, undo, &moved, error))
    {
      gs_db_action_rollback (db);
      return FALSE;
    }

  if (label != NULL)
    *label = g_steal_pointer (&moved);

  return TRUE;
}

/**
 * gs_db_undo:
 * @db: a connection without an open action
 * @label: (out) (optional) (transfer full): what was undone
 * @error: %GS_DB_ERROR_NOTHING_TO_UNDO, …
 *
 * Returns: whether it was undone; if not, nothing was changed
 */
gboolean
gs_db_undo (GsDbConnection *db, char **label, GError **error)
{
  return travel (db, TRUE, label, error);
}

/**
 * gs_db_redo:
 * @db: a connection without an open action
 * @label: (out) (optional) (transfer full): what was redone
 * @error: %GS_DB_ERROR_NOTHING_TO_REDO, …
 *
 * Returns: whether it was redone; if not, nothing was changed
 */
gboolean
gs_db_redo (GsDbConnection *db, char **label, GError **error)
{
  return travel (db, FALSE, label, error);
}

/**
 * gs_db_history_peek:
 * @db: a connection
 * @undo_label: (out) (transfer full) (nullable): what undo would undo
 * @redo_label: (out) (transfer full) (nullable): what redo would redo
 *
 * Returns: whether it could be read
 */
gboolean
gs_db_history_peek (GsDbConnection *db, char **undo_label, char **redo_label, GError **error)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  gint64 step;

  g_return_val_if_fail (db != NULL && undo_label != NULL && redo_label != NULL, FALSE);

  if (!find_next (db, TRUE, &step, &undo, error) || !find_next (db, FALSE, &step, &redo, error))
    return FALSE;

  *undo_label = g_steal_pointer (&undo);
  *redo_label = g_steal_pointer (&redo);

  return TRUE;
}

#define HISTORY                                                                                   \
  "SELECT a.id, a.label, a.at, coalesce ((SELECT name FROM annotator WHERE uuid = a.annotator), " \
  "a.annotator), a.undone FROM action AS a WHERE a.id = a.step ORDER BY a.id DESC LIMIT ?"

/**
 * gs_db_history_list:
 * @db: a connection
 * @limit: how many at most
 *
 * What was done, steps undone and dropped included.
 *
 * Returns: (transfer full) (element-type GsHistoryListing): newest first, or %NULL with @error
 */
GPtrArray *
gs_db_history_list (GsDbConnection *db, guint limit, GError **error)
{
  g_autoptr (GPtrArray) list = gs_record_array_new (&gs_history_listing_type);
  g_autoptr (GsDbStatement) statement = NULL;
  GsDbStep got;

  g_return_val_if_fail (db != NULL, NULL);

  statement = gs_db_query (db, error, HISTORY, "i", (gint64) limit);
  if (statement == NULL)
    return NULL;

  while ((got = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      GsHistoryListing *entry = gs_record_new (&gs_history_listing_type);

      entry->id = gs_db_column_int (statement, 0);
      entry->label = gs_db_column_dup (statement, 1);
      entry->at = gs_db_column_dup (statement, 2);
      entry->annotator = gs_db_column_dup (statement, 3);
      entry->undone = gs_db_column_int (statement, 4) != 0;
      g_ptr_array_add (list, entry);
    }

  return got == GS_DB_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
