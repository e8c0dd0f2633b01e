/* gs-history-dialog.h: what was done in the workspace, by whom and when.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

GtkWidget *gs_history_dialog_new (GtkWindow   *parent,
                                  GsWorkspace *workspace);

G_END_DECLS
