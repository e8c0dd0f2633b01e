/* gs-db-selection.h: which rows a list shows, and in which order, as SQL.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the database room.
 */

#pragma once

#include "gs-db-private.h"
#include "gs-listings.h"

G_BEGIN_DECLS

/* Row numbers of the tag whose UUID is bound, and of those below it. */
#define GS_DB_TAG_AND_BELOW                                                                                 \
  "SELECT g.id FROM tag AS r JOIN tag AS g ON g.id = r.id OR (g.path >= r.path || '/' AND "                 \
  "g.path < r.path || '0') WHERE r.uuid = ?"

/* The first line of a text, when there is no title, or as much of it as a row
 * can show. */
#define GS_DB_FIRST_LINE(id) \
  "(SELECT CASE WHEN n > 80 THEN rtrim (substr (x, 1, 79)) || '…' ELSE substr (x, 1, n) END " \
  "FROM (SELECT x, instr (x || char (10), char (10)) - 1 AS n FROM (SELECT " \
  "ltrim (substr (text, 1, 400), char (9, 10, 13, 32, 160)) AS x FROM article_text WHERE id = " id ")))"

/* What so many claims have that a page is sooner found by asking each row of
 * the list than by gathering those that have it. */
typedef enum
{
  GS_DB_DENSE_QUESTION = 1 << 0,
  GS_DB_DENSE_TAG      = 1 << 1,
  GS_DB_DENSE_SOURCE   = 1 << 2,
} GsDbDense;

typedef struct
{
  const char *id;     /* expression of the row number */
  GString    *from;   /* tables */
  GString    *where;  /* "" or " WHERE …" */
  GString    *order;  /* "" or " ORDER BY …" */
  GPtrArray  *values; /* char *, one a question mark, in order */
  gboolean    whole;  /* nothing is left out: its count is known */
  gboolean    by_number; /* whole, and simply in the order of row numbers */
  gboolean    paged;  /* only some rows from the beginning are wanted */
  GsDbDense   dense;  /* where paged */
} GsDbSelection;

/* For all of its rows. */
GsDbSelection *gs_db_selection_new  (const GsRecordType *type,
                                     const GsListFilter *filter);
/* The same rows in the same order, for a page of them. */
GsDbSelection *gs_db_selection_new_paged (GsDbConnection     *db,
                                          const GsRecordType *type,
                                          const GsListFilter *filter);
void           gs_db_selection_free (GsDbSelection      *self);

/* One more condition. @value (nullable) is bound to its one question mark. */
void           gs_db_selection_add  (GsDbSelection      *self,
                                     const char         *condition,
                                     const char         *value);

/* gs-db-selection-dense.c */
GsDbDense      gs_db_selection_find_dense (GsDbConnection     *db,
                                           const GsListFilter *filter);

/* gs-db-selection-claims.c */
void           gs_db_selection_of_claims (GsDbSelection      *self,
                                          const GsListFilter *filter);

/* gs-db-match.c: what a user types as an FTS5 expression that cannot fail;
 * NULL when there is no word in it. */
char          *gs_db_match_expression (const char *query);
char          *gs_db_match_expression_whole (const char *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsDbSelection, gs_db_selection_free)

G_END_DECLS
