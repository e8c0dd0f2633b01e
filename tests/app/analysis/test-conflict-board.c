/* test-conflict-board.c: what the board keeps is what counting anew gives.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "conflict-case.h"
#include "gs-conflict-rules.h"
#include "gs-pair.h"

#define QUESTIONS 4
#define STEPS 150
#define MOST_CLAIMS 30

/* What comparing every claim with every other gives on one question. */
typedef struct
{
  gint64 claims;
  gint64 pairs;
  gint64 undecided;
  gboolean cross_language;
  gboolean self_contradiction;
  GHashTable *rules;
  GHashTable *elsewhere; /* UUIDs of claims on other questions that stand against one on this */
} Count;

typedef struct
{
  GsWorkspace *workspace;
  GRand *rand;
  char *questions[QUESTIONS];
  char *articles[3];
  char *sources[4];
  GPtrArray *claims; /* GsClaimRecord, as they are now */
  GPtrArray *links;  /* GsLinkRecord */
} Bench;

static gpointer
pick (Bench *self, gpointer const *of, guint n)
{
  return of[g_rand_int_range (self->rand, 0, (gint32) n)];
}

#define PICK(self, array) pick (self, (gpointer const *) (array), G_N_ELEMENTS (array))

/* Counting anew ---------------------------------------------------------------------- */

static Count *
count_new (void)
{
  Count *count = g_new0 (Count, 1);

  count->rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  count->elsewhere = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return count;
}

static void
count_free (gpointer data)
{
  Count *count = data;

  g_hash_table_unref (count->rules);
  g_hash_table_unref (count->elsewhere);
  g_free (count);
}

static gboolean
collect_cb (const GsRecordType *type, gpointer record, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, gs_record_copy (type, record));

  return TRUE;
}

static void
read_all (Bench *self)
{
  g_ptr_array_set_size (self->claims, 0);
  g_ptr_array_set_size (self->links, 0);
  g_assert_true (gs_workspace_each (self->workspace, &gs_claim_type, collect_cb, self->claims, NULL));
  g_assert_true (gs_workspace_each (self->workspace, &gs_link_type, collect_cb, self->links, NULL));
}

static const GsLinkRecord *
find_link (Bench *self, const GsOpposition *found)
{
  g_autofree char *uuid = gs_pair_derive_link (found->a->uuid, found->b->uuid, found->rule);

  for (guint i = 0; i < self->links->len; i++)
    {
      if (g_str_equal (((const GsLinkRecord *) self->links->pdata[i])->uuid, uuid))
        return self->links->pdata[i];
    }

  return NULL;
}

static void
count_opposition (Bench *self, GsRules *rules, const GsOpposition *found, GHashTable *counts)
{
  GsParties *parties = gs_rules_get_parties (rules);
  const char *question = found->b->question != NULL ? found->b->question : found->a->question;
  const char *x = gs_parties_language (parties, found->a), *y = gs_parties_language (parties, found->b);
  const GsLinkRecord *link = find_link (self, found);
  Count *count = question != NULL ? g_hash_table_lookup (counts, question) : NULL;

  if (count == NULL)
    return;

  count->pairs++;
  count->undecided += link == NULL || link->verdict == GS_VERDICT_UNDECIDED;
  count->cross_language = count->cross_language || (x != NULL && y != NULL && !g_str_equal (x, y));
  count->self_contradiction = count->self_contradiction || found->conflict_class == GS_CLASS_SELF_CONTRADICTION;
  g_hash_table_add (count->rules, g_strdup (found->rule));
  if (g_strcmp0 (found->a->question, question) != 0)
    g_hash_table_add (count->elsewhere, g_strdup (found->a->uuid));
  if (g_strcmp0 (found->b->question, question) != 0)
    g_hash_table_add (count->elsewhere, g_strdup (found->b->uuid));
}

