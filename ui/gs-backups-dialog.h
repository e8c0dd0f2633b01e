/* gs-backups-dialog.h: the backups of a workspace, to make and to restore.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "gs-listings.h"

G_BEGIN_DECLS

#define GS_TYPE_BACKUPS_DIALOG (gs_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GsBackupsDialog, gs_backups_dialog, GS, BACKUPS_DIALOG, AdwWindow)

/* Signals: "restore" (name of a backup: string), when the workspace is to become
 * what that is; the dialog is gone then. "copied" (path of a workspace: string),
 * when one was made of a backup. */

/* @path: where the workspace is or was, in the encoding of file names. */
GtkWidget *gs_backups_dialog_new     (GtkWindow       *parent,
                                      const char      *path);
/* Whether the list has been read. */
gboolean   gs_backups_dialog_is_settled (GsBackupsDialog *self);

G_END_DECLS
