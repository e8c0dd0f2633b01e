/* gs-import-bar.h: progress of an import, below the pages.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-importer.h"
#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_IMPORT_BAR (gs_import_bar_get_type ())
G_DECLARE_FINAL_TYPE (GsImportBar, gs_import_bar, GS, IMPORT_BAR, GtkWidget)

/* Signal "finished" (char *article): an import is over; UUID of the first
 * article that it brought or found again, NULL for none. */

/* @workspace: (nullable): cancels what is under way */
void     gs_import_bar_set_workspace (GsImportBar *self,
                                      GsWorkspace *workspace);
/* Imports files and folders, web addresses among them, or text; waits for its turn while another import
 * is under way. @paths: (nullable) (element-type filename); @text, @title:
 * (nullable) */
void     gs_import_bar_import        (GsImportBar *self,
                                      GPtrArray   *paths,
                                      GBytes      *text,
                                      const char  *title);
void     gs_import_bar_cancel        (GsImportBar *self);
gboolean gs_import_bar_is_active     (GsImportBar *self);
/* (transfer none): how far the import under way is, or how the last one ended. */
const GsImportProgress *gs_import_bar_get_progress (GsImportBar *self);
/* A dialog with the files that the last import refused, and why. */
void     gs_import_bar_show_refused  (GsImportBar *self);

G_END_DECLS