/* (transfer full): question → Count. */
static GHashTable *
count_anew (Bench *self)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, count_free);
  g_autoptr (GsRules) rules = gs_rules_new (self->workspace);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_account_free);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (GsOpposition));

  g_array_set_clear_func (found, gs_opposition_clear);
  read_all (self);
  for (guint i = 0; i < QUESTIONS; i++)
    g_hash_table_insert (counts, self->questions[i], count_new ());
  for (guint i = 0; i < self->claims->len; i++)
    {
      GsAccount *account = gs_account_new (self->claims->pdata[i]);

      for (guint j = 0; j < i; j++)
        gs_rules_compare (rules, accounts->pdata[j], account, FALSE, found);
      g_ptr_array_add (accounts, account);
      if (account->question != NULL)
        ((Count *) g_hash_table_lookup (counts, account->question))->claims++;
    }
  for (guint i = 0; i < found->len; i++)
    count_opposition (self, rules, &g_array_index (found, GsOpposition, i), counts);

  return counts;
}

/* Comparing --------------------------------------------------------------------------- */

static void
assert_counted (const GsConflict *conflict, const Count *count)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 n = 0;

  g_assert_nonnull (conflict);
  g_assert_false (conflict->partial);
  g_assert_cmpint (conflict->undecided, ==, count->undecided);
  g_assert_cmpint (conflict->cross_language, ==, count->cross_language);
  g_assert_cmpint (conflict->self_contradiction, ==, count->self_contradiction);
  g_assert_cmpuint (conflict->rules->len, ==, g_hash_table_size (count->rules));
  for (guint i = 0; i < conflict->rules->len; i++)
    g_assert_true (g_hash_table_contains (count->rules, conflict->rules->pdata[i]));

  for (guint i = 0; i < conflict->positions->len; i++)
    {
      const GsPosition *position = conflict->positions->pdata[i];

      g_assert_cmpint (position->count, ==, position->claims->len);
      g_assert_cmpint (position->origins_lower, >=, 1);
      g_assert_cmpint (position->origins_upper, >=, position->origins_lower);
      g_assert_cmpint (position->origins_upper, <=, position->count);
      for (guint j = 0; j < position->claims->len; j++)
        g_assert_true (g_hash_table_add (named, position->claims->pdata[j]));
      n += position->count;
    }
  g_assert_cmpint (n, ==, count->claims + g_hash_table_size (count->elsewhere));
}

static const GsConflict *
find_conflict (const GPtrArray *list, const char *question)
{
  for (guint i = 0; i < list->len; i++)
    {
      if (g_str_equal (((const GsConflict *) list->pdata[i])->question, question))
        return list->pdata[i];
    }

  return NULL;
}

static GPtrArray *
list (Bench *self, const GsConflictFilter *filter)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *conflicts = gs_conflicts_list (self->workspace, filter, 0, 100, &error);

  g_assert_no_error (error);

  return conflicts;
}

/* Returns: how many conflicts there are. */
static guint
assert_board (Bench *self)
{
  g_autoptr (GHashTable) counts = count_anew (self);
  g_autoptr (GPtrArray) all = list (self, NULL);
  g_autoptr (GPtrArray) undecided = list (self, &(GsConflictFilter){ .undecided = TRUE });
  g_autoptr (GPtrArray) cross = list (self, &(GsConflictFilter){ .cross_language = TRUE });
  g_autoptr (GPtrArray) both = list (self, &(GsConflictFilter){ .cross_language = TRUE, .self_contradiction = TRUE });
  guint n = 0;

  for (guint i = 0; i < QUESTIONS; i++)
    {
      const char *question = self->questions[i];
      const Count *count = g_hash_table_lookup (counts, question);
      g_autoptr (GsConflict) opened = gs_conflicts_of (self->workspace, question, NULL);

      g_assert_true ((count->pairs > 0) == (find_conflict (all, question) != NULL));
      g_assert_true ((count->pairs > 0) == (opened != NULL));
      g_assert_true ((count->undecided > 0) == (find_conflict (undecided, question) != NULL));
      g_assert_true (count->cross_language == (find_conflict (cross, question) != NULL));
      g_assert_true ((count->cross_language && count->self_contradiction) == (find_conflict (both, question) != NULL));
      if (count->pairs == 0)
        continue;
      assert_counted (find_conflict (all, question), count);
      assert_counted (opened, count);
      n++;
    }

  return n;
}

/* Changing ------------------------------------------------------------------------------ */

static void
set_slot (GsClaimRecord *claim, const char *name, const char *entity)
{
  GsSlotRecord *slot = gs_record_append (claim->slots, &gs_slot_type);

  slot->name = g_strdup (name);
  slot->entity = g_strdup (entity);
}

