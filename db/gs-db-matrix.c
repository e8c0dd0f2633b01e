/* gs-db-matrix.c: who answers which question, and how.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-listings.h"

#include "gs-db-records-private.h"

/* Claims by their innermost source: that is who answers, the others pass it on. */
#define SQL                                                                      \
  "SELECT s.uuid, s.name, sum (c.stance = 'asserts'), sum (c.stance = 'denies')" \
  " FROM claim c JOIN claim_hop h ON h.claim = c.id"                             \
  "  AND h.ordinal = (SELECT max (ordinal) FROM claim_hop WHERE claim = c.id)"   \
  " JOIN source s ON s.id = h.source"                                            \
  " WHERE c.question = (SELECT id FROM question WHERE uuid = ?)"                 \
  " GROUP BY s.id ORDER BY count (*) DESC, s.name"

static void
cell_free (gpointer data)
{
  GsMatrixCell *cell = data;

  g_free (cell->question);
  g_free (cell->source);
  g_free (cell->source_name);
  g_free (cell);
}

/**
 * gs_db_question_answers:
 * @db: a connection
 * @question: UUID
 * @cells: (element-type GsMatrixCell): gets one for each source that answers, the most
 *   talkative first; made by gs_db_matrix_new()
 * @error: why it could not be read
 *
 * Returns: whether it could be read
 */
gboolean
gs_db_question_answers (GsDbConnection *db, const char *question, GPtrArray *cells, GError **error)
{
  g_autoptr (GsDbStatement) statement = NULL;
  GsDbStep step;

  g_return_val_if_fail (db != NULL && question != NULL && cells != NULL, FALSE);

  statement = gs_db_query (db, error, SQL, "t", question);
  if (statement == NULL)
    return FALSE;

  while ((step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      GsMatrixCell *cell = g_new0 (GsMatrixCell, 1);

      cell->question = g_strdup (question);
      cell->source = gs_db_column_dup (statement, 0);
      cell->source_name = gs_db_column_dup (statement, 1);
      cell->asserted = gs_db_column_int (statement, 2);
      cell->denied = gs_db_column_int (statement, 3);
      g_ptr_array_add (cells, cell);
    }

  return step == GS_DB_STEP_DONE;
}

/**
 * gs_db_matrix_new:
 *
 * Returns: (transfer full) (element-type GsMatrixCell): an empty array that owns its cells
 */
GPtrArray *
gs_db_matrix_new (void)
{
  return g_ptr_array_new_with_free_func (cell_free);
}
