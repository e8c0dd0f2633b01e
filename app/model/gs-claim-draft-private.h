/* gs-claim-draft-private.h: the parts of a draft that are more than a text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-names.h"

G_BEGIN_DECLS

/* Makes the spans of @claim those of the draft. FALSE with GS_ERROR_INVALID
 * where one lies outside of the article, or none is a quote. */
gboolean gs_claim_draft_apply_spans (GsWorkspace         *workspace,
                                     const GsClaimDraft  *draft,
                                     GsClaimRecord       *claim,
                                     GError             **error);
/* Makes the slots of @claim those of the draft. */
void     gs_claim_draft_apply_slots (const GsClaimDraft  *draft,
                                     GsClaimRecord       *claim);
/* Rates the innermost source of @claim, which has its hops already. */
gboolean gs_claim_draft_apply_grade (GsWorkspace         *workspace,
                                     GsAction            *action,
                                     const GsClaimDraft  *draft,
                                     const GsClaimRecord *claim,
                                     GError             **error);

G_END_DECLS
