/* gs-conflict-rules.c: do two claims contradict each other?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is common to all rules: which claims can be compared, and of which
 * class a contradiction is. The rules stand in gs-rules-*.c; each guard there
 * was learnt from a false hit.
 */

#include "config.h"

#include "gs-conflict-rules-private.h"

#include <string.h>

#include "gs-gettext.h"
#include "gs-lookup.h"

static void
question_free (gpointer data)
{
  gs_question_record_free (data);
}

/**
 * gs_rules_new:
 * @workspace: a #GsWorkspace
 *
 * Returns: (transfer full): the rules, with what they look up in @workspace
 */
GsRules *
gs_rules_new (GsWorkspace *workspace)
{
  GsRules *self = g_new0 (GsRules, 1);

  self->workspace = g_object_ref (workspace);
  self->parties = gs_parties_new (workspace);
  self->taxonomy = gs_taxonomy_new (workspace);
  self->questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, question_free);

  return self;
}

/**
 * gs_rules_free:
 * @self: (nullable) (transfer full): rules
 */
void
gs_rules_free (GsRules *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->questions);
  g_clear_error (&self->failure);
  gs_taxonomy_free (self->taxonomy);
  gs_parties_free (self->parties);
  g_object_unref (self->workspace);
  g_free (self);
}

/**
 * gs_rules_check:
 * @self: rules
 * @error: what could not be read
 *
 * Returns: whether all that was looked up to compare claims could be read; where it could not, what
 *   was found is not to be used
 */
gboolean
gs_rules_check (const GsRules *self, GError **error)
{
  return gs_lookup_check (self->failure, error) && gs_parties_check (self->parties, error)
         && gs_taxonomy_check (self->taxonomy, error);
}

/**
 * gs_rules_get_parties:
 * @self: rules
 *
 * Returns: (transfer none): who speaks for whom
 */
GsParties *
gs_rules_get_parties (GsRules *self)
{
  return self->parties;
}

/**
 * gs_rules_get_question:
 * @self: rules
 * @question: (nullable): UUID
 *
 * Blocks when it is first asked for.
 *
 * Returns: (transfer none) (nullable): the question, owned by @self
 */
const GsQuestionRecord *
gs_rules_get_question (GsRules *self, const char *question)
{
  gpointer record = NULL;

  if (question == NULL)
    return NULL;
  if (!g_hash_table_lookup_extended (self->questions, question, NULL, &record))
    {
      record = gs_lookup_record (self->workspace, &gs_question_type, question, &self->failure);
      g_hash_table_insert (self->questions, g_strdup (question), record);
    }

  return record;
}

/**
 * gs_opposition_clear:
 * @opposition: a #GsOpposition
 *
 * Frees what it holds, for g_array_set_clear_func().
 */
void
gs_opposition_clear (gpointer opposition)
{
  g_clear_pointer (&((GsOpposition *) opposition)->addends, g_free);
}

/* A finding in the making ---------------------------------------------------------- */

static GsOpposition *
last_found (GsComparison *self)
{
  return &g_array_index (self->found, GsOpposition, self->found->len - 1);
}

GsOpposition *
gs_comparison_add (GsComparison *self,
                   const GsAccount *a,
                   const GsAccount *b,
                   const char *rule,
                   int type,
                   int base,
                   const char *why)
{
  GsOpposition opposition = { .a = a, .b = b, .rule = rule, .type = type, .comparable = self->comparable };

  g_array_append_val (self->found, opposition);
  gs_comparison_weigh (self, base, why);

  return last_found (self);
}

void
gs_comparison_weigh (GsComparison *self, int points, const char *why)
{
  GsOpposition *opposition = last_found (self);
  char *told;

  opposition->score += points;
  if (!self->tell)
    return;

  if (opposition->addends == NULL)
    told = g_strdup_printf ("%d %s", points, why);
  else
    told = g_strdup_printf ("%s, %s%d %s", opposition->addends, points < 0 ? "−" : "+", ABS (points), why);
  g_free (opposition->addends);
  opposition->addends = told;
}

gboolean
gs_comparison_contradicts (GsComparison *self)
{
  for (guint i = self->first; i < self->found->len; i++)
    {
      if (g_array_index (self->found, GsOpposition, i).type == GS_LINK_CONTRADICTS)
        return TRUE;
    }

  return FALSE;
}

/* Comparing parts -------------------------------------------------------------------- */

