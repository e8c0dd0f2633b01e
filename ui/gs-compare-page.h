/* gs-compare-page.h: two claims that oppose each other, side by side.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_COMPARE_PAGE (gs_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (GsComparePage, gs_compare_page, GS, COMPARE_PAGE, GtkWidget)

/* Signals, on the main thread:
 * "open-claim" (char *article, char *claim): the analyst wants to read on;
 * "closed": the analyst is done comparing. */

GtkWidget *gs_compare_page_new           (void);

/* @workspace: (nullable) (transfer none). */
void       gs_compare_page_set_workspace (GsComparePage *self,
                                          GsWorkspace   *workspace);

/* Shows the pairs of a question, strongest first.
 * @question: UUID
 * @link: (nullable): the pair to begin with; NULL for the first undecided */
void       gs_compare_page_show_pair     (GsComparePage *self,
                                          const char    *question,
                                          const char    *link);

G_END_DECLS
