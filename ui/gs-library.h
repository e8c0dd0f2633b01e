/* gs-library.h: the list of articles.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_LIBRARY (gs_library_get_type ())
G_DECLARE_FINAL_TYPE (GsLibrary, gs_library, GS, LIBRARY, GtkWidget)

/* Signal "article-chosen" (char *article, gboolean activated): the analyst
 * moved to an article, or asked for it by Enter or a click. */

GtkWidget *gs_library_new            (void);
/* @workspace: (nullable) */
void       gs_library_set_workspace  (GsLibrary   *self,
                                      GsWorkspace *workspace);
/* Selects the row without choosing it. @article: (nullable) */
void       gs_library_select         (GsLibrary   *self,
                                      const char  *article);
/* Chooses the first article as soon as the list is there, unless one is
 * chosen already. */
void       gs_library_choose_first   (GsLibrary   *self);
void       gs_library_focus_filter   (GsLibrary   *self);
/* Whether what is to be seen has been read. */
gboolean   gs_library_is_settled     (GsLibrary   *self);

G_END_DECLS
