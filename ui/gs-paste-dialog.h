/* gs-paste-dialog.h: an article pasted as text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GS_TYPE_PASTE_DIALOG (gs_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GsPasteDialog, gs_paste_dialog, GS, PASTE_DIALOG, AdwWindow)

/* Signal "pasted" (char *text, char *title): title is NULL when none was
 * given. The dialog closes afterwards. */

GtkWidget *gs_paste_dialog_new (GtkWindow *parent);

G_END_DECLS
