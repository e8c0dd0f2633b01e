/* gs-articles-page.h: library, reader and claim editor beside each other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-folding-page.h"
#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_ARTICLES_PAGE (gs_articles_page_get_type ())
G_DECLARE_FINAL_TYPE (GsArticlesPage, gs_articles_page, GS, ARTICLES_PAGE, GsFoldingPage)

GtkWidget *gs_articles_page_new           (void);
/* @workspace: (nullable) */
void       gs_articles_page_set_workspace (GsArticlesPage *self,
                                           GsWorkspace    *workspace);
/* @claim: (nullable): claim to scroll to */
void       gs_articles_page_show_article  (GsArticlesPage *self,
                                           const char     *article,
                                           const char     *claim);
/* Opens a claim of the article shown in the editor. */
void       gs_articles_page_edit_claim    (GsArticlesPage *self,
                                           const char     *claim);
/* Shows the first article of the list unless one is shown. */
void       gs_articles_page_show_first    (GsArticlesPage *self);
/* Stores what was typed into the claim editor, if it is valid. */
void       gs_articles_page_save          (GsArticlesPage *self);
/* Whether the claim editor is open. */
gboolean   gs_articles_page_is_editing   (GsArticlesPage *self);
void       gs_articles_page_focus_filter  (GsArticlesPage *self);
gboolean   gs_articles_page_is_settled    (GsArticlesPage *self);

G_END_DECLS