GsRelation
gs_relate (double a_first, double a_last, double b_first, double b_last)
{
  if (a_last < b_first || b_last < a_first)
    return GS_RELATION_DISJOINT;
  if (a_first >= b_first && a_last <= b_last)
    return GS_RELATION_INSIDE;
  if ((a_last <= b_first || b_last <= a_first) && a_first < a_last && b_first < b_last)
    return GS_RELATION_TOUCHING;

  return GS_RELATION_OVERLAPPING;
}

GsRelation
gs_relate_times (const GsAccount *a, const GsAccount *b)
{
  return a->has_time && b->has_time ? gs_relate (a->first, a->last, b->first, b->last) : GS_RELATION_UNKNOWN;
}

gboolean
gs_rules_contain (GsRules *self, char *const *broad, char *const *narrow)
{
  for (guint i = 0; broad[i] != NULL; i++)
    {
      for (guint j = 0; narrow[j] != NULL; j++)
        {
          if (gs_taxonomy_contains (self->taxonomy, broad[i], narrow[j]))
            return TRUE;
        }
    }

  return FALSE;
}

gboolean
gs_rules_related (GsRules *self, char *const *a, char *const *b)
{
  return *a == NULL || *b == NULL || gs_rules_contain (self, a, b) || gs_rules_contain (self, b, a);
}

/* Scopes are the same that share a word and turn it round in the same way. */
gboolean
gs_scopes_differ (const GsAccount *a, const GsAccount *b)
{
  char *const *x = a->scope, *const *y = b->scope;

  if (*x == NULL || *y == NULL)
    return FALSE;
  while ((*x != NULL && **x == '!') || (*y != NULL && **y == '!'))
    {
      if (g_strcmp0 (*x, *y) != 0)
        return TRUE;
      x++;
      y++;
    }

  return *x != NULL && *y != NULL && !gs_account_share (x, y);
}

gboolean
gs_account_is_open (const GsAccount *account)
{
  return account->status == GS_STATUS_POSSIBLE || account->status == GS_STATUS_CONDITIONAL;
}

static gboolean
is_anybody (char *const *recipients)
{
  return g_strv_contains ((const char *const *) recipients, "any");
}

/* Who did the same to whom, with what, where. */
static gboolean
slots_match (GsRules *self, const GsAccount *x, const GsAccount *y)
{
  return gs_account_share (x->actions, y->actions) && gs_account_share (x->actors, y->actors)
         && (*x->recipients == NULL || *y->recipients == NULL || is_anybody (x->recipients)
             || is_anybody (y->recipients) || gs_account_share (x->recipients, y->recipients))
         && *x->objects != NULL && *y->objects != NULL && gs_rules_related (self, x->objects, y->objects)
         && gs_rules_related (self, x->places, y->places);
}

static GsComparable
comparable (GsRules *self, const GsAccount *x, const GsAccount *y)
{
  if (x->question != NULL && g_strcmp0 (x->question, y->question) == 0)
    return GS_COMPARABLE_QUESTION;

  return slots_match (self, x, y) ? GS_COMPARABLE_SLOTS : GS_COMPARABLE_NOT;
}

/* Classes ------------------------------------------------------------------------------ */

/* Known to be on different days. */
static gboolean
uttered_apart (GsParties *parties, const GsAccount *a, const GsAccount *b)
{
  guint32 a_first, a_last, b_first, b_last;

  return gs_parties_days (parties, a, &a_first, &a_last) && gs_parties_days (parties, b, &b_first, &b_last)
         && (a_last < b_first || b_last < a_first);
}

/* An article asserts what it reports somebody to deny. */
static gboolean
is_own_voice (GsParties *parties, const GsOpposition *opposition)
{
  const GsAccount *a = opposition->a, *b = opposition->b;

  return g_str_equal (opposition->rule, GS_RULE_POLARITY) && gs_parties_own_voice (parties, a)
         && !gs_parties_own_voice (parties, b)
         && ((a->article != NULL && g_strcmp0 (a->article, b->article) == 0)
             || (*a->chain != NULL && *b->chain != NULL && g_str_equal (*a->chain, *b->chain)));
}

static void
classify (GsComparison *self, GsOpposition *opposition)
{
  GsParties *parties = self->rules->parties;

  if (opposition->conflict_class != GS_CLASS_NONE)
    return;
  if (is_own_voice (parties, opposition))
    opposition->conflict_class = GS_CLASS_OWN_VOICE;
  else if (!gs_parties_same_party (parties, opposition->a, opposition->b))
    opposition->conflict_class = GS_CLASS_DISPUTE;
  else if (gs_parties_same_speaker (parties, opposition->a, opposition->b)
           && gs_parties_different_outlets (parties, opposition->a, opposition->b)
           && !uttered_apart (parties, opposition->a, opposition->b))
    opposition->conflict_class = GS_CLASS_MIS_ATTRIBUTION;
  else
    opposition->conflict_class = GS_CLASS_SELF_CONTRADICTION;
}

