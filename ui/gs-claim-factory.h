/* gs-claim-factory.h: rows of the list of an article's claims.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-listings.h"

G_BEGIN_DECLS

/* For items that are GsRow of GsClaimListing. (transfer full) */
GtkListItemFactory *gs_claim_factory_new (void);

/* (transfer full): what a claim is, in one line: summary, stance, who says it,
 * tags. For screen readers and the reader's footer. */
char               *gs_claim_describe    (const GsClaimListing *claim);

G_END_DECLS
