/* gs-workspace-queries.c: reading records from the workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "gs-db-check.h"
#include "gs-db-records.h"

/* What a job is asked; each looks at what it needs. */
typedef struct
{
  const GsRecordType *type;
  const char *text; /* a UUID, a name, what a user typed */
  GsRecordFunc func;
  gpointer user_data;
  gint64 count;
  const gint64 *ids;
  guint n_ids;
  GPtrArray *(*list) (GsDbConnection *db, const char *uuid, GError **error);
} Query;

static gpointer
load_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Query *query = data;

  return gs_db_record_load (db, query->type, query->text, error);
}

static void
set_not_found (GError **error, const GsRecordType *type, const char *what)
{
  /* Translators: “There is no claim “1234” in this workspace.” */
  g_set_error (error, GS_ERROR, GS_ERROR_NOT_FOUND, _ ("There is no %s “%s” in this workspace."), type->name, what);
}

/**
 * gs_workspace_load:
 * @self: a workspace
 * @type: a type of gs_workspace_types
 * @uuid: which one
 * @error: GS_ERROR_NOT_FOUND when there is none
 *
 * Blocks. Returns: (transfer full) (nullable): the whole record
 */
gpointer
gs_workspace_load (GsWorkspace *self, const GsRecordType *type, const char *uuid, GError **error)
{
  Query query = { .type = type, .text = uuid };
  GError *local = NULL;
  gpointer record;

  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (type != NULL && uuid != NULL, NULL);

  record = gs_workspace_run (self, load_job, &query, &local);
  if (local != NULL)
    g_propagate_error (error, local);
  else if (record == NULL)
    set_not_found (error, type, uuid);

  return record;
}

static gpointer
load_rows_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Query *query = data;

  return gs_db_records_at (db, query->type, query->ids, query->n_ids, error);
}

/**
 * gs_workspace_load_rows:
 * @self: a workspace
 * @type: a type of gs_workspace_types
 * @ids: row numbers, of gs_workspace_list_skeleton()
 * @n_ids: how many
 *
 * Blocks. Returns: (transfer full): the whole records, in the order of @ids, without those
 *   that are gone; %NULL with @error
 */
GPtrArray *
gs_workspace_load_rows (GsWorkspace *self, const GsRecordType *type, const gint64 *ids, guint n_ids, GError **error)
{
  Query query = { .type = type, .ids = ids, .n_ids = n_ids };

  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (type != NULL && (ids != NULL || n_ids == 0), NULL);

  return gs_workspace_run (self, load_rows_job, &query, error);
}

static gpointer
each_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Query *query = data;

  return gs_db_record_each (db, query->type, query->func, query->user_data, error) ? query : NULL;
}

/**
 * gs_workspace_each:
 * @self: a workspace
 * @type: a type of gs_workspace_types
 * @func: (scope call): called on the workspace's thread; returns %FALSE to stop
 * @user_data: for @func
 * @error: what reading or @func set
 *
 * Blocks. Calls @func for every record, in the order in which files carry them.
 *
 * Returns: %FALSE with @error
 */
gboolean
gs_workspace_each (GsWorkspace *self, const GsRecordType *type, GsRecordFunc func, gpointer user_data, GError **error)
{
  Query query = { .type = type, .func = func, .user_data = user_data };
  GError *local = NULL;

  g_return_val_if_fail (GS_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (type != NULL && func != NULL, FALSE);

  gs_workspace_run (self, each_job, &query, &local);
  if (local != NULL)
    g_propagate_error (error, local);

  return local == NULL;
}

static gpointer
count_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Query *query = data;

  query->count = gs_db_record_count (db, query->type, error);

  return NULL;
}

/**
 * gs_workspace_count:
 * @self: a workspace
 * @type: type of the records
 *
 * Blocks. Returns: how many records of @type there are, -1 with @error
 */
gint64
gs_workspace_count (GsWorkspace *self, const GsRecordType *type, GError **error)
{
  Query query = { .type = type, .count = -1 };

  g_return_val_if_fail (GS_IS_WORKSPACE (self), -1);
  g_return_val_if_fail (type != NULL, -1);

  gs_workspace_run (self, count_job, &query, error);

  return query.count;
}

static gpointer
find_name_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Query *query = data;

  return gs_db_record_find_name (db, query->type, query->text, error);
}

/**
 * gs_workspace_find_name:
 * @self: a workspace
 * @type: tag, source, question, annotator or article
 * @name: path, name or alias, text, name, or SHA-256
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): the UUID; %NULL without error when there is none
 */
char *
gs_workspace_find_name (GsWorkspace *self, const GsRecordType *type, const char *name, GError **error)
{
  Query query = { .type = type, .text = name };

  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (type != NULL && name != NULL, NULL);

  return gs_workspace_run (self, find_name_job, &query, error);
}

