/* test-conflicts.c: pairs, verdicts and the board.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "conflict-case.h"

/* The addends add up to the score, and the order of arrival changes nothing. */
static void
test_order (void)
{
  static const Said said[] = {
    { IRAN, DENY },
    { US },
    { US, .time = "2022-08" },
    { .sources = "CNN>Minister", .article = 1 },
    { IRAN, DENY, .time = "universal:2022-02-24.." },
    { .sources = "CNN>officials", .article = 1, .certainty = GS_CERTAINTY_PROBABLE },
  };
  guint n = G_N_ELEMENTS (said);
  g_autoptr (GString) first = NULL;

  for (guint turn = 0; turn < 2; turn++)
    {
      Case *self = case_new (GS_ANSWER_YES_NO, FALSE);
      g_autoptr (GString) told = g_string_new (NULL);
      g_autoptr (GPtrArray) pairs = NULL;
      double last = G_MAXDOUBLE;

      for (guint i = 0; i < n; i++)
        {
          guint which = turn == 0 ? i : n - 1 - i;
          g_autofree char *uuid = g_strdup_printf ("00000000-0000-4000-8000-%012u", which);
          g_autofree char *saved = case_say (self, &said[which], uuid);
        }
      pairs = case_pairs (self);
      for (guint i = 0; i < pairs->len; i++)
        {
          const GsPair *pair = pairs->pdata[i];
          g_autofree char *plain = g_strdup (pair->addends);
          g_auto (GStrv) terms = g_strsplit (plain, ", ", -1);
          double sum = 0;

          for (guint j = 0; terms[j] != NULL; j++)
            sum += g_str_has_prefix (terms[j], "−") ? -g_ascii_strtod (terms[j] + strlen ("−"), NULL)
                                                    : g_ascii_strtod (terms[j], NULL);
          g_assert_cmpfloat (sum, ==, pair->score);
          g_assert_cmpfloat (pair->score, <=, last);
          last = pair->score;
          g_string_append_printf (told, "%s %s %s %s\n", pair->a, pair->b, pair->link, pair->explanation);
        }
      if (turn == 0)
        first = g_string_new (told->str);
      else
        g_assert_cmpstr (told->str, ==, first->str);
      g_assert_cmpuint (pairs->len, ==, 8);
      case_free (self);
    }
}

/* Verdicts ---------------------------------------------------------------------------- */

static void
judge (Case *self, const GsPair *pair, int kind, int verdict, const char *reason)
{
  g_autoptr (GsAction) action = gs_action_new ("Judge");
  g_autoptr (GsLinkRecord) link = gs_pair_to_link (pair, kind, verdict, reason, NULL);

  gs_action_save (action, &gs_link_type, link);
  case_perform (self->workspace, action);
}

static void
change_claim (Case *self, const char *uuid, const char *value, const char *note)
{
  g_autoptr (GsAction) action = gs_action_new ("Change");
  g_autoptr (GsClaimRecord) claim = gs_workspace_load (self->workspace, &gs_claim_type, uuid, NULL);

  g_free (claim->note);
  claim->note = g_strdup (note);
  g_free (claim->value);
  claim->value = g_strdup (value);
  gs_action_save (action, &gs_claim_type, claim);
  case_perform (self->workspace, action);
}

