/* gs-db-search.c: words in articles and claims.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-listings.h"

#include "gs-db-records-private.h"
#include "gs-db-selection.h"

/* First strong isolate and pop directional isolate around what was found. */
#define MARKS "char (8296), char (8297), '…', 24"

/* Score, then the fields of a hit in their order. Lower bm25 is better. The
 * best are found first: a snippet costs more than a score. */
#define HITS                                                                                            \
  "WITH a AS MATERIALIZED (SELECT rowid AS id, bm25 (article_fts, 4.0, 1.0) AS score FROM article_fts " \
  "WHERE article_fts MATCH ?1 ORDER BY score LIMIT ?2), "                                               \
  "c AS MATERIALIZED (SELECT rowid AS id, bm25 (claim_fts, 2.0, 1.0) AS score FROM claim_fts "          \
  "WHERE claim_fts MATCH ?1 ORDER BY score LIMIT ?2) "                                                  \
  "SELECT 0 AS kind, id, score FROM a UNION ALL SELECT 1, id, score FROM c ORDER BY score, kind, id LIMIT ?2"

#define ARTICLE_HIT                                                                                         \
  "SELECT 'article', t.uuid, t.uuid, coalesce (t.title, t.path, ''), snippet (article_fts, -1, " MARKS ") " \
  "FROM article_fts JOIN article AS t ON t.id = article_fts.rowid "                                         \
  "WHERE article_fts MATCH ?1 AND article_fts.rowid = ?2"

#define CLAIM_HIT                                                                                \
  "SELECT 'claim', t.uuid, (SELECT uuid FROM article WHERE id = t.article), i.label, "           \
  "snippet (claim_fts, -1, " MARKS ") FROM claim_fts JOIN claim AS t ON t.id = claim_fts.rowid " \
  "JOIN claim_index AS i ON i.id = t.id WHERE claim_fts MATCH ?1 AND claim_fts.rowid = ?2"

static GsSearchHit *
read_hit (GsDbConnection *db, GsDbStatement *statement, GError **error)
{
  GsSearchHit *hit = gs_record_new (&gs_search_hit_type);

  for (guint i = 0; i < gs_search_hit_type.n_fields; i++)
    {
      if (!gs_db_read_field (db, statement, (int) i, &gs_search_hit_type.fields[i], hit, error))
        {
          gs_record_free (&gs_search_hit_type, hit);
          return NULL;
        }
    }

  return hit;
}

static gboolean
add_hit (GsDbConnection *db, const char *match, gboolean claim, gint64 id, GPtrArray *hits, GError **error)
{
  g_autoptr (GsDbStatement) statement = gs_db_query (db, error, claim ? CLAIM_HIT : ARTICLE_HIT, "ti", match, id);
  GsDbStep step = statement != NULL ? gs_db_statement_step (statement, error) : GS_DB_STEP_FAILED;
  GsSearchHit *hit;

  if (step != GS_DB_STEP_ROW)
    return step == GS_DB_STEP_DONE;

  hit = read_hit (db, statement, error);
  if (hit != NULL)
    g_ptr_array_add (hits, hit);

  return hit != NULL;
}

/**
 * gs_db_search:
 * @db: a connection
 * @query: words (all must occur), "a phrase", prefix*; anything else is taken as text
 * @limit: how many hits at most
 *
 * Returns: (transfer full) (element-type GsSearchHit): hits, best first; empty when @query has no word; or %NULL with
 *   @error
 */
GPtrArray *
gs_db_search (GsDbConnection *db, const char *query, guint limit, GError **error)
{
  g_autoptr (GPtrArray) hits = gs_record_array_new (&gs_search_hit_type);
  g_autoptr (GsDbStatement) statement = NULL;
  g_autofree char *match = NULL;
  GsDbStep step;

  g_return_val_if_fail (db != NULL && query != NULL, NULL);

  match = gs_db_match_expression (query);
  if (match == NULL)
    return g_steal_pointer (&hits);

  statement = gs_db_query (db, error, HITS, "ti", match, (gint64) limit);
  if (statement == NULL)
    return NULL;

  while ((step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      if (!add_hit (db, match, gs_db_column_int (statement, 0) != 0, gs_db_column_int (statement, 1), hits, error))
        return NULL;
    }

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&hits) : NULL;
}
