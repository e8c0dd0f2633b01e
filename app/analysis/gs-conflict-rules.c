/* gs-conflict-rules.c: do two claims on one question contradict each other?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each guard stands for a false hit that was seen once: a denial of "large
 * numbers" denies no delivery, a denial of 500 does not gainsay 450, what
 * somebody will not do in future is not what he did.
 */

#include "config.h"

#include "gs-conflict-rules.h"

#include <math.h>

#include "gs-gettext.h"
#include "gs-time.h"

/* How two intervals lie. */
typedef enum
{
  UNKNOWN,
  DISJOINT,
  OVERLAPPING,
  INSIDE, /* the first within the second */
} Relation;

/* A finding in the making. */
typedef struct
{
  GsOpposition *finding;
  GString *addends; /* (nullable) */
} Score;

static void
add (Score *score, int points, const char *why)
{
  score->finding->score += points;
  if (score->addends == NULL)
    return;
  if (score->addends->len == 0)
    g_string_append_printf (score->addends, "%d %s", points, why);
  else
    g_string_append_printf (score->addends, ", %s%d %s", points < 0 ? "−" : "+", ABS (points), why);
}

/**
 * gs_rules_fold_value:
 * @value: (nullable): the value of a claim
 *
 * Returns: (transfer full) (nullable): @value as it is compared: trimmed, in Unicode
 *   normalization form KD, case folded; %NULL if it is blank
 */
char *
gs_rules_fold_value (const char *value)
{
  g_autofree char *trimmed = value != NULL ? g_strstrip (g_strdup (value)) : NULL;
  g_autofree char *normal = NULL;

  if (trimmed == NULL || *trimmed == '\0')
    return NULL;

  normal = g_utf8_normalize (trimmed, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : trimmed, -1);
}

static Relation
relate (double a_lo, double a_hi, double b_lo, double b_hi)
{
  if (a_hi < b_lo || b_hi < a_lo)
    return DISJOINT;

  return a_lo >= b_lo && a_hi <= b_hi ? INSIDE : OVERLAPPING;
}

/* The days from the first to the last that a claim speaks of. */
static gboolean
get_days (const GsClaimRecord *claim, double *lo, double *hi)
{
  *lo = INFINITY;
  *hi = -INFINITY;
  for (guint i = 0; i < claim->times->len; i++)
    {
      guint32 first, last;

      gs_time_days (claim->times->pdata[i], &first, &last);
      *lo = MIN (*lo, first);
      *hi = MAX (*hi, last);
    }

  /* A time that is unbounded on both sides says nothing. */
  return claim->times->len > 0 && (*lo > 0 || *hi < G_MAXUINT32);
}

static Relation
relate_times (const GsClaimRecord *a, const GsClaimRecord *b)
{
  double a_lo, a_hi, b_lo, b_hi;

  if (!get_days (a, &a_lo, &a_hi) || !get_days (b, &b_lo, &b_hi))
    return UNKNOWN;

  return relate (a_lo, a_hi, b_lo, b_hi);
}

/* An open bound belongs to the interval only almost. */
static double
bound (double value, gboolean open, double infinite, double side)
{
  if (isnan (value))
    return infinite;

  return open ? nextafter (value, side) : value;
}

static gboolean
is_known (const GsQuantityRecord *quantity)
{
  return !isnan (quantity->lo) || !isnan (quantity->hi);
}

/* The first pair of quantities that count the same thing decides. */
static Relation
relate_quantities (const GsClaimRecord *a, const GsClaimRecord *b)
{
  for (guint i = 0; i < a->quantities->len; i++)
    {
      const GsQuantityRecord *x = a->quantities->pdata[i];

      for (guint j = 0; j < b->quantities->len; j++)
        {
          const GsQuantityRecord *y = b->quantities->pdata[j];

          if (is_known (x) && is_known (y) && g_strcmp0 (x->unit, y->unit) == 0
              && g_strcmp0 (x->measure, y->measure) == 0)
            return relate (bound (x->lo, x->lo_open, -INFINITY, INFINITY),
                           bound (x->hi, x->hi_open, INFINITY, -INFINITY),
                           bound (y->lo, y->lo_open, -INFINITY, INFINITY),
                           bound (y->hi, y->hi_open, INFINITY, -INFINITY));
        }
    }

  return UNKNOWN;
}

