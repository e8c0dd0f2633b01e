/* gs-pair-explain.c: why two claims contradict each other, in sentences.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who says what, who says what else, and what follows: each a sentence of its
 * own, so that a translator never has to glue.
 */

#include "config.h"

#include "gs-pair.h"

#include <string.h>

#include "gs-gettext.h"

typedef struct
{
  const char *rule;
  const char *why;
  const char *reconcile;
} Words;

static const Words words[] = {
  { GS_RULE_POLARITY, N_ ("What the one asserts the other denies."),
    N_ ("Reconciled if the denial is narrower than the assertion: of another thing, time, place or extent.") },
  { GS_RULE_POLARITY_SCOPE, N_ ("The same party asserts and denies, of another time or scope."),
    N_ ("Reconciled if what was denied of one time or scope came true in the other.") },
  { GS_RULE_ONSET, N_ ("Both speak of the first time, and the two times exclude each other."),
    N_ ("Reconciled if “first” counts different things, or one of the times is told loosely.") },
  { GS_RULE_BEFORE_FIRST, N_ ("The one is dated before what the other says was the first time."),
    N_ ("Reconciled if the earlier event does not count, or “first” means something narrower.") },
  { GS_RULE_SAME_EVENT, N_ ("Two like events at nearly the same date: one event or two?"),
    N_ ("Reconciled if there were two events; otherwise one of the dates is wrong.") },
  { GS_RULE_NUMERIC, N_ ("The numbers exclude each other."),
    N_ ("Reconciled if the figures count different things, or one is a later state of the other.") },
  { GS_RULE_VAGUE, N_ ("The one speaks of little, the other of much."),
    N_ ("Reconciled if they speak of different shipments, times or standards of what is much.") },
  { GS_RULE_LADDER, N_ ("What one account says had been reached, another says had not been."),
    N_ ("Reconciled if they speak of different dealings, or matters have gone back a step.") },
  { GS_RULE_EXCLUSIVE_VALUE, N_ ("Only one answer to the question can be true."), NULL },
  { GS_RULE_OPPOSITE_ANSWERS, N_ ("They answer yes and no, of things that cannot be compared part by part."),
    N_ ("Reconciled if they speak of different things, or one sets a higher standard.") },
  { GS_RULE_ATTRIBUTION, N_ ("One report gives two origins for the same statement: the sourcing differs."),
    N_ ("Reconciled if the two origins are the same people, or both said it.") },
  { GS_RULE_VOICE_UPGRADE,
    N_ ("What was reported of somebody is said here without a source. This is a flag, not a contradiction."),
    N_ ("Reconciled if there is evidence beside what was reported.") },
};

static const Words *
find_words (const char *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (words[i].rule, rule))
        return &words[i];
    }

  g_assert_not_reached ();
}

/* How many speak, for the verb: of a group whose number is not told, two. */
static gulong
count_voices (GsParties *parties, const GsAccount *account, const GsClaimRecord *claim)
{
  const GsHopRecord *hop = claim->hops->len > 0 ? claim->hops->pdata[claim->hops->len - 1] : NULL;

  if (hop != NULL && hop->count > 0)
    return (gulong) hop->count;

  return gs_parties_is_plural (parties, account) ? 2 : 1;
}

/* A quote that ends a sentence stands within one of ours. */
static char *
dup_phrase (const GsClaimRecord *claim)
{
  char *quote = gs_pair_dup_quote (claim);
  gsize length = strlen (quote);

  if (length > 1 && quote[length - 1] == '.' && quote[length - 2] != '.')
    quote[length - 1] = '\0';

  return quote;
}

static char *
tell (GsParties *parties, const GsAccount *account, const GsClaimRecord *claim)
{
  g_autofree char *quote = dup_phrase (claim);
  const char *voice = gs_parties_voice_of (parties, account);
  gulong n = count_voices (parties, account, claim);

  if (account->stance == GS_STANCE_DENIES)
    /* Translators: speaker, quote. */
    return g_strdup_printf (ngettext ("%s denies: “%s”.", "%s deny: “%s”.", n), voice, quote);

  /* Translators: speaker, quote. */
  return g_strdup_printf (ngettext ("%s says: “%s”.", "%s say: “%s”.", n), voice, quote);
}