/* Of UUID @number, new or changed. */
static void
change_claim (Bench *self, GsAction *action, guint number)
{
  static const char *const actors[] = { "Iran", "Iran", "Russia" };
  static const char *const objects[] = { "drone", "weapon", "missile" };
  static const char *const times[] = { NULL, NULL, "2022-08", "onset:2022-08", "onset:2022-10", "2022-10-03" };
  static const char *const values[] = { NULL, NULL, "few", "many" };
  g_autoptr (GsClaimRecord) claim = gs_record_new (&gs_claim_type);
  const char *time = PICK (self, times);

  claim->uuid = g_strdup_printf ("00000000-0000-4000-8000-%012u", number);
  claim->article = g_strdup (PICK (self, self->articles));
  claim->question = g_rand_int_range (self->rand, 0, 8) > 0 ? g_strdup (PICK (self, self->questions)) : NULL;
  claim->stance = g_rand_int_range (self->rand, 0, 3) == 0 ? GS_STANCE_DENIES : GS_STANCE_ASSERTS;
  claim->certainty = g_rand_int_range (self->rand, 0, 4);
  claim->value = g_strdup (PICK (self, values));
  if (time != NULL)
    g_ptr_array_add (claim->times, gs_time_parse (time, NULL));
  if (g_rand_boolean (self->rand))
    ((GsHopRecord *) gs_record_append (claim->hops, &gs_hop_type))->source = g_strdup (PICK (self, self->sources));
  if (g_rand_int_range (self->rand, 0, 3) > 0)
    {
      set_slot (claim, "action", "deliver");
      set_slot (claim, "actor", PICK (self, actors));
      set_slot (claim, "object", PICK (self, objects));
    }
  gs_action_save (action, &gs_claim_type, claim);
}

static void
judge (Bench *self, GsAction *action)
{
  g_autoptr (GPtrArray) pairs = gs_conflicts_pairs (self->workspace, PICK (self, self->questions), 0, 20, NULL);
  g_autoptr (GsLinkRecord) link = NULL;

  if (pairs->len == 0)
    return;

  link = gs_pair_to_link (pick (self, pairs->pdata, pairs->len), GS_LINK_CONTRADICTS, GS_VERDICT_DISMISSED, "no", NULL);
  gs_action_save (action, &gs_link_type, link);
}

/* What rules look up beside the claims. */
static void
change_names (Bench *self, GsAction *action)
{
  static const char *const tongues[] = { "en", "nl", "nl", NULL };
  g_autoptr (GsSourceRecord) source =
    gs_workspace_load (self->workspace, &gs_source_type, PICK (self, self->sources), NULL);
  g_autoptr (GsArticleRecord) article =
    gs_workspace_load (self->workspace, &gs_article_type, PICK (self, self->articles), NULL);
  g_autoptr (GsQuestionRecord) question =
    gs_workspace_load (self->workspace, &gs_question_type, PICK (self, self->questions), NULL);

  switch (g_rand_int_range (self->rand, 0, 4))
    {
    case 0:
      g_clear_pointer (&source->part_of, g_free);
      if (!g_str_equal (source->uuid, self->sources[0]) && g_rand_boolean (self->rand))
        source->part_of = g_strdup (self->sources[0]);
      gs_action_save (action, &gs_source_type, source);
      break;

    case 1:
      g_free (article->language);
      article->language = g_strdup (PICK (self, tongues));
      gs_action_save (action, &gs_article_type, article);
      break;

    case 2:
      question->exclusive = !question->exclusive;
      gs_action_save (action, &gs_question_type, question);
      break;

    default:
      g_free (gs_names_ensure_tag (self->workspace, action, "weapon/drone", NULL));
      break;
    }
}

/* All but how it began. */
static void
undo (Bench *self)
{
  g_autoptr (GsQuestionRecord) question = NULL;

  gs_workspace_undo (self->workspace, NULL, NULL);
  question = gs_workspace_load (self->workspace, &gs_question_type, self->questions[0], NULL);
  if (question == NULL)
    g_assert_true (gs_workspace_redo (self->workspace, NULL, NULL));
}

