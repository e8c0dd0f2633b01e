/* gs-merge-dialog.h: the workspace of another analyst, looked at and taken in.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_MERGE_DIALOG (gs_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GsMergeDialog, gs_merge_dialog, GS, MERGE_DIALOG, AdwWindow)

/* @path: the other workspace. Compares at once; nothing changes before Merge. */
GtkWidget *gs_merge_dialog_new (GtkWindow   *parent,
                                GsWorkspace *workspace,
                                const char  *path);

G_END_DECLS
