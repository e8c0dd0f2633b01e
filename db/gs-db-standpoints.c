/* gs-db-standpoints.c: the distinct accounts that claims give, by key.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-standpoints.h"

#include "gs-db-private.h"

/* Under a key that standpoints on more questions than this share, all questions
 * are looked at again instead of those. */
#define SPREAD 1000

/* Of claims that are due it is not known here what they say. */
#define MEMBERS_NOT_DUE                                                                          \
  "(s.n - (SELECT count(*) FROM claim_due AS d JOIN claim_standpoint AS m ON m.claim = d.claim " \
  "WHERE m.standpoint = s.id))"

/**
 * gs_db_due_free:
 * @self: (transfer full): what gs_db_standpoints_due() gave
 */
void
gs_db_due_free (GsDbDue *self)
{
  g_free (self->uuid);
  g_free (self);
}

/**
 * gs_db_membership_free:
 * @self: (transfer full): a membership
 */
void
gs_db_membership_free (GsDbMembership *self)
{
  g_free (self->account);
  if (self->keys != NULL)
    g_array_unref (self->keys);
  g_free (self);
}

/**
 * gs_db_standpoint_free:
 * @self: (transfer full): a standpoint
 */
void
gs_db_standpoint_free (GsDbStandpoint *self)
{
  g_free (self->account);
  g_free (self);
}

/**
 * gs_db_member_free:
 * @self: (transfer full): a member
 */
void
gs_db_member_free (GsDbMember *self)
{
  g_free (self->uuid);
  g_free (self->article);
  g_free (self->uttered_lo);
  g_free (self->uttered_hi);
  g_free (self);
}

/**
 * gs_db_standpoints_due:
 * @db: a connection
 * @limit: how many at most
 * @error: why they could not be read
 *
 * Returns: (transfer full) (element-type GsDbDue): claims whose standpoint is to be made again
 */
GPtrArray *
gs_db_standpoints_due (GsDbConnection *db, guint limit, GError **error)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_db_due_free);
  g_autoptr (GsDbStatement) statement =
    gs_db_query (db, error,
                 "SELECT d.claim, c.uuid, c.question FROM claim_due AS d LEFT JOIN claim AS c ON c.id = d.claim "
                 "ORDER BY d.claim LIMIT ?",
                 "i", (gint64) limit);
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      GsDbDue *one = g_new0 (GsDbDue, 1);

      one->claim = gs_db_column_int (statement, 0);
      one->uuid = gs_db_column_dup (statement, 1);
      one->question = gs_db_column_int (statement, 2);
      g_ptr_array_add (due, one);
    }

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&due) : NULL;
}

/**
 * gs_db_standpoints_is_due:
 * @db: a connection
 * @due: (out): whether any claim is
 * @error: why it could not be read
 *
 * Returns: %FALSE with @error
 */
gboolean
gs_db_standpoints_is_due (GsDbConnection *db, gint64 *due, GError **error)
{
  return gs_db_get_int (db, due, error, "SELECT EXISTS (SELECT 1 FROM claim_due)", "") != GS_DB_STEP_FAILED;
}

/**
 * gs_db_standpoints_can_save:
 * @db: a connection
 *
 * Returns: %FALSE when it is open for reading only, or in the middle of a transaction
 */
gboolean
gs_db_standpoints_can_save (GsDbConnection *db)
{
  return !db->read_only && sqlite3_get_autocommit (db->handle);
}

/* Saving --------------------------------------------------------------------------- */

/* @question: row number, 0 for all of them. */
static gboolean
wake (GsDbConnection *db, gint64 question, GError **error)
{
  return gs_db_run (db, error, "INSERT INTO question_due VALUES (?) ON CONFLICT DO NOTHING", "i", question);
}

/* Questions that standpoints under @key are on, one seek each. */
static gboolean
wake_all (GsDbConnection *db, gint64 key, GError **error)
{
  gint64 question = 0;
  GsDbStep step = GS_DB_STEP_ROW;

  for (guint n = 0; n <= SPREAD && step == GS_DB_STEP_ROW; n++)
    {
      step =
        gs_db_get_int (db, &question, error,
                       "SELECT question FROM standpoint_key WHERE key = ? AND question > ? ORDER BY question LIMIT 1",
                       "ii", key, question);
      if (step == GS_DB_STEP_ROW && !wake (db, n < SPREAD ? question : 0, error))
        return FALSE;
    }

  return step != GS_DB_STEP_FAILED;
}

