/* gs-rules-values.c: numbers, amounts, stages and values that exclude each other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-account-words.h"

#include "gs-conflict-rules-private.h"
#include "gs-gettext.h"

/* From here on a number is many, for those who say "few". */
#define MANY 100

static gboolean
same_matter (GsComparison *self, const GsAccount *x, const GsAccount *y)
{
  return gs_rules_related (self->rules, x->objects, y->objects)
         && (*x->actions == NULL || *y->actions == NULL || gs_account_share (x->actions, y->actions));
}

/* Numbers -------------------------------------------------------------------------- */

static gboolean
is_known (const GsAccountQuantity *quantity)
{
  return quantity->lo > -GS_ACCOUNT_UNBOUNDED || quantity->hi < GS_ACCOUNT_UNBOUNDED;
}

static gboolean
count_the_same (const GsAccountQuantity *a, const GsAccountQuantity *b)
{
  return g_strcmp0 (a->unit, b->unit) == 0 && g_strcmp0 (a->measure, b->measure) == 0;
}

/* The first two that count the same thing decide. */
static GsRelation
relate_quantities (const GsAccount *x, const GsAccount *y, const GsAccountQuantity **a, const GsAccountQuantity **b)
{
  for (guint i = 0; i < x->n_quantities; i++)
    {
      for (guint j = 0; j < y->n_quantities; j++)
        {
          *a = &x->quantities[i];
          *b = &y->quantities[j];
          if (is_known (*a) && is_known (*b) && count_the_same (*a, *b))
            return gs_relate ((*a)->lo, (*a)->hi, (*b)->lo, (*b)->hi);
        }
    }

  return GS_RELATION_UNKNOWN;
}

/* Totals only grow: a later larger one contradicts no earlier smaller one. */
static gboolean
may_have_grown (GsComparison *self, const GsAccount *x, const GsAccount *y, gboolean x_larger)
{
  guint32 x_first, x_last, y_first, y_last;

  if (x->has_time && y->has_time && gs_relate_times (x, y) == GS_RELATION_DISJOINT)
    return x_larger ? y->last < x->first : x->last < y->first;
  if (gs_relate_times (x, y) != GS_RELATION_UNKNOWN || !gs_parties_days (self->rules->parties, x, &x_first, &x_last)
      || !gs_parties_days (self->rules->parties, y, &y_first, &y_last))
    return FALSE;

  return x_larger ? y_last < x_first : x_last < y_first;
}

/* Rule N. A quantity of one shipment is one of many. */
static void
compare_numbers (GsComparison *self, const GsAccount *x, const GsAccount *y)
{
  const GsAccountQuantity *a, *b;

  if (relate_quantities (x, y, &a, &b) != GS_RELATION_DISJOINT || gs_scopes_differ (x, y) || !same_matter (self, x, y)
      || may_have_grown (self, x, y, a->lo > b->hi))
    return;
  if (g_strcmp0 (a->measure, "per shipment") == 0 && gs_relate_times (x, y) == GS_RELATION_DISJOINT)
    return;

  gs_comparison_add (self, x, y, GS_RULE_NUMERIC, GS_LINK_CONTRADICTS, 55, _ ("numbers that exclude each other"));
  if (gs_relate_times (x, y) == GS_RELATION_UNKNOWN)
    gs_comparison_weigh (self, -10, _ ("not both say of when"));
}

/* Amounts ---------------------------------------------------------------------------- */

static int
amount_of (const GsAccountQuantity *quantity)
{
  return quantity->amount == 0 && quantity->lo >= MANY ? 1 : quantity->amount;
}

static gboolean
differ_in_amount (const GsAccount *x, const GsAccount *y)
{
  for (guint i = 0; i < x->n_quantities; i++)
    {
      for (guint j = 0; j < y->n_quantities; j++)
        {
          if (g_strcmp0 (x->quantities[i].unit, y->quantities[j].unit) == 0
              && amount_of (&x->quantities[i]) * amount_of (&y->quantities[j]) < 0)
            return TRUE;
        }
    }

  return FALSE;
}

static int
extent_of (const GsAccount *account)
{
  for (guint i = 0; account->extents[i] != NULL; i++)
    {
      int amount = gs_account_amount (account->extents[i]);

      if (amount != 0)
        return amount;
    }

  return 0;
}

/* Rule N vague: few against many, also where the slots say to what extent. */
static void
compare_amounts (GsComparison *self, const GsAccount *x, const GsAccount *y)
{
  if (same_matter (self, x, y) && differ_in_amount (x, y))
    gs_comparison_add (self, x, y, GS_RULE_VAGUE, GS_LINK_TENSION, 35, _ ("few against many"));
  else if (self->comparable == GS_COMPARABLE_QUESTION && extent_of (x) * extent_of (y) < 0
           && ((*x->objects != NULL && *y->objects != NULL && gs_rules_related (self->rules, x->objects, y->objects))
               || gs_account_share (x->actions, y->actions)))
    gs_comparison_add (self, x, y, GS_RULE_VAGUE, GS_LINK_TENSION, 25, _ ("to a small against to a large extent"));
}

