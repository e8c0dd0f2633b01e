/* gs-similar.c: articles that are copies or translations of others.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each article gets a sketch. Those that share enough of its keys are compared
 * whole, when the second of the two gets its sketch; so the work grows with the
 * number of articles and not with that of pairs.
 */

#include "config.h"

#include "gs-similar.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-comparand.h"
#include "gs-workspace-private.h"

/* Articles that share fewer keys are not compared, and of the others the first. */
#define MIN_COMMON 1
#define MIN_RARE 6
#define MAX_COMPARED 8

/**
 * gs_likeness_free:
 * @self: (transfer full): a likeness
 */
void
gs_likeness_free (GsLikeness *self)
{
  g_free (self->article);
  g_free (self->other);
  g_free (self->article_title);
  g_free (self->other_title);
  g_free (self->evidence);
  g_free (self);
}

/* What the database is asked; each job looks at what it needs. */
typedef struct
{
  const char *article;
  gint64 *place;
  guint limit;
  const GPtrArray *rows;
} Request;

static gpointer
due_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  return gs_db_sketches_due (db, request->place, request->limit, error);
}

static gpointer
save_sketches_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  return gs_db_sketches_save (db, request->rows, error) ? request : NULL;
}

static gpointer
neighbours_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  return gs_db_sketch_neighbours (db, request->article, MAX_COMPARED, error);
}

static gpointer
save_likenesses_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  return gs_db_likenesses_save (db, request->rows, error) ? request : NULL;
}

static gpointer
read_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  return gs_db_likenesses (db, request->article, error);
}

/* The comparands of a batch, and those that they are compared with, which are
 * often the same few. */
typedef struct
{
  GsWorkspace *workspace;
  GHashTable *known;     /* UUID → GsComparand */
  GPtrArray *likenesses; /* GsDbLikeness */
} Batch;

/* NULL without an error for an article that somebody has taken away meanwhile. */
static GsComparand *
get_comparand (Batch *self, const char *uuid, GError **error)
{
  GsComparand *comparand = g_hash_table_lookup (self->known, uuid);
  GError *local = NULL;

  if (comparand != NULL)
    return comparand;

  comparand = gs_comparand_load (self->workspace, uuid, &local);
  if (comparand != NULL)
    g_hash_table_insert (self->known, comparand->stored.article, comparand);
  else if (g_error_matches (local, GS_ERROR, GS_ERROR_NOT_FOUND))
    g_clear_error (&local);
  else
    g_propagate_error (error, local);

  return comparand;
}

static gboolean
compare_with_neighbours (Batch *self, const GsDbSketch *stored, GError **error)
{
  Request request = { .article = stored->article };
  g_autoptr (GPtrArray) neighbours = gs_workspace_run (self->workspace, neighbours_job, &request, error);
  const GsComparand *comparand = g_hash_table_lookup (self->known, stored->article);

  for (guint i = 0; neighbours != NULL && i < neighbours->len; i++)
    {
      const GsDbNeighbour *neighbour = neighbours->pdata[i];
      GError *local = NULL;
      GsComparand *other;
      GsDbLikeness *likeness;

      if (neighbour->common < MIN_COMMON && neighbour->rare < MIN_RARE)
        continue;
      other = get_comparand (self, neighbour->article, &local);
      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      if (other != NULL && (likeness = gs_comparand_compare (comparand, other)) != NULL)
        g_ptr_array_add (self->likenesses, likeness);
    }

  return neighbours != NULL;
}

static gboolean
prepare_batch (Batch *self, const GPtrArray *due, GError **error)
{
  g_autoptr (GPtrArray) sketches = g_ptr_array_new ();
  Request request = { 0 };

  for (guint i = 0; i < due->len; i++)
    {
      GError *local = NULL;
      GsComparand *comparand = get_comparand (self, due->pdata[i], &local);

      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      if (comparand != NULL)
        g_ptr_array_add (sketches, &comparand->stored);
    }

  request.rows = sketches;
  if (gs_workspace_run (self->workspace, save_sketches_job, &request, error) == NULL)
    return FALSE;
  for (guint i = 0; i < sketches->len; i++)
    {
      if (!compare_with_neighbours (self, sketches->pdata[i], error))
        return FALSE;
    }

  request.rows = self->likenesses;

  return gs_workspace_run (self->workspace, save_likenesses_job, &request, error) != NULL;
}

/**
 * gs_similar_prepare:
 * @workspace: a workspace
 * @place: (inout): 0 to begin, then what came back
 * @limit: how many new articles to compare at most: what is compared of them is in memory meanwhile
 * @more: (out): whether to call again
 * @error: what went wrong
 *
 * Compares articles that are new, or whose text is, with all others. Nothing to
 * do in a workspace that is read-only. Blocks.
 *
 * Returns: whether that went well
 */
gboolean
gs_similar_prepare (GsWorkspace *workspace, gint64 *place, guint limit, gboolean *more, GError **error)
{
  g_autoptr (GPtrArray) due = NULL;
  Request request = { .place = place, .limit = limit };
  Batch batch = { 0 };
  gboolean ok;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (place != NULL && limit > 0 && more != NULL, FALSE);

  *more = FALSE;
  if (gs_workspace_is_read_only (workspace))
    return TRUE;

  due = gs_workspace_run (workspace, due_job, &request, error);
  if (due == NULL)
    return FALSE;

  batch.workspace = workspace;
  batch.known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) gs_comparand_free);
  batch.likenesses = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_db_likeness_free);
  ok = due->len == 0 || prepare_batch (&batch, due, error);
  g_hash_table_unref (batch.known);
  g_ptr_array_unref (batch.likenesses);
  *more = due->len == limit;

  return ok;
}

