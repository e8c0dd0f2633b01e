/* gs-article-load.h: an article and its claims, read without waiting.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-reader-view.h"
#include "gs-workspace.h"

G_BEGIN_DECLS

typedef struct
{
  GsArticleRecord *article; /* (nullable): not asked for */
  char            *modified; /* of the article as it is now */
  GPtrArray       *claims;  /* GsClaimListing, by place */
} GsArticleLoad;

void           gs_article_load_free   (GsArticleLoad       *self);

/* Blocks. */
GsArticleLoad *gs_article_load_read   (GsWorkspace         *workspace,
                                       const char          *article,
                                       gboolean             with_text,
                                       GCancellable        *cancellable,
                                       GError             **error);
void           gs_article_load_show   (const GsArticleLoad *self,
                                       GsReaderView        *view);

/* @with_text: FALSE reads the claims only. GS_ERROR_NOT_FOUND when the
 * article is gone. */
void           gs_article_load_async  (GsWorkspace         *workspace,
                                       const char          *article,
                                       gboolean             with_text,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
GsArticleLoad *gs_article_load_finish (GsWorkspace         *workspace,
                                       GAsyncResult        *result,
                                       GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsArticleLoad, gs_article_load_free)

G_END_DECLS
