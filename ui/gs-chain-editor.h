/* gs-chain-editor.h: who says it, through whom, as an ordered list of names.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_CHAIN_EDITOR (gs_chain_editor_get_type ())
G_DECLARE_FINAL_TYPE (GsChainEditor, gs_chain_editor, GS, CHAIN_EDITOR, GtkWidget)

/* Signal "changed": by the analyst. */

void       gs_chain_editor_set_workspace (GsChainEditor      *self,
                                          GsWorkspace        *workspace);
/* Outermost (who published it) first. */
void       gs_chain_editor_set_names     (GsChainEditor      *self,
                                          const char * const *names);
/* (transfer full) (element-type utf8): without empty ones. */
GPtrArray *gs_chain_editor_get_names     (GsChainEditor      *self);

G_END_DECLS
