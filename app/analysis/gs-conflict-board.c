/* gs-conflict-board.c: the questions on which accounts contradict each other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflicts-private.h"

#include <math.h>
#include <string.h>

/* What a conflict shows of very many. */
#define MAX_CLAIMS 100
#define MAX_VOICES 12
#define MAX_PAIRS 1000

/* Claims that are grouped into positions, and how many are read at once. */
#define MAX_GROUPED 5000
#define PAGE 250

/* Between the names of a chain (words/gs-listings.h). */
#define CHAIN_SEPARATOR " › "

/**
 * gs_position_free:
 * @position: (transfer full) (nullable): a position
 */
void
gs_position_free (GsPosition *position)
{
  if (position == NULL)
    return;

  g_free (position->value);
  g_ptr_array_unref (position->claims);
  g_ptr_array_unref (position->voices);
  g_free (position->from);
  g_free (position->to);
  g_free (position->unit);
  g_free (position->ladder);
  g_free (position->stage);
  g_free (position);
}

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

/* Positions ------------------------------------------------------------------------ */

static GsPosition *
find_position (GsConflict *conflict, GHashTable *by_key, int stance, const char *value)
{
  g_autofree char *folded = gs_rules_fold_value (value);
  g_autofree char *key = g_strdup_printf ("%d%s%s", stance, folded != NULL ? "=" : "", folded != NULL ? folded : "");
  GsPosition *position = g_hash_table_lookup (by_key, key);

  if (position != NULL)
    return position;

  position = g_new0 (GsPosition, 1);
  position->stance = stance;
  position->lo = position->hi = NAN;
  position->value = folded != NULL ? g_strstrip (g_strdup (value)) : NULL;
  position->claims = g_ptr_array_new_with_free_func (g_free);
  position->voices = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (conflict->positions, position);
  g_hash_table_insert (by_key, g_steal_pointer (&key), position);

  return position;
}

static void
add_voice (GsPosition *position, const GsClaimListing *row)
{
  const char *voice = row->chain != NULL && *row->chain != '\0' ? row->chain : row->article_title;
  const char *last = row->chain != NULL ? g_strrstr (row->chain, CHAIN_SEPARATOR) : NULL;

  if (last != NULL)
    voice = last + strlen (CHAIN_SEPARATOR);
  if (voice != NULL && position->voices->len < MAX_VOICES
      && !g_ptr_array_find_with_equal_func (position->voices, voice, g_str_equal, NULL))
    g_ptr_array_add (position->voices, g_strdup (voice));
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const GsPosition *x = *(const GsPosition *const *) a, *y = *(const GsPosition *const *) b;

  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;
  if (x->stance != y->stance)
    return x->stance - y->stance;

  return g_strcmp0 (x->value, y->value);
}

/* Groups the first claims. Beyond them the stances are counted by the
 * database, the values are not. */
static gboolean
read_positions (GsWorkspace *workspace, GsConflict *conflict, const GsQuestionListing *question, GError **error)
{
  g_autoptr (GsListFilter) filter = gs_record_new (&gs_list_filter_type);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  filter->question = g_strdup (question->uuid);
  for (guint offset = 0; offset < MAX_GROUPED; offset += PAGE)
    {
      g_autoptr (GPtrArray) rows =
        gs_workspace_list_page (workspace, &gs_claim_listing_type, filter, offset, PAGE, error);

      if (rows == NULL)
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        {
          const GsClaimListing *row = rows->pdata[i];
          GsPosition *position = find_position (conflict, by_key, row->stance, question->exclusive ? row->value : NULL);

          position->count++;
          if (position->claims->len < MAX_CLAIMS)
            g_ptr_array_add (position->claims, g_strdup (row->uuid));
          add_voice (position, row);
        }
      if (rows->len < PAGE)
        break;
    }

  for (guint i = 0; !question->exclusive && i < conflict->positions->len; i++)
    {
      GsPosition *position = conflict->positions->pdata[i];

      position->count = position->stance == GS_STANCE_ASSERTS ? question->asserted : question->denied;
    }
  g_ptr_array_sort (conflict->positions, compare_positions);

  return TRUE;
}

/* Conflicts --------------------------------------------------------------------------- */

/* @kind gets the strongest rule among the first pairs, %NULL if there are none. */
static gboolean
look_at_pairs (GsConflictWindow *window, guint most, const char **kind, gint64 *undecided, GError **error)
{
  g_autoptr (GPtrArray) linked = gs_conflict_window_get_linked (window, error);
  GError *local = NULL;
  guint n = 0;

  *kind = NULL;
  *undecided = 0;
  if (linked == NULL)
    return FALSE;

  for (guint i = 0; i < linked->len; i++, n++)
    *undecided += ((GsPair *) linked->pdata[i])->verdict == GS_VERDICT_UNDECIDED;
  for (; n < most && gs_conflict_window_next (window, &local); n++)
    {
      const char *rule = gs_conflict_window_get_rule (window);

      if (*kind == NULL || g_str_equal (rule, GS_RULE_POLARITY))
        *kind = rule;
      *undecided += gs_conflict_window_get_verdict (window) == GS_VERDICT_UNDECIDED;
    }
  if (local != NULL)
    g_propagate_error (error, local);
  else if (*kind == NULL && linked->len > 0)
    *kind = GS_RULE_POLARITY;

  return local == NULL;
}

static GsConflict *
conflict_of (GsWorkspace *workspace, GsParties *parties, const GsQuestionListing *question, GError **error)
{
  g_autoptr (GsConflictWindow) window = gs_conflict_window_new (workspace, parties, question->uuid, error);
  g_autoptr (GsConflict) conflict = NULL;
  const char *kind;
  gint64 undecided;

  if (window == NULL || !look_at_pairs (window, MAX_PAIRS, &kind, &undecided, error) || kind == NULL)
    return NULL;

  conflict = g_new0 (GsConflict, 1);
  conflict->question = g_strdup (question->uuid);
  conflict->text = g_strdup (question->text);
  conflict->kind = g_strdup (kind);
  conflict->undecided = undecided;
  conflict->rules = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (conflict->rules, g_strdup (kind));
  conflict->positions = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_position_free);

  return read_positions (workspace, conflict, question, error) ? g_steal_pointer (&conflict) : NULL;
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
  g_autoptr (GsParties) parties = NULL;
  GsQuestionListing *row;
  GsConflict *conflict;
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

  parties = gs_parties_new (workspace);
  conflict = conflict_of (workspace, parties, row, error);
  gs_record_free (&gs_question_listing_type, row);

  return conflict;
}

typedef struct
{
  GsWorkspace *workspace;
  GsParties *parties;
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

  conflict = conflict_of (listing->workspace, listing->parties, question, &local);
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

/**
 * gs_conflicts_list:
 * @workspace: a workspace
 * @filter: (nullable): what the board leaves out
 * @offset: how many conflicts to leave out
 * @limit: how many at most
 * @error: why it could not be read
 *
 * Blocks. Costs what there is of questions with opposing answers, not of claims.
 *
 * Returns: (transfer full) (element-type GsConflict): conflicts, in the order in which the questions came in
 */
GPtrArray *
gs_conflicts_list (GsWorkspace *workspace, const GsConflictFilter *filter, guint offset, guint limit, GError **error)
{
  g_autoptr (GsParties) parties = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);

  parties = gs_parties_new (workspace);
  conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_conflict_free);

  Listing listing = { workspace, parties, filter, offset, limit, conflicts };

  return gs_conflicts_each_question (workspace, list_question_cb, &listing, error) ? g_steal_pointer (&conflicts)
                                                                                   : NULL;
}