/* Each question is compared with the first GS_DB_FACING standpoints under the
 * key that are not its own. One that comes after twice as many is seen from no
 * question but the one that has most of those before it, if any has: then that
 * question's lie around the middle of these. */
static gboolean
wake_key (GsDbConnection *db, gint64 key, gint64 question, gint64 standpoint, GError **error)
{
  gint64 before = 0;

  if (gs_db_get_int (db, &before, error,
                     "SELECT count(*) FROM (SELECT 1 FROM standpoint_key WHERE key = ?1 AND (question, standpoint) < "
                     "(?2, ?3) LIMIT ?4)",
                     "iiii", key, question, standpoint, (gint64) 2 * GS_DB_FACING + 1)
      == GS_DB_STEP_FAILED)
    return FALSE;
  if (before <= 2 * GS_DB_FACING)
    return wake_all (db, key, error);

  return gs_db_run (db, error,
                    "INSERT INTO question_due SELECT question FROM (SELECT question FROM standpoint_key WHERE key = ? "
                    "ORDER BY question, standpoint LIMIT 1 OFFSET ?) WHERE question <> 0 ON CONFLICT DO NOTHING",
                    "ii", key, (gint64) GS_DB_FACING);
}

/* Questions whose conflicts may change with who takes the standpoint. */
static gboolean
wake_questions (GsDbConnection *db, gint64 standpoint, GError **error)
{
  g_autoptr (GsDbStatement) keys = NULL;
  gint64 question = 0;
  GsDbStep step;

  if (gs_db_get_int (db, &question, error, "SELECT question FROM standpoint WHERE id = ?", "i", standpoint)
        == GS_DB_STEP_FAILED
      || (question != 0 && !wake (db, question, error)))
    return FALSE;

  keys = gs_db_query (db, error, "SELECT key FROM standpoint_key WHERE standpoint = ?", "i", standpoint);
  if (keys == NULL)
    return FALSE;
  while ((step = gs_db_statement_step (keys, error)) == GS_DB_STEP_ROW)
    {
      if (!wake_key (db, gs_db_column_int (keys, 0), question, standpoint, error))
        return FALSE;
    }

  return step == GS_DB_STEP_DONE;
}

static gboolean
add_standpoint (GsDbConnection *db, const GsDbMembership *membership, gint64 *id, GError **error)
{
  if (!gs_db_run (db, error, "INSERT INTO standpoint (question, hash, n, account) VALUES (?, ?, 0, ?)", "iit",
                  membership->question, membership->hash, membership->account))
    return FALSE;

  *id = sqlite3_last_insert_rowid (db->handle);
  for (guint i = 0; i < membership->keys->len; i++)
    {
      if (!gs_db_run (db, error, "INSERT INTO standpoint_key VALUES (?, ?, ?) ON CONFLICT DO NOTHING", "iii",
                      g_array_index (membership->keys, gint64, i), membership->question, *id))
        return FALSE;
    }

  return TRUE;
}

static gboolean
leave (GsDbConnection *db, gint64 standpoint, GError **error)
{
  gint64 n = 0;

  if (!wake_questions (db, standpoint, error)
      || !gs_db_run (db, error, "UPDATE standpoint SET n = n - 1 WHERE id = ?", "i", standpoint)
      || gs_db_get_int (db, &n, error, "SELECT n FROM standpoint WHERE id = ?", "i", standpoint) == GS_DB_STEP_FAILED)
    return FALSE;

  return n > 0
         || (gs_db_run (db, error, "DELETE FROM standpoint_key WHERE standpoint = ?", "i", standpoint)
             && gs_db_run (db, error, "DELETE FROM standpoint WHERE id = ?", "i", standpoint));
}

static gboolean
join (GsDbConnection *db, gint64 claim, gint64 standpoint, GError **error)
{
  return gs_db_run (db, error, "UPDATE standpoint SET n = n + 1 WHERE id = ?", "i", standpoint)
         && gs_db_run (db, error,
                       "INSERT INTO claim_standpoint VALUES (?, ?) ON CONFLICT DO UPDATE SET standpoint = "
                       "excluded.standpoint",
                       "ii", claim, standpoint);
}

