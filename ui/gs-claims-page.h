/* gs-claims-page.h: the table of all claims.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_CLAIMS_PAGE (gs_claims_page_get_type ())
G_DECLARE_FINAL_TYPE (GsClaimsPage, gs_claims_page, GS, CLAIMS_PAGE, GtkWidget)

/* Signal "open-claim" (char *article, char *claim): the analyst wants to see
 * it in its article. */

GtkWidget     *gs_claims_page_new           (void);
/* @workspace: (nullable) */
void           gs_claims_page_set_workspace (GsClaimsPage *self,
                                             GsWorkspace  *workspace);
/* Shows the claims on a question, of a source; either may be NULL. */
void           gs_claims_page_show_claims   (GsClaimsPage *self,
                                             const char   *question,
                                             const char   *source);
/* Whether there is little room. */
void           gs_claims_page_set_folded    (GsClaimsPage *self,
                                             gboolean      folded);
/* Shows the claims with a tag. */
void           gs_claims_page_show_tag      (GsClaimsPage *self,
                                             const char   *tag);
void           gs_claims_page_focus_filter  (GsClaimsPage *self);
gboolean       gs_claims_page_is_settled    (GsClaimsPage *self);
/* (transfer none) (nullable): the table and its rows, to look at from outside. */
GtkColumnView *gs_claims_page_get_view      (GsClaimsPage *self);

G_END_DECLS
