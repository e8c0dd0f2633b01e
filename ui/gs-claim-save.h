/* gs-claim-save.h: storing and deleting a claim without waiting.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-names.h"

G_BEGIN_DECLS

/* @draft: (transfer full). @exclusive: whether only one answer to the draft's
 * question can be true; stored with the claim as one action, so that undo
 * takes both back. */
void     gs_claim_save_async    (GsWorkspace          *workspace,
                                 GsClaimDraft         *draft,
                                 gboolean              exclusive,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
/* (transfer full): the claim's UUID. */
char    *gs_claim_save_finish   (GsWorkspace          *workspace,
                                 GAsyncResult         *result,
                                 GError              **error);

/* @label: of the action. */
void     gs_claim_delete_async  (GsWorkspace          *workspace,
                                 const char           *claim,
                                 const char           *label,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
gboolean gs_claim_delete_finish (GsWorkspace          *workspace,
                                 GAsyncResult         *result,
                                 GError              **error);

G_END_DECLS
