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

/**
 * gs_db_oppositions_on_question:
 * @db: a connection
 * @question: UUID
 *
 * Returns: (transfer full) (element-type GsLinkRecord): links that set two claims on the question against each other,
 *   and whatever a rule has made of two of them; or %NULL with @error
 */
GPtrArray *
gs_db_oppositions_on_question (GsDbConnection *db, const char *question, GError **error)
{
  g_return_val_if_fail (db != NULL && question != NULL, NULL);

  return gs_db_records_where (db, &gs_link_type,
                              "JOIN claim AS b ON b.id = t.b WHERE t.id IN (SELECT link FROM link_question WHERE "
                              "question = (SELECT id FROM question WHERE uuid = ?1)) "
                              "AND (t.kind IN ('contradicts', 'tension') OR t.origin = 'rule') "
                              "AND b.question = (SELECT id FROM question WHERE uuid = ?1) ORDER BY t.id",
                              question, error);
}
