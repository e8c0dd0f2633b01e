/* gs-db-claims.c: claims and links by what they are about.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-records-private.h"
#include "gs-db-records.h"

/**
 * gs_db_claims_of_article:
 * @db: a connection
 * @article: UUID
 *
 * Returns: (transfer full) (element-type GsClaimRecord): by place in the text, or %NULL with @error
 */
GPtrArray *
gs_db_claims_of_article (GsDbConnection *db, const char *article, GError **error)
{
  g_return_val_if_fail (db != NULL && article != NULL, NULL);

  return gs_db_records_where (db, &gs_claim_type,
                              "JOIN claim_index AS i ON i.id = t.id "
                              "WHERE i.article = (SELECT id FROM article WHERE uuid = ?) ORDER BY i.start, t.id",
                              article, error);
}

/**
 * gs_db_claims_on_question:
 * @db: a connection
 * @question: UUID
 *
 * Returns: (transfer full) (element-type GsClaimRecord): in the order they came in, or %NULL with @error
 */
GPtrArray *
gs_db_claims_on_question (GsDbConnection *db, const char *question, GError **error)
{
  g_return_val_if_fail (db != NULL && question != NULL, NULL);

  return gs_db_records_where (db, &gs_claim_type,
                              "WHERE t.question = (SELECT id FROM question WHERE uuid = ?) ORDER BY t.id", question,
                              error);
}

/**
 * gs_db_links_of_claim:
 * @db: a connection
 * @claim: UUID
 *
 * Returns: (transfer full) (element-type GsLinkRecord): that have the claim at either end, or %NULL with @error
 */
GPtrArray *
gs_db_links_of_claim (GsDbConnection *db, const char *claim, GError **error)
{
  g_return_val_if_fail (db != NULL && claim != NULL, NULL);

  return gs_db_records_where (db, &gs_link_type,
                              "WHERE t.a = (SELECT id FROM claim WHERE uuid = ?1) "
                              "OR t.b = (SELECT id FROM claim WHERE uuid = ?1) ORDER BY t.id",
                              claim, error);
}

/* Verdicts are few beside the claims of a hot question, and many beside those of most. */
static gboolean
has_fewer_links (GsDbConnection *db, const char *question)
{
  gint64 fewer = 0;

  return gs_db_get_int (
           db, &fewer, NULL,
           "SELECT coalesce ((SELECT n FROM tally WHERE what = 'links' AND id = 0), 0) < coalesce ("
           "(SELECT claims FROM question_stat WHERE question = (SELECT id FROM question WHERE uuid = ?)), 0)",
           "t", question)
           == GS_DB_STEP_ROW
         && fewer != 0;
}

/**
 * gs_db_links_on_question:
 * @db: a connection
 * @question: UUID
 *
 * Returns: (transfer full) (element-type GsLinkRecord): both ends of which answer the question, or %NULL with @error
 */
GPtrArray *
gs_db_links_on_question (GsDbConnection *db, const char *question, GError **error)
{
  g_return_val_if_fail (db != NULL && question != NULL, NULL);

  /* The order of a CROSS JOIN is kept: whatever there is less of is gone through. */
  if (has_fewer_links (db, question))
    return gs_db_records_where (db, &gs_link_type,
                                "CROSS JOIN claim AS a ON a.id = t.a CROSS JOIN claim AS b ON b.id = t.b "
                                "WHERE a.question = (SELECT id FROM question WHERE uuid = ?1) "
                                "AND b.question = a.question ORDER BY t.id",
                                question, error);

  return gs_db_records_where (db, &gs_link_type,
                              "JOIN claim AS a ON a.id = t.a JOIN claim AS b ON b.id = t.b "
                              "WHERE t.id IN (SELECT l.id FROM claim AS c CROSS JOIN link AS l ON l.a = c.id "
                              "WHERE c.question = (SELECT id FROM question WHERE uuid = ?1)) "
                              "AND b.question = a.question ORDER BY t.id",
                              question, error);
}
