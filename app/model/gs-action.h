/* gs-action.h: what the analyst does, as a value.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An action is a list of records to save, to replace and to delete, with a label.
 * gs_workspace_perform() carries it out as one transaction and one step of
 * the history; all or nothing.
 */

#pragma once

#include "gs-records.h"

G_BEGIN_DECLS

typedef struct _GsAction GsAction;

/* @label: what the history and the undo button say, already translated. */
GsAction   *gs_action_new       (const char         *label);
GsAction   *gs_action_ref       (GsAction           *self);
void        gs_action_unref     (GsAction           *self);
const char *gs_action_get_label (GsAction           *self);
gboolean    gs_action_is_empty  (GsAction           *self);

/* @record: (transfer none), copied. A record without UUID gets one; created,
 * modified, author and modified_by are stamped when the action is performed
 * (unless gs_action_keep_stamps() was called: imports of reports).
 * Returns: (transfer none): the record's UUID. */
const char *gs_action_save      (GsAction           *self,
                                 const GsRecordType *type,
                                 gconstpointer       record);
void        gs_action_delete    (GsAction           *self,
                                 const GsRecordType *type,
                                 const char         *uuid);
/* Whatever refers to the record @uuid refers to @into from now on. Both
 * records stay: the action saves and deletes them as it wants to. */
void        gs_action_replace   (GsAction           *self,
                                 const GsRecordType *type,
                                 const char         *uuid,
                                 const char         *into);
void        gs_action_keep_stamps (GsAction         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsAction, gs_action_unref)

G_END_DECLS
