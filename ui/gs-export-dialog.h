/* gs-export-dialog.h: a report of the workspace, or of a part, as a file.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_EXPORT_DIALOG (gs_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GsExportDialog, gs_export_dialog, GS, EXPORT_DIALOG, AdwWindow)

/* Signal "finished" (gboolean written): an export is over; when it was written
 * the dialog closes. */

GtkWidget *gs_export_dialog_new    (GtkWindow      *parent,
                                    GsWorkspace    *workspace);
/* Writes to @path what the dialog says, as its Export button does after the
 * analyst has chosen a file. */
void       gs_export_dialog_export (GsExportDialog *self,
                                    const char     *path);

G_END_DECLS
