/* gs-find-bar.h: finding words in the article that is being read.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-reader-view.h"

G_BEGIN_DECLS

#define GS_TYPE_FIND_BAR (gs_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (GsFindBar, gs_find_bar, GS, FIND_BAR, GtkWidget)

/* @view: (transfer none): outlives the bar or is NULL. */
void gs_find_bar_set_view (GsFindBar    *self,
                           GsReaderView *view);
void gs_find_bar_open     (GsFindBar    *self);
/* Forgets what was found: the view has another text. */
void gs_find_bar_reset    (GsFindBar    *self);

/* Code-point offsets (gint64) at which @needle stands in @text, without
 * regard to case and accents; at most @limit. */
GArray *gs_find_all       (const char   *text,
                           const char   *needle,
                           guint         limit);

G_END_DECLS
