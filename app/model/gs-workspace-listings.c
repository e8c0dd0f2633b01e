/* gs-workspace-listings.c: reading the rows of lists from the workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-workspace-private.h"

#include "gs-db-listings.h"

/* What a job is asked; each looks at what it needs. */
typedef struct
{
  const GsRecordType *type;
  const GsListFilter *filter;
  const char *text;
  const gint64 *ids;
  guint offset;
  guint limit;
  gint64 count;
  gboolean more;
} Query;

static gpointer
count_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Query *query = data;

  query->count = gs_db_listing_count (db, query->type, query->filter, error);

  return NULL;
}

/**
 * gs_workspace_list_count:
 * @self: a workspace
 * @listing: a listing type
 * @filter: (nullable): which rows
 *
 * Blocks. Returns: how many rows @filter (nullable) selects, -1 with @error
 */
gint64
gs_workspace_list_count (GsWorkspace *self, const GsRecordType *listing, const GsListFilter *filter, GError **error)
{
  Query query = { .type = listing, .filter = filter, .count = -1 };

  g_return_val_if_fail (GS_IS_WORKSPACE (self) && listing != NULL, -1);

  gs_workspace_run (self, count_job, &query, error);

  return query.count;
}

static gpointer
count_to_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Query *query = data;

  query->count = gs_db_listing_count_to (db, query->type, query->filter, query->limit, &query->more, error);

  return NULL;
}

/**
 * gs_workspace_list_count_to:
 * @self: a workspace
 * @listing: a listing type
 * @filter: (nullable): which rows
 * @limit: where to stop to count what a filter leaves
 * @more: (out): whether there may be more
 *
 * Blocks.
 *
 * Returns: how many rows there are, or @limit with @more set; -1 with @error
 */
gint64
gs_workspace_list_count_to (GsWorkspace *self,
                            const GsRecordType *listing,
                            const GsListFilter *filter,
                            guint limit,
                            gboolean *more,
                            GError **error)
{
  Query query = { .type = listing, .filter = filter, .limit = limit, .count = -1 };

  g_return_val_if_fail (GS_IS_WORKSPACE (self) && listing != NULL && more != NULL, -1);

  gs_workspace_run (self, count_to_job, &query, error);
  *more = query.more;

  return query.count;
}

static gpointer
page_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Query *query = data;

  return gs_db_listing_page (db, query->type, query->filter, query->offset, query->limit, error);
}

/**
 * gs_workspace_list_page:
 * @self: a workspace
 * @listing: a listing type
 * @filter: (nullable): which rows, in which order
 * @offset: rows to skip
 * @limit: rows to give at most
 *
 * Blocks.
 *
 * Returns: (transfer full): an array of listings, or %NULL with @error
 */
GPtrArray *
gs_workspace_list_page (GsWorkspace *self,
                        const GsRecordType *listing,
                        const GsListFilter *filter,
                        guint offset,
                        guint limit,
                        GError **error)
{
  Query query = { .type = listing, .filter = filter, .offset = offset, .limit = limit };

  g_return_val_if_fail (GS_IS_WORKSPACE (self) && listing != NULL, NULL);

  return gs_workspace_run (self, page_job, &query, error);
}

static gpointer
skeleton_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Query *query = data;

  return gs_db_listing_skeleton (db, query->type, query->filter, error);
}

/**
 * gs_workspace_list_skeleton:
 * @self: a workspace
 * @listing: a listing type
 * @filter: (nullable): which rows, in which order
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type gint64): row numbers in order, or %NULL with
 *   @error
 */
GArray *
gs_workspace_list_skeleton (GsWorkspace *self, const GsRecordType *listing, const GsListFilter *filter, GError **error)
{
  Query query = { .type = listing, .filter = filter };

  g_return_val_if_fail (GS_IS_WORKSPACE (self) && listing != NULL, NULL);

  return gs_workspace_run (self, skeleton_job, &query, error);
}

static gpointer
rows_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Query *query = data;

  return gs_db_listing_rows (db, query->type, query->ids, query->limit, error);
}

