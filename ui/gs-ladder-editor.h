/* gs-ladder-editor.h: the stages of a question, lowest first.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GS_TYPE_LADDER_EDITOR (gs_ladder_editor_get_type ())
G_DECLARE_FINAL_TYPE (GsLadderEditor, gs_ladder_editor, GS, LADDER_EDITOR, GtkWidget)

/* Signal "changed": by the analyst. */

GtkWidget *gs_ladder_editor_new        (void);
/* @stages: (nullable) (element-type utf8): lowest first; copied. */
void       gs_ladder_editor_set_stages (GsLadderEditor  *self,
                                        const GPtrArray *stages);
/* (transfer full) (element-type utf8): without empty ones. */
GPtrArray *gs_ladder_editor_get_stages (GsLadderEditor  *self);
/* Puts the stage at @from where that at @to is. */
void       gs_ladder_editor_move       (GsLadderEditor  *self,
                                        guint            from,
                                        guint            to);

G_END_DECLS
