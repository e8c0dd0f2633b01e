/* gs-sources-page.h: whoever speaks: a list, and the page of one of them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-folding-page.h"
#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_SOURCES_PAGE (gs_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (GsSourcesPage, gs_sources_page, GS, SOURCES_PAGE, GsFoldingPage)

/* Signal "open-claim" (char *article, char *claim): the analyst wants to see
 * it in its article. */

/* @workspace: (nullable) */
void     gs_sources_page_set_workspace (GsSourcesPage *self,
                                        GsWorkspace   *workspace);
void     gs_sources_page_show_source   (GsSourcesPage *self,
                                        const char    *source);
/* @view: "source", "relays" or "origins" */
void     gs_sources_page_show_view     (GsSourcesPage *self,
                                        const char    *view);
/* The origins of what is said on a question. */
void     gs_sources_page_show_origins  (GsSourcesPage *self,
                                        const char    *question);
gboolean gs_sources_page_is_settled    (GsSourcesPage *self);

G_END_DECLS
