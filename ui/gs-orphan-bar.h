/* gs-orphan-bar.h: claims of an article that have lost their place in it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows one at a time, with what it quoted; the analyst selects what stands
 * for it now and places it there, goes on to the next, or leaves it.
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-listings.h"

G_BEGIN_DECLS

#define GS_TYPE_ORPHAN_BAR (gs_orphan_bar_get_type ())
G_DECLARE_FINAL_TYPE (GsOrphanBar, gs_orphan_bar, GS, ORPHAN_BAR, GtkWidget)

/* Uses the actions reader.place-claim and reader.next-orphan. */

/* Hides itself when none of @claims is orphaned; stays at the claim it shows
 * as long as that one is. @claims: (element-type GsClaimListing), copied as
 * needed. */
void        gs_orphan_bar_set_claims (GsOrphanBar     *self,
                                      const GPtrArray *claims);
/* FALSE when that claim is not orphaned. */
gboolean    gs_orphan_bar_show_claim (GsOrphanBar     *self,
                                      const char      *claim);
void        gs_orphan_bar_go_on      (GsOrphanBar     *self);
/* (nullable): UUID of the claim it shows. */
const char *gs_orphan_bar_get_claim  (GsOrphanBar     *self);

G_END_DECLS
