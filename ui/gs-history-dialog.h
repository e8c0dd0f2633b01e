/* gs-history-dialog.h: what was done in the workspace, by whom and when.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_HISTORY_DIALOG (gs_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GsHistoryDialog, gs_history_dialog, GS, HISTORY_DIALOG, AdwWindow)

GtkWidget  *gs_history_dialog_new       (GtkWindow       *parent,
                                         GsWorkspace     *workspace);
/* (transfer none): GsRow of GsHistoryListing. */
GListModel *gs_history_dialog_get_shown (GsHistoryDialog *self);
void        gs_history_dialog_search    (GsHistoryDialog *self,
                                         const char      *text);
/* Writes what is shown; returns at once. */
void        gs_history_dialog_export    (GsHistoryDialog *self,
                                         const char      *path);

G_END_DECLS
