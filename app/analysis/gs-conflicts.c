/* gs-conflicts.c: the pairs that contradict each other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflicts-private.h"
#include "gs-workspace-private.h"

#include "gs-gettext.h"

/* Pairs ------------------------------------------------------------------------- */

/* A part of the pairs, being gathered. */
typedef struct
{
  GsWorkspace *workspace;
  GsRules *rules;
  GsStandpoints *standpoints;
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
    gs_conflict_window_new (gathering->workspace, gathering->rules, gathering->standpoints, question,
                            &gs_conflict_reach_far, error);
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
        {
          GsPair *pair = gs_conflict_window_get_pair (window, error);

          if (pair == NULL)
            return FALSE;
          g_ptr_array_add (gathering->pairs, pair);
        }
    }
  if (local != NULL)
    g_propagate_error (error, local);

  return local == NULL;
}

static gboolean
gather_question_cb (const char *question, gpointer user_data, GError **error)
{
  Gathering *gathering = user_data;

  g_hash_table_add (gathering->questions, g_strdup (question));

  return gather_question (gathering, question, error) && !is_full (gathering);
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

static gboolean
rules_find (GsRules *rules, const GsAccount *a, const GsAccount *b)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (GsOpposition));

  g_array_set_clear_func (found, gs_opposition_clear);
  gs_rules_compare (rules, a, b, FALSE, found);

  return found->len > 0;
}

/* What the analyst has linked beyond the questions and what rules find. */
static gboolean
gather_links (Gathering *gathering, GError **error)
{
  g_autoptr (GPtrArray) links = gs_record_array_new (&gs_link_type);

  if (!gs_workspace_each (gathering->workspace, &gs_link_type, collect_link_cb, links, error))
    return FALSE;

  for (guint i = 0; i < links->len && !is_full (gathering); i++)
    {
      const GsLinkRecord *link = links->pdata[i];
      const GsStatement *a = gs_standpoints_statement (gathering->standpoints, link->a, error);
      const GsStatement *b = a != NULL ? gs_standpoints_statement (gathering->standpoints, link->b, error) : NULL;
      const char *question;

      if (b == NULL)
        return FALSE;
      question = a->account->question;
      if (question != NULL && g_strcmp0 (question, b->account->question) == 0
          && g_hash_table_contains (gathering->questions, question))
        continue;
      if (!rules_find (gathering->rules, a->account, b->account))
        gather (gathering, gs_pair_from_link (gathering->rules, link, a->record, b->record));
    }

  return TRUE;
}

typedef struct
{
  GsWorkspace *workspace;
  const char *question; /* (nullable) */
  guint offset;
  guint limit;
} PairsRequest;

/* On the worker, where each of the many small reads runs at once. */
static gpointer
pairs_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const PairsRequest *request = data;
  g_autoptr (GsStandpoints) standpoints = gs_standpoints_new (request->workspace, error);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_pair_free);
  g_autoptr (GsRules) rules = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean done;

  if (standpoints == NULL)
    return NULL;
  rules = gs_rules_new (request->workspace);

  Gathering gathering = { request->workspace, rules, standpoints, request->offset, request->limit, pairs, seen };

  if (request->question != NULL)
    {
      gboolean held = gs_db_read_hold (db);

      done = gather_question (&gathering, request->question, error);
      if (held)
        gs_db_read_end (db);
    }
  else
    done = gs_conflicts_each_question (db, standpoints, gather_question_cb, &gathering, error)
           && (is_full (&gathering) || gather_question (&gathering, NULL, error))
           && (is_full (&gathering) || gather_links (&gathering, error));

  return done && gs_rules_check (rules, error) ? g_steal_pointer (&pairs) : NULL;
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
  PairsRequest request = { workspace, question, offset, limit };

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);

  return gs_workspace_run (workspace, pairs_job, &request, error);
}

/* One pair ---------------------------------------------------------------------------- */

typedef struct
{
  GsWorkspace *workspace;
  GsRules *rules;
  GsStandpoints *standpoints;
  const char *link;
  GsPair *pair;
} Search;

static GsPair *
pair_of_link (Search *search, const GsLinkRecord *link, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (GsOpposition));
  const GsStatement *a = gs_standpoints_statement (search->standpoints, link->a, error);
  const GsStatement *b = a != NULL ? gs_standpoints_statement (search->standpoints, link->b, error) : NULL;

  if (b == NULL)
    return NULL;

  g_array_set_clear_func (found, gs_opposition_clear);
  gs_rules_compare (search->rules, a->account, b->account, FALSE, found);
  for (guint i = 0; i < found->len; i++)
    {
      const GsOpposition *one = &g_array_index (found, GsOpposition, i);

      if (link->rule == NULL || g_str_equal (link->rule, one->rule))
        return gs_pair_from_opposition (search->rules, one, one->a == a->account ? a->record : b->record,
                                        one->b == b->account ? b->record : a->record, link);
    }

  return gs_pair_from_link (search->rules, link, a->record, b->record);
}

static gboolean
search_question (Search *search, const char *question, GError **error)
{
  g_autoptr (GsConflictWindow) window = gs_conflict_window_new (search->workspace, search->rules, search->standpoints,
                                                                question, &gs_conflict_reach_far, error);
  GError *local = NULL;

  if (window == NULL)
    return FALSE;

  while (local == NULL && search->pair == NULL && gs_conflict_window_next (window, &local))
    {
      g_autofree char *link = gs_conflict_window_dup_link (window);

      if (g_str_equal (link, search->link))
        search->pair = gs_conflict_window_get_pair (window, &local);
    }
  if (local != NULL)
    g_propagate_error (error, local);

  return local == NULL;
}

static gboolean
search_question_cb (const char *question, gpointer user_data, GError **error)
{
  Search *search = user_data;

  return search_question (search, question, error) && search->pair == NULL;
}

/* On the worker, where each of the many small reads runs at once. */
static gpointer
search_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Search *search = data;

  return gs_conflicts_each_question (db, search->standpoints, search_question_cb, search, error)
             && (search->pair != NULL || search_question (search, NULL, error))
           ? search
           : NULL;
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
  g_autoptr (GsRules) rules = NULL;
  g_autoptr (GsStandpoints) standpoints = NULL;
  g_autoptr (GsLinkRecord) stored = NULL;
  GError *local = NULL;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (link != NULL, NULL);

  standpoints = gs_standpoints_new (workspace, error);
  if (standpoints == NULL)
    return NULL;
  rules = gs_rules_new (workspace);

  Search search = { workspace, rules, standpoints, link, NULL };

  stored = gs_workspace_load (workspace, &gs_link_type, link, &local);
  if (stored != NULL && stored->a != NULL && stored->b != NULL)
    search.pair = pair_of_link (&search, stored, error);
  else if (local != NULL && !g_error_matches (local, GS_ERROR, GS_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, local);
      return NULL;
    }
  else
    {
      g_clear_error (&local);
      if (gs_workspace_run (workspace, search_job, &search, error) != NULL && search.pair == NULL)
        g_set_error (error, GS_ERROR, GS_ERROR_NOT_FOUND, _ ("There is no link and no pair “%s” in this workspace."),
                     link);
    }
  if (search.pair != NULL && !gs_rules_check (rules, error))
    g_clear_pointer (&search.pair, gs_pair_free);

  return search.pair;
}
