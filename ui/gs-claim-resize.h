/* gs-claim-resize.h: the quote of a claim made longer and shorter, key by key.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys come faster than steps of the history should: what they amount to is
 * stored as one step, when none has come for a while.
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

typedef struct _GsClaimResize GsClaimResize;

/* @widget: (transfer none): where failures are shown; outlives it */
GsClaimResize *gs_claim_resize_new   (GtkWidget            *widget);
/* Stores what is waiting. */
void           gs_claim_resize_free  (GsClaimResize        *self);

/* Where the claim's quote is, what has not been stored yet included. */
void           gs_claim_resize_get   (GsClaimResize        *self,
                                      const GsClaimListing *claim,
                                      gint64               *start,
                                      gint64               *end);
void           gs_claim_resize_to    (GsClaimResize        *self,
                                      GsWorkspace          *workspace,
                                      const GsClaimListing *claim,
                                      gint64                start,
                                      gint64                end);
/* Stores what is waiting now. */
void           gs_claim_resize_flush (GsClaimResize        *self);

G_END_DECLS
