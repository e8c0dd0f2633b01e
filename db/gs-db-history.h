/* gs-db-history.h: actions, undo and redo.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every change to a workspace is an action: one transaction, recorded by
 * SQLite's session extension as a changeset with label, instant and
 * annotator. Undo applies the inverse of the last action that stands, redo
 * applies the first undone one again; a new action drops what was undone.
 * The table of actions is the audit trail, so undone and dropped actions stay
 * in it, marked.
 */

#pragma once

#include "gs-db-connection.h"

G_BEGIN_DECLS

/* Begins the transaction. A non-zero @group appends to the action of that
 * number: a bulk import commits in batches and is undone as one. Where another
 * action has come in between, a new one begins. @annotator: UUID or name. */
gboolean gs_db_action_begin    (GsDbConnection  *db,
                                const char      *label,
                                const char      *annotator,
                                gint64           group,
                                GError         **error);

/* Writes down what was done so far, to go on with little memory. */
gboolean gs_db_action_cut      (GsDbConnection  *db,
                                GError         **error);

/* Ends it. @group (out, optional) gets the action's number; an action that
 * changed nothing leaves no trace and gives 0. On failure nothing is changed. */
gboolean gs_db_action_commit   (GsDbConnection  *db,
                                gint64          *group,
                                GError         **error);
void     gs_db_action_rollback (GsDbConnection  *db);
gboolean gs_db_action_is_open  (GsDbConnection  *db);

/* @label (out, optional): what was undone or redone. */
gboolean gs_db_undo            (GsDbConnection  *db,
                                char           **label,
                                GError         **error);
gboolean gs_db_redo            (GsDbConnection  *db,
                                char           **label,
                                GError         **error);

/* Labels of what undo and redo would do, NULL for nothing. */
gboolean gs_db_history_peek    (GsDbConnection  *db,
                                char           **undo_label,
                                char           **redo_label,
                                GError         **error);

/* GsHistoryListing, newest first. */
GPtrArray *gs_db_history_list  (GsDbConnection  *db,
                                guint            limit,
                                GError         **error);

G_END_DECLS