static char *
tell_evidence (const GsDbLikeness *found)
{
  if (g_str_equal (found->kind, GS_KIND_COPY))
    return g_strdup_printf (_ ("%d %% of the shorter text’s runs of five words stand in the other."),
                            (int) (found->share * 100));

  return g_strdup_printf (_ ("In both stand %d of %d numbers, %d of %d dates and %d of %d names."),
                          (int) found->numbers, (int) found->of_numbers, (int) found->dates, (int) found->of_dates,
                          (int) found->names, (int) found->of_names);
}

static gboolean
has_decided (const GsArticleRecord *a, const GsArticleRecord *b)
{
  return g_ptr_array_find_with_equal_func (a->unlike, b->uuid, g_str_equal, NULL)
         || g_strcmp0 (a->near_duplicate_of, b->uuid) == 0 || g_strcmp0 (a->translation_of, b->uuid) == 0;
}

/* Appends what was found, unless the analyst has said what it is. */
static gboolean
append_open (GsWorkspace *workspace, GPtrArray *open, const GsDbLikeness *found, GError **error)
{
  g_autoptr (GsArticleRecord) article = gs_workspace_load (workspace, &gs_article_type, found->article, error);
  g_autoptr (GsArticleRecord) other =
    article != NULL ? gs_workspace_load (workspace, &gs_article_type, found->other, error) : NULL;
  GsLikeness *likeness;

  if (other == NULL)
    return FALSE;
  if (has_decided (article, other) || has_decided (other, article))
    return TRUE;

  likeness = g_new0 (GsLikeness, 1);
  likeness->article = g_strdup (found->article);
  likeness->other = g_strdup (found->other);
  likeness->article_title = g_strdup (article->title);
  likeness->other_title = g_strdup (other->title);
  likeness->kind = g_str_equal (found->kind, GS_KIND_COPY) ? GS_LIKENESS_COPY : GS_LIKENESS_TRANSLATION;
  likeness->share = found->share;
  likeness->evidence = tell_evidence (found);
  g_ptr_array_add (open, likeness);

  return TRUE;
}

/**
 * gs_similar_find:
 * @workspace: a workspace
 * @article: (nullable): UUID of the article at either end; NULL for all
 * @error: what went wrong
 *
 * What gs_similar_prepare() has found and the analyst has not decided on. Blocks.
 *
 * Returns: (transfer full) (nullable) (element-type GsLikeness): the surest first
 */
GPtrArray *
gs_similar_find (GsWorkspace *workspace, const char *article, GError **error)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_likeness_free);
  g_autoptr (GPtrArray) found = NULL;
  Request request = { .article = article };

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);

  found = gs_workspace_run (workspace, read_job, &request, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      if (!append_open (workspace, open, found->pdata[i], error))
        return NULL;
    }

  return found != NULL ? g_steal_pointer (&open) : NULL;
}

static void
replace_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static void
mark_distinct (GsArticleRecord *article, const char *other)
{
  if (g_strcmp0 (article->near_duplicate_of, other) == 0)
    replace_text (&article->near_duplicate_of, NULL);
  if (g_strcmp0 (article->translation_of, other) == 0)
    replace_text (&article->translation_of, NULL);
  if (!g_ptr_array_find_with_equal_func (article->unlike, other, g_str_equal, NULL))
    g_ptr_array_add (article->unlike, g_strdup (other));
}

/**
 * gs_similar_decide:
 * @workspace: a workspace
 * @article: UUID of the later article
 * @other: UUID of the earlier one
 * @kind: what the analyst says it is
 * @error: %GS_ERROR_NOT_FOUND when one of them has gone, %GS_ERROR_INVALID when they are one
 *
 * Blocks. Returns: (transfer full) (nullable): the action that records it
 */
GsAction *
gs_similar_decide (GsWorkspace *workspace, const char *article, const char *other, GsLikenessKind kind, GError **error)
{
  static const char *const labels[] = {
    N_ ("Mark articles as distinct"),
    N_ ("Mark article as a copy"),
    N_ ("Mark article as a translation"),
  };
  g_autoptr (GsArticleRecord) later = NULL, earlier = NULL;
  GsAction *action;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace) && article != NULL && other != NULL, NULL);

  if (g_str_equal (article, other))
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_INVALID, _ ("An article cannot be a copy of itself."));
      return NULL;
    }
  if ((later = gs_workspace_load (workspace, &gs_article_type, article, error)) == NULL
      || (earlier = gs_workspace_load (workspace, &gs_article_type, other, error)) == NULL)
    return NULL;

  if (kind == GS_LIKENESS_COPY)
    replace_text (&later->near_duplicate_of, other);
  else if (kind == GS_LIKENESS_TRANSLATION)
    replace_text (&later->translation_of, other);
  else
    mark_distinct (later, other);

  action = gs_action_new (_ (labels[kind]));
  gs_action_save (action, &gs_article_type, later);

  return action;
}
