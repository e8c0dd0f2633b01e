/* gs-disagreements.c: what annotators make of the same places, to be settled.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-agreement.h"

#include "gs-gettext.h"

typedef struct
{
  GsWorkspace *workspace;
  const char *tag;
  guint limit;
  GCancellable *cancellable;
  GPtrArray *found;
} Search;

/**
 * gs_disagreement_free:
 * @self: (transfer full): a disagreement
 */
void
gs_disagreement_free (GsDisagreement *self)
{
  g_free (self->article);
  g_free (self->title);
  g_clear_pointer (&self->a, gs_claim_record_free);
  g_clear_pointer (&self->b, gs_claim_record_free);
  g_free (self->a_name);
  g_free (self->b_name);
  g_free (self);
}

static const GsSpanRecord *
place_of (const GsClaimRecord *claim)
{
  const GsSpanRecord *span = gs_claim_record_quote (claim);

  return span != NULL && !span->orphaned && span->end > span->start ? span : NULL;
}

static gint64
overlap (const GsSpanRecord *a, const GsSpanRecord *b)
{
  return MAX (MIN (a->end, b->end) - MAX (a->start, b->start), 0);
}

static gboolean
same_tags (const GsClaimRecord *a, const GsClaimRecord *b)
{
  if (a->tags->len != b->tags->len)
    return FALSE;

  for (guint i = 0; i < a->tags->len; i++)
    {
      if (!g_ptr_array_find_with_equal_func (b->tags, a->tags->pdata[i], g_str_equal, NULL))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_asked_for (Search *self, const GsClaimRecord *claim)
{
  return claim != NULL
         && (self->tag == NULL || g_ptr_array_find_with_equal_func (claim->tags, self->tag, g_str_equal, NULL));
}

/* The claim of somebody else that has most in common with @claim and is not taken. */
static GsClaimRecord *
counterpart (const GPtrArray *claims, GHashTable *taken, const GsClaimRecord *claim)
{
  const GsSpanRecord *span = place_of (claim);
  GsClaimRecord *best = NULL;
  gint64 most = 0;

  for (guint i = 0; i < claims->len; i++)
    {
      GsClaimRecord *other = claims->pdata[i];
      const GsSpanRecord *there = place_of (other);

      if (there == NULL || g_strcmp0 (other->author, claim->author) == 0 || g_hash_table_contains (taken, other))
        continue;
      /* Of two that cover as much, the one with the same tags. */
      if (2 * overlap (span, there) + same_tags (claim, other) > most && overlap (span, there) > 0)
        {
          best = other;
          most = 2 * overlap (span, there) + same_tags (claim, other);
        }
    }

  return best;
}

static char *
name_of (Search *self, const char *annotator)
{
  GsAnnotatorRecord *record =
    annotator != NULL ? gs_workspace_load (self->workspace, &gs_annotator_type, annotator, NULL) : NULL;
  char *name = g_strdup (record != NULL && record->name != NULL ? record->name : "?");

  g_clear_pointer (&record, gs_annotator_record_free);

  return name;
}

static const char *
somebody_else (const GPtrArray *claims, const char *author)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const GsClaimRecord *claim = claims->pdata[i];

      if (claim->author != NULL && g_strcmp0 (claim->author, author) != 0)
        return claim->author;
    }

  return NULL;
}

static void
add (Search *self, const GsArticleRecord *article, const GPtrArray *claims, GsClaimRecord *a, GsClaimRecord *b)
{
  GsDisagreement *found = g_new0 (GsDisagreement, 1);

  found->article = g_strdup (article->uuid);
  found->title = g_strdup (article->title);
  found->a = gs_record_copy (&gs_claim_type, a);
  found->b = b != NULL ? gs_record_copy (&gs_claim_type, b) : NULL;
  found->a_name = name_of (self, a->author);
  found->b_name = name_of (self, b != NULL ? b->author : somebody_else (claims, a->author));
  found->tags_differ = b != NULL && !same_tags (a, b);
  found->edges_differ =
    b != NULL && (place_of (a)->start != place_of (b)->start || place_of (a)->end != place_of (b)->end);
  g_ptr_array_add (self->found, found);
}

static gboolean
is_settled (const GsClaimRecord *claim)
{
  return claim == NULL || claim->review == GS_REVIEW_CHECKED;
}

