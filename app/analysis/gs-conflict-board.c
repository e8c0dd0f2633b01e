/* gs-conflict-board.c: the questions on which accounts contradict each other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflict-positions.h"
#include "gs-conflicts-private.h"
#include "gs-workspace-private.h"

/* Pairs that are looked at to say what a conflict is like. */
#define MAX_PAIRS 1000
/* Standpoints that are grouped into positions. */
#define MAX_GROUPED 4000
/* A list of conflicts looks less far into questions that have more claims than that. */
#define HOT 60
#define HOT_PAIRS 20
#define HOT_GROUPED 100

/**
 * gs_conflict_free:
 * @conflict: (transfer full) (nullable): a conflict
 */
void
gs_conflict_free (GsConflict *conflict)
{
  if (conflict == NULL)
    return;

  g_free (conflict->question);
  g_free (conflict->text);
  g_free (conflict->kind);
  g_ptr_array_unref (conflict->rules);
  g_ptr_array_unref (conflict->positions);
  g_free (conflict);
}

/* What a conflict is being made from. */
typedef struct
{
  GsWorkspace *workspace;
  GsRules *rules;
  GsStandpoints *standpoints;
} Board;

static gboolean
board_init (Board *board, GsWorkspace *workspace, GError **error)
{
  board->workspace = workspace;
  board->standpoints = gs_standpoints_new (workspace, error);
  board->rules = board->standpoints != NULL ? gs_rules_new (workspace) : NULL;

  return board->rules != NULL;
}

static void
board_clear (Board *board)
{
  g_clear_pointer (&board->rules, gs_rules_free);
  g_clear_pointer (&board->standpoints, gs_standpoints_free);
}

/* Pairs ------------------------------------------------------------------------------ */

/* A rule and the highest score it gave. */
typedef struct
{
  const char *rule;
  double score;
} Weight;

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const Weight *x = a, *y = b;

  if (x->score < y->score || x->score > y->score)
    return x->score > y->score ? -1 : 1;

  return g_strcmp0 (x->rule, y->rule);
}

static void
weigh_rule (GArray *weights, const char *rule, double score)
{
  Weight weight = { rule, score };

  for (guint i = 0; i < weights->len; i++)
    {
      Weight *known = &g_array_index (weights, Weight, i);

      if (g_str_equal (known->rule, rule))
        {
          known->score = MAX (known->score, score);
          return;
        }
    }
  g_array_append_val (weights, weight);
}

static void
look_at_pair (Board *board, GsConflict *conflict, GsConflictWindow *window, GHashTable *elsewhere)
{
  const GsOpposition *found = gs_conflict_window_get_opposition (window);
  GsParties *parties = gs_rules_get_parties (board->rules);
  const char *a = gs_parties_language (parties, found->a), *b = gs_parties_language (parties, found->b);

  conflict->undecided += gs_conflict_window_get_verdict (window) == GS_VERDICT_UNDECIDED;
  conflict->cross_language = conflict->cross_language || (a != NULL && b != NULL && g_strcmp0 (a, b) != 0);
  conflict->self_contradiction = conflict->self_contradiction || found->conflict_class == GS_CLASS_SELF_CONTRADICTION;
  if (g_strcmp0 (found->a->question, conflict->question) != 0)
    g_hash_table_add (elsewhere, g_strdup (found->a->uuid));
  if (g_strcmp0 (found->b->question, conflict->question) != 0)
    g_hash_table_add (elsewhere, g_strdup (found->b->uuid));
}

/* The linked pairs and the first of those that rules find. */
static gboolean
look_at_pairs (Board *board, GsConflict *conflict, guint most, GHashTable *elsewhere, GError **error)
{
  g_autoptr (GsConflictWindow) window =
    gs_conflict_window_new (board->workspace, board->rules, board->standpoints, conflict->question, error);
  g_autoptr (GPtrArray) linked = window != NULL ? gs_conflict_window_get_linked (window, error) : NULL;
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (Weight));
  GError *local = NULL;
  guint n = 0;

  if (linked == NULL)
    return FALSE;

  for (guint i = 0; i < linked->len; i++, n++)
    conflict->undecided += ((GsPair *) linked->pdata[i])->verdict == GS_VERDICT_UNDECIDED;
  for (; n < most && gs_conflict_window_next (window, &local); n++)
    {
      const GsOpposition *found = gs_conflict_window_get_opposition (window);

      weigh_rule (weights, found->rule, found->score);
      look_at_pair (board, conflict, window, elsewhere);
    }
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  if (weights->len == 0 && linked->len > 0)
    weigh_rule (weights, GS_RULE_POLARITY, 0);
  g_array_sort (weights, compare_weights);
  for (guint i = 0; i < weights->len; i++)
    g_ptr_array_add (conflict->rules, g_strdup (g_array_index (weights, Weight, i).rule));
  if (weights->len > 0)
    conflict->kind = g_strdup (g_array_index (weights, Weight, 0).rule);

  return TRUE;
}

/* Conflicts --------------------------------------------------------------------------- */

/* Where not all claims were grouped, the file knows how many take each stance. */
static void
count_all (GsConflict *conflict, const GsQuestionListing *question)
{
  const GsPosition *first = conflict->positions->pdata[0];

  if (conflict->positions->len > 2 || first->value != NULL)
    return;

  for (guint i = 0; i < conflict->positions->len; i++)
    {
      GsPosition *position = conflict->positions->pdata[i];

      position->count = position->stance == GS_STANCE_ASSERTS ? question->asserted : question->denied;
    }
}

