/* gs-backup.h: backups of a workspace: made, kept, listed and restored.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A backup is a whole workspace file, which can be opened like any other. They
 * lie in a folder for each workspace below the user's data, not beside it: a
 * folder that is lost takes the backups beside a workspace along, one that is
 * shared or synchronised fills up with them, and a sandboxed program sees the
 * one file it was given. A backup is found by the place of its workspace, which
 * works where that cannot be read any more, and by its UUID, which works where
 * it was moved.
 *
 * All functions block for as long as reading and writing the file takes, and
 * may be called from any thread but the main one of the window.
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

/**
 * GsBackupPolicy:
 * @folder: (nullable): that holds the backups of all workspaces; %NULL for the usual one
 * @keep_last: how many of the latest are kept; at least 2
 * @keep_days: of how many days the latest one is kept
 * @keep_weeks: of how many weeks the latest one is kept
 * @room: how many bytes the backups of one workspace may take; 0 for any number
 *
 * What is kept. Days and weeks on which no backup was made do not count, so
 * that a workspace which rests for a month keeps what it has.
 */
typedef struct
{
  const char *folder;
  guint       keep_last;
  guint       keep_days;
  guint       keep_weeks;
  gint64      room;
} GsBackupPolicy;

#define GS_BACKUP_POLICY_DEFAULT { NULL, 5, 7, 4, G_GINT64_CONSTANT (10) * 1024 * 1024 * 1024 }

/* What this program keeps from now on; copied. Any thread. */
void       gs_backup_set_policy   (const GsBackupPolicy *policy);
/* (transfer full): where all backups lie. */
char      *gs_backup_get_folder   (void);

/* Makes a backup of the file at @path and takes away those that are no longer
 * kept. Reasons OPENED and TIMED make none where nothing has changed since the
 * last. @made: (out) (optional) (nullable): its path. GS_ERROR_DAMAGED when the
 * workspace is damaged: then no other backup is taken away. */
gboolean   gs_backup_make         (const char           *path,
                                   GsBackupReason        reason,
                                   char                **made,
                                   GCancellable         *cancellable,
                                   GError              **error);
/* (element-type GsBackupListing): newest first; empty when there are none. The
 * file at @path may be damaged or gone. */
GPtrArray *gs_backup_list         (const char           *path,
                                   GError              **error);
/* (transfer full) (nullable): path of the backup that somebody calls @name:
 * that of its file, a path, or "latest". GS_ERROR_NOT_FOUND. */
char      *gs_backup_find         (const char           *path,
                                   const char           *name,
                                   GError              **error);

/* A whole copy of a workspace or of a backup, at a place where nothing is. */
gboolean   gs_backup_copy         (const char           *from,
                                   const char           *to,
                                   GCancellable         *cancellable,
                                   GError              **error);
/* The same of a workspace that is open, also when its file has been moved or
 * deleted. */
gboolean   gs_backup_save_copy    (GsWorkspace          *workspace,
                                   const char           *to,
                                   GCancellable         *cancellable,
                                   GError              **error);
/* Makes the workspace at @path what @backup is, and first a backup of what it
 * was; of a damaged one every byte is put aside. @aside: (out) (optional)
 * (nullable): path of that, NULL when there was nothing at @path. Programs that
 * have the workspace open see it change. */
gboolean   gs_backup_restore      (const char           *backup,
                                   const char           *path,
                                   char                **aside,
                                   GCancellable         *cancellable,
                                   GError              **error);

G_END_DECLS
