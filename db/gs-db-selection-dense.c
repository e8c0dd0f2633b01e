/* gs-db-selection-dense.c: whether a page is sooner found row by row.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The claims with a tag are found from the tag, which takes as long as there
 * are such claims; or along the list, asking each claim, which for a page takes
 * the longer the fewer there are. With a page of 64 and a million claims both
 * take as long at 8,000 of them, and then neither takes longer than that: what
 * the tallies count decides between them.
 */

#include "config.h"

#include "gs-db-selection.h"

/* Rows that the first page shows. */
#define PAGE 64

/* A tag counts for the tags below it. */
#define TAGGED "SELECT sum (n) FROM tally WHERE what = 'tag' AND id IN (" GS_DB_TAG_AND_BELOW ")"
#define SAID "SELECT n FROM tally WHERE what = 'source' AND id = (SELECT id FROM source WHERE uuid = ?)"
#define ANSWERING "SELECT claims FROM question_stat WHERE question = (SELECT id FROM question WHERE uuid = ?)"

/* Only which way is taken depends on it, so a failure is told by what follows. */
static gboolean
is_dense (GsDbConnection *db, const char *sql, const char *uuid, gint64 all)
{
  gint64 n = 0;

  if (uuid == NULL)
    return FALSE;

  gs_db_get_int (db, &n, NULL, sql, "t", uuid);

  return n > 0 && n > PAGE * all / n;
}

/**
 * gs_db_selection_find_dense:
 * @db: a connection
 * @filter: which rows
 *
 * Returns: what of @filter so many claims meet that a page is sooner found along the list
 */
GsDbDense
gs_db_selection_find_dense (GsDbConnection *db, const GsListFilter *filter)
{
  GsDbDense dense = 0;
  gint64 all = 0;

  gs_db_get_int (db, &all, NULL, "SELECT n FROM tally WHERE what = 'claims' AND id = 0", "");
  if (is_dense (db, ANSWERING, filter->question, all))
    dense |= GS_DB_DENSE_QUESTION;
  if (is_dense (db, TAGGED, filter->tag, all))
    dense |= GS_DB_DENSE_TAG;
  if (is_dense (db, SAID, filter->source, all))
    dense |= GS_DB_DENSE_SOURCE;

  return dense;
}