/* When the claims were uttered: known to be on different days. */
static gboolean
uttered_apart (const GsClaimRecord *a, const GsClaimRecord *b)
{
  guint32 a_first, a_last, b_first, b_last, unused;

  if (!gs_date_days (a->uttered_lo, &a_first, &unused) || !gs_date_days (b->uttered_lo, &b_first, &unused))
    return FALSE;
  if (!gs_date_days (a->uttered_hi, &unused, &a_last))
    gs_date_days (a->uttered_lo, &unused, &a_last);
  if (!gs_date_days (b->uttered_hi, &unused, &b_last))
    gs_date_days (b->uttered_lo, &unused, &b_last);

  return a_last < b_first || b_last < a_first;
}

static gboolean
has_slot (const GsClaimRecord *claim, const char *name)
{
  for (guint i = 0; i < claim->slots->len; i++)
    {
      const GsSlotRecord *slot = claim->slots->pdata[i];

      if (g_strcmp0 (slot->name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
scopes_differ (const GsClaimRecord *a, const GsClaimRecord *b)
{
  g_autofree char *x = gs_rules_fold_value (a->scope), *y = gs_rules_fold_value (b->scope);

  return x != NULL && y != NULL && !g_str_equal (x, y);
}

static gboolean
is_tentative (const GsClaimRecord *claim)
{
  return claim->status == GS_STATUS_PLANNED || claim->status == GS_STATUS_POSSIBLE
         || claim->status == GS_STATUS_CONDITIONAL;
}

static void
add_sureness (Score *score, const GsClaimRecord *a, const GsClaimRecord *b)
{
  int worst = MAX (a->certainty, b->certainty);

  if (worst == GS_CERTAINTY_CERTAIN)
    add (score, 10, _ ("both certain"));
  else if (worst == GS_CERTAINTY_POSSIBLE)
    add (score, -10, _ ("one only possible"));
  if (is_tentative (a) || is_tentative (b))
    add (score, -15, _ ("not yet or not surely done"));
}

static void
classify (Score *score, GsParties *parties)
{
  GsOpposition *finding = score->finding;

  if (!gs_parties_same_party (parties, finding->a, finding->b))
    {
      finding->conflict_class = GS_CLASS_DISPUTE;
      return;
    }

  if (gs_parties_same_speaker (parties, finding->a, finding->b)
      && gs_parties_different_outlets (parties, finding->a, finding->b) && !uttered_apart (finding->a, finding->b))
    {
      finding->conflict_class = GS_CLASS_MIS_ATTRIBUTION;
      add (score, 5, _ ("one speaker, two reports"));
      return;
    }

  finding->conflict_class = GS_CLASS_SELF_CONTRADICTION;
  add (score, 10, _ ("the same party"));
}

/* Whether what is denied is what is asserted. On a question with one answer a
 * denial of one value leaves every other open; on yes or no the value only
 * says the stance again. */
static gboolean
denies_that_value (const GsQuestionRecord *question, const GsClaimRecord *asserting, const GsClaimRecord *denying)
{
  g_autofree char *denied = NULL, *asserted = NULL;

  if (!question->exclusive && question->answer != GS_ANSWER_NUMBER && question->answer != GS_ANSWER_DATE
      && question->answer != GS_ANSWER_VALUE)
    return TRUE;
  if (question->answer == GS_ANSWER_YES_NO)
    return TRUE;

  denied = gs_rules_fold_value (denying->value);
  asserted = gs_rules_fold_value (asserting->value);

  return denied == NULL || g_strcmp0 (denied, asserted) == 0;
}

/* "Not concluded" leaves room for talks: a denial that grants stages up to one
 * does not deny those. */
static gboolean
grants_that_stage (const GsClaimRecord *asserting, const GsClaimRecord *denying)
{
  return asserting->ladder != NULL && g_strcmp0 (asserting->ladder, denying->ladder) == 0 && asserting->stage_lo > 0
         && denying->stage_hi > 0 && asserting->stage_lo <= denying->stage_hi;
}

static gboolean
compare_polarity (const GsQuestionRecord *question,
                  GsParties *parties,
                  const GsClaimRecord *asserting,
                  const GsClaimRecord *denying,
                  Score *score)
{
  GsOpposition *finding = score->finding;
  Relation times = relate_times (asserting, denying);
  gboolean scopes = scopes_differ (asserting, denying);
  gboolean apart = times == DISJOINT || scopes;
  gboolean same_party = apart && gs_parties_same_party (parties, asserting, denying);

  if (has_slot (denying, "extent") || has_slot (denying, "outcome") || !denies_that_value (question, asserting, denying)
      || grants_that_stage (asserting, denying))
    return FALSE;
  if (times == DISJOINT && !same_party)
    return FALSE;
  /* Within one article a denial without limits is told together with what it
   * denies, of another time. */
  if (apart && same_party && denying->scope == NULL && g_strcmp0 (asserting->article, denying->article) == 0)
    return FALSE;

  finding->a = asserting;
  finding->b = denying;
  finding->rule = GS_RULE_POLARITY;
  finding->type = apart && same_party ? GS_LINK_TENSION : GS_LINK_CONTRADICTS;
  if (finding->type == GS_LINK_TENSION)
    add (score, 40, times == DISJOINT ? _ ("opposite stance at another time") : _ ("opposite stance in another scope"));
  else
    add (score, 60, _ ("opposite stance"));
  if (times == INSIDE)
    add (score, 10, _ ("the time asserted lies within the time denied"));
  else if (times == OVERLAPPING)
    add (score, 5, _ ("the times overlap"));
  if (scopes && !same_party)
    add (score, -10, _ ("different scopes stated"));

  return TRUE;
}

static gboolean
comes_first (const GsClaimRecord *x, const GsClaimRecord *y)
{
  guint32 x_first, y_first, unused;

  if (gs_date_days (x->uttered_lo, &x_first, &unused) && gs_date_days (y->uttered_lo, &y_first, &unused)
      && x_first != y_first)
    return x_first < y_first;

  return g_strcmp0 (x->uuid, y->uuid) < 0;
}

/* "450" is one of "hundreds", August is in the summer: different words that
 * can both be true. */
static gboolean
can_both_hold (const GsQuestionRecord *question, Relation quantities, Relation times)
{
  Relation answer = UNKNOWN;

  if (question->answer == GS_ANSWER_NUMBER)
    answer = quantities;
  else if (question->answer == GS_ANSWER_DATE)
    answer = times;

  return answer == OVERLAPPING || answer == INSIDE;
}

static gboolean
compare_values (const GsQuestionRecord *question, const GsClaimRecord *x, const GsClaimRecord *y, Score *score)
{
  g_autofree char *x_value = gs_rules_fold_value (x->value), *y_value = gs_rules_fold_value (y->value);
  GsOpposition *finding = score->finding;
  Relation quantities, times;

  if (!question->exclusive || x_value == NULL || y_value == NULL || g_str_equal (x_value, y_value))
    return FALSE;

  quantities = relate_quantities (x, y);
  times = relate_times (x, y);
  if (can_both_hold (question, quantities, times))
    return FALSE;

  finding->a = comes_first (x, y) ? x : y;
  finding->b = finding->a == x ? y : x;
  finding->rule = GS_RULE_EXCLUSIVE_VALUE;
  finding->type = GS_LINK_CONTRADICTS;
  add (score, 50, _ ("different answers where one can be true"));
  if (quantities == DISJOINT)
    add (score, 15, _ ("the quantities exclude each other"));
  else if (quantities != UNKNOWN)
    add (score, -20, _ ("the quantities overlap"));
  if (times == DISJOINT && question->answer == GS_ANSWER_DATE)
    add (score, 15, _ ("the dates exclude each other"));
  else if (times == DISJOINT)
    add (score, -15, _ ("they speak of different times"));
  if (scopes_differ (x, y))
    add (score, -10, _ ("different scopes stated"));

  return TRUE;
}

/**
 * gs_rules_compare:
 * @question: the question both answer
 * @parties: who speaks for whom
 * @x: a claim
 * @y: another; the order in which the two are given does not matter
 * @finding: (out caller-allocates): what was found; borrows @x and @y
 * @addends: (nullable): gets the score appended, told term by term
 *
 * Who does not know takes no position: a claim of unknown certainty opposes none.
 *
 * Returns: whether a rule fires
 */
gboolean
gs_rules_compare (const GsQuestionRecord *question,
                  GsParties *parties,
                  const GsClaimRecord *x,
                  const GsClaimRecord *y,
                  GsOpposition *finding,
                  GString *addends)
{
  Score score = { finding, addends };
  gboolean fires;

  *finding = (GsOpposition){ 0 };
  /* Who does not know takes no position. */
  if (x->certainty == GS_CERTAINTY_UNKNOWN || y->certainty == GS_CERTAINTY_UNKNOWN || g_strcmp0 (x->uuid, y->uuid) == 0)
    return FALSE;

  if (x->stance != y->stance)
    fires = compare_polarity (question, parties, x->stance == GS_STANCE_ASSERTS ? x : y,
                              x->stance == GS_STANCE_ASSERTS ? y : x, &score);
  else
    fires = x->stance == GS_STANCE_ASSERTS && compare_values (question, x, y, &score);
  if (!fires)
    return FALSE;

  add_sureness (&score, x, y);
  classify (&score, parties);

  return TRUE;
}