static gboolean
group (Board *board,
       GsConflict *conflict,
       const GsQuestionListing *question,
       guint most,
       GHashTable *elsewhere,
       GError **error)
{
  g_autoptr (GPtrArray) own = gs_standpoints_on_question (board->standpoints, conflict->question, most, error);
  g_autoptr (GsPositions) positions = NULL;
  GHashTableIter iter;
  gpointer claim;

  if (own == NULL)
    return FALSE;

  positions = gs_positions_new (board->rules, board->standpoints, question->exclusive, conflict->kind);
  for (guint i = 0; i < own->len; i++)
    {
      if (!gs_positions_take (positions, own->pdata[i], error))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, elsewhere);
  while (g_hash_table_iter_next (&iter, &claim, NULL))
    {
      const GsStatement *statement = gs_standpoints_statement (board->standpoints, claim, error);

      if (statement == NULL || !gs_positions_take_claim (positions, statement, error))
        return FALSE;
    }
  conflict->positions = gs_positions_finish (positions);
  if (own->len == most)
    count_all (conflict, question);

  return TRUE;
}

/* NULL without error when nothing opposes. */
static GsConflict *
conflict_of (Board *board, const GsQuestionListing *question, gboolean listed, GError **error)
{
  g_autoptr (GsConflict) conflict = g_new0 (GsConflict, 1);
  g_autoptr (GHashTable) elsewhere = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  gboolean hot = listed && question->claims > HOT;

  conflict->question = g_strdup (question->uuid);
  conflict->text = g_strdup (question->text);
  conflict->rules = g_ptr_array_new_with_free_func (g_free);
  conflict->positions = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_position_free);
  if (!look_at_pairs (board, conflict, hot ? HOT_PAIRS : MAX_PAIRS, elsewhere, error) || conflict->kind == NULL)
    return NULL;

  g_clear_pointer (&conflict->positions, g_ptr_array_unref);
  if (!group (board, conflict, question, hot ? HOT_GROUPED : MAX_GROUPED, elsewhere, error))
    {
      conflict->positions = g_ptr_array_new ();
      return NULL;
    }

  return g_steal_pointer (&conflict);
}

/**
 * gs_conflicts_of:
 * @workspace: a workspace
 * @question: UUID
 * @error: GS_ERROR_NOT_FOUND
 *
 * Blocks. A question whose claims only seem to oppose (a denial of another
 * value, of an extent, of another party's time) is no conflict.
 *
 * Returns: (transfer full) (nullable): the conflict, %NULL without error when nothing opposes
 */
GsConflict *
gs_conflicts_of (GsWorkspace *workspace, const char *question, GError **error)
{
  GsQuestionListing *row;
  GsConflict *conflict = NULL;
  Board board = { NULL };
  GError *local = NULL;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (question != NULL, NULL);

  row = gs_workspace_list_row (workspace, &gs_question_listing_type, question, &local);
  if (row == NULL)
    {
      if (local != NULL)
        g_propagate_error (error, local);
      else /* says that it is not there */
        gs_question_record_free (gs_workspace_load (workspace, &gs_question_type, question, error));
      return NULL;
    }

  if (board_init (&board, workspace, error))
    conflict = conflict_of (&board, row, FALSE, error);
  board_clear (&board);
  gs_record_free (&gs_question_listing_type, row);

  return conflict;
}

typedef struct
{
  Board *board;
  const GsConflictFilter *filter; /* (nullable) */
  guint skip;
  guint limit;
  GPtrArray *conflicts;
} Listing;

static gboolean
passes (const GsConflictFilter *filter, const GsConflict *conflict)
{
  return filter == NULL
         || ((!filter->undecided || conflict->undecided > 0) && (!filter->cross_language || conflict->cross_language)
             && (!filter->self_contradiction || conflict->self_contradiction));
}

static gboolean
list_question_cb (const GsQuestionListing *question, gpointer user_data, GError **error)
{
  Listing *listing = user_data;
  g_autoptr (GsConflict) conflict = NULL;
  GError *local = NULL;

  if (listing->conflicts->len >= listing->limit)
    return FALSE;

  if (question->claims == 0 || gs_standpoints_is_quiet (listing->board->standpoints, question->uuid))
    return TRUE;

  conflict = conflict_of (listing->board, question, TRUE, &local);
  if (conflict == NULL && local == NULL)
    gs_standpoints_hush (listing->board->standpoints, question->uuid);
  if (conflict != NULL && passes (listing->filter, conflict))
    {
      if (listing->skip > 0)
        listing->skip--;
      else
        g_ptr_array_add (listing->conflicts, g_steal_pointer (&conflict));
    }
  if (local != NULL)
    g_propagate_error (error, local);

  return local == NULL;
}

typedef struct
{
  GsWorkspace *workspace;
  const GsConflictFilter *filter; /* (nullable) */
  guint offset;
  guint limit;
} ListRequest;

/* On the worker, where each of the many small reads runs at once. */
static gpointer
list_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const ListRequest *request = data;
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_conflict_free);
  Board board = { NULL };
  gboolean done;

  Listing listing = { &board, request->filter, request->offset, request->limit, conflicts };

  done = board_init (&board, request->workspace, error)
         && gs_conflicts_each_question (request->workspace, list_question_cb, &listing, error);
  board_clear (&board);

  return done ? g_steal_pointer (&conflicts) : NULL;
}

/**
 * gs_conflicts_list:
 * @workspace: a workspace
 * @filter: (nullable): what the board leaves out
 * @offset: how many conflicts to leave out
 * @limit: how many at most
 * @error: why it could not be read
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type GsConflict): conflicts, in the order in which the questions came in
 */
GPtrArray *
gs_conflicts_list (GsWorkspace *workspace, const GsConflictFilter *filter, guint offset, guint limit, GError **error)
{
  ListRequest request = { workspace, filter, offset, limit };

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);

  return gs_workspace_run (workspace, list_job, &request, error);
}
