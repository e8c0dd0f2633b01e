/* gs-compare-side.h: one of two claims that are compared, in its article.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-article-load.h"
#include "gs-claim-details.h"
#include "gs-reader-view.h"

G_BEGIN_DECLS

#define GS_TYPE_COMPARE_SIDE (gs_compare_side_get_type ())
G_DECLARE_FINAL_TYPE (GsCompareSide, gs_compare_side, GS, COMPARE_SIDE, GtkWidget)

/* Signal "open": the analyst wants to read on in the reader. */

/* @details: (nullable) for nothing. Scrolls to the quote, unless that claim is
 * shown already. */
void        gs_compare_side_show (GsCompareSide        *self,
                                  const GsClaimDetails *details,
                                  const GsArticleLoad  *load);
/* @name: of the text, for screen readers: "First article". */
void        gs_compare_side_set_name (GsCompareSide    *self,
                                  const char           *name);

G_END_DECLS
