/* gs-db-standpoints.c: the distinct accounts that claims give, by key.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-standpoints.h"

#include "gs-db-private.h"

/* Under a key that more standpoints than this share, all questions are asked
 * again instead of looking which. */
#define HOT 1000

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
                 "SELECT d.claim, c.uuid FROM claim_due AS d LEFT JOIN claim AS c ON c.id = d.claim "
                 "ORDER BY d.claim LIMIT ?",
                 "i", (gint64) limit);
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      GsDbDue *one = g_new0 (GsDbDue, 1);

      one->claim = gs_db_column_int (statement, 0);
      one->uuid = gs_db_column_dup (statement, 1);
      g_ptr_array_add (due, one);
    }

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&due) : NULL;
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

/* Questions that a claim under these keys may bring into conflict. */
static gboolean
wake_questions (GsDbConnection *db, const GsDbMembership *membership, GError **error)
{
  for (guint i = 0; i < membership->keys->len; i++)
    {
      gint64 key = g_array_index (membership->keys, gint64, i);
      gint64 n = 0;

      if (gs_db_get_int (db, &n, error, "SELECT count(*) FROM (SELECT 1 FROM standpoint_key WHERE key = ? LIMIT ?)",
                         "ii", key, (gint64) HOT + 1)
          == GS_DB_STEP_FAILED)
        return FALSE;
      if (n > HOT && key != membership->question)
        return gs_db_run (db, error, "DELETE FROM question_quiet", "");
      if (!gs_db_run (db, error,
                      "DELETE FROM question_quiet WHERE question = ?1 OR (?2 <> ?1 AND question IN "
                      "(SELECT question FROM standpoint_key WHERE key = ?2))",
                      "ii", membership->question, key))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_standpoint (GsDbConnection *db, const GsDbMembership *membership, gint64 *id, GError **error)
{
  if (!gs_db_run (db, error, "INSERT INTO standpoint (hash, account, n) VALUES (?, ?, 0)", "it", membership->hash,
                  membership->account))
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

  if (!gs_db_run (db, error, "UPDATE standpoint SET n = n - 1 WHERE id = ?", "i", standpoint)
      || gs_db_get_int (db, &n, error, "SELECT n FROM standpoint WHERE id = ?", "i", standpoint) == GS_DB_STEP_FAILED)
    return FALSE;

  return n > 0
         || (gs_db_run (db, error, "DELETE FROM standpoint_key WHERE standpoint = ?", "i", standpoint)
             && gs_db_run (db, error, "DELETE FROM standpoint WHERE id = ?", "i", standpoint));
}

static gboolean
join (GsDbConnection *db, const GsDbMembership *membership, gint64 standpoint, GError **error)
{
  return gs_db_run (db, error, "UPDATE standpoint SET n = n + 1 WHERE id = ?", "i", standpoint)
         && gs_db_run (db, error,
                       "INSERT INTO claim_standpoint VALUES (?, ?) ON CONFLICT DO UPDATE SET standpoint = "
                       "excluded.standpoint",
                       "ii", membership->claim, standpoint)
         && wake_questions (db, membership, error);
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
      && gs_db_get_int (db, &now, error, "SELECT id FROM standpoint WHERE hash = ? AND account = ?", "it",
                        membership->hash, membership->account)
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
  else if (before != now ? !join (db, membership, now, error) : !wake_questions (db, membership, error))
    return FALSE;

  return gs_db_run (db, error, "DELETE FROM claim_due WHERE claim = ?", "i", membership->claim);
}

/**
 * gs_db_standpoints_save:
 * @db: a connection, no action open
 * @memberships: (element-type GsDbMembership): what the claims say now
 * @error: why nothing was saved
 *
 * One transaction.
 *
 * Returns: whether the claims have their standpoints, and are no longer due
 */
gboolean
gs_db_standpoints_save (GsDbConnection *db, const GPtrArray *memberships, GError **error)
{
  /* What a power cut takes away is due again, so nobody waits for the disk. */
  gboolean ok = gs_db_exec (db, "PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE", error);

  for (guint i = 0; ok && i < memberships->len; i++)
    ok = save_membership (db, memberships->pdata[i], error);
  ok = ok && gs_db_exec (db, "COMMIT", error);
  if (!ok && !sqlite3_get_autocommit (db->handle))
    gs_db_exec (db, "ROLLBACK", NULL);
  gs_db_exec (db, "PRAGMA synchronous = FULL", NULL);

  return ok;
}

/* Reading ---------------------------------------------------------------------------- */

/**
 * gs_db_standpoints_by_key:
 * @db: a connection
 * @key: a key
 * @except: key of a question whose standpoints are left out, 0 for none
 * @limit: how many at most
 * @error: why they could not be read
 *
 * Returns: (transfer full) (element-type GsDbStandpoint): by question and row number;
 *   claims that are due are left out
 */
GPtrArray *
gs_db_standpoints_by_key (GsDbConnection *db, gint64 key, gint64 except, guint limit, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_db_standpoint_free);
  gint64 due = 0;
  g_autoptr (GsDbStatement) statement = NULL;
  GsDbStep step = GS_DB_STEP_FAILED;

  if (gs_db_get_int (db, &due, error, "SELECT EXISTS (SELECT 1 FROM claim_due)", "") == GS_DB_STEP_FAILED)
    return NULL;

  statement = gs_db_query (db, error,
                           due ? "SELECT s.id, " MEMBERS_NOT_DUE ", s.account FROM standpoint_key AS k JOIN standpoint "
                                 "AS s ON s.id = k.standpoint WHERE k.key = ? AND k.question <> ? LIMIT ?"
                               : "SELECT s.id, s.n, s.account FROM standpoint_key AS k JOIN standpoint AS s "
                                 "ON s.id = k.standpoint WHERE k.key = ? AND k.question <> ? LIMIT ?",
                           "iii", key, except, (gint64) limit);
  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      GsDbStandpoint *one;

      if (gs_db_column_int (statement, 1) <= 0)
        continue;
      one = g_new0 (GsDbStandpoint, 1);
      one->id = gs_db_column_int (statement, 0);
      one->n = gs_db_column_int (statement, 1);
      one->account = gs_db_column_dup (statement, 2);
      g_ptr_array_add (found, one);
    }

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&found) : NULL;
}

