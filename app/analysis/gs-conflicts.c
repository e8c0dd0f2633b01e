/* gs-conflicts.c: the pairs that contradict each other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflicts-private.h"

#include "gs-gettext.h"

/* How many questions are looked up at once. */
#define QUESTIONS 50

/**
 * gs_conflicts_each_question:
 *
 * Calls @func for every question on which stances or values oppose, as the
 * database counts them; costs what there is of those. @func returns %FALSE to
 * stop, with or without an error.
 *
 * Returns: %FALSE with @error
 */
gboolean
gs_conflicts_each_question (GsWorkspace *workspace, GsQuestionFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GsListFilter) filter = gs_record_new (&gs_list_filter_type);
  GError *local = NULL;

  filter->conflicting = TRUE;
  for (guint offset = 0;; offset += QUESTIONS)
    {
      g_autoptr (GPtrArray) rows =
        gs_workspace_list_page (workspace, &gs_question_listing_type, filter, offset, QUESTIONS, error);

      if (rows == NULL)
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        {
          if (!func (rows->pdata[i], user_data, &local))
            {
              if (local != NULL)
                g_propagate_error (error, local);
              return local == NULL;
            }
        }
      if (rows->len < QUESTIONS)
        return TRUE;
    }
}

/* Pairs ------------------------------------------------------------------------- */

/* A part of the pairs, being gathered. */
typedef struct
{
  GsWorkspace *workspace;
  GsParties *parties;
  guint skip;
  guint limit;
  GPtrArray *pairs;
  GHashTable *questions; /* (nullable): seen */
} Gathering;

static gboolean
is_full (const Gathering *gathering)
{
  return gathering->pairs->len >= gathering->limit;
}

static void
gather (Gathering *gathering, GsPair *pair)
{
  if (gathering->skip == 0 && !is_full (gathering))
    g_ptr_array_add (gathering->pairs, pair);
  else
    {
      gathering->skip -= MIN (gathering->skip, 1);
      gs_pair_free (pair);
    }
}

static gboolean
gather_question (Gathering *gathering, const char *question, GError **error)
{
  g_autoptr (GsConflictWindow) window =
    gs_conflict_window_new (gathering->workspace, gathering->parties, question, error);
  g_autoptr (GPtrArray) linked = window != NULL ? gs_conflict_window_get_linked (window, error) : NULL;
  GError *local = NULL;

  if (linked == NULL)
    return FALSE;

  for (guint i = 0; i < linked->len; i++)
    gather (gathering, g_steal_pointer (&linked->pdata[i]));
  g_ptr_array_set_free_func (linked, NULL);

  while (!is_full (gathering) && gs_conflict_window_next (window, &local))
    {
      if (gathering->skip > 0)
        gathering->skip--;
      else
        g_ptr_array_add (gathering->pairs, gs_conflict_window_get_pair (window));
    }
  if (local != NULL)
    g_propagate_error (error, local);

  return local == NULL;
}

static gboolean
gather_question_cb (const GsQuestionListing *question, gpointer user_data, GError **error)
{
  Gathering *gathering = user_data;

  g_hash_table_add (gathering->questions, g_strdup (question->uuid));

  return gather_question (gathering, question->uuid, error) && !is_full (gathering);
}

/* Loads what the link is between, and their question if they have one in common. */
static gboolean
load_ends (GsWorkspace *workspace,
           const GsLinkRecord *link,
           GsClaimRecord **a,
           GsClaimRecord **b,
           GsQuestionRecord **question,
           GError **error)
{
  *a = gs_workspace_load (workspace, &gs_claim_type, link->a, error);
  *b = *a != NULL ? gs_workspace_load (workspace, &gs_claim_type, link->b, error) : NULL;
  if (*b == NULL)
    return FALSE;
  if ((*a)->question == NULL || g_strcmp0 ((*a)->question, (*b)->question) != 0)
    return TRUE;

  *question = gs_workspace_load (workspace, &gs_question_type, (*a)->question, error);

  return *question != NULL;
}

static gboolean
collect_link_cb (const GsRecordType *type, gpointer record, gpointer user_data, GError **error)
{
  const GsLinkRecord *link = record;

  if (link->origin == GS_LINK_BY_ANALYST && (link->kind == GS_LINK_CONTRADICTS || link->kind == GS_LINK_TENSION)
      && link->a != NULL && link->b != NULL)
    g_ptr_array_add (user_data, gs_record_copy (type, link));

  return TRUE;
}