static gboolean
save_membership (GsDbConnection *db, const GsDbMembership *membership, GError **error)
{
  gint64 before = 0, now = 0;

  if (gs_db_get_int (db, &before, error, "SELECT standpoint FROM claim_standpoint WHERE claim = ?", "i",
                     membership->claim)
      == GS_DB_STEP_FAILED)
    return FALSE;
  if (membership->account != NULL
      && gs_db_get_int (db, &now, error, "SELECT id FROM standpoint WHERE question = ? AND hash = ? AND account = ?",
                        "iit", membership->question, membership->hash, membership->account)
           == GS_DB_STEP_FAILED)
    return FALSE;
  if (membership->account != NULL && now == 0 && !add_standpoint (db, membership, &now, error))
    return FALSE;

  if (before != now && before != 0 && !leave (db, before, error))
    return FALSE;
  if (now == 0)
    {
      if (!gs_db_run (db, error, "DELETE FROM claim_standpoint WHERE claim = ?", "i", membership->claim))
        return FALSE;
    }
  else if ((before != now && !join (db, membership->claim, now, error)) || !wake_questions (db, now, error))
    return FALSE;

  return gs_db_run (db, error, "DELETE FROM claim_due WHERE claim = ?", "i", membership->claim);
}

/**
 * gs_db_standpoints_begin:
 * @db: a connection that can save
 * @error: why another program writes for longer than one can wait
 *
 * Begins a transaction in which nobody else writes. What a power cut takes away
 * is due again, so nobody waits for the disk.
 *
 * Returns: whether it began, and gs_db_standpoints_end() is to be called
 */
gboolean
gs_db_standpoints_begin (GsDbConnection *db, GError **error)
{
  if (gs_db_exec (db, "PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE", error))
    return TRUE;
  gs_db_exec (db, "PRAGMA synchronous = FULL", NULL);

  return FALSE;
}

/**
 * gs_db_standpoints_end:
 * @db: a connection
 * @keep: whether what was saved is to stay
 * @error: why it could not
 *
 * Returns: whether it was kept
 */
gboolean
gs_db_standpoints_end (GsDbConnection *db, gboolean keep, GError **error)
{
  gboolean kept = keep && gs_db_exec (db, "COMMIT", error);

  if (!kept && !sqlite3_get_autocommit (db->handle))
    gs_db_exec (db, "ROLLBACK", NULL);
  gs_db_exec (db, "PRAGMA synchronous = FULL", NULL);

  return kept;
}

/**
 * gs_db_standpoints_save:
 * @db: a connection, between gs_db_standpoints_begin() and its end
 * @memberships: (element-type GsDbMembership): what the claims say now
 * @error: why nothing was saved
 *
 * Returns: whether the claims have their standpoints, and are no longer due
 */
