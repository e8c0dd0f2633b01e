/* gs-conflict-rules.h: do two claims on one question contradict each other?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-conflicts.h"
#include "gs-parties.h"

G_BEGIN_DECLS

/**
 * GsOpposition:
 * @a: the claim that asserts; where both do, the one uttered earlier
 * @b: the other
 * @rule: which rule fired
 * @type: %GS_LINK_CONTRADICTS or %GS_LINK_TENSION
 * @conflict_class: #GsConflictClass
 * @score: base and addends
 */
typedef struct
{
  const GsClaimRecord *a;
  const GsClaimRecord *b;
  const char          *rule;
  int                  type;
  int                  conflict_class;
  double               score;
} GsOpposition;

/* Compares two claims that answer @question; the order in which they are given
 * does not matter. @addends: (nullable) gets the score, told term by term.
 * FALSE when no rule fires. */
gboolean gs_rules_compare (const GsQuestionRecord  *question,
                           GsParties               *parties,
                           const GsClaimRecord     *x,
                           const GsClaimRecord     *y,
                           GsOpposition               *finding,
                           GString                 *addends);

/* The value of a claim as it is compared: trimmed, case folded; NULL if it has
 * none. (transfer full) */
char    *gs_rules_fold_value (const char *value);

G_END_DECLS
