/* gs-rules-stances.c: one asserts what another denies.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which way the negation points decides: "no weapons" contradicts "drones were
 * delivered", "no drones" does not contradict "weapons were delivered". A
 * denial of "large numbers" denies no delivery, "not concluded" leaves room
 * for talks, what was denied of the war was not denied of the years before.
 */

#include "config.h"

#include "gs-conflict-rules-private.h"

#include <string.h>

#include "gs-gettext.h"

/* The suggested ladder for transfers: interest < negotiating < preliminary <
 * contract or preparing < delivered < used. */
#define PREPARING 4

/* How what is denied lies to what is asserted. */
typedef enum
{
  COVERS,   /* the denial speaks of it */
  NARROWER, /* it denies less than is asserted */
  APART,    /* of something else */
} Reach;

static Reach
reach_of (GsRules *rules, char *const *denied, char *const *asserted)
{
  if (*denied == NULL || *asserted == NULL || gs_rules_contain (rules, denied, asserted))
    return COVERS;

  return gs_rules_contain (rules, asserted, denied) ? NARROWER : APART;
}

/* On a question with one answer a denial of one value leaves every other open;
 * on yes or no the value only says the stance again. */
static gboolean
denies_that_value (const GsQuestionRecord *question, const GsAccount *asserting, const GsAccount *denying)
{
  if (question == NULL || question->answer == GS_ANSWER_YES_NO)
    return TRUE;
  if (!question->exclusive && question->answer != GS_ANSWER_NUMBER && question->answer != GS_ANSWER_DATE
      && question->answer != GS_ANSWER_VALUE)
    return TRUE;

  return denying->value == NULL || g_strcmp0 (denying->value, asserting->value) == 0;
}

/* A denial that grants stages up to one does not deny those. */
static gboolean
grants_that_stage (const GsAccount *asserting, const GsAccount *denying)
{
  return asserting->ladder != NULL && g_strcmp0 (asserting->ladder, denying->ladder) == 0 && asserting->stage_lo > 0
         && denying->stage_hi > 0 && asserting->stage_lo <= denying->stage_hi;
}

/* The stage from which on something is being done, 0 when the ladder of the
 * question has no such stage. */
static gint64
preparing_stage (const GsQuestionRecord *question)
{
  guint n = question != NULL ? question->ladder->len : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = gs_account_fold (question->ladder->pdata[i]);

      if (name != NULL && (strstr (name, "prepar") != NULL || strstr (name, "contract") != NULL))
        return i + 1;
    }

  return n == 0 ? PREPARING : 0;
}

static gboolean
is_early_stage (const GsComparison *self, const GsAccount *account)
{
  const GsQuestionRecord *question = gs_rules_get_question (self->rules, account->question);

  return account->ladder != NULL && account->stage_lo > 0 && account->stage_lo < preparing_stage (question);
}