static char *
tell_class (const GsPair *pair)
{
  if (pair->conflict_class == GS_CLASS_SELF_CONTRADICTION && pair->days > 0)
    return g_strdup_printf (ngettext ("The same party speaks, %lu day apart.", "The same party speaks, %lu days apart.",
                                      (gulong) pair->days),
                            (gulong) pair->days);

  switch (pair->conflict_class)
    {
    case GS_CLASS_SELF_CONTRADICTION:
      return g_strdup (_ ("The same party speaks."));

    case GS_CLASS_MIS_ATTRIBUTION:
      return g_strdup (_ ("Two reports of the same speaker do not agree."));

    case GS_CLASS_OWN_VOICE:
      return g_strdup (_ ("The article says itself what it reports somebody to deny."));

    default:
      return NULL;
    }
}

static char *
tell_comparable (GsRules *rules, const GsOpposition *found)
{
  const GsQuestionRecord *question = gs_rules_get_question (rules, found->a->question);
  g_autofree char *actions = NULL, *actors = NULL;

  if (found->comparable == GS_COMPARABLE_QUESTION)
    return g_strdup_printf (_ ("Both answer “%s”."), question != NULL && question->text != NULL ? question->text : "");

  actions = g_strjoinv (", ", found->a->actions);
  actors = g_strjoinv (", ", found->a->actors);

  /* Translators: what was done, by whom. */
  return g_strdup_printf (_ ("Their slots match: the same action (%s) by the same actor (%s), with what is of a kind."),
                          actions, actors);
}

static const char *
reconcile_how (GsRules *rules, const GsOpposition *found)
{
  const Words *told = find_words (found->rule);
  const GsQuestionRecord *question = gs_rules_get_question (rules, found->b->question);

  if (found->conflict_class == GS_CLASS_MIS_ATTRIBUTION)
    return _ ("Reconciled if one of the reports does not give what was said, or gives what was said on another "
              "occasion.");
  if (told->reconcile != NULL)
    return _ (told->reconcile);

  switch (question != NULL ? question->answer : GS_ANSWER_FREE)
    {
    case GS_ANSWER_NUMBER:
      return _ ("Reconciled if the figures count different things, or one is a later state of the other.");

    case GS_ANSWER_DATE:
      return _ ("Reconciled if the dates belong to different events, or one is less precise than the other.");

    default:
      return _ ("Reconciled if the answers name the same thing, or one is less precise than the other.");
    }
}

static char *
retell (GsRules *rules, const GsOpposition *found)
{
  g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (GsOpposition));
  char *addends = NULL;

  g_array_set_clear_func (again, gs_opposition_clear);
  gs_rules_compare (rules, found->a, found->b, TRUE, again);
  for (guint i = 0; addends == NULL && i < again->len; i++)
    {
      GsOpposition *one = &g_array_index (again, GsOpposition, i);

      if (g_str_equal (one->rule, found->rule))
        addends = g_steal_pointer (&one->addends);
    }

  return addends;
}

/**
 * gs_pair_explain:
 * @pair: a pair whose class, days and score are known
 * @rules: the rules that found it
 * @found: what they found
 * @a: the claim of its first account
 * @b: the claim of its second
 *
 * Fills in what the pair tells.
 */
void
gs_pair_explain (GsPair *pair,
                 GsRules *rules,
                 const GsOpposition *found,
                 const GsClaimRecord *a,
                 const GsClaimRecord *b)
{
  GsParties *parties = gs_rules_get_parties (rules);
  g_autofree char *first = tell (parties, found->a, a), *second = tell (parties, found->b, b);
  g_autofree char *how = tell_class (pair);
  const char *why = _ (find_words (found->rule)->why);

  pair->comparable = tell_comparable (rules, found);
  pair->explanation = g_strjoin (" ", first, second, why, pair->comparable, how, NULL);
  pair->addends = retell (rules, found);
  pair->reconcile = g_strdup (reconcile_how (rules, found));
}
