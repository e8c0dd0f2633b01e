/* gs-compare-load.c: a pair of opposing claims with all there is to compare.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-compare-load.h"

/* As many as anybody reviews on one question; strongest first. */
#define MOST_PAIRS 1000

typedef struct
{
  char *question;
  char *link;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->question);
  g_free (request->link);
  g_free (request);
}

/**
 * gs_comparison_free:
 * @self: (nullable) (transfer full): a comparison
 */
void
gs_comparison_free (GsComparison *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->pair, gs_pair_free);
  g_clear_pointer (&self->a, gs_claim_details_free);
  g_clear_pointer (&self->b, gs_claim_details_free);
  if (self->b_article != self->a_article)
    gs_article_load_free (self->b_article);
  gs_article_load_free (self->a_article);
  g_free (self->previous);
  g_free (self->next);
  g_free (self);
}

/* Both claims with their articles, which may be one. */
static gboolean
load_sides (GsComparison *self, GsWorkspace *workspace, const GsPair *pair, GCancellable *cancellable, GError **error)
{
  self->a = gs_claim_details_read (workspace, pair->a, FALSE, error);
  self->b = self->a != NULL ? gs_claim_details_read (workspace, pair->b, FALSE, error) : NULL;
  if (self->b == NULL)
    return FALSE;

  self->a_article = gs_article_load_read (workspace, self->a->claim->article, TRUE, cancellable, error);
  if (self->a_article == NULL)
    return FALSE;
  if (g_strcmp0 (self->a->claim->article, self->b->claim->article) == 0)
    self->b_article = self->a_article;
  else
    self->b_article = gs_article_load_read (workspace, self->b->claim->article, TRUE, cancellable, error);

  return self->b_article != NULL;
}

static gpointer
load_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (GsPairPlace) place = gs_conflicts_place (workspace, request->question, request->link, MOST_PAIRS, error);
  g_autoptr (GsComparison) self = g_new0 (GsComparison, 1);

  if (place == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  self->total = place->total;
  self->position = place->position;
  self->pair = g_steal_pointer (&place->pair);
  self->previous = g_steal_pointer (&place->previous);
  self->next = g_steal_pointer (&place->next);
  if (self->pair != NULL && !load_sides (self, workspace, self->pair, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * gs_comparison_load_async:
 * @workspace: a #GsWorkspace
 * @question: UUID
 * @link: (nullable): the pair; %NULL for the first undecided one, or the first
 * @cancellable: (nullable): to give up early
 * @callback: called when it is done, in the main context of the caller
 * @user_data: for @callback
 *
 * A pair that is gone gives the first as well.
 */
void
gs_comparison_load_async (GsWorkspace *workspace,
                          const char *question,
                          const char *link,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->question = g_strdup (question);
  request->link = g_strdup (link);
  gs_workspace_call_async (workspace, load_func, request, request_free, (GDestroyNotify) gs_comparison_free,
                           cancellable, callback, user_data);
}

/**
 * gs_comparison_load_finish:
 * @workspace: a #GsWorkspace
 * @result: what the callback was given
 *
 * Returns: (transfer full): the pair, with the claims of both sides, or %NULL with
 *   @error
 */
GsComparison *
gs_comparison_load_finish (GsWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return gs_workspace_call_finish (workspace, result, error);
}
