/* gs-source-dialogs.h: who is who: two sources are one, or one is two.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

/* Each asks, beside the window of @widget, and does it as one action that a
 * toast can undo. */
void gs_source_merge_dialog_present (GtkWidget             *widget,
                                     GsWorkspace           *workspace,
                                     const GsSourceRecord  *source);
void gs_source_split_dialog_present (GtkWidget             *widget,
                                     GsWorkspace           *workspace,
                                     const GsSourceRecord  *source);

G_END_DECLS