static gpointer
find_prefix_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Query *query = data;

  return gs_db_record_find_prefix (db, query->type, query->text, 2, error);
}

/* Types whose records bear a name that a user may type. */
static gboolean
has_names (const GsRecordType *type)
{
  return type == &gs_tag_type || type == &gs_source_type || type == &gs_question_type || type == &gs_annotator_type
         || type == &gs_article_type;
}

/**
 * gs_workspace_resolve:
 * @self: a workspace
 * @type: a type of gs_workspace_types
 * @id: a UUID, the beginning of one, or a name; a name counts before a beginning
 * @error: GS_ERROR_NOT_FOUND, GS_ERROR_AMBIGUOUS
 *
 * Blocks. Returns: (transfer full) (nullable): the UUID of the one record that is meant
 */
char *
gs_workspace_resolve (GsWorkspace *self, const GsRecordType *type, const char *id, GError **error)
{
  Query query = { .type = type };
  g_autofree char *typed = NULL, *lower = NULL, *named = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GError *local = NULL;

  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (type != NULL && id != NULL, NULL);

  typed = g_strstrip (g_strdup (id));
  lower = g_ascii_strdown (typed, -1);
  if (*typed != '\0' && has_names (type))
    named = gs_workspace_find_name (self, type, typed, &local);
  if (named == NULL && local == NULL && *typed != '\0')
    {
      query.text = lower;
      found = gs_workspace_run (self, find_prefix_job, &query, &local);
    }

  if (local != NULL)
    g_propagate_error (error, local);
  else if (named != NULL)
    return g_steal_pointer (&named);
  else if (found == NULL || found->len == 0)
    set_not_found (error, type, typed);
  else if (found->len > 1)
    g_set_error (error, GS_ERROR, GS_ERROR_AMBIGUOUS,
                 _ ("There is more than one %s whose identifier begins with “%s”."), type->name, typed);
  else
    return g_strdup (found->pdata[0]);

  return NULL;
}

static gpointer
list_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Query *query = data;

  return query->list (db, query->text, error);
}

/**
 * gs_workspace_claims_of_article:
 * @self: a workspace
 * @article: UUID
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type GsClaimRecord): by place in the text, or %NULL
 *   with @error
 */
GPtrArray *
gs_workspace_claims_of_article (GsWorkspace *self, const char *article, GError **error)
{
  Query query = { .text = article, .list = gs_db_claims_of_article };

  g_return_val_if_fail (GS_IS_WORKSPACE (self) && article != NULL, NULL);

  return gs_workspace_run (self, list_job, &query, error);
}

/**
 * gs_workspace_claims_on_question:
 * @self: a workspace
 * @question: UUID
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type GsClaimRecord): in the order they came in, or
 *   %NULL with @error
 */
GPtrArray *
gs_workspace_claims_on_question (GsWorkspace *self, const char *question, GError **error)
{
  Query query = { .text = question, .list = gs_db_claims_on_question };

  g_return_val_if_fail (GS_IS_WORKSPACE (self) && question != NULL, NULL);

  return gs_workspace_run (self, list_job, &query, error);
}

/**
 * gs_workspace_links_of_claim:
 * @self: a workspace
 * @claim: UUID
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type GsLinkRecord): that have the claim at either
 *   end, or %NULL with @error
 */
GPtrArray *
gs_workspace_links_of_claim (GsWorkspace *self, const char *claim, GError **error)
{
  Query query = { .text = claim, .list = gs_db_links_of_claim };

  g_return_val_if_fail (GS_IS_WORKSPACE (self) && claim != NULL, NULL);

  return gs_workspace_run (self, list_job, &query, error);
}

/**
 * gs_workspace_oppositions_on_question:
 * @self: a workspace
 * @question: UUID
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type GsLinkRecord): that set two claims on the question against
 *   each other, or that a rule has made of two of them; %NULL with @error
 */
GPtrArray *
gs_workspace_oppositions_on_question (GsWorkspace *self, const char *question, GError **error)
{
  Query query = { .text = question, .list = gs_db_oppositions_on_question };

  g_return_val_if_fail (GS_IS_WORKSPACE (self) && question != NULL, NULL);

  return gs_workspace_run (self, list_job, &query, error);
}

static gpointer
check_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_db_check (db, error);
}

/**
 * gs_workspace_check:
 * @self: a workspace
 *
 * Blocks while the whole file is read.
 *
 * Returns: (transfer full) (element-type utf8): one sentence a finding, none for a
 *   sound file; or %NULL with @error
 */
GPtrArray *
gs_workspace_check (GsWorkspace *self, GError **error)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);

  return gs_workspace_run (self, check_job, NULL, error);
}
