/* gs-conflict-equal.c: whether a conflict is still what it was.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflicts-private.h"

/**
 * gs_conflict_equal:
 * @a: a conflict
 * @b: another
 *
 * Returns: whether they say the same in every field
 */
gboolean
gs_conflict_equal (const GsConflict *a, const GsConflict *b)
{
  g_autoptr (GBytes) one = gs_conflict_to_bytes (a);
  g_autoptr (GBytes) other = gs_conflict_to_bytes (b);

  return g_strcmp0 (a->text, b->text) == 0 && g_strcmp0 (a->kind, b->kind) == 0 && g_bytes_equal (one, other);
}

/**
 * gs_pair_equal:
 * @a: a pair
 * @b: another
 *
 * Returns: whether they say the same in every field
 */
gboolean
gs_pair_equal (const GsPair *a, const GsPair *b)
{
  return g_strcmp0 (a->a, b->a) == 0 && g_strcmp0 (a->b, b->b) == 0 && g_strcmp0 (a->question, b->question) == 0
         && g_strcmp0 (a->question_text, b->question_text) == 0 && a->type == b->type
         && a->conflict_class == b->conflict_class && g_strcmp0 (a->rule, b->rule) == 0 && a->score == b->score
         && g_strcmp0 (a->explanation, b->explanation) == 0 && g_strcmp0 (a->comparable, b->comparable) == 0
         && g_strcmp0 (a->addends, b->addends) == 0 && g_strcmp0 (a->reconcile, b->reconcile) == 0 && a->days == b->days
         && a->cross_language == b->cross_language && g_strcmp0 (a->judged, b->judged) == 0
         && g_strcmp0 (a->link, b->link) == 0 && a->verdict == b->verdict && g_strcmp0 (a->reason, b->reason) == 0
         && g_strcmp0 (a->note, b->note) == 0 && a->stale == b->stale;
}
