/* gs-conflict-place.c: one pair among those on its question.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever looks at one pair wants to know which are beside it and how many
 * there are, and not what each of them says.
 */

#include "config.h"

#include "gs-conflicts-private.h"
#include "gs-workspace-private.h"

typedef struct
{
  GsWorkspace *workspace;
  const char *question;
  const char *link; /* (nullable): that is looked for */
  guint limit;
} Request;

/* The pairs that are passed, by their links. */
typedef struct
{
  const Request *request;
  GPtrArray *links; /* char * */
  GsPair *pair;     /* (nullable): the one looked for, or the first where none is to be decided */
  guint position;
  gboolean found;
} Passing;

/**
 * gs_pair_place_free:
 * @place: (nullable) (transfer full): a place
 */
void
gs_pair_place_free (GsPairPlace *place)
{
  if (place == NULL)
    return;

  gs_pair_free (place->pair);
  g_free (place->previous);
  g_free (place->next);
  g_free (place);
}

static void
keep (Passing *passing, GsPair *pair, gboolean found)
{
  gs_pair_free (passing->pair);
  passing->pair = pair;
  passing->position = passing->links->len;
  passing->found = found;
}

static gboolean
is_open (const GsPair *pair)
{
  return pair->verdict == GS_VERDICT_UNDECIDED || pair->stale;
}

static void
pass_linked (Passing *passing, GsPair *pair)
{
  const char *wanted = passing->request->link;
  gboolean found = wanted != NULL ? g_strcmp0 (pair->link, wanted) == 0 : is_open (pair);
  char *link = g_strdup (pair->link);

  if (!passing->found && (found || passing->links->len == 0))
    keep (passing, pair, found);
  else
    gs_pair_free (pair);
  g_ptr_array_add (passing->links, link);
}

/* Only a pair that may be the one is told in full. */
static gboolean
pass (Passing *passing, GsConflictWindow *window, GError **error)
{
  const char *wanted = passing->request->link;
  g_autofree char *link = gs_conflict_window_dup_stored (window, error);
  gboolean may_be;

  if (link == NULL)
    return FALSE;

  may_be = wanted == NULL || g_str_equal (link, wanted);

  if (!passing->found && (may_be || passing->links->len == 0))
    {
      GsPair *pair = gs_conflict_window_get_pair (window, error);
      gboolean found;

      if (pair == NULL)
        return FALSE;
      found = may_be && (wanted != NULL || is_open (pair));
      if (found || passing->links->len == 0)
        keep (passing, pair, found);
      else
        gs_pair_free (pair);
    }
  g_ptr_array_add (passing->links, g_steal_pointer (&link));

  return TRUE;
}

static gboolean
pass_all (Passing *passing, GsBoard *board, GError **error)
{
  const Request *request = passing->request;
  g_autoptr (GsConflictWindow) window = gs_conflict_window_new (board->workspace, board->rules, board->standpoints,
                                                                request->question, &gs_conflict_reach_far, error);
  g_autoptr (GPtrArray) linked = window != NULL ? gs_conflict_window_get_linked (window, error) : NULL;
  GError *local = NULL;

  if (linked == NULL)
    return FALSE;

  while (linked->len > 0 && passing->links->len < request->limit)
    pass_linked (passing, g_ptr_array_steal_index (linked, 0));
  while (passing->links->len < request->limit && gs_conflict_window_next (window, &local)
         && pass (passing, window, &local))
    ;
  if (local != NULL)
    g_propagate_error (error, local);

  return local == NULL;
}

static char *
link_at (const Passing *passing, guint position)
{
  return position < passing->links->len ? g_strdup (passing->links->pdata[position]) : NULL;
}

/* (nullable): NULL without error when the link looked for is not there. */
static GsPairPlace *
find (GsBoard *board, const Request *request, GError **error)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  Passing passing = { request, links, NULL, 0, FALSE };
  gboolean done = pass_all (&passing, board, error);
  GsPairPlace *place;

  if (!done || (request->link != NULL && links->len > 0 && !passing.found))
    {
      gs_pair_free (passing.pair);
      return NULL;
    }

  place = g_new0 (GsPairPlace, 1);
  place->pair = passing.pair;
  place->position = passing.position;
  place->total = links->len;
  place->previous = passing.position > 0 ? link_at (&passing, passing.position - 1) : NULL;
  place->next = link_at (&passing, passing.position + 1);

  return place;
}

static GsPairPlace *
find_or_first (GsBoard *board, const Request *request, GError **error)
{
  Request first = *request;
  GError *local = NULL;
  GsPairPlace *place = find (board, request, &local);

  first.link = NULL;
  if (place == NULL && local == NULL)
    place = find (board, &first, &local);
  if (local != NULL)
    g_propagate_error (error, local);

  return place;
}

/* On the worker, where each of the many small reads runs at once. */
static gpointer
place_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  GsBoard board = { NULL };
  GsPairPlace *place = NULL;

  if (gs_board_init (&board, request->workspace, error))
    {
      gboolean held = gs_db_read_hold (db);

      place = find_or_first (&board, request, error);
      if (held)
        gs_db_read_end (db);
    }
  gs_board_clear (&board);

  return place;
}

/**
 * gs_conflicts_place:
 * @workspace: a workspace
 * @question: UUID
 * @link: (nullable): UUID of the link of a pair
 * @limit: how many pairs are looked at
 * @error: GS_ERROR_NOT_FOUND
 *
 * Blocks. Without @link, or where it is of none of these pairs, it is the first that is undecided or was judged before
 * its claims were changed, or else the first.
 *
 * Returns: (transfer full): the pair, and which are beside it in the order of gs_conflicts_pairs(); %NULL with @error
 */
GsPairPlace *
gs_conflicts_place (GsWorkspace *workspace, const char *question, const char *link, guint limit, GError **error)
{
  Request request = { workspace, question, link, limit };

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (question != NULL, NULL);

  return gs_workspace_run (workspace, place_job, &request, error);
}
