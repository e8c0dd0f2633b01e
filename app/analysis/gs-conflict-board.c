/* gs-conflict-board.c: what the conflict on a question is like.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-conflict-positions.h"
#include "gs-conflicts-private.h"
#include "gs-origins-private.h"
#include "gs-workspace-private.h"

/* Pairs that are looked at to say what a conflict is like. */
#define MAX_PAIRS 1000
/* Standpoints that are grouped into positions. */
#define MAX_GROUPED 4000
/* Claims of a position that are named, and from which origins are counted. */
#define MAX_CLAIMS 100
#define MAX_ORIGIN_CLAIMS 400
/* Claims from which origins are counted, in all positions together. */
#define MAX_COUNTED 4000
/* The board looks less far into questions that have more claims than that. */
#define HOT 60
#define HOT_PAIRS 100
#define HOT_GROUPED 100
#define HOT_CLAIMS 20

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

static gboolean
look_at_pair (GsBoard *board, GsConflict *conflict, GsConflictWindow *window, GHashTable *elsewhere, GError **error)
{
  const GsOpposition *found = gs_conflict_window_get_opposition (window);
  GsParties *parties = gs_rules_get_parties (board->rules);
  const char *a = gs_parties_language (parties, found->a), *b = gs_parties_language (parties, found->b);
  int verdict;

  if (!gs_conflict_window_get_verdict (window, &verdict, error))
    return FALSE;

  conflict->undecided += verdict == GS_VERDICT_UNDECIDED;
  conflict->cross_language = conflict->cross_language || (a != NULL && b != NULL && g_strcmp0 (a, b) != 0);
  conflict->self_contradiction = conflict->self_contradiction || found->conflict_class == GS_CLASS_SELF_CONTRADICTION;
  if (g_strcmp0 (found->a->question, conflict->question) != 0)
    g_hash_table_add (elsewhere, g_strdup (found->a->uuid));
  if (g_strcmp0 (found->b->question, conflict->question) != 0)
    g_hash_table_add (elsewhere, g_strdup (found->b->uuid));

  return TRUE;
}

/* How far a conflict is looked into. */
typedef struct
{
  const GsConflictReach *reach;
  guint pairs;
  guint grouped;
  guint claims;
} Depth;

/* Looks on after @depth where nothing that was seen is undecided: each verdict
 * is a link, and there are not more pairs to pass over than links. */
static gboolean
is_deep_enough (const GsConflict *conflict, const Depth *depth, guint n)
{
  return n >= MAX_PAIRS || (n >= depth->pairs && conflict->undecided > 0);
}

/* The linked pairs and the first of those that rules find. */
static gboolean
look_at_pairs (GsBoard *board, GsConflict *conflict, const Depth *depth, GHashTable *elsewhere, GError **error)
{
  g_autoptr (GsConflictWindow) window = gs_conflict_window_new (board->workspace, board->rules, board->standpoints,
                                                                conflict->question, depth->reach, error);
  g_autoptr (GPtrArray) linked = window != NULL ? gs_conflict_window_get_linked (window, error) : NULL;
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (Weight));
  GError *local = NULL;
  guint n;

  if (linked == NULL)
    return FALSE;

  n = linked->len;
  for (guint i = 0; i < linked->len; i++)
    conflict->undecided += ((GsPair *) linked->pdata[i])->verdict == GS_VERDICT_UNDECIDED;
  for (; !is_deep_enough (conflict, depth, n) && gs_conflict_window_next (window, &local); n++)
    {
      const GsOpposition *found = gs_conflict_window_get_opposition (window);

      weigh_rule (weights, found->rule, found->score);
      if (!look_at_pair (board, conflict, window, elsewhere, error))
        return FALSE;
    }
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  conflict->partial = is_deep_enough (conflict, depth, n) || gs_conflict_window_is_cut (window);
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

