/* gs-picker.h: a button that chooses a tag, a source, a question or an article, or any.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_PICKER (gs_picker_get_type ())
G_DECLARE_FINAL_TYPE (GsPicker, gs_picker, GS, PICKER, GtkWidget)

/* Properties: "kind" (string, construct only: "tag", "source", "question", "article" or
 * "party", a source, or none),
 * "uuid" (string, NULL for any; notified when the analyst chooses). */

GtkWidget  *gs_picker_new           (const char  *kind);
/* @workspace: (nullable) */
void        gs_picker_set_workspace (GsPicker    *self,
                                     GsWorkspace *workspace);
const char *gs_picker_get_uuid      (GsPicker    *self);
void        gs_picker_set_uuid      (GsPicker    *self,
                                     const char  *uuid);

G_END_DECLS
