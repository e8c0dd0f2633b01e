/* gs-similar-bar.h: is the article that is being read a copy or translation?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows itself when another article is found to be alike and nobody has
 * decided on it; asks, and says what was found.
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_SIMILAR_BAR (gs_similar_bar_get_type ())
G_DECLARE_FINAL_TYPE (GsSimilarBar, gs_similar_bar, GS, SIMILAR_BAR, GtkWidget)

/* Signal "show-article" (char *article): the analyst wants to see the other one. */

void gs_similar_bar_show (GsSimilarBar *self,
                          GsWorkspace  *workspace,
                          const char   *article);

G_END_DECLS