static void
weigh_class (GsComparison *self, int conflict_class)
{
  if (conflict_class == GS_CLASS_MIS_ATTRIBUTION)
    gs_comparison_weigh (self, 5, _ ("one speaker, two reports"));
  else if (conflict_class == GS_CLASS_SELF_CONTRADICTION)
    gs_comparison_weigh (self, 10, _ ("the same party"));
}

static void
weigh_sureness (GsComparison *self, const GsAccount *a, const GsAccount *b)
{
  int worst = MAX (a->certainty, b->certainty);

  if (worst == GS_CERTAINTY_CERTAIN)
    gs_comparison_weigh (self, 10, _ ("both certain"));
  else if (worst == GS_CERTAINTY_POSSIBLE)
    gs_comparison_weigh (self, -10, _ ("one only possible"));
  if (gs_account_is_open (a) || gs_account_is_open (b) || a->status == GS_STATUS_PLANNED
      || b->status == GS_STATUS_PLANNED)
    gs_comparison_weigh (self, -15, _ ("not yet or not surely done"));
}

typedef void (*Family) (GsComparison *self, const GsAccount *x, const GsAccount *y);

/* Runs one family of rules, which finds one thing at most. */
static void
run (GsComparison *self, Family family, const GsAccount *x, const GsAccount *y)
{
  guint before = self->found->len;
  GsOpposition *opposition;

  family (self, x, y);
  if (self->found->len == before)
    return;

  opposition = last_found (self);
  if (opposition->conflict_class == GS_CLASS_NONE)
    weigh_sureness (self, x, y);
  if (self->comparable == GS_COMPARABLE_SLOTS)
    gs_comparison_weigh (self, -5, _ ("compared by their slots, not by their question"));
  classify (self, opposition);
  weigh_class (self, opposition->conflict_class);
}

static gboolean
comes_first (GsParties *parties, const GsAccount *x, const GsAccount *y)
{
  guint32 x_first, y_first, unused;

  if (gs_parties_days (parties, x, &x_first, &unused) && gs_parties_days (parties, y, &y_first, &unused)
      && x_first != y_first)
    return x_first < y_first;

  return g_strcmp0 (x->uuid, y->uuid) <= 0;
}

/**
 * gs_rules_compare:
 * @self: rules
 * @x: an account
 * @y: another; the order in which the two are given does not matter
 * @tell: whether to tell the scores term by term
 * @found: (element-type GsOpposition): gets what is found appended; it borrows @x and @y
 *
 * Each kind of contradiction is found by itself, since two accounts may disagree on
 * when and on how much; of one kind at most one is found. Who does not know takes no
 * position: a claim of unknown certainty opposes none.
 */
void
gs_rules_compare (GsRules *self, const GsAccount *x, const GsAccount *y, gboolean tell, GArray *found)
{
  GsComparison comparison = { .rules = self, .tell = tell, .found = found, .first = found->len };

  if (x->certainty == GS_CERTAINTY_UNKNOWN || y->certainty == GS_CERTAINTY_UNKNOWN
      || (x->uuid != NULL && g_strcmp0 (x->uuid, y->uuid) == 0))
    return;

  comparison.comparable = comparable (self, x, y);
  if (comparison.comparable == GS_COMPARABLE_NOT)
    return;
  if (comparison.comparable == GS_COMPARABLE_QUESTION)
    comparison.question = gs_rules_get_question (self, x->question);

  if (x->stance != y->stance)
    {
      gboolean asserts = x->stance == GS_STANCE_ASSERTS;

      run (&comparison, gs_rules_compare_stances, asserts ? x : y, asserts ? y : x);
      if (!gs_comparison_contradicts (&comparison))
        run (&comparison, gs_rules_compare_stages, asserts ? x : y, asserts ? y : x);
      return;
    }

  if (!comes_first (self->parties, x, y))
    {
      const GsAccount *first = y;

      y = x;
      x = first;
    }
  if (x->stance == GS_STANCE_ASSERTS)
    {
      run (&comparison, gs_rules_compare_times, x, y);
      run (&comparison, gs_rules_compare_stages, x, y);
      run (&comparison, gs_rules_compare_values, x, y);
    }
  if (found->len == comparison.first)
    run (&comparison, gs_rules_compare_voices, x, y);
}
