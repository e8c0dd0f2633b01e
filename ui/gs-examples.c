/* gs-examples.c: what of a workspace shows best what a page is for.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-examples.h"

#include "gs-conflicts.h"

/**
 * gs_examples_find_question:
 * @workspace: a workspace
 * @data: ignored
 * @cancellable: ignored
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): UUID of the question that stands first on the board
 */
gpointer
gs_examples_find_question (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) conflicts = gs_conflicts_list (workspace, NULL, 0, 1, error);

  return conflicts != NULL && conflicts->len > 0
           ? g_strdup (((GsConflict *) g_ptr_array_index (conflicts, 0))->question)
           : NULL;
}

static gboolean
note_claim_cb (const GsRecordType *type, gpointer record, gpointer user_data, GError **error)
{
  const GsClaimRecord *claim = record;
  char ***found = user_data;

  if (*found == NULL && claim->hops->len > 1)
    {
      *found = g_new0 (char *, 3);
      (*found)[0] = g_strdup (claim->article);
      (*found)[1] = g_strdup (claim->uuid);
    }

  return TRUE;
}

/**
 * gs_examples_find_claim:
 * @workspace: a workspace
 * @data: ignored
 * @cancellable: ignored
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): UUIDs of the article and of
 *   the first claim with a chain of sources
 */
gpointer
gs_examples_find_claim (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  char **found = NULL;

  gs_workspace_each (workspace, &gs_claim_type, note_claim_cb, &found, error);

  return found;
}
