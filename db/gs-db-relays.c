/* gs-db-relays.c: what a source says, and who relays whom.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-relays.h"

#include "gs-db-private.h"
#include "gs-words.h"

/* Of each claim only what an index has, since they lie all over the table. */
#define SAID                                                                                                         \
  "SELECT q.uuid, q.text, r.asserted, r.denied FROM (SELECT c.question, sum (c.stance = 'asserts') AS asserted, "    \
  "sum (c.stance = 'denies') AS denied, count(*) AS n FROM (SELECT DISTINCT claim FROM claim_hop WHERE source = "    \
  "(SELECT id FROM source WHERE uuid = ?1) UNION ALL SELECT DISTINCT claim FROM claim_hop AS h WHERE resolves_to = " \
  "(SELECT id FROM source WHERE uuid = ?1) AND NOT EXISTS (SELECT 1 FROM claim_hop AS o WHERE o.source = "           \
  "h.resolves_to AND o.claim = h.claim)) AS s CROSS JOIN claim AS c INDEXED BY claim_answer ON c.id = s.claim "      \
  "GROUP BY c.question) AS r LEFT JOIN question AS q ON q.id = r.question "                                          \
  "ORDER BY r.question IS NULL, r.n DESC, r.question LIMIT ?2"

/* The source that a claim comes from is the innermost of its chain. */
#define IS_ORIGIN                                                                                             \
  "SELECT EXISTS (SELECT 1 FROM claim AS c WHERE c.question = (SELECT id FROM question WHERE uuid = ?1) AND " \
  "(SELECT coalesce (h.resolves_to, h.source) FROM claim_hop AS h WHERE h.claim = c.id AND "                  \
  "coalesce (h.resolves_to, h.source) IS NOT NULL ORDER BY h.ordinal DESC LIMIT 1) = "                        \
  "(SELECT id FROM source WHERE uuid = ?2))"

/* Counted by triggers (schema/0009-tallies.sql), so it is read in its order until there is enough. */
#define RELAYS(question)                                                                        \
  "SELECT o.uuid, o.name, o.kind, i.uuid, i.name, i.kind, r.n FROM relay AS r CROSS JOIN "      \
  "source AS o ON o.id = r.outer_source CROSS JOIN source AS i ON i.id = r.inner_source WHERE " \
  "r.question = " question " ORDER BY r.n DESC, r.outer_source, r.inner_source LIMIT ?1"

/**
 * gs_db_said_by:
 * @db: a connection
 * @source: UUID
 * @limit: questions at most
 *
 * Returns: (transfer full) (element-type GsSaid): what it says, most claims first, claims on no question last; or
 *   %NULL with @error
 */
GPtrArray *
gs_db_said_by (GsDbConnection *db, const char *source, guint limit, GError **error)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_said_free);
  g_autoptr (GsDbStatement) row = NULL;
  GsDbStep step = GS_DB_STEP_FAILED;

  g_return_val_if_fail (db != NULL && source != NULL, NULL);

  row = gs_db_query (db, error, SAID, "ti", source, (gint64) limit);
  while (row != NULL && (step = gs_db_statement_step (row, error)) == GS_DB_STEP_ROW)
    {
      GsSaid *one = g_new0 (GsSaid, 1);

      one->question = gs_db_column_dup (row, 0);
      one->text = gs_db_column_dup (row, 1);
      one->asserted = gs_db_column_int (row, 2);
      one->denied = gs_db_column_int (row, 3);
      g_ptr_array_add (said, one);
    }

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&said) : NULL;
}

/**
 * gs_db_is_origin:
 * @db: a connection
 * @source: UUID
 * @question: UUID
 * @is: (out): whether a claim on the question comes from the source, and is not only relayed by it
 *
 * Returns: %FALSE with @error
 */
gboolean
gs_db_is_origin (GsDbConnection *db, const char *source, const char *question, gboolean *is, GError **error)
{
  gint64 found = 0;

  g_return_val_if_fail (db != NULL && source != NULL && question != NULL, FALSE);

  if (gs_db_get_int (db, &found, error, IS_ORIGIN, "tt", question, source) == GS_DB_STEP_FAILED)
    return FALSE;
  *is = found != 0;

  return TRUE;
}

/**
 * gs_db_relays:
 * @db: a connection
 * @question: (nullable): UUID; the whole workspace, when absent
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type GsRelay): who relays whom, most claims first, or %NULL with @error
 */
GPtrArray *
gs_db_relays (GsDbConnection *db, const char *question, guint limit, GError **error)
{
  g_autoptr (GPtrArray) relays = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_relay_free);
  g_autoptr (GsDbStatement) row = NULL;
  GsDbStep step = GS_DB_STEP_FAILED;

  g_return_val_if_fail (db != NULL, NULL);

  if (question != NULL)
    row = gs_db_query (db, error, RELAYS ("(SELECT id FROM question WHERE uuid = ?2)"), "it", (gint64) limit, question);
  else
    row = gs_db_query (db, error, RELAYS ("0"), "i", (gint64) limit);
  while (row != NULL && (step = gs_db_statement_step (row, error)) == GS_DB_STEP_ROW)
    {
      GsRelay *relay = g_new0 (GsRelay, 1);

      relay->outer = gs_db_column_dup (row, 0);
      relay->outer_name = gs_db_column_dup (row, 1);
      gs_word_from_nick (&gs_source_kinds, gs_db_column_text (row, 2), &relay->outer_kind);
      relay->inner = gs_db_column_dup (row, 3);
      relay->inner_name = gs_db_column_dup (row, 4);
      gs_word_from_nick (&gs_source_kinds, gs_db_column_text (row, 5), &relay->inner_kind);
      relay->claims = gs_db_column_int (row, 6);
      g_ptr_array_add (relays, relay);
    }

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&relays) : NULL;
}
