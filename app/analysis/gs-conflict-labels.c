/* gs-conflict-labels.c: what the rules of contradiction are called on screen.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflicts.h"

#include "gs-gettext.h"

static const char *const labels[][2] = {
  { GS_RULE_POLARITY, N_ ("Asserted and denied") },
  { GS_RULE_POLARITY_SCOPE, N_ ("Denied of another time or scope") },
  { GS_RULE_ONSET, N_ ("Two different first times") },
  { GS_RULE_BEFORE_FIRST, N_ ("Something before the first time") },
  { GS_RULE_SAME_EVENT, N_ ("One event or two?") },
  { GS_RULE_NUMERIC, N_ ("Numbers that exclude each other") },
  { GS_RULE_VAGUE, N_ ("Few against many") },
  { GS_RULE_LADDER, N_ ("A later account is a step behind") },
  { GS_RULE_EXCLUSIVE_VALUE, N_ ("Answers that exclude each other") },
  { GS_RULE_OPPOSITE_ANSWERS, N_ ("Opposite answers") },
  { GS_RULE_ATTRIBUTION, N_ ("Sourcing differs") },
  { GS_RULE_VOICE_UPGRADE, N_ ("What was reported became a fact") },
};

/**
 * gs_conflicts_rule_label:
 * @rule: (nullable): name of a rule, one of GS_RULE_*
 *
 * Returns: (transfer none): what it is called on screen; "Linked by the analyst" for any other
 */
const char *
gs_conflicts_rule_label (const char *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (g_strcmp0 (rule, labels[i][0]) == 0)
        return _ (labels[i][1]);
    }

  return _ ("Linked by the analyst");
}