/**
 * gs_db_standpoint_claims:
 * @db: a connection
 * @standpoint: row number
 * @limit: how many at most
 * @error: why they could not be read
 *
 * Returns: (transfer full) (element-type utf8): UUIDs of the claims that take it, those that
 *   are due left out
 */
GPtrArray *
gs_db_standpoint_claims (GsDbConnection *db, gint64 standpoint, guint limit, GError **error)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GsDbStatement) statement =
    gs_db_query (db, error,
                 "SELECT c.uuid FROM claim_standpoint AS m JOIN claim AS c ON c.id = m.claim WHERE m.standpoint = ? "
                 "AND m.claim NOT IN (SELECT claim FROM claim_due) ORDER BY m.claim LIMIT ?",
                 "ii", standpoint, (gint64) limit);
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    g_ptr_array_add (claims, gs_db_column_dup (statement, 0));

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&claims) : NULL;
}

/**
 * gs_db_question_hush:
 * @db: a connection
 * @question: key of a question
 * @error: why it could not be noted
 *
 * Notes that the question has no conflict, until something changes. Does nothing
 * where nothing can be saved now.
 *
 * Returns: %FALSE with @error
 */
gboolean
gs_db_question_hush (GsDbConnection *db, gint64 question, GError **error)
{
  return !gs_db_standpoints_can_save (db)
         || gs_db_run (db, error, "INSERT INTO question_quiet VALUES (?) ON CONFLICT DO NOTHING", "i", question);
}

/**
 * gs_db_question_is_quiet:
 * @db: a connection
 * @question: key of a question
 *
 * Returns: whether the question is known to have no conflict
 */
gboolean
gs_db_question_is_quiet (GsDbConnection *db, gint64 question)
{
  gint64 quiet = 0;

  return gs_db_get_int (db, &quiet, NULL,
                        "SELECT NOT EXISTS (SELECT 1 FROM claim_due) AND EXISTS (SELECT 1 FROM question_quiet "
                        "WHERE question = ?)",
                        "i", question)
           == GS_DB_STEP_ROW
         && quiet != 0;
}
