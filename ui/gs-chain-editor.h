/* gs-chain-editor.h: who says it, through whom, as an ordered list of sources.
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
/* @hops: (nullable) (element-type GsHopRecord): how each speaks; copied. */
void       gs_chain_editor_set_hops      (GsChainEditor      *self,
                                          const char * const *names,
                                          const GPtrArray    *hops);
/* Adds one at the inner end, where an empty entry waits for it. */
void       gs_chain_editor_add           (GsChainEditor      *self,
                                          const char         *name,
                                          const GsHopRecord  *hop);
/* Takes the one of that name away; FALSE when there is none. */
gboolean   gs_chain_editor_remove        (GsChainEditor      *self,
                                          const char         *name);
/* (transfer full) (element-type utf8): without empty ones. */
GPtrArray *gs_chain_editor_get_names     (GsChainEditor      *self);
/* (transfer full) (element-type GsHopRecord): one for each name. */
GPtrArray *gs_chain_editor_get_hops      (GsChainEditor      *self);
/* Reads anew which sources were used lately. */
void       gs_chain_editor_read_recent   (GsChainEditor      *self);

G_END_DECLS
