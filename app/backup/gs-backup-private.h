/* gs-backup-private.h: what the parts of the backups share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-backup.h"
#include "gs-db-backup.h"

G_BEGIN_DECLS

/* gs-backup-files.c: where backups lie and what they are called. */
typedef struct
{
  char  *path;
  char  *at;     /* instant, as in the name */
  int    reason;
  gint64 size;
  gboolean elsewhere;
} GsBackupFile;

void       gs_backup_file_free      (GsBackupFile     *self);
/* (transfer full): the folder for the workspace at @path, made if need be. */
char      *gs_backup_files_folder   (const char       *path,
                                     const GsDbState  *state,
                                     GError          **error);
/* (transfer full): a path in @folder for a backup made now. */
char      *gs_backup_files_name     (const char       *folder,
                                     const char       *reason,
                                     const char       *extension);
/* (element-type GsBackupFile): in @folder, newest first. */
GPtrArray *gs_backup_files_in       (const char       *folder);
/* The same of all folders that hold backups of the workspace at @path.
 * @uuid: (nullable): of that, where it can be read. */
GPtrArray *gs_backup_files_of       (const char       *path,
                                     const char       *uuid,
                                     GError          **error);
/* Takes away what a program that was killed has left. */
void       gs_backup_files_tidy     (const char       *folder);

/* gs-backup-rotation.c: @keep gets, for each of @files, newest first, whether
 * it is kept (gboolean). */
void       gs_backup_rotate         (const GPtrArray      *files,
                                     const GsBackupPolicy *policy,
                                     gboolean             *keep);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsBackupFile, gs_backup_file_free)

G_END_DECLS