static gboolean
share_kind (GsRules *rules, const GsAccount *x, const GsAccount *y)
{
  for (guint i = 0; x->objects[i] != NULL; i++)
    {
      for (guint j = 0; y->objects[j] != NULL; j++)
        {
          if (gs_taxonomy_siblings (rules->taxonomy, x->objects[i], y->objects[j]))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
meet (char *const *a, char *const *b)
{
  return *a == NULL || *b == NULL || gs_account_share (a, b);
}

/* Rule Q, the lowest tier: yes and no to one question, of things that cannot be
 * compared part by part. */
static void
answer_oppositely (GsComparison *self, const GsAccount *asserting, const GsAccount *denying)
{
  gboolean same_action = gs_account_share (asserting->actions, denying->actions);
  gboolean one_kind =
    meet (asserting->actors, denying->actors) && !denying->qualified && share_kind (self->rules, asserting, denying);

  if (self->comparable != GS_COMPARABLE_QUESTION)
    return;
  /* Another action of the same actor answers the question as well. */
  if (!same_action && (*asserting->actions == NULL || !gs_account_share (asserting->actors, denying->actors)))
    return;

  gs_comparison_add (self, asserting, denying, GS_RULE_OPPOSITE_ANSWERS,
                     same_action && one_kind ? GS_LINK_CONTRADICTS : GS_LINK_TENSION, 20,
                     _ ("opposite answers to one question"));
  if (!same_action)
    gs_comparison_weigh (self, -5, _ ("by different actions"));
  else if (one_kind)
    gs_comparison_weigh (self, 10, _ ("things of one kind"));
}

/* Within one article a denial without limits is told together with what it
 * does not deny: "not since the war began, but before". */
static gboolean
told_together (GsComparison *self, const GsAccount *asserting, const GsAccount *denying, GsRelation times)
{
  return times != GS_RELATION_UNKNOWN && times != GS_RELATION_INSIDE && *denying->scope == NULL
         && asserting->article != NULL && g_strcmp0 (asserting->article, denying->article) == 0
         && gs_parties_same_party (self->rules->parties, asserting, denying);
}

/* Rule P-scope: the same party, of another time or scope. */
static void
find_tension (GsComparison *self, const GsAccount *asserting, const GsAccount *denying, GsRelation times)
{
  gs_comparison_add (self, asserting, denying, GS_RULE_POLARITY_SCOPE, GS_LINK_TENSION, 40,
                     times == GS_RELATION_DISJOINT ? _ ("opposite stance at another time")
                                                   : _ ("opposite stance in another scope"));
}

/* Rule P. */
static void
find_contradiction (GsComparison *self, const GsAccount *asserting, const GsAccount *denying, GsRelation times)
{
  gboolean early = is_early_stage (self, asserting);
  /* What may come, or is only talked about, has not been done. */
  gboolean tension = early || gs_account_is_open (asserting);

  gs_comparison_add (self, asserting, denying, GS_RULE_POLARITY, tension ? GS_LINK_TENSION : GS_LINK_CONTRADICTS, 60,
                     _ ("opposite stance"));
  if (times == GS_RELATION_INSIDE)
    gs_comparison_weigh (self, 10, _ ("the time asserted lies within the time denied"));
  else if (times == GS_RELATION_OVERLAPPING)
    gs_comparison_weigh (self, 5, _ ("the times overlap"));
  else if (times == GS_RELATION_TOUCHING)
    gs_comparison_weigh (self, -10, _ ("the times have one day in common"));
  else if (times == GS_RELATION_UNKNOWN && asserting->has_time != denying->has_time)
    gs_comparison_weigh (self, -10, _ ("one does not say when"));
  if (early)
    gs_comparison_weigh (self, -30, _ ("no more than talks are asserted"));
  if (gs_scopes_differ (asserting, denying))
    gs_comparison_weigh (self, -10, _ ("different scopes stated"));
}

/**
 * gs_rules_compare_stances:
 * @self: a comparison
 * @asserting: the account that asserts
 * @denying: the one that denies
 *
 * Rules P, P-scope and Q: adds what is found.
 */
void
gs_rules_compare_stances (GsComparison *self, const GsAccount *asserting, const GsAccount *denying)
{
  GsRules *rules = self->rules;
  GsRelation times = gs_relate_times (asserting, denying);
  Reach objects = reach_of (rules, denying->objects, asserting->objects);
  Reach places = reach_of (rules, denying->places, asserting->places);
  gboolean whole = meet (asserting->actions, denying->actions) && meet (asserting->actors, denying->actors);
  gboolean apart = times == GS_RELATION_DISJOINT || gs_scopes_differ (asserting, denying);

  if (objects == NARROWER || places != COVERS || !denies_that_value (self->question, asserting, denying)
      || grants_that_stage (asserting, denying))
    return;
  if (!whole || objects == APART || denying->qualified)
    {
      if (times != GS_RELATION_DISJOINT)
        answer_oppositely (self, asserting, denying);
      return;
    }
  if (!meet (asserting->recipients, denying->recipients)
      && !g_strv_contains ((const char *const *) denying->recipients, "any"))
    return;
  if (told_together (self, asserting, denying, times))
    return;

  if (apart && gs_parties_same_party (rules->parties, asserting, denying))
    find_tension (self, asserting, denying, times);
  else if (times != GS_RELATION_DISJOINT)
    find_contradiction (self, asserting, denying, times);
}
