/* gs-db-backup.h: whole copies of a workspace, and back again.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A copy is of one state of the file, whoever writes to it meanwhile, and gets
 * its name when it is on the disk and has been read again and found whole.
 * Files are copied whatever version of the schema they have, so that one can be
 * made before a migration. All block, for as long as copying takes.
 */

#pragma once

#include <gio/gio.h>

#include "gs-db-connection.h"

G_BEGIN_DECLS

/**
 * GsDbState:
 * @uuid: (nullable): of the workspace
 * @title: (nullable): as it was given
 * @version: of the schema; @newest: the one this program makes
 * @articles: how many
 * @claims: how many
 * @steps: number of the latest step of the history
 * @at: (nullable): when that was done
 * @redoable: how many parts of steps can be done again
 *
 * What a workspace file is like. While the last three are the same, and the
 * file is, the analyst has changed nothing in it.
 */
typedef struct
{
  char   *uuid;
  char   *title;
  gint64  version;
  gint64  newest;
  gint64  articles;
  gint64  claims;
  gint64  steps;
  char   *at;
  gint64  redoable;
} GsDbState;

void      gs_db_state_clear   (GsDbState        *self);
gboolean  gs_db_state_equal   (const GsDbState  *a,
                               const GsDbState  *b);

/* Looks at a file without bringing it up to date. @alone: nobody else has it
 * open, as with a backup: then nothing is laid beside it. */
gboolean  gs_db_state_read    (const char       *path,
                               gboolean          alone,
                               GsDbState        *state,
                               GError          **error);

/* Whether opening @path for writing would bring it up to date. Looks at the
 * first bytes only; FALSE also for what cannot be opened. */
gboolean  gs_db_file_is_older (const char       *path);

gboolean  gs_db_backup_make   (const char       *from,
                               const char       *to,
                               GCancellable     *cancellable,
                               GError          **error);
/* The same of what is open, also where the file has been moved or deleted. */
gboolean  gs_db_backup_copy (GsDbConnection   *db,
                               const char       *to,
                               GCancellable     *cancellable,
                               GError          **error);
/* Whether @path is a whole workspace file that nobody else has open. */
gboolean  gs_db_backup_verify (const char       *path,
                               GCancellable     *cancellable,
                               GError          **error);

/* Makes the workspace at @path what @backup is, as one transaction: programs
 * that have it open see it change. GS_DB_ERROR_CORRUPT or _NOT_WORKSPACE when
 * it is too damaged for that; then gs_db_backup_replace() helps. */
gboolean  gs_db_backup_restore (const char      *backup,
                                const char      *path,
                                GCancellable    *cancellable,
                                GError         **error);
/* Puts a copy of @backup in the place of whatever file is at @path. Nobody may
 * have that open. */
gboolean  gs_db_backup_replace (const char      *backup,
                                const char      *path,
                                GCancellable    *cancellable,
                                GError         **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GsDbState, gs_db_state_clear)

G_END_DECLS
