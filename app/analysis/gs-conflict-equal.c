/* gs-conflict-equal.c: whether a conflict is still what it was.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflicts.h"

#include <string.h>

static gboolean
same_strings (const GPtrArray *a, const GPtrArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (a->pdata[i], b->pdata[i]) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Unbounded, which is no number, is as unbounded as unbounded. */
static gboolean
same_bound (double a, double b)
{
  return memcmp (&a, &b, sizeof a) == 0;
}

static gboolean
same_value (const GsPosition *a, const GsPosition *b)
{
  return a->has_time == b->has_time && a->time_kind == b->time_kind && g_strcmp0 (a->from, b->from) == 0
         && g_strcmp0 (a->to, b->to) == 0 && a->has_quantity == b->has_quantity && same_bound (a->lo, b->lo)
         && same_bound (a->hi, b->hi) && a->lo_open == b->lo_open && a->hi_open == b->hi_open
         && g_strcmp0 (a->unit, b->unit) == 0 && g_strcmp0 (a->ladder, b->ladder) == 0
         && g_strcmp0 (a->stage, b->stage) == 0 && a->stage_lo == b->stage_lo && a->stage_hi == b->stage_hi;
}

static gboolean
same_position (const GsPosition *a, const GsPosition *b)
{
  return a->stance == b->stance && g_strcmp0 (a->value, b->value) == 0 && a->count == b->count
         && same_strings (a->claims, b->claims) && same_strings (a->voices, b->voices) && same_value (a, b)
         && a->origins_lower == b->origins_lower && a->origins_upper == b->origins_upper;
}

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
  if (g_strcmp0 (a->question, b->question) != 0 || g_strcmp0 (a->text, b->text) != 0
      || g_strcmp0 (a->kind, b->kind) != 0 || !same_strings (a->rules, b->rules) || a->undecided != b->undecided
      || a->cross_language != b->cross_language || a->self_contradiction != b->self_contradiction
      || a->positions->len != b->positions->len)
    return FALSE;

  for (guint i = 0; i < a->positions->len; i++)
    {
      if (!same_position (a->positions->pdata[i], b->positions->pdata[i]))
        return FALSE;
    }

  return TRUE;
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
         && a->conflict_class == b->conflict_class && g_strcmp0 (a->rule, b->rule) == 0
         && same_bound (a->score, b->score) && g_strcmp0 (a->explanation, b->explanation) == 0
         && g_strcmp0 (a->comparable, b->comparable) == 0 && g_strcmp0 (a->addends, b->addends) == 0
         && g_strcmp0 (a->reconcile, b->reconcile) == 0 && a->days == b->days && a->cross_language == b->cross_language
         && g_strcmp0 (a->judged, b->judged) == 0 && g_strcmp0 (a->link, b->link) == 0 && a->verdict == b->verdict
         && g_strcmp0 (a->reason, b->reason) == 0 && g_strcmp0 (a->note, b->note) == 0 && a->stale == b->stale;
}
