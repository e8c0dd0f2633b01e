/* gs-compare-load.h: a pair of opposing claims with all there is to compare.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-article-load.h"
#include "gs-claim-details.h"
#include "gs-conflicts.h"

G_BEGIN_DECLS

typedef struct
{
  GsPair         *pair; /* NULL when the question has none (any more) */
  GsClaimDetails *a;
  GsClaimDetails *b;
  GsArticleLoad  *a_article;
  GsArticleLoad  *b_article; /* the same as of a when one article is held against itself */
  guint           position; /* among the pairs of the question */
  guint           total;
  char           *previous; /* (nullable): link of the pair before */
  char           *next;     /* (nullable) */
} GsComparison;

void          gs_comparison_free        (GsComparison         *self);

/* @link: (nullable): the pair; NULL for the first undecided one, or the first.
 * A pair that is gone gives the first as well. */
void          gs_comparison_load_async  (GsWorkspace          *workspace,
                                         const char           *question,
                                         const char           *link,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GsComparison *gs_comparison_load_finish (GsWorkspace          *workspace,
                                         GAsyncResult         *result,
                                         GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsComparison, gs_comparison_free)

G_END_DECLS
