/* gs-question-offer.h: questions that a claim may answer.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

/* Blocks. (transfer full) (element-type utf8): texts of questions of the
 * workspace, the most fitting first; empty when none fits.
 * @words: what the claim says: its summary, what stands in its slots
 * @limit: how many at most */
GPtrArray *gs_question_offer (GsWorkspace  *workspace,
                              const char   *words,
                              guint         limit,
                              GError      **error);

G_END_DECLS
