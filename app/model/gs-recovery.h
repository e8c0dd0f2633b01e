/* gs-recovery.h: a damaged workspace, made into a new one with all that can be read.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The damaged file is only read and stays as it is. What is lost and others
 * refer to gets a stand-in that says so in its note. The new file passes
 * gs_workspace_check().
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

/**
 * GsRecovery:
 * @kinds: (element-type GsRecoveredListing): records by type, then "details", "texts" and "history"
 * @pages: how many pages the file has
 * @bad: how many of them, or of those that should be there, could not be read
 * @unplaced: how many hold rows of which nobody can tell what they are
 * @whole: nothing was lost, cut or changed
 */
typedef struct
{
  GPtrArray *kinds;
  gint64     pages;
  gint64     bad;
  gint64     unplaced;
  gboolean   whole;
} GsRecovery;

/* How far it is, 0 to 1. */
typedef void (*GsRecoveryProgress) (double    fraction,
                                    gpointer  user_data);

/* Blocks. @path may be open elsewhere for reading, but should not be written to.
 * GS_ERROR_EXISTS when there is a file at @into; GS_ERROR_OPEN when nothing of
 * @path can be read. @progress: (nullable), called on the calling thread. */
GsRecovery *gs_recover          (const char           *path,
                                 const char           *into,
                                 GsRecoveryProgress    progress,
                                 gpointer              progress_data,
                                 GCancellable         *cancellable,
                                 GError              **error);
/* The same in a thread; @progress and @callback are called in the caller's main context. */
void        gs_recover_async    (const char           *path,
                                 const char           *into,
                                 GsRecoveryProgress    progress,
                                 gpointer              progress_data,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
GsRecovery *gs_recover_finish   (GAsyncResult         *result,
                                 GError              **error);
void        gs_recovery_free    (GsRecovery           *self);

/* (transfer full) (element-type utf8): what was kept and what was lost, a sentence each, to show. */
GPtrArray  *gs_recovery_describe (const GsRecovery    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsRecovery, gs_recovery_free)

G_END_DECLS