/**
 * gs_workspace_list_rows:
 * @self: a workspace
 * @listing: a listing type
 * @ids: (array length=n_ids): row numbers
 * @n_ids: how many
 *
 * Blocks.
 *
 * Returns: (transfer full): the listings in this order, without those that are gone; or
 *   %NULL with @error
 */
GPtrArray *
gs_workspace_list_rows (GsWorkspace *self, const GsRecordType *listing, const gint64 *ids, guint n_ids, GError **error)
{
  Query query = { .type = listing, .ids = ids, .limit = n_ids };

  g_return_val_if_fail (GS_IS_WORKSPACE (self) && listing != NULL, NULL);

  return gs_workspace_run (self, rows_job, &query, error);
}

static gpointer
row_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Query *query = data;

  return gs_db_listing_row (db, query->type, query->text, error);
}

/**
 * gs_workspace_list_row:
 * @self: a workspace
 * @listing: a listing type
 * @uuid: UUID of the record
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): the listing; %NULL without error when there is
 *   none
 */
gpointer
gs_workspace_list_row (GsWorkspace *self, const GsRecordType *listing, const char *uuid, GError **error)
{
  Query query = { .type = listing, .text = uuid };

  g_return_val_if_fail (GS_IS_WORKSPACE (self) && listing != NULL && uuid != NULL, NULL);

  return gs_workspace_run (self, row_job, &query, error);
}

static gpointer
search_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Query *query = data;

  return gs_db_search (db, query->text, query->limit, error);
}

/**
 * gs_workspace_search:
 * @self: a workspace
 * @text: words (all must occur), "a phrase", prefix*; never a syntax error
 * @limit: how many hits at most
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type GsSearchHit): articles and claims mixed, best
 *   first by bm25; or %NULL with @error
 */
GPtrArray *
gs_workspace_search (GsWorkspace *self, const char *text, guint limit, GError **error)
{
  Query query = { .text = text, .limit = limit };

  g_return_val_if_fail (GS_IS_WORKSPACE (self) && text != NULL, NULL);

  return gs_workspace_run (self, search_job, &query, error);
}

static gpointer
languages_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_db_languages (db, error);
}

/**
 * gs_workspace_languages:
 * @self: a workspace
 * @error: why they could not be read
 *
 * Blocks. Returns: (transfer full) (element-type utf8): the codes of the languages that articles
 *   have, in alphabetical order
 */
GPtrArray *
gs_workspace_languages (GsWorkspace *self, GError **error)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);

  return gs_workspace_run (self, languages_job, NULL, error);
}

static gpointer
slot_entities_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_db_slot_entities (db, GPOINTER_TO_UINT (data), error);
}

/**
 * gs_workspace_slot_entities:
 * @self: a workspace
 * @limit: how many at most
 * @error: why they could not be read
 *
 * Blocks. Returns: (transfer full) (element-type utf8): what stands in the slots of the claims
 *   made lately, the most used first
 */
GPtrArray *
gs_workspace_slot_entities (GsWorkspace *self, guint limit, GError **error)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);

  return gs_workspace_run (self, slot_entities_job, GUINT_TO_POINTER (limit), error);
}

static gpointer
matrix_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const GPtrArray *questions = data;
  g_autoptr (GPtrArray) cells = gs_db_matrix_new ();

  for (guint i = 0; i < questions->len; i++)
    {
      if (!gs_db_question_answers (db, questions->pdata[i], cells, error))
        return NULL;
    }

  return g_steal_pointer (&cells);
}

/**
 * gs_workspace_question_matrix:
 * @self: a workspace
 * @questions: (element-type utf8): UUIDs
 * @error: why it could not be read
 *
 * Blocks. Returns: (transfer full) (element-type GsMatrixCell): for each of @questions in
 *   turn, what each source says on it, the most talkative first
 */
GPtrArray *
gs_workspace_question_matrix (GsWorkspace *self, const GPtrArray *questions, GError **error)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self) && questions != NULL, NULL);

  return gs_workspace_run (self, matrix_job, (gpointer) questions, error);
}
