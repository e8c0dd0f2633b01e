/* gs-origins-view.h: from how many independent origins the claims on a question come.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_ORIGINS_VIEW (gs_origins_view_get_type ())
G_DECLARE_FINAL_TYPE (GsOriginsView, gs_origins_view, GS, ORIGINS_VIEW, GtkWidget)

/* @workspace: (nullable) */
void     gs_origins_view_set_workspace (GsOriginsView *self,
                                        GsWorkspace   *workspace);
/* @question: (nullable): UUID. Returns at once; it is read aside. */
void     gs_origins_view_show          (GsOriginsView *self,
                                        const char    *question);
gboolean gs_origins_view_is_settled    (GsOriginsView *self);

G_END_DECLS
