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

/* Matches that are ranked: the newest. Where a word is everywhere, the best of
 * all of them would take seconds to find, and would be no better. */
#define RANKED "2000"

/* Score, then the number of the row. Lower is better. */
#define RANK(fts, weights)                                                                                     \
  "SELECT id, score FROM (SELECT rowid AS id, gs_rank (" fts ", " weights ") AS score FROM " fts " WHERE " fts \
  " MATCH ?1 ORDER BY rowid DESC LIMIT " RANKED ") ORDER BY score, id LIMIT ?2"

#define HITS                                                                                       \
  "WITH a AS MATERIALIZED (" RANK ("article_fts", "4.0, 1.0") "), c AS MATERIALIZED (" RANK (      \
    "claim_fts", "2.0, 1.0") ") SELECT 0 AS kind, id, score FROM a UNION ALL SELECT 1, id, score " \
                             "FROM c ORDER BY score, kind, id LIMIT ?2"

/* The fields of hits in their order, after the number of the row. All at once:
 * a prefix is looked up once for each query. */
#define ARTICLE_HITS                                                                                           \
  "SELECT t.id, 'article', t.uuid, t.uuid, coalesce (t.title, t.path, ''), "                                   \
  "snippet (article_fts, -1, " MARKS ") FROM article_fts CROSS JOIN article AS t ON t.id = article_fts.rowid " \
  "WHERE article_fts MATCH ?1 AND article_fts.rowid BETWEEN ?2 AND ?3 AND "                                    \
  "+article_fts.rowid IN (SELECT value FROM json_each (?4))"

#define CLAIM_HITS                                                                                       \
  "SELECT t.id, 'claim', t.uuid, (SELECT uuid FROM article WHERE id = t.article), i.label, "             \
  "snippet (claim_fts, -1, " MARKS ") FROM claim_fts CROSS JOIN claim AS t ON t.id = claim_fts.rowid "   \
  "JOIN claim_index AS i ON i.id = t.id WHERE claim_fts MATCH ?1 AND claim_fts.rowid BETWEEN ?2 AND ?3 " \
  "AND +claim_fts.rowid IN (SELECT value FROM json_each (?4))"

typedef struct
{
  gboolean claim;
  gint64 id;
} Place;

static GsSearchHit *
read_hit (GsDbConnection *db, GsDbStatement *statement, GError **error)
{
  GsSearchHit *hit = gs_record_new (&gs_search_hit_type);

  for (guint i = 0; i < gs_search_hit_type.n_fields; i++)
    {
      if (!gs_db_read_field (db, statement, (int) i + 1, &gs_search_hit_type.fields[i], hit, error))
        {
          gs_record_free (&gs_search_hit_type, hit);
          return NULL;
        }
    }

  return hit;
}

/* (transfer full) (element-type Place): the best matches; NULL with @error. */
static GArray *
rank (GsDbConnection *db, const char *match, guint limit, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GsDbStatement) statement = gs_db_query (db, error, HITS, "ti", match, (gint64) limit);
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      Place place = { gs_db_column_int (statement, 0) != 0, gs_db_column_int (statement, 1) };

      g_array_append_val (places, place);
    }

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&places) : NULL;
}

/* Where the last word is merely begun, those that have it as it stands are the
 * best; only where they are few is it worth to look for what it may become. */
static GArray *
rank_query (GsDbConnection *db, const char *query, guint limit, char **match, GError **error)
{
  g_autofree char *whole = gs_db_match_expression_whole (query);
  GArray *places;

  if (whole != NULL && g_strcmp0 (whole, *match) != 0)
    {
      places = rank (db, whole, limit, error);
      if (places == NULL || places->len >= limit)
        {
          g_free (*match);
          *match = g_steal_pointer (&whole);
          return places;
        }
      g_array_unref (places);
    }

  return rank (db, *match, limit, error);
}

/* Reads the hits of one kind into the places they have among @places. */
static gboolean
read_hits (GsDbConnection *db, const char *match, const GArray *places, gboolean claim, GPtrArray *hits, GError **error)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GString) ids = g_string_new ("[");
  g_autoptr (GsDbStatement) statement = NULL;
  gint64 first = G_MAXINT64, last = G_MININT64;
  GsDbStep step = GS_DB_STEP_FAILED;

  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);

      if (place->claim != claim)
        continue;
      g_hash_table_insert (wanted, &place->id, GUINT_TO_POINTER (i));
      g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, ids->len > 1 ? "," : "", place->id);
      first = MIN (first, place->id);
      last = MAX (last, place->id);
    }
  g_string_append_c (ids, ']');
  if (g_hash_table_size (wanted) == 0)
    return TRUE;

  statement = gs_db_query (db, error, claim ? CLAIM_HITS : ARTICLE_HITS, "tiit", match, first, last, ids->str);
  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      gint64 id = gs_db_column_int (statement, 0);
      GsSearchHit *hit = read_hit (db, statement, error);

      if (hit == NULL)
        return FALSE;
      hits->pdata[GPOINTER_TO_UINT (g_hash_table_lookup (wanted, &id))] = hit;
    }

  return step == GS_DB_STEP_DONE;
}

static void
hit_free (gpointer hit)
{
  if (hit != NULL)
    gs_record_free (&gs_search_hit_type, hit);
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
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GArray) places = NULL;
  g_autofree char *match = NULL;
  GPtrArray *hits;

  g_return_val_if_fail (db != NULL && query != NULL, NULL);

  match = gs_db_match_expression (query);
  if (match == NULL)
    return gs_record_array_new (&gs_search_hit_type);

  places = rank_query (db, query, limit, &match, error);
  if (places == NULL)
    return NULL;

  found = g_ptr_array_new_with_free_func (hit_free);
  g_ptr_array_set_size (found, (int) places->len);
  if (!read_hits (db, match, places, FALSE, found, error) || !read_hits (db, match, places, TRUE, found, error))
    return NULL;

  hits = gs_record_array_new (&gs_search_hit_type);
  for (guint i = 0; i < found->len; i++)
    {
      if (found->pdata[i] != NULL)
        g_ptr_array_add (hits, g_steal_pointer (&found->pdata[i]));
    }

  return hits;
}
