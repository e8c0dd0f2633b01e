/* gs-db-board.c: what is known of the conflicts, question by question.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-board.h"

#include "gs-db-private.h"
#include "gs-db-standpoints.h"

/**
 * gs_db_look_free:
 * @self: (transfer full) (nullable): a look
 */
void
gs_db_look_free (GsDbLook *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->told, g_bytes_unref);
  g_free (self);
}

static gboolean
name_all (GsDbConnection *db, GError **error)
{
  return gs_db_standpoints_begin (db, error)
         && gs_db_standpoints_end (db,
                                   gs_db_exec (db,
                                               "INSERT INTO question_due SELECT question FROM question_stat WHERE "
                                               "claims > 0 ON CONFLICT DO NOTHING;"
                                               "DELETE FROM question_due WHERE question = 0",
                                               error),
                                   error);
}

/**
 * gs_db_board_prepare:
 * @db: a connection
 * @trusted: (out): whether a question that is not due is as its look says
 * @error: why it could not be read
 *
 * Returns: %FALSE with @error
 */
gboolean
gs_db_board_prepare (GsDbConnection *db, gboolean *trusted, GError **error)
{
  gint64 all = 0, claims = 0;

  if (gs_db_get_int (db, &all, error, "SELECT EXISTS (SELECT 1 FROM question_due WHERE question = 0)", "")
        == GS_DB_STEP_FAILED
      || gs_db_get_int (db, &claims, error, "SELECT EXISTS (SELECT 1 FROM claim_due)", "") == GS_DB_STEP_FAILED)
    return FALSE;

  /* Another program may hold the file: then all are looked at, and none is kept. */
  if (all && claims == 0 && gs_db_standpoints_can_save (db) && name_all (db, NULL))
    all = FALSE;
  *trusted = !all && claims == 0;

  return TRUE;
}

#define DUE "SELECT question, 1 AS due FROM question_due WHERE question > ?1"
#define SEEN                                                                                                         \
  "SELECT question, 0 FROM question_look WHERE question > ?1 AND cross_language >= ?3 AND "                          \
  "self_contradiction >= ?4 AND undecided >= ?5 AND NOT EXISTS (SELECT 1 FROM question_due AS d WHERE d.question = " \
  "question_look.question)"

/**
 * gs_db_board_rows:
 * @db: a connection
 * @filter: which looks pass
 * @trusted: as gs_db_board_prepare() said
 * @after: row number of the last question that was given, 0 for none
 * @limit: how many at most
 * @error: why they could not be read
 *
 * Returns: (transfer full) (element-type GsDbBoardRow): questions in the order in which they came in
 */
GArray *
gs_db_board_rows (GsDbConnection *db,
                  const GsDbBoardFilter *filter,
                  gboolean trusted,
                  gint64 after,
                  guint limit,
                  GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (GsDbBoardRow));
  g_autoptr (GsDbStatement) statement = NULL;
  GsDbStep step = GS_DB_STEP_FAILED;

  if (trusted)
    statement =
      gs_db_query (db, error, DUE " UNION ALL " SEEN " ORDER BY 1 LIMIT ?2", "iiiii", after, (gint64) limit,
                   (gint64) filter->cross_language, (gint64) filter->self_contradiction, (gint64) filter->undecided);
  else
    statement = gs_db_query (db, error,
                             "SELECT question, 1 FROM question_stat WHERE claims > 0 AND question > ?1 "
                             "ORDER BY 1 LIMIT ?2",
                             "ii", after, (gint64) limit);
  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      GsDbBoardRow row = { gs_db_column_int (statement, 0), gs_db_column_int (statement, 1) != 0 };

      g_array_append_val (rows, row);
    }

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/**
 * gs_db_board_due:
 * @db: a connection
 * @limit: how many at most
 * @error: why they could not be read
 *
 * Returns: (transfer full) (element-type gint64): row numbers of questions that are to be looked at
 */
GArray *
gs_db_board_due (GsDbConnection *db, guint limit, GError **error)
{
  g_autoptr (GsDbStatement) statement =
    gs_db_query (db, error, "SELECT question FROM question_due ORDER BY question LIMIT ?", "i", (gint64) limit);

  return gs_db_statement_ints (statement, limit, error);
}

/**
 * gs_db_board_question:
 * @db: a connection
 * @id: row number of a question
 * @error: why it could not be read
 *
 * Returns: (transfer full) (nullable): its UUID, %NULL without error when there is none
 */
char *
gs_db_board_question (GsDbConnection *db, gint64 id, GError **error)
{
  char *uuid = NULL;

  gs_db_get_text (db, &uuid, error, "SELECT uuid FROM question WHERE id = ?", "i", id);

  return uuid;
}

/**
 * gs_db_board_told:
 * @db: a connection
 * @id: row number of a question
 * @error: why it could not be read
 *
 * Returns: (transfer full) (nullable): what its look tells, %NULL without error when there is none
 */
GBytes *
gs_db_board_told (GsDbConnection *db, gint64 id, GError **error)
{
  g_autoptr (GsDbStatement) statement =
    gs_db_query (db, error, "SELECT told FROM question_look WHERE question = ?", "i", id);

  return statement != NULL && gs_db_statement_step (statement, error) == GS_DB_STEP_ROW
           ? gs_db_column_bytes (statement, 0)
           : NULL;
}

/**
 * gs_db_board_begin:
 * @db: a connection
 *
 * Until gs_db_board_end() one state of the file is read. Looks can be saved
 * unless somebody else has changed it meanwhile, for which nobody waits.
 *
 * Returns: %FALSE where nothing can be saved now, and nothing was begun
 */
gboolean
gs_db_board_begin (GsDbConnection *db)
{
  if (!gs_db_standpoints_can_save (db) || !gs_db_exec (db, "PRAGMA synchronous = NORMAL; BEGIN", NULL))
    return FALSE;
  gs_db_set_patience (db, 0);

  return TRUE;
}

/**
 * gs_db_board_end:
 * @db: a connection, after gs_db_board_begin()
 * @keep: whether the looks that were saved are to stay
 *
 * Returns: whether they do; if not, their questions are still due
 */
gboolean
gs_db_board_end (GsDbConnection *db, gboolean keep)
{
  gboolean kept = gs_db_standpoints_end (db, keep, NULL);

  gs_db_set_patience (db, GS_DB_PATIENCE);

  return kept;
}

/**
 * gs_db_board_save:
 * @db: a connection, between gs_db_board_begin() and its end
 * @look: what was found
 * @error: why it was not saved
 *
 * Returns: whether the look is kept, and its question no longer due
 */
gboolean
gs_db_board_save (GsDbConnection *db, const GsDbLook *look, GError **error)
{
  /* Most questions have no conflict: no row says so as well. */
  if (!look->conflict)
    return gs_db_run (db, error, "DELETE FROM question_look WHERE question = ?", "i", look->question)
           && gs_db_run (db, error, "DELETE FROM question_due WHERE question = ?", "i", look->question);

  return gs_db_run (db, error, "INSERT OR REPLACE INTO question_look VALUES (?, ?, ?, ?, ?)", "iiiib", look->question,
                    (gint64) look->cross_language, (gint64) look->self_contradiction, look->undecided, look->told)
         && gs_db_run (db, error, "DELETE FROM question_due WHERE question = ?", "i", look->question);
}