static void
take_step (Bench *self)
{
  g_autoptr (GsAction) action = gs_action_new ("Step");
  int what = g_rand_int_range (self->rand, 0, 20);
  guint number = (guint) g_rand_int_range (self->rand, 1, MOST_CLAIMS + 1);
  g_autofree char *uuid = g_strdup_printf ("00000000-0000-4000-8000-%012u", number);
  g_autoptr (GsClaimRecord) known = gs_workspace_load (self->workspace, &gs_claim_type, uuid, NULL);

  if (what < 2 && known != NULL)
    gs_action_delete (action, &gs_claim_type, uuid);
  else if (what < 4)
    judge (self, action);
  else if (what < 7)
    change_names (self, action);
  else if (what < 9)
    undo (self);
  else if (what < 10)
    gs_workspace_redo (self->workspace, NULL, NULL);
  else
    change_claim (self, action, number);
  if (!gs_action_is_empty (action))
    case_perform (self->workspace, action);
}

/* Setting up ---------------------------------------------------------------------------- */

static void
bench_init (Bench *self, guint seed)
{
  static const char *const names[] = { "Iran", "Minister", "CNN", "officials" };
  static const int kinds[] = { GS_SOURCE_GOVERNMENT, GS_SOURCE_PERSON, GS_SOURCE_OUTLET, GS_SOURCE_ANONYMOUS_GROUP };
  static const char *const tongues[] = { "en", "nl", "en" };
  g_autoptr (GsAction) action = gs_action_new ("Set up");
  g_autoptr (GError) error = NULL;

  self->rand = g_rand_new_with_seed (seed);
  self->workspace = gs_workspace_new_in_memory (&error);
  g_assert_no_error (error);
  self->claims = gs_record_array_new (&gs_claim_type);
  self->links = gs_record_array_new (&gs_link_type);
  for (guint i = 0; i < QUESTIONS; i++)
    {
      g_autoptr (GsQuestionRecord) question = gs_record_new (&gs_question_type);

      question->text = g_strdup_printf ("What was delivered, %u?", i);
      self->questions[i] = g_strdup (gs_action_save (action, &gs_question_type, question));
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->articles); i++)
    {
      g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);

      article->language = g_strdup (tongues[i]);
      article->text = g_strdup_printf ("Text %u.", i);
      self->articles[i] = g_strdup (gs_action_save (action, &gs_article_type, article));
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->sources); i++)
    {
      g_autoptr (GsSourceRecord) source = gs_record_new (&gs_source_type);

      source->name = g_strdup (names[i]);
      source->kind = kinds[i];
      self->sources[i] = g_strdup (gs_action_save (action, &gs_source_type, source));
    }
  case_perform (self->workspace, action);
}

static void
bench_clear (Bench *self)
{
  g_assert_finalize_object (self->workspace);
  g_rand_free (self->rand);
  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->links);
  for (guint i = 0; i < QUESTIONS; i++)
    g_free (self->questions[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->articles); i++)
    g_free (self->articles[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->sources); i++)
    g_free (self->sources[i]);
}

/* Tests ------------------------------------------------------------------------------------ */

/* Whatever is done, and undone, the board says what a recount of all pairs says. */
static void
test_recount (void)
{
  guint n = 0, most = 0;

  for (guint seed = 1; seed <= 3; seed++)
    {
      Bench self = { NULL };
      g_autoptr (GPtrArray) findings = NULL;

      bench_init (&self, seed);
      for (guint i = 0; i < STEPS; i++)
        {
          take_step (&self);
          /* Sometimes several things are due at once. */
          if (g_rand_int_range (self.rand, 0, 3) > 0)
            continue;
          if (g_rand_int_range (self.rand, 0, 8) == 0)
            g_assert_true (gs_conflicts_update (self.workspace, NULL, NULL));
          if (g_rand_int_range (self.rand, 0, 8) == 0)
            g_assert_true (gs_conflicts_rebuild (self.workspace, NULL));
          n = assert_board (&self);
          most = MAX (most, n);
        }
      findings = gs_workspace_check (self.workspace, NULL);
      g_assert_cmpuint (findings->len, ==, 0);
      bench_clear (&self);
    }
  g_assert_cmpuint (most, ==, QUESTIONS);
}