/* What the analyst has linked beyond the questions on which positions oppose. */
static gboolean
gather_links (Gathering *gathering, GError **error)
{
  g_autoptr (GPtrArray) links = gs_record_array_new (&gs_link_type);

  if (!gs_workspace_each (gathering->workspace, &gs_link_type, collect_link_cb, links, error))
    return FALSE;

  for (guint i = 0; i < links->len && !is_full (gathering); i++)
    {
      g_autoptr (GsClaimRecord) a = NULL, b = NULL;
      g_autoptr (GsQuestionRecord) question = NULL;

      if (!load_ends (gathering->workspace, links->pdata[i], &a, &b, &question, error))
        return FALSE;
      if (question == NULL || !g_hash_table_contains (gathering->questions, question->uuid))
        gather (gathering, gs_pair_from_link (question, gathering->parties, links->pdata[i], a, b));
    }

  return TRUE;
}

/**
 * gs_conflicts_pairs:
 * @workspace: a workspace
 * @question: (nullable): UUID; %NULL for all, one question after the other
 * @offset: how many to leave out
 * @limit: how many at most
 * @error: GS_ERROR_NOT_FOUND
 *
 * Blocks. On a question, links of the analyst that no rule finds come first,
 * then the pairs by score and UUIDs (see gs-conflict-window.h for questions
 * with more claims than fit one block).
 *
 * Returns: (transfer full) (element-type GsPair): pairs
 */
GPtrArray *
gs_conflicts_pairs (GsWorkspace *workspace, const char *question, guint offset, guint limit, GError **error)
{
  g_autoptr (GPtrArray) pairs = NULL;
  g_autoptr (GsParties) parties = NULL;
  g_autoptr (GHashTable) seen = NULL;
  gboolean done;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);

  pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_pair_free);
  parties = gs_parties_new (workspace);
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  Gathering gathering = { workspace, parties, offset, limit, pairs, seen };

  if (question != NULL)
    done = gather_question (&gathering, question, error);
  else
    done = gs_conflicts_each_question (workspace, gather_question_cb, &gathering, error)
           && (is_full (&gathering) || gather_links (&gathering, error));

  return done ? g_steal_pointer (&pairs) : NULL;
}

/* One pair ---------------------------------------------------------------------------- */

static GsPair *
pair_of_link (GsWorkspace *workspace, GsParties *parties, const GsLinkRecord *link, GError **error)
{
  g_autoptr (GsClaimRecord) a = NULL, b = NULL;
  g_autoptr (GsQuestionRecord) question = NULL;
  g_autoptr (GString) addends = g_string_new (NULL);
  GsOpposition finding;

  if (!load_ends (workspace, link, &a, &b, &question, error))
    return NULL;
  if (question != NULL && gs_rules_compare (question, parties, a, b, &finding, addends)
      && (link->rule == NULL || g_str_equal (link->rule, finding.rule)))
    return gs_pair_from_finding (question, parties, &finding, addends->str, link);

  return gs_pair_from_link (question, parties, link, a, b);
}

typedef struct
{
  GsWorkspace *workspace;
  GsParties *parties;
  const char *link;
  GsPair *pair;
} Search;

static gboolean
search_question_cb (const GsQuestionListing *question, gpointer user_data, GError **error)
{
  Search *search = user_data;
  g_autoptr (GsConflictWindow) window =
    gs_conflict_window_new (search->workspace, search->parties, question->uuid, error);
  GError *local = NULL;

  if (window == NULL)
    return FALSE;

  while (search->pair == NULL && gs_conflict_window_next (window, &local))
    {
      g_autofree char *link = gs_conflict_window_dup_link (window);

      if (g_str_equal (link, search->link))
        search->pair = gs_conflict_window_get_pair (window);
    }
  if (local != NULL)
    g_propagate_error (error, local);

  return local == NULL && search->pair == NULL;
}

/**
 * gs_conflicts_find_pair:
 * @workspace: a workspace
 * @link: UUID of a stored link, or of one that a verdict would store
 * @error: GS_ERROR_NOT_FOUND
 *
 * Blocks. A link that is not stored is looked for among all pairs.
 *
 * Returns: (transfer full) (nullable): the pair
 */
GsPair *
gs_conflicts_find_pair (GsWorkspace *workspace, const char *link, GError **error)
{
  g_autoptr (GsParties) parties = NULL;
  g_autoptr (GsLinkRecord) stored = NULL;
  GError *local = NULL;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (link != NULL, NULL);

  parties = gs_parties_new (workspace);
  stored = gs_workspace_load (workspace, &gs_link_type, link, &local);
  if (stored != NULL && stored->a != NULL && stored->b != NULL)
    return pair_of_link (workspace, parties, stored, error);
  if (local != NULL && !g_error_matches (local, GS_ERROR, GS_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, local);
      return NULL;
    }
  g_clear_error (&local);

  Search search = { workspace, parties, link, NULL };

  if (gs_conflicts_each_question (workspace, search_question_cb, &search, error) && search.pair == NULL)
    g_set_error (error, GS_ERROR, GS_ERROR_NOT_FOUND, _ ("There is no link and no pair “%s” in this workspace."), link);

  return search.pair;
}
