/* gs-timeline-page.h: what is claimed about when.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_TIMELINE_PAGE (gs_timeline_page_get_type ())
G_DECLARE_FINAL_TYPE (GsTimelinePage, gs_timeline_page, GS, TIMELINE_PAGE, GtkWidget)

/* Signal "open-claim" (char *article, char *claim): the analyst wants to see it
 * in its text.
 *
 * Read when it comes into view, and anew when the workspace has changed. */

/* @workspace: (nullable) */
void     gs_timeline_page_set_workspace (GsTimelinePage *self,
                                         GsWorkspace    *workspace);
gboolean gs_timeline_page_is_settled    (GsTimelinePage *self);

G_END_DECLS
