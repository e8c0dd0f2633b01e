/* gs-conflicts-page.h: the board of questions on which accounts oppose each other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-folding-page.h"
#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_CONFLICTS_PAGE (gs_conflicts_page_get_type ())
G_DECLARE_FINAL_TYPE (GsConflictsPage, gs_conflicts_page, GS, CONFLICTS_PAGE, GsFoldingPage)

/* Signal "compare" (char *question, char *link): the analyst wants that pair
 * side by side; link is NULL for the first undecided one.
 * Signal "open-claim" (char *article, char *claim): wants to see it in its text. */

GtkWidget  *gs_conflicts_page_new           (void);
/* @workspace: (nullable) */
void        gs_conflicts_page_set_workspace (GsConflictsPage *self,
                                             GsWorkspace     *workspace);
gboolean    gs_conflicts_page_is_settled    (GsConflictsPage *self);
/* (nullable) (transfer none): UUID of the question shown on the right. */
const char *gs_conflicts_page_get_question  (GsConflictsPage *self);

G_END_DECLS