static GsPair *
find (Case *self, const char *link)
{
  g_autoptr (GError) error = NULL;
  GsPair *pair = gs_conflicts_find_pair (self->workspace, link, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (pair->link, ==, link);

  return pair;
}

static void
test_verdict (void)
{
  Case *self = case_new (GS_ANSWER_FREE, FALSE);
  g_autofree char *x = case_say (self, &(Said){ IRAN, DENY }, NULL), *y = case_say (self, &(Said){ US }, NULL);
  g_autoptr (GPtrArray) pairs = case_pairs (self);
  g_autofree char *link = g_strdup (((GsPair *) pairs->pdata[0])->link);
  g_autoptr (GError) error = NULL;
  g_autoptr (GsPair) suggested = find (self, link);
  g_autoptr (GsPair) dismissed = NULL, noted = NULL, stale = NULL, renewed = NULL, undone = NULL;
  g_autoptr (GsConflict) conflict = NULL;

  judge (self, suggested, GS_LINK_CONTRADICTS, GS_VERDICT_DISMISSED, "other drones");
  dismissed = find (self, link);
  g_assert_cmpint (dismissed->verdict, ==, GS_VERDICT_DISMISSED);
  g_assert_cmpstr (dismissed->reason, ==, "other drones");
  g_assert_false (dismissed->stale);
  conflict = gs_conflicts_of (self->workspace, self->question, &error);
  g_assert_cmpint (conflict->undecided, ==, 0);

  /* What no rule looks at does not ask again … */
  change_claim (self, x, NULL, "a remark");
  noted = find (self, link);
  g_assert_false (noted->stale);
  /* … what was judged does, and the verdict stays until then. */
  change_claim (self, x, "otherwise", NULL);
  stale = find (self, link);
  g_assert_true (stale->stale);
  g_assert_cmpint (stale->verdict, ==, GS_VERDICT_DISMISSED);
  judge (self, stale, GS_LINK_TENSION, GS_VERDICT_CONFIRMED, NULL);
  renewed = find (self, link);
  g_assert_false (renewed->stale);
  g_assert_cmpint (renewed->type, ==, GS_LINK_TENSION);

  gs_workspace_undo (self->workspace, NULL, NULL);
  undone = find (self, link);
  g_assert_true (undone->stale);
  g_assert_cmpint (undone->verdict, ==, GS_VERDICT_DISMISSED);

  g_assert_null (gs_conflicts_find_pair (self->workspace, "00000000-0000-4000-8000-000000000000", &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_NOT_FOUND);
  case_free (self);
}

/* A confirmed pair whose claims no longer oppose is not lost from sight. */
static void
test_confirmed_then_changed (void)
{
  Case *self = case_new (GS_ANSWER_VALUE, TRUE);
  g_autofree char *x = case_say (self, &(Said){ IRAN, .value = "a" }, NULL),
                  *y = case_say (self, &(Said){ US, .value = "b" }, NULL);
  g_autoptr (GPtrArray) pairs = case_pairs (self), after = NULL;
  const GsPair *pair = pairs->pdata[0];

  judge (self, pair, GS_LINK_CONTRADICTS, GS_VERDICT_CONFIRMED, NULL);
  change_claim (self, x, "b", NULL);
  after = case_pairs (self);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_true (((GsPair *) after->pdata[0])->stale);
  g_assert_cmpint (((GsPair *) after->pdata[0])->verdict, ==, GS_VERDICT_CONFIRMED);
  case_free (self);
}

static void
add_link (Case *self, const char *a, const char *b, int kind)
{
  g_autoptr (GsAction) action = gs_action_new ("Link");
  g_autoptr (GsLinkRecord) link = gs_record_new (&gs_link_type);

  link->a = g_strdup (a);
  link->b = g_strdup (b);
  link->kind = kind;
  gs_action_save (action, &gs_link_type, link);
  case_perform (self->workspace, action);
}

static const char *
link_of (const GPtrArray *pairs, guint position)
{
  return position < pairs->len ? ((const GsPair *) pairs->pdata[position])->link : NULL;
}

static void
assert_place (Case *self, const GPtrArray *pairs, const char *link, guint position)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsPairPlace) place = gs_conflicts_place (self->workspace, self->question, link, 1000, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (place->total, ==, pairs->len);
  g_assert_cmpuint (place->position, ==, position);
  g_assert_cmpstr (place->previous, ==, position > 0 ? link_of (pairs, position - 1) : NULL);
  g_assert_cmpstr (place->next, ==, link_of (pairs, position + 1));
  g_assert_true (place->pair == NULL ? pairs->len == 0 : gs_pair_equal (place->pair, pairs->pdata[position]));
}

/* One pair among the others is the same as in the list of all of them; without a
 * name, or by one that is not there, it is the first that is to be decided. */
static void
assert_places (Case *self, guint undecided)
{
  g_autoptr (GPtrArray) pairs = case_pairs (self);

  for (guint i = 0; i < pairs->len; i++)
    assert_place (self, pairs, link_of (pairs, i), i);
  assert_place (self, pairs, NULL, undecided);
  assert_place (self, pairs, "00000000-0000-4000-8000-000000000000", undecided);
}

static void
judge_at (Case *self, guint position, int verdict)
{
  g_autoptr (GPtrArray) pairs = case_pairs (self);

  judge (self, pairs->pdata[position], GS_LINK_CONTRADICTS, verdict, "why");
}

static void
test_places (void)
{
  Case *self = case_new (GS_ANSWER_FREE, FALSE);
  g_autofree char *x = case_say (self, &(Said){ IRAN, DENY }, NULL), *y = NULL, *z = NULL;

  assert_places (self, 0);
  y = case_say (self, &(Said){ US }, NULL);
  assert_places (self, 0);
  z = case_say (self, &(Said){ US }, NULL);
  add_link (self, y, z, GS_LINK_CONTRADICTS);
  assert_places (self, 0);
  judge_at (self, 0, GS_VERDICT_CONFIRMED);
  assert_places (self, 1);
  judge_at (self, 1, GS_VERDICT_DISMISSED);
  assert_places (self, 2);
  judge_at (self, 2, GS_VERDICT_CONFIRMED);
  assert_places (self, 0);

  /* What was judged has changed. */
  change_claim (self, z, "many", NULL);
  assert_places (self, 0);
  case_free (self);
}

/* What the analyst links by hand is a pair too, once. */
static void
test_links (void)
{
  Case *self = case_new (GS_ANSWER_FREE, FALSE);
  g_autofree char *x = case_say (self, &(Said){ IRAN, DENY }, NULL), *y = case_say (self, &(Said){ US }, NULL);
  g_autofree char *z = case_say (self, &(Said){ US }, NULL), *alone = NULL;
  g_autofree char *question = g_strdup (self->question);
  g_autoptr (GPtrArray) on_question = NULL, all = NULL;

  g_free (self->question);
  self->question = NULL;
  alone = case_say (self, &(Said){ US }, NULL);
  self->question = g_steal_pointer (&question);
  add_link (self, x, y, GS_LINK_TENSION);
  add_link (self, y, z, GS_LINK_CONTRADICTS);
  add_link (self, x, z, GS_LINK_SUPPORTS);
  add_link (self, alone, z, GS_LINK_CONTRADICTS);

  on_question = case_pairs (self);
  g_assert_cmpuint (on_question->len, ==, 3); /* y–z by hand; x–y and x–z by rule */
  g_assert_cmpstr (((GsPair *) on_question->pdata[0])->rule, ==, "analyst");
  all = gs_conflicts_pairs (self->workspace, NULL, 0, 1000, NULL);
  g_assert_cmpuint (all->len, ==, 4);
  g_assert_null (((GsPair *) all->pdata[3])->question);
  case_free (self);
}

/* The board ------------------------------------------------------------------------------ */

static void
test_board (void)
{
  Case *self = case_new (GS_ANSWER_NUMBER, TRUE);
  g_autofree char *other = NULL, *seeming = NULL;
  g_autoptr (GsAction) action = gs_action_new ("Ask");
  g_autoptr (GPtrArray) conflicts = NULL, rest = NULL, none = NULL;
  g_autoptr (GError) error = NULL;
  const GsConflict *conflict;
  const GsPosition *position;
  char *own;

  seeming = gs_names_ensure_question (self->workspace, action, "Seems so?", NULL);
  other = gs_names_ensure_question (self->workspace, action, "Was it so?", NULL);
  case_perform (self->workspace, action);
  for (guint i = 0; i < 3; i++)
    g_free (case_say (self, &(Said){ US, .value = " Few " }, NULL));
  g_free (case_say (self, &(Said){ IRAN, .value = "few" }, NULL));
  g_free (case_say (self, &(Said){ IRAN, .value = "many" }, NULL));
  g_free (case_say (self, &(Said){ IRAN, DENY }, NULL));
  own = self->question;
  self->question = seeming;
  g_free (case_say (self, &(Said){ IRAN, DENY, .slot = "extent" }, NULL));
  g_free (case_say (self, &(Said){ US }, NULL));
  self->question = other;
  g_free (case_say (self, &(Said){ IRAN, DENY }, NULL));
  g_free (case_say (self, &(Said){ US }, NULL));
  self->question = own;

  conflicts = gs_conflicts_list (self->workspace, NULL, 0, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (conflicts->len, ==, 2);
  conflict = conflicts->pdata[0];
  g_assert_cmpstr (conflict->question, ==, own);
  g_assert_cmpstr (conflict->kind, ==, "polarity");
  g_assert_cmpuint (conflict->positions->len, ==, 3);
  position = conflict->positions->pdata[0];
  g_assert_cmpint (position->count, ==, 4);
  g_assert_cmpstr (position->value, ==, "Few");
  g_assert_cmpuint (position->claims->len, ==, 4);
  g_assert_cmpuint (position->voices->len, ==, 2);
  g_assert_cmpstr (position->voices->pdata[0], ==, "Iran");
  g_assert_cmpint (((GsPosition *) conflict->positions->pdata[2])->stance, ==, GS_STANCE_DENIES);
  g_assert_cmpint (conflict->undecided, ==, 4 + 5);

  rest = gs_conflicts_list (self->workspace, NULL, 1, 10, &error);
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_cmpstr (((GsConflict *) rest->pdata[0])->question, ==, other);
  none = gs_conflicts_list (self->workspace, NULL, 2, 10, &error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (gs_conflicts_of (self->workspace, "00000000-0000-4000-8000-000000000000", &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_NOT_FOUND);
  case_free (self);
}

/* More claims than a block: every pair once, whatever the page, in bounded time. */
static void
test_many (void)
{
  enum
  {
    ASSERTING = 450,
    DENYING = 230
  };
  Case *self = case_new (GS_ANSWER_FREE, FALSE);
  g_autoptr (GsAction) action = gs_action_new ("Many");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) first = NULL, late = NULL, beyond = NULL;
  g_autoptr (GsConflict) conflict = NULL;
  gint64 before;

  for (guint i = 0; i < ASSERTING + DENYING; i++)
    {
      g_autoptr (GsClaimRecord) claim =
        case_claim (self, action, i < ASSERTING ? &(Said){ US } : &(Said){ IRAN, DENY });

      gs_action_save (action, &gs_claim_type, claim);
    }
  case_perform (self->workspace, action);

  before = g_get_monotonic_time ();
  first = gs_conflicts_pairs (self->workspace, self->question, 0, 50, NULL);
  g_test_message ("first 50 pairs of %d: %" G_GINT64_FORMAT " ms", ASSERTING * DENYING,
                  (g_get_monotonic_time () - before) / 1000);
  g_assert_cmpuint (first->len, ==, 50);
  beyond = gs_conflicts_pairs (self->workspace, self->question, ASSERTING * DENYING - 5, 50, NULL);
  g_assert_cmpuint (beyond->len, ==, 5);
  late = gs_conflicts_pairs (self->workspace, self->question, 0, ASSERTING * DENYING, NULL);
  g_assert_cmpuint (late->len, ==, ASSERTING * DENYING);
  for (guint i = 0; i < late->len; i++)
    g_assert_true (g_hash_table_add (seen, g_strdup (((GsPair *) late->pdata[i])->link)));

  conflict = gs_conflicts_of (self->workspace, self->question, NULL);
  g_assert_cmpint (conflict->undecided, ==, 1000);
  g_assert_cmpint (((GsPosition *) conflict->positions->pdata[0])->count, ==, ASSERTING);
  g_assert_cmpuint (((GsPosition *) conflict->positions->pdata[0])->claims->len, ==, 100);
  case_free (self);
}

/* Properties ------------------------------------------------------------------------ */

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full): what the engine finds, without order. */
static char *
tell_all (Case *self)
{
  g_autoptr (GPtrArray) pairs = case_pairs (self);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < pairs->len; i++)
    {
      const GsPair *pair = pairs->pdata[i];

      g_ptr_array_add (lines, g_strdup_printf ("%s %d %d %.0f %s", pair->rule, pair->type, pair->conflict_class,
                                               pair->score, pair->addends));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static Said
random_said (GRand *rand)
{
  static const char *const sources[] = { "VRT>Iran", "CNN>US", "VRT>Minister", "CNN>officials", "VRT" };
  static const char *const times[] = { NULL, "2022-08", "onset:2022-08", "onset:..2022-02-23",
                                       "universal:2022-02-24.." };
  static const char *const quantities[] = { NULL, "450 drones", "20 drones", "200..999 drones" };
  static const char *const scopes[] = { NULL, NULL, "in the war", "before the war" };

  return (Said){ .denies = g_rand_int_range (rand, 0, 3) == 0,
                 .sources = sources[g_rand_int_range (rand, 0, G_N_ELEMENTS (sources))],
                 .article = g_rand_int_range (rand, 0, 2),
                 .certainty = g_rand_int_range (rand, 0, 4),
                 .status = g_rand_int_range (rand, 0, 8),
                 .time = times[g_rand_int_range (rand, 0, G_N_ELEMENTS (times))],
                 .quantity = quantities[g_rand_int_range (rand, 0, G_N_ELEMENTS (quantities))],
                 .scope = scopes[g_rand_int_range (rand, 0, G_N_ELEMENTS (scopes))] };
}

#define CLAIMS 24

/* The same claims, entered in another order and after detours, give the same. */
static void
test_detours (void)
{
  for (guint seed = 0; seed < 8; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      Case *one = case_new (0, FALSE), *other = case_new (0, FALSE);
      Said said[CLAIMS];
      char *uuids[CLAIMS];
      g_autofree char *told = NULL, *again = NULL;

      for (guint i = 0; i < CLAIMS; i++)
        {
          said[i] = random_said (rand);
          uuids[i] = g_strdup_printf ("00000000-0000-4000-8000-%012u", i + 1);
        }
      for (guint i = 0; i < CLAIMS; i++)
        g_free (case_say (one, &said[i], uuids[i]));
      told = tell_all (one);

      for (guint i = CLAIMS; i > 0; i--)
        {
          Said detour = random_said (rand);

          g_free (case_say (other, &detour, uuids[i - 1]));
          if (i % 3 == 0)
            g_free (tell_all (other));
          g_free (case_say (other, &said[i - 1], uuids[i - 1]));
        }
      again = tell_all (other);
      g_assert_cmpstr (again, ==, told);
      for (guint i = 0; i < CLAIMS; i++)
        g_free (uuids[i]);
      case_free (one);
      case_free (other);
    }
}

/* Undo and redo of any edit restore what was found. */
static void
test_undo (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  Case *self = case_new (0, FALSE);
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) findings = NULL;

  for (guint i = 0; i < CLAIMS; i++)
    {
      g_autofree char *uuid = g_strdup_printf ("00000000-0000-4000-8000-%012u", i % 10 + 1);
      Said said = random_said (rand);

      g_ptr_array_add (told, tell_all (self));
      g_free (case_say (self, &said, uuid));
    }
  g_ptr_array_add (told, tell_all (self));
  g_assert_cmpstr (told->pdata[CLAIMS], !=, told->pdata[0]);

  for (guint i = CLAIMS; i > 0; i--)
    {
      g_autofree char *now = NULL;

      g_assert_true (gs_workspace_undo (self->workspace, NULL, NULL));
      now = tell_all (self);
      g_assert_cmpstr (now, ==, told->pdata[i - 1]);
    }
  for (guint i = 0; i < CLAIMS; i++)
    {
      g_autofree char *now = NULL;

      g_assert_true (gs_workspace_redo (self->workspace, NULL, NULL));
      now = tell_all (self);
      g_assert_cmpstr (now, ==, told->pdata[i + 1]);
    }
  findings = gs_workspace_check (self->workspace, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  case_free (self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/conflicts/order", test_order);
  g_test_add_func ("/app/conflicts/verdict", test_verdict);
  g_test_add_func ("/app/conflicts/confirmed-then-changed", test_confirmed_then_changed);
  g_test_add_func ("/app/conflicts/links", test_links);
  g_test_add_func ("/app/conflicts/places", test_places);
  g_test_add_func ("/app/conflicts/board", test_board);
  g_test_add_func ("/app/conflicts/many", test_many);

  g_test_add_func ("/app/conflicts/detours", test_detours);
  g_test_add_func ("/app/conflicts/undo", test_undo);

  return g_test_run ();
}
