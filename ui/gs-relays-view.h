/* gs-relays-view.h: who relays whom, as a graph or as a list.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_RELAYS_VIEW (gs_relays_view_get_type ())
G_DECLARE_FINAL_TYPE (GsRelaysView, gs_relays_view, GS, RELAYS_VIEW, GtkWidget)

/* Signal "source-chosen" (char *source). */

/* @workspace: (nullable) */
void     gs_relays_view_set_workspace (GsRelaysView *self,
                                       GsWorkspace  *workspace);
/* Marks a source. @source: (nullable) */
void     gs_relays_view_choose        (GsRelaysView *self,
                                       const char   *source);
gboolean gs_relays_view_is_settled    (GsRelaysView *self);

G_END_DECLS
