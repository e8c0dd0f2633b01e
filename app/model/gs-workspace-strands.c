/* gs-workspace-strands.c: by which ways accounts came, from the workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-workspace-private.h"

#include "gs-db-strands.h"

static gpointer
question_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_db_strands_on_question (db, data, error);
}

/**
 * gs_workspace_strands_on_question:
 * @self: a workspace
 * @question: UUID
 *
 * Blocks.
 *
 * Returns: (transfer full): the strands of its claims, or %NULL with @error
 */
GsStrands *
gs_workspace_strands_on_question (GsWorkspace *self, const char *question, GError **error)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self) && question != NULL, NULL);

  return gs_workspace_run (self, question_job, (gpointer) question, error);
}

static gpointer
claims_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_db_strands_of_claims (db, data, error);
}

/**
 * gs_workspace_strands_of_claims:
 * @self: a workspace
 * @claims: (element-type utf8): UUIDs
 *
 * Blocks.
 *
 * Returns: (transfer full): their strands, or %NULL with @error
 */
GsStrands *
gs_workspace_strands_of_claims (GsWorkspace *self, const GPtrArray *claims, GError **error)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self) && claims != NULL, NULL);

  return gs_workspace_run (self, claims_job, (gpointer) claims, error);
}
