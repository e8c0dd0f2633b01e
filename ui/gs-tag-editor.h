/* gs-tag-editor.h: the tags of a claim as chips, and an entry for more.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_TAG_EDITOR (gs_tag_editor_get_type ())
G_DECLARE_FINAL_TYPE (GsTagEditor, gs_tag_editor, GS, TAG_EDITOR, GtkWidget)

/* Signal "changed": by the analyst. */

void       gs_tag_editor_set_workspace (GsTagEditor        *self,
                                        GsWorkspace        *workspace);
/* Paths: "object/drone". */
void       gs_tag_editor_set_paths     (GsTagEditor        *self,
                                        const char * const *paths);
/* (transfer full) (element-type utf8): with what stands in the entry. */
GPtrArray *gs_tag_editor_get_paths     (GsTagEditor        *self);
/* Reads anew which tags were used lately. */
void       gs_tag_editor_read_recent   (GsTagEditor        *self);
void       gs_tag_editor_focus         (GsTagEditor        *self);

G_END_DECLS
