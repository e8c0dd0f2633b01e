/* gs-backup-keeper.h: makes backups of a workspace while it is open.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Soon after it was opened, and then every so many minutes in which it has
 * changed; in a thread of its own. On the thread that made it.
 */

#pragma once

#include "gs-backup.h"

G_BEGIN_DECLS

#define GS_TYPE_BACKUP_KEEPER (gs_backup_keeper_get_type ())
G_DECLARE_FINAL_TYPE (GsBackupKeeper, gs_backup_keeper, GS, BACKUP_KEEPER, GObject)

/* Signals: "made" (path: string); "failed" (GError*), once for each reason. */

/* @delay: seconds until the first one; @period: seconds between the others. */
GsBackupKeeper *gs_backup_keeper_new  (GsWorkspace    *workspace,
                                       guint           delay,
                                       guint           period);
/* Makes none any more. */
void            gs_backup_keeper_stop (GsBackupKeeper *self);

G_END_DECLS
