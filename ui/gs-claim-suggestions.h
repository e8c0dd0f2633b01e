/* gs-claim-suggestions.h: what was found in a passage, to accept or reject.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-prefill.h"

G_BEGIN_DECLS

#define GS_TYPE_CLAIM_SUGGESTIONS (gs_claim_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (GsClaimSuggestions, gs_claim_suggestions, GS, CLAIM_SUGGESTIONS, GtkWidget)

/* Signals:
 * "rejected" (GsSuggestion *): Delete, or the button; its row is gone;
 * "accepted" (GsSuggestion *): Enter, or the button; its row is gone;
 * "show-place" (gint64 start, gint64 end): the analyst asks where it comes from. */

/* @found: (nullable) (element-type GsSuggestion): what to show; copied. */
void gs_claim_suggestions_set    (GsClaimSuggestions *self,
                                  const GPtrArray    *found);
/* How many wait. */
guint gs_claim_suggestions_size  (GsClaimSuggestions *self);
/* Moves the focus to the first. */
void gs_claim_suggestions_focus  (GsClaimSuggestions *self);

/* (transfer full): what it says, as people read it: "405..495 drones". */
char *gs_suggestion_format       (const GsSuggestion *suggestion);

G_END_DECLS
