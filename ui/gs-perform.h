/* gs-perform.h: carrying out an action without waiting for it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

/* @action: (transfer full). @message: (nullable): what was done, shown with an
 * Undo button; a failure is shown in any case. */
void gs_perform       (GtkWidget      *widget,
                       GsWorkspace    *workspace,
                       GsAction       *action,
                       const char     *message);
void gs_perform_built (GtkWidget      *widget,
                       GsWorkspace    *workspace,
                       GsActionFunc    func,
                       gpointer        data,
                       GDestroyNotify  data_free,
                       const char     *message);

G_END_DECLS