static gboolean
search_article (const GsRecordType *type, gpointer record, gpointer data, GError **error)
{
  Search *self = data;
  const GsArticleRecord *article = record;
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  if (self->found->len >= self->limit)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
      || (claims = gs_workspace_claims_of_article (self->workspace, article->uuid, error)) == NULL)
    return FALSE;
  if (claims->len == 0 || somebody_else (claims, ((GsClaimRecord *) claims->pdata[0])->author) == NULL)
    return TRUE;

  for (guint i = 0; i < claims->len && self->found->len < self->limit; i++)
    {
      GsClaimRecord *a = claims->pdata[i], *b;

      if (a->author == NULL || place_of (a) == NULL || g_hash_table_contains (taken, a))
        continue;
      b = counterpart (claims, taken, a);
      g_hash_table_add (taken, a);
      if (b != NULL)
        g_hash_table_add (taken, b);
      if ((is_settled (a) && is_settled (b)) || !(is_asked_for (self, a) || is_asked_for (self, b)))
        continue;
      if (b == NULL || !same_tags (a, b) || place_of (a)->start != place_of (b)->start
          || place_of (a)->end != place_of (b)->end)
        add (self, article, claims, a, b);
    }

  return TRUE;
}

/**
 * gs_disagreements_list:
 * @workspace: a workspace
 * @tag: (nullable): UUID: only where one of the two has it
 * @limit: how many at most
 * @cancellable: (nullable): to stop with
 *
 * Blocks. Claims of two annotators belong together when their quotes overlap.
 *
 * Returns: (transfer full) (element-type GsDisagreement): what is not settled, or %NULL
 *   with @error
 */
GPtrArray *
gs_disagreements_list (GsWorkspace *workspace, const char *tag, guint limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_disagreement_free);
  Search self = { workspace, tag, limit, cancellable, found };

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);

  return gs_workspace_each (workspace, &gs_article_type, search_article, &self, error) ? g_steal_pointer (&found)
                                                                                       : NULL;
}

/* Settling ------------------------------------------------------------------------------- */

static GsSpanRecord *
quote_to_change (GsClaimRecord *claim)
{
  for (guint i = 0; i < claim->spans->len; i++)
    {
      GsSpanRecord *span = claim->spans->pdata[i];

      if (span->role == GS_SPAN_QUOTE)
        return span;
    }

  return NULL;
}

static void
set_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/* @claim gets the place and the tags of @model and counts as checked. */
static void
save_like (GsAction *action, const GsClaimRecord *claim, const GsClaimRecord *model)
{
  GsClaimRecord *copy = gs_record_copy (&gs_claim_type, claim);
  const GsSpanRecord *from = place_of (model);
  GsSpanRecord *to = quote_to_change (copy);

  if (claim != model && from != NULL && to != NULL)
    {
      to->start = from->start;
      to->end = from->end;
      to->orphaned = FALSE;
      set_text (&to->exact, from->exact);
      set_text (&to->prefix, from->prefix);
      set_text (&to->suffix, from->suffix);
    }
  if (claim != model)
    {
      g_ptr_array_set_size (copy->tags, 0);
      for (guint i = 0; i < model->tags->len; i++)
        g_ptr_array_add (copy->tags, g_strdup (model->tags->pdata[i]));
    }
  copy->review = GS_REVIEW_CHECKED;
  gs_action_save (action, &gs_claim_type, copy);
  gs_claim_record_free (copy);
}

/**
 * gs_disagreement_settle:
 * @workspace: a workspace
 * @disagreement: what is settled
 * @settlement: how
 *
 * Blocks. One step of the history. What stands is marked as checked.
 *
 * Returns: whether it was done
 */
gboolean
gs_disagreement_settle (GsWorkspace *workspace,
                        const GsDisagreement *disagreement,
                        GsSettlement settlement,
                        GError **error)
{
  g_autoptr (GsAction) action = gs_action_new (_ ("Settle disagreement"));
  const GsClaimRecord *a, *b, *model;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (disagreement != NULL, FALSE);

  a = disagreement->a;
  b = disagreement->b;
  model = settlement == GS_SETTLE_B ? b : a;
  /* That the other has nothing there is taken as right. */
  if (settlement == GS_SETTLE_NONE || model == NULL)
    {
      gs_action_delete (action, &gs_claim_type, a->uuid);
      if (b != NULL)
        gs_action_delete (action, &gs_claim_type, b->uuid);
    }
  else
    {
      save_like (action, a, model);
      if (b != NULL)
        save_like (action, b, model);
    }

  return gs_workspace_perform (workspace, action, error);
}
