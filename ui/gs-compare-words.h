/* gs-compare-words.h: parts of a claim in words, for one row of a comparison.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-claim-details.h"

G_BEGIN_DECLS

/* (transfer full) (element-type utf8): one a hop, outermost first. */
GPtrArray  *gs_compare_describe_hops      (const GsClaimDetails *details);

/* All (transfer full), "" for nothing. */
char       *gs_compare_describe_times     (const GsClaimRecord  *claim);
char       *gs_compare_describe_utterance (const GsClaimRecord  *claim);
char       *gs_compare_describe_stage     (const GsClaimRecord  *claim);
char       *gs_compare_describe_slot      (const GsClaimRecord  *claim,
                                           const char           *name);

/* What a slot is called; its own name where it has no other. */
const char *gs_compare_label_slot         (const char           *name);

G_END_DECLS
