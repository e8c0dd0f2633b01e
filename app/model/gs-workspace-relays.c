/* gs-workspace-relays.c: who relays whom, from the workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-workspace-private.h"

#include "gs-db-relays.h"

typedef struct
{
  const char *uuid;
  guint limit;
} Query;

static gpointer
relays_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Query *query = data;

  return gs_db_relays (db, query->uuid, query->limit, error);
}

/**
 * gs_workspace_relays:
 * @self: a workspace
 * @question: (nullable): UUID; the whole workspace, when absent
 * @limit: how many at most
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type GsRelay): who relays whom, most claims first, or %NULL with @error
 */
GPtrArray *
gs_workspace_relays (GsWorkspace *self, const char *question, guint limit, GError **error)
{
  Query query = { question, limit };

  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);

  return gs_workspace_run (self, relays_job, &query, error);
}