/* Values -------------------------------------------------------------------------------- */

/* "450" is one of "hundreds", August is in the summer: different words that can
 * both be true. */
static gboolean
can_both_hold (const GsQuestionRecord *question, GsRelation quantities, GsRelation times)
{
  GsRelation answer = GS_RELATION_UNKNOWN;

  if (question->answer == GS_ANSWER_NUMBER)
    answer = quantities;
  else if (question->answer == GS_ANSWER_DATE)
    answer = times;

  return answer != GS_RELATION_UNKNOWN && answer != GS_RELATION_DISJOINT;
}

/* Rule X, where no other rule has said more exactly what differs. */
static void
compare_exclusive (GsComparison *self, const GsAccount *x, const GsAccount *y)
{
  const GsQuestionRecord *question = self->question;
  const GsAccountQuantity *a, *b;
  GsRelation quantities, times;

  if (question == NULL || !question->exclusive || x->value == NULL || y->value == NULL
      || g_str_equal (x->value, y->value))
    return;

  quantities = relate_quantities (x, y, &a, &b);
  times = gs_relate_times (x, y);
  if (can_both_hold (question, quantities, times))
    return;

  gs_comparison_add (self, x, y, GS_RULE_EXCLUSIVE_VALUE, GS_LINK_CONTRADICTS, 50,
                     _ ("different answers where one can be true"));
  if (quantities == GS_RELATION_DISJOINT)
    gs_comparison_weigh (self, 15, _ ("the quantities exclude each other"));
  else if (quantities != GS_RELATION_UNKNOWN)
    gs_comparison_weigh (self, -20, _ ("the quantities overlap"));
  if (times == GS_RELATION_DISJOINT && question->answer == GS_ANSWER_DATE)
    gs_comparison_weigh (self, 15, _ ("the dates exclude each other"));
  else if (times == GS_RELATION_DISJOINT)
    gs_comparison_weigh (self, -15, _ ("they speak of different times"));
  if (gs_scopes_differ (x, y))
    gs_comparison_weigh (self, -10, _ ("different scopes stated"));
}

/**
 * gs_rules_compare_values:
 * @self: a comparison
 * @x: the earlier account
 * @y: the later one
 *
 * Rules N, N vague and X: adds what is found.
 */
void
gs_rules_compare_values (GsComparison *self, const GsAccount *x, const GsAccount *y)
{
  guint before = self->found->len;

  /* A question with one answer has said that its answers exclude each other,
   * unless they may be about two events. */
  if (self->found->len == self->first)
    compare_exclusive (self, x, y);
  if (self->found->len == before)
    compare_numbers (self, x, y);
  if (self->found->len == before)
    compare_amounts (self, x, y);
}

/* Stages ---------------------------------------------------------------------------------- */

/**
 * gs_rules_compare_stages:
 * @self: a comparison
 * @x: an account
 * @y: another
 *
 * Rule L: what had reached a stage cannot have got no further than a lower one later.
 * A stage without an upper bound says "at least", and has nothing against any other.
 */
void
gs_rules_compare_stages (GsComparison *self, const GsAccount *x, const GsAccount *y)
{
  const GsAccount *high = y->stage_hi > 0 && x->stage_lo > y->stage_hi ? x : y;
  const GsAccount *low = high == x ? y : x;
  GsRelation times = gs_relate_times (high, low);
  gboolean possible = gs_account_is_open (high) || gs_account_is_open (low)
                      || MAX (high->certainty, low->certainty) == GS_CERTAINTY_POSSIBLE;
  gboolean earlier = high->has_time && low->has_time && high->last < low->first;

  if (high->ladder == NULL || g_strcmp0 (high->ladder, low->ladder) != 0 || low->stage_hi <= 0
      || high->stage_lo <= low->stage_hi || high->stance == GS_STANCE_DENIES || !same_matter (self, x, y)
      || !gs_rules_related (self->rules, x->places, y->places))
    return;
  if (times == GS_RELATION_UNKNOWN || (times == GS_RELATION_DISJOINT && !earlier))
    return;

  gs_comparison_add (self, x, y, GS_RULE_LADDER, earlier && !possible ? GS_LINK_CONTRADICTS : GS_LINK_TENSION, 50,
                     earlier ? _ ("a later account is at a lower stage") : _ ("different stages at one time"));
  if (!earlier)
    gs_comparison_weigh (self, -10, _ ("the times overlap"));
}
