/* gs-article-row.h: one article in the library.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-row.h"

G_BEGIN_DECLS

#define GS_TYPE_ARTICLE_ROW (gs_article_row_get_type ())
G_DECLARE_FINAL_TYPE (GsArticleRow, gs_article_row, GS, ARTICLE_ROW, GtkWidget)

GtkWidget *gs_article_row_new     (void);
/* @row: (nullable) */
void       gs_article_row_set_row (GsArticleRow *self,
                                   GsRow        *row);

G_END_DECLS
