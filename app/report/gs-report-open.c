/* gs-report-open.c: a workspace to write a report of.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflicts.h"
#include "gs-report-private.h"

/* What a connection for reading finds due it works out for every question anew,
 * as it can keep nothing. A file that cannot be written is read all the same. */
static void
bring_up_to_date (const char *path, GCancellable *cancellable)
{
  g_autoptr (GsWorkspace) workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, NULL);

  if (workspace != NULL)
    gs_conflicts_update (workspace, cancellable, NULL);
}

/**
 * gs_report_open:
 * @path: a workspace file
 * @weighs: whether the report tells which accounts oppose each other
 * @cancellable: (nullable): not to wait for that any longer; the workspace is opened even so
 * @error: %GS_ERROR_OPEN
 *
 * Blocks, with @weighs for as long as there are claims that have changed since anybody
 * looked for contradictions.
 *
 * Returns: (transfer full) (nullable): a connection of its own, for reading
 */
GsWorkspace *
gs_report_open (const char *path, gboolean weighs, GCancellable *cancellable, GError **error)
{
  if (weighs)
    bring_up_to_date (path, cancellable);

  return gs_workspace_open (path, GS_OPEN_READ_ONLY, error);
}
