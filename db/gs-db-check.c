/* gs-db-check.c: is everything in the workspace as it should be?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-check.h"

#include "gs-db-private.h"

/* Runs a query each of whose rows is a finding, said in its first column. */
static gboolean
collect (GsDbConnection *db, GPtrArray *findings, const char *sql, GError **error)
{
  g_autoptr (GsDbStatement) statement = gs_db_query (db, error, sql, "");
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    g_ptr_array_add (findings, gs_db_column_dup (statement, 0));

  return step == GS_DB_STEP_DONE;
}

/**
 * gs_db_check:
 * @db: a connection
 *
 * Reads the whole file; can be cancelled.
 *
 * Returns: (transfer full) (element-type utf8): one sentence a finding, or %NULL with @error
 */
GPtrArray *
gs_db_check (GsDbConnection *db, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (db != NULL, NULL);

  if (!collect (db, findings,
                "SELECT 'SQLite: ' || integrity_check || '.' FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
                error))
    return NULL;

  return g_steal_pointer (&findings);
}