/* Those that most claims take first, so that a position is told in the words of most. */
static int
compare_standpoints (gconstpointer a, gconstpointer b)
{
  const GsStandpoint *x = *(const GsStandpoint *const *) a, *y = *(const GsStandpoint *const *) b;

  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;

  return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static gboolean
take_elsewhere (GsBoard *board, GsPositions *positions, GHashTable *elsewhere, GError **error)
{
  g_autoptr (GList) claims = g_list_sort (g_hash_table_get_keys (elsewhere), (GCompareFunc) strcmp);

  for (GList *claim = claims; claim != NULL; claim = claim->next)
    {
      const GsStatement *statement = gs_standpoints_statement (board->standpoints, claim->data, error);

      if (statement == NULL || !gs_positions_take_claim (positions, statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
group (GsBoard *board,
       GsConflict *conflict,
       const GsQuestionListing *question,
       const Depth *depth,
       GHashTable *elsewhere,
       GError **error)
{
  g_autoptr (GPtrArray) own =
    gs_standpoints_on_question (board->standpoints, conflict->question, depth->grouped, error);
  g_autoptr (GsPositions) positions = NULL;

  if (own == NULL)
    return FALSE;

  g_ptr_array_sort (own, compare_standpoints);
  positions = gs_positions_new (board->rules, board->standpoints, question->exclusive, conflict->kind, depth->claims);
  for (guint i = 0; i < own->len; i++)
    {
      if (!gs_positions_take (positions, own->pdata[i], error))
        return FALSE;
    }
  if (!take_elsewhere (board, positions, elsewhere, error))
    return FALSE;

  conflict->positions = gs_positions_finish (positions);
  if (own->len == depth->grouped)
    {
      for (guint i = 0; i < conflict->positions->len; i++)
        ((GsPosition *) conflict->positions->pdata[i])->partial = TRUE;
      count_all (conflict, question);
    }

  return TRUE;
}

/* Whose word each position rests on, for as many claims as can be read at once. */
static gboolean
count_origins (GsBoard *board, GsConflict *conflict, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < conflict->positions->len && n < MAX_COUNTED; i++)
    {
      GsPosition *position = conflict->positions->pdata[i];
      g_autoptr (GsOriginCount) count = gs_origins_count_claims (board->workspace, position->claims, error);

      if (count == NULL)
        return FALSE;
      n += position->claims->len;
      position->origins_lower = count->lower;
      position->origins_upper = count->upper;
      position->partial = position->partial || position->count > (gint64) position->claims->len;
      if (position->claims->len > MAX_CLAIMS)
        g_ptr_array_set_size (position->claims, MAX_CLAIMS);
    }

  return TRUE;
}

/**
 * gs_board_look:
 * @board: a board
 * @question: what is asked
 * @whole: whether the question is opened, and not one of many on a list
 * @error: why it could not be looked at
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): the conflict, %NULL without error when nothing opposes
 */
GsConflict *
gs_board_look (GsBoard *board, const GsQuestionListing *question, gboolean whole, GError **error)
{
  static const Depth listed = { &gs_conflict_reach_near, MAX_PAIRS, MAX_GROUPED, MAX_ORIGIN_CLAIMS };
  static const Depth all = { &gs_conflict_reach_far, MAX_PAIRS, MAX_GROUPED, MAX_ORIGIN_CLAIMS };
  static const Depth some = { &gs_conflict_reach_near, HOT_PAIRS, HOT_GROUPED, HOT_CLAIMS };
  gboolean hot = !whole && question->claims > HOT;
  const Depth *depth = hot ? &some : whole ? &all : &listed;
  g_autoptr (GsConflict) conflict = g_new0 (GsConflict, 1);
  g_autoptr (GHashTable) elsewhere = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  conflict->question = g_strdup (question->uuid);
  conflict->text = g_strdup (question->text);
  conflict->rules = g_ptr_array_new_with_free_func (g_free);
  conflict->positions = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_position_free);
  if (!look_at_pairs (board, conflict, depth, elsewhere, error) || conflict->kind == NULL)
    return NULL;

  g_clear_pointer (&conflict->positions, g_ptr_array_unref);
  if (!group (board, conflict, question, depth, elsewhere, error))
    {
      conflict->positions = g_ptr_array_new ();
      return NULL;
    }

  return (hot || count_origins (board, conflict, error)) && gs_rules_check (board->rules, error)
           ? g_steal_pointer (&conflict)
           : NULL;
}

/**
 * gs_board_init:
 * @board: (out): a board
 * @workspace: a workspace
 * @error: why its claims could not be read
 *
 * Blocks. It is to be cleared with gs_board_clear(), also after %FALSE.
 *
 * Returns: whether questions can be looked at
 */
gboolean
gs_board_init (GsBoard *board, GsWorkspace *workspace, GError **error)
{
  board->workspace = workspace;
  board->standpoints = gs_standpoints_new (workspace, error);
  board->rules = board->standpoints != NULL ? gs_rules_new (workspace) : NULL;

  return board->rules != NULL;
}

/**
 * gs_board_clear:
 * @board: a board
 *
 * Lets go of what it has read.
 */
void
gs_board_clear (GsBoard *board)
{
  g_clear_pointer (&board->rules, gs_rules_free);
  g_clear_pointer (&board->standpoints, gs_standpoints_free);
}

typedef struct
{
  GsWorkspace *workspace;
  const char *question;
} OfRequest;

/* On the worker, where each of the many small reads runs at once. (transfer full)
 * (nullable): @conflict in an array, none where nothing opposes. */
static gpointer
of_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const OfRequest *request = data;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_conflict_free);
  GsQuestionListing *row =
    gs_workspace_list_row (request->workspace, &gs_question_listing_type, request->question, error);
  GsConflict *conflict = NULL;
  GsBoard board = { NULL };
  GError *local = NULL;

  if (row == NULL)
    return NULL;

  if (gs_board_init (&board, request->workspace, &local))
    {
      gboolean held = gs_db_read_hold (db);

      conflict = gs_board_look (&board, row, TRUE, &local);
      if (held)
        gs_db_read_end (db);
    }
  gs_board_clear (&board);
  gs_record_free (&gs_question_listing_type, row);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  if (conflict != NULL)
    g_ptr_array_add (found, conflict);

  return g_steal_pointer (&found);
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
  OfRequest request = { workspace, question };
  g_autoptr (GPtrArray) found = NULL;
  GError *local = NULL;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (question != NULL, NULL);

  found = gs_workspace_run (workspace, of_job, &request, &local);
  if (local != NULL)
    g_propagate_error (error, local);
  else if (found == NULL) /* says that it is not there */
    gs_question_record_free (gs_workspace_load (workspace, &gs_question_type, question, error));

  return found != NULL && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}
