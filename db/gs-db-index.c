/* gs-db-index.c: the search index, brought up to date once a transaction.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Triggers note which rows are stale and what the index still holds of them
 * (schema/0002-derived.sql). One statement then makes it forget all of that,
 * and one gives it what is there now. A row that is as it was is left alone.
 */

#include "config.h"

#include "gs-db-private.h"

static const char *const steps[] = {
  "DELETE FROM article_stale AS s WHERE held AND EXISTS "
  "(SELECT 1 FROM article_index AS i WHERE i.id = s.id AND i.title IS s.title AND i.body IS s.body)",
  "INSERT INTO article_fts (article_fts, rowid, title, text) SELECT 'delete', s.id, s.title, "
  "coalesce (b.text, CAST (c.bytes AS TEXT)) FROM article_stale AS s LEFT JOIN body AS b ON b.id = s.body "
  "LEFT JOIN content AS c ON c.id = b.content WHERE s.held",
  "INSERT INTO article_fts (rowid, title, text) SELECT t.id, t.title, t.text "
  "FROM article_stale AS s CROSS JOIN article_text AS t ON t.id = s.id",
  "DELETE FROM article_stale",

  "DELETE FROM claim_stale AS s WHERE held AND EXISTS "
  "(SELECT 1 FROM claim_index AS i WHERE i.id = s.id AND i.summary IS s.summary AND i.quote IS s.quote)",
  "INSERT INTO claim_fts (claim_fts, rowid, summary, quote) SELECT 'delete', id, summary, quote "
  "FROM claim_stale WHERE held",
  "INSERT INTO claim_fts (rowid, summary, quote) SELECT i.id, i.summary, i.quote "
  "FROM claim_stale AS s CROSS JOIN claim_index AS i ON i.id = s.id",
  "DELETE FROM claim_stale",
};

/* To be called within the transaction that made rows stale, as its last. */
gboolean
gs_db_index_refresh (GsDbConnection *db, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (!gs_db_run (db, error, steps[i], ""))
        return FALSE;
    }

  return TRUE;
}
