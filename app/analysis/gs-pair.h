/* gs-pair.h: what a rule found as it is shown, judged and stored.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-conflict-rules.h"
#include "gs-conflicts.h"

G_BEGIN_DECLS

/* UUID of the link that a verdict on this pair is stored as: the same for the
 * same two claims and rule, in any order, workspace and session. (transfer full) */
char   *gs_pair_derive_link (const char             *a,
                             const char             *b,
                             const char             *rule);

/* Hash of what a verdict on these claims judges. (transfer full) */
char   *gs_pair_hash_judged (const GsQuestionRecord *question,
                             const GsClaimRecord    *a,
                             const GsClaimRecord    *b);

/* @link: (nullable): the stored one. */
GsPair *gs_pair_from_opposition (GsRules                *rules,
                                 const GsOpposition     *found,
                                 const GsClaimRecord    *a,
                                 const GsClaimRecord    *b,
                                 const GsLinkRecord     *link);

/* A link whose pair no rule finds: made by the analyst, or confirmed before
 * its claims were changed. */
GsPair *gs_pair_from_link    (GsRules                *rules,
                              const GsLinkRecord     *link,
                              const GsClaimRecord    *a,
                              const GsClaimRecord    *b);

/* The quote on one line, shortened, or else the summary. (transfer full) */
char   *gs_pair_dup_quote    (const GsClaimRecord    *claim);

/* Fills in explanation, comparable, addends and reconcile. */
void    gs_pair_explain      (GsPair                 *pair,
                              GsRules                *rules,
                              const GsOpposition     *found,
                              const GsClaimRecord    *a,
                              const GsClaimRecord    *b);

G_END_DECLS
