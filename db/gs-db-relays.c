/* gs-db-relays.c: what a source says, and who relays whom.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-relays.h"

#include "gs-db-private.h"
#include "gs-words.h"

#define SAID                                                                                       \
  "SELECT q.uuid, q.text, sum (c.stance = 'asserts'), sum (c.stance = 'denies') FROM claim AS c "  \
  "LEFT JOIN question AS q ON q.id = c.question WHERE c.id IN (SELECT claim FROM claim_hop WHERE " \
  "source = (SELECT id FROM source WHERE uuid = ?1) UNION SELECT claim FROM claim_hop WHERE "      \
  "resolves_to = (SELECT id FROM source WHERE uuid = ?1)) "                                        \
  "GROUP BY c.question ORDER BY c.question IS NULL, count(*) DESC, c.question LIMIT ?2"

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
