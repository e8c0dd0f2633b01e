/* gs-slot-editor.h: who did what to whom, where: the slots of a claim.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_SLOT_EDITOR (gs_slot_editor_get_type ())
G_DECLARE_FINAL_TYPE (GsSlotEditor, gs_slot_editor, GS, SLOT_EDITOR, GtkWidget)

/* Signal "changed": by the analyst. */

/* @workspace: (nullable): whose entities the entries suggest. */
void       gs_slot_editor_set_workspace (GsSlotEditor    *self,
                                         GsWorkspace     *workspace);
/* @slots: (nullable) (element-type GsSlotRecord): copied. */
void       gs_slot_editor_set_slots     (GsSlotEditor    *self,
                                         const GPtrArray *slots);
/* (transfer full) (element-type GsSlotRecord): those with a name and an entity. */
GPtrArray *gs_slot_editor_get_slots     (GsSlotEditor    *self);

G_END_DECLS
