/* gs-tags-dialog.h: the tags of the workspace and their colours.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_TAGS_DIALOG (gs_tags_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GsTagsDialog, gs_tags_dialog, GS, TAGS_DIALOG, AdwWindow)

/* Signal "show-claims" (char *tag): UUID of the tag whose claims are wanted. */

GtkWidget *gs_tags_dialog_new (GtkWindow   *parent,
                               GsWorkspace *workspace);

G_END_DECLS
