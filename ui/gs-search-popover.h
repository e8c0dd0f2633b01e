/* gs-search-popover.h: search through all articles and claims.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_SEARCH_POPOVER (gs_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (GsSearchPopover, gs_search_popover, GS, SEARCH_POPOVER, GtkPopover)

/* Signal "hit-chosen" (char *article, char *claim): claim is NULL for a hit in
 * an article. */

/* @workspace: (nullable) */
void gs_search_popover_set_workspace (GsSearchPopover *self,
                                      GsWorkspace     *workspace);

G_END_DECLS
