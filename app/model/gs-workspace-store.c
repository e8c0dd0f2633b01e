/* gs-workspace-store.c: storing a batch of articles.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-workspace-private.h"

#include "gs-db-history.h"
#include "gs-revision.h"
#include "gs-stamps.h"

typedef struct
{
  const char *label;
  char *name;
  GPtrArray *articles;
  GArray *results;
  GPtrArray *uuids;
  gint64 group;
  gboolean stored; /* any */
  char *undo_label;
  char *redo_label;
} Store;

static gboolean
move_claims (GsStamps *stamps, const GsArticleRecord *before, const char *text, GError **error)
{
  g_autoptr (GPtrArray) claims = gs_db_claims_of_article (stamps->db, before->uuid, error);
  gboolean ok = claims != NULL;

  for (guint i = 0; ok && i < claims->len; i++)
    {
      gs_revision_move_claim (claims->pdata[i], before->text, text);
      ok = gs_stamps_apply (stamps, &gs_claim_type, claims->pdata[i], FALSE, error)
           && gs_db_record_save (stamps->db, &gs_claim_type, claims->pdata[i], error);
    }

  return ok;
}

/* @article is a later version of the one @uuid, unless it turns out to be another
 * article: then @result stays what it was. */
static gboolean
revise (Store *store, GsStamps *stamps, const char *uuid, const GsArticleRecord *article, int *result, GError **error)
{
  g_autoptr (GsArticleRecord) before = gs_db_record_load (stamps->db, &gs_article_type, uuid, error);
  g_autoptr (GsArticleRecord) after = NULL;

  if (before == NULL)
    return FALSE;
  if (!gs_revision_follows (before, article))
    return TRUE;

  after = gs_revision_merge (before, article);
  if (!gs_stamps_apply (stamps, &gs_article_type, after, FALSE, error)
      || !gs_db_record_save (stamps->db, &gs_article_type, after, error)
      || !move_claims (stamps, before, after->text, error))
    return FALSE;
  *result = GS_REVISED;
  store->stored = TRUE;

  return TRUE;
}

/* (transfer full) (nullable): the article that is there under @article's URL, if that
 * settles what becomes of it. */
static char *
find_version (Store *store, GsStamps *stamps, const GsArticleRecord *article, int *result, GError **error)
{
  g_autofree char *hash = NULL;
  g_autofree char *there = NULL;
  gboolean known = FALSE;

  if (article->url == NULL || article->text == NULL)
    return NULL;

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, article->text, -1);
  there = gs_db_article_find_url (stamps->db, article->url, article->sha256, hash, &known, error);
  if (there == NULL)
    return NULL;

  if (known)
    *result = GS_DUPLICATE;
  else if (!revise (store, stamps, there, article, result, error))
    return NULL;

  return *result != GS_STORED ? g_steal_pointer (&there) : NULL;
}

static gboolean
store_one (Store *store, GsStamps *stamps, GsArticleRecord *article, GError **error)
{
  GError *local = NULL;
  char *there = NULL;
  int result = GS_STORED;

  if (article->sha256 != NULL)
    there = gs_db_record_find_name (stamps->db, &gs_article_type, article->sha256, &local);
  if (there != NULL)
    result = GS_DUPLICATE;
  else if (local == NULL)
    there = find_version (store, stamps, article, &result, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (there == NULL)
    {
      if (article->uuid == NULL)
        article->uuid = g_uuid_string_random ();
      if (!gs_stamps_apply (stamps, &gs_article_type, article, TRUE, error)
          || !gs_db_article_import (stamps->db, article, error))
        return FALSE;
      there = g_strdup (article->uuid);
      store->stored = TRUE;
    }

  g_array_append_val (store->results, result);
  g_ptr_array_add (store->uuids, there);

  return TRUE;
}

static gboolean
store_all (GsDbConnection *db, Store *store, GError **error)
{
  gboolean ok = TRUE;
  GsStamps stamps;

  gs_stamps_init (&stamps, db, store->name);
  for (guint i = 0; ok && i < store->articles->len; i++)
    ok = store_one (store, &stamps, store->articles->pdata[i], error);
  gs_stamps_clear (&stamps);

  return ok;
}

static gpointer
store_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Store *store = data;
  gint64 group = 0;

  if (!gs_db_action_begin (db, store->label, store->name, store->group, error))
    return NULL;
  if (!store_all (db, store, error))
    {
      gs_db_action_rollback (db);
      return NULL;
    }
  if (!gs_db_action_commit (db, &group, error))
    return NULL;

  if (group != 0)
    store->group = group;
  if (store->stored)
    gs_db_history_peek (db, &store->undo_label, &store->redo_label, NULL);

  return store;
}

/**
 * gs_workspace_store_articles:
 * @self: a workspace
 * @label: what the history says
 * @articles: (element-type GsArticleRecord): articles; those that are stored get UUID and stamps
 * @results: (element-type int): gets a GsStoreResult each
 * @uuids: (element-type utf8): gets the UUID each is there under
 * @group: (inout): 0, or what an earlier batch of the same import gave
 * @error: why nothing was stored
 *
 * Blocks. Returns: whether the batch was stored, as a whole
 */
gboolean
gs_workspace_store_articles (GsWorkspace *self,
                             const char *label,
                             GPtrArray *articles,
                             GArray *results,
                             GPtrArray *uuids,
                             gint64 *group,
                             GError **error)
{
  Store store = { .label = label, .articles = articles, .results = results, .uuids = uuids };
  gboolean done;

  g_return_val_if_fail (GS_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (label != NULL && articles != NULL && results != NULL && uuids != NULL, FALSE);
  g_return_val_if_fail (group != NULL, FALSE);

  store.group = *group;
  store.name = gs_workspace_dup_annotator (self);
  done = gs_workspace_run (self, store_job, &store, error) != NULL;
  *group = store.group;
  if (done && store.stored)
    gs_workspace_announce (self, store.undo_label, store.redo_label);
  g_free (store.name);

  return done;
}
