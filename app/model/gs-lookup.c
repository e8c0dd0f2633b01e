/* gs-lookup.c: what is looked up on the way, and could not be read.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-lookup.h"

/**
 * gs_lookup_record:
 * @workspace: a #GsWorkspace
 * @type: a record type
 * @uuid: UUID
 * @failure: (inout): the first failure
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): the record; %NULL where there is none, and where it
 *   could not be read, which @failure then tells
 */
gpointer
gs_lookup_record (GsWorkspace *workspace, const GsRecordType *type, const char *uuid, GError **failure)
{
  GError *error = NULL;
  gpointer record = gs_workspace_load (workspace, type, uuid, &error);

  gs_lookup_keep (failure, error);

  return record;
}

/**
 * gs_lookup_keep:
 * @failure: (inout): the first failure
 * @error: (nullable) (transfer full): what has happened now; GS_ERROR_NOT_FOUND is no failure
 *
 * Keeps the first.
 */
void
gs_lookup_keep (GError **failure, GError *error)
{
  if (error == NULL || *failure != NULL || g_error_matches (error, GS_ERROR, GS_ERROR_NOT_FOUND))
    g_clear_error (&error);
  else
    *failure = error;
}

/**
 * gs_lookup_check:
 * @failure: (nullable): the first failure
 * @error: a copy of it
 *
 * Returns: whether everything that was asked for could be read
 */
gboolean
gs_lookup_check (const GError *failure, GError **error)
{
  if (failure != NULL && error != NULL)
    *error = g_error_copy (failure);

  return failure == NULL;
}