gboolean
gs_db_standpoints_save (GsDbConnection *db, const GPtrArray *memberships, GError **error)
{
  for (guint i = 0; i < memberships->len; i++)
    {
      if (!save_membership (db, memberships->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/* Reading ---------------------------------------------------------------------------- */

/* 0 for none, -1 with error. */
static gint64
question_number (GsDbConnection *db, const char *uuid, GError **error)
{
  gint64 number = 0;

  if (uuid != NULL
      && gs_db_get_int (db, &number, error, "SELECT id FROM question WHERE uuid = ?", "t", uuid) == GS_DB_STEP_FAILED)
    return -1;

  return number;
}

static gboolean
collect_standpoints (GPtrArray *found, GsDbStatement *statement, GError **error)
{
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      GsDbStandpoint *one;

      if (gs_db_column_int (statement, 2) <= 0)
        continue;
      one = g_new0 (GsDbStandpoint, 1);
      one->id = gs_db_column_int (statement, 0);
      one->hash = gs_db_column_int (statement, 1);
      one->n = gs_db_column_int (statement, 2);
      one->account = gs_db_column_dup (statement, 3);
      g_ptr_array_add (found, one);
    }

  return step == GS_DB_STEP_DONE;
}

/**
 * gs_db_standpoints_on_question:
 * @db: a connection
 * @question: (nullable): UUID; %NULL for those on none
 * @limit: how many at most
 * @error: why they could not be read
 *
 * Returns: (transfer full) (element-type GsDbStandpoint): by hash and row number; claims that
 *   are due are left out
 */
GPtrArray *
gs_db_standpoints_on_question (GsDbConnection *db, const char *question, guint limit, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_db_standpoint_free);
  g_autoptr (GsDbStatement) statement = NULL;
  gint64 number = question_number (db, question, error);
  gint64 due = 0;

  if (number < 0 || !gs_db_standpoints_is_due (db, &due, error))
    return NULL;
  if (question != NULL && number == 0)
    return g_steal_pointer (&found);

  statement = gs_db_query (db, error,
                           due ? "SELECT s.id, s.hash, " MEMBERS_NOT_DUE ", s.account FROM standpoint AS s "
                                 "WHERE s.question = ? ORDER BY s.hash, s.id LIMIT ?"
                               : "SELECT s.id, s.hash, s.n, s.account FROM standpoint AS s WHERE s.question = ? "
                                 "ORDER BY s.hash, s.id LIMIT ?",
                           "ii", number, (gint64) limit);

  return collect_standpoints (found, statement, error) ? g_steal_pointer (&found) : NULL;
}

/**
 * gs_db_standpoints_by_key:
 * @db: a connection
 * @key: a key
 * @except: (nullable): UUID of a question whose standpoints are left out, %NULL for none
 * @limit: how many at most
 * @error: why they could not be read
 *
 * Returns: (transfer full) (element-type GsDbStandpoint): by question and row number;
 *   claims that are due are left out
 */
GPtrArray *
gs_db_standpoints_by_key (GsDbConnection *db, gint64 key, const char *except, guint limit, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_db_standpoint_free);
  gint64 left_out = except != NULL ? question_number (db, except, error) : -1;
  gint64 due = 0;

  if ((except != NULL && left_out < 0) || !gs_db_standpoints_is_due (db, &due, error))
    return NULL;

  /* Two ranges of the index: what is left out may be most of it. */
  for (guint side = 0; side < 2 && found->len < limit; side++)
    {
      const char *columns = due ? "s.id, s.hash, " MEMBERS_NOT_DUE ", s.account" : "s.id, s.hash, s.n, s.account";
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM standpoint_key AS k JOIN standpoint AS s ON s.id = "
                                              "k.standpoint WHERE k.key = ? AND k.question %s ? "
                                              "ORDER BY k.question, k.standpoint LIMIT ?",
                                              columns, side == 0 ? "<" : ">");
      g_autoptr (GsDbStatement) statement =
        gs_db_query (db, error, sql, "iii", key, left_out, (gint64) limit - (gint64) found->len);

      if (!collect_standpoints (found, statement, error))
        return NULL;
    }

  return g_steal_pointer (&found);
}

/**
 * gs_db_standpoint_members:
 * @db: a connection
 * @standpoint: row number
 * @offset: how many to leave out
 * @limit: how many at most
 * @error: why they could not be read
 *
 * Returns: (transfer full) (element-type GsDbMember): the claims that take it, those that
 *   are due left out
 */
GPtrArray *
gs_db_standpoint_members (GsDbConnection *db, gint64 standpoint, guint offset, guint limit, GError **error)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_db_member_free);
  g_autoptr (GsDbStatement) statement =
    gs_db_query (db, error,
                 "SELECT c.uuid, (SELECT uuid FROM article WHERE id = c.article), c.uttered_lo, c.uttered_hi "
                 "FROM claim_standpoint AS m JOIN claim AS c ON c.id = m.claim WHERE m.standpoint = ? "
                 "AND NOT EXISTS (SELECT 1 FROM claim_due WHERE claim = m.claim) ORDER BY m.claim LIMIT ? OFFSET ?",
                 "iii", standpoint, (gint64) limit, (gint64) offset);
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      GsDbMember *member = g_new0 (GsDbMember, 1);

      member->uuid = gs_db_column_dup (statement, 0);
      member->article = gs_db_column_dup (statement, 1);
      member->uttered_lo = gs_db_column_dup (statement, 2);
      member->uttered_hi = gs_db_column_dup (statement, 3);
      g_ptr_array_add (members, member);
    }

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&members) : NULL;
}