/* A question of more claims than the board looks at: however many verdicts
 * there are, it is undecided until the last pair is judged. */
static void
test_undecided (void)
{
  enum
  {
    DENYING = 4,
    ASSERTING = 60
  };
  const GsConflictFilter filter = { .undecided = TRUE };
  Case *self = case_new (GS_ANSWER_FREE, FALSE);
  g_autoptr (GsAction) action = gs_action_new ("Many");
  g_autoptr (GPtrArray) pairs = NULL;

  for (guint i = 0; i < DENYING + ASSERTING; i++)
    {
      g_autoptr (GsClaimRecord) claim = case_claim (self, action, i < DENYING ? &(Said){ IRAN, DENY } : &(Said){ US });

      gs_action_save (action, &gs_claim_type, claim);
    }
  case_perform (self->workspace, action);
  pairs = case_pairs (self);
  g_assert_cmpuint (pairs->len, ==, DENYING * ASSERTING);

  for (guint done = 0; done < pairs->len;)
    {
      g_autoptr (GsAction) judging = gs_action_new ("Judge");
      g_autoptr (GPtrArray) listed = gs_conflicts_list (self->workspace, &filter, 0, 10, NULL);

      g_assert_cmpuint (listed->len, ==, 1);
      g_assert_true (((GsConflict *) listed->pdata[0])->partial);
      for (guint end = done == 0 ? pairs->len - 1 : pairs->len; done < end; done++)
        {
          g_autoptr (GsLinkRecord) link =
            gs_pair_to_link (pairs->pdata[done], GS_LINK_CONTRADICTS, GS_VERDICT_DISMISSED, "no", NULL);

          gs_action_save (judging, &gs_link_type, link);
        }
      case_perform (self->workspace, judging);
    }
  {
    g_autoptr (GPtrArray) listed = gs_conflicts_list (self->workspace, &filter, 0, 10, NULL);
    g_autoptr (GPtrArray) all = gs_conflicts_list (self->workspace, NULL, 0, 10, NULL);

    g_assert_cmpuint (listed->len, ==, 0);
    g_assert_cmpuint (all->len, ==, 1);
    g_assert_false (((GsConflict *) all->pdata[0])->partial);
  }
  case_free (self);
}

/* Whoever waits for a report need not wait for all the questions. */
static void
test_cancelled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = gs_workspace_new_in_memory (&error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (gs_conflicts_update (workspace, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (gs_conflicts_update (workspace, NULL, &error));
  g_assert_no_error (error);
}

static GsConflict *
make_conflict (void)
{
  GsConflict *conflict = g_new0 (GsConflict, 1);
  GsPosition *position = g_new0 (GsPosition, 1);

  position->claims = g_ptr_array_new_with_free_func (g_free);
  position->voices = g_ptr_array_new_with_free_func (g_free);
  position->lo = position->hi = NAN;
  conflict->question = g_strdup ("question");
  conflict->text = g_strdup ("When?");
  conflict->rules = g_ptr_array_new_with_free_func (g_free);
  conflict->positions = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_position_free);
  g_ptr_array_add (conflict->positions, position);

  return conflict;
}

/* A row of the board is drawn anew where anything that it says has changed. */
static void
test_equal (void)
{
  g_autoptr (GsConflict) one = make_conflict ();
  g_autoptr (GsConflict) other = make_conflict ();

  g_assert_true (gs_conflict_equal (one, other));
  one->partial = TRUE;
  g_assert_false (gs_conflict_equal (one, other));
  other->partial = TRUE;
  g_assert_true (gs_conflict_equal (one, other));
  ((GsPosition *) one->positions->pdata[0])->partial = TRUE;
  g_assert_false (gs_conflict_equal (one, other));
  ((GsPosition *) other->positions->pdata[0])->partial = TRUE;
  ((GsPosition *) other->positions->pdata[0])->lo = 0.0;
  g_assert_false (gs_conflict_equal (one, other));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/conflict-board/recount", test_recount);
  g_test_add_func ("/app/conflict-board/undecided", test_undecided);
  g_test_add_func ("/app/conflict-board/equal", test_equal);
  g_test_add_func ("/app/conflict-board/cancelled", test_cancelled);

  return g_test_run ();
}
