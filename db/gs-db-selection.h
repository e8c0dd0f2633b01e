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

typedef struct
{
  const char *id;     /* expression of the row number */
  GString    *from;   /* tables */
  GString    *where;  /* "" or " WHERE …" */
  GString    *order;  /* "" or " ORDER BY …" */
  GPtrArray  *values; /* char *, one a question mark, in order */
  gboolean    whole;  /* nothing is left out: its count is known */
  gboolean    by_number; /* whole, and simply in the order of row numbers */
} GsDbSelection;

GsDbSelection *gs_db_selection_new  (const GsRecordType *type,
                                     const GsListFilter *filter);
void           gs_db_selection_free (GsDbSelection      *self);

/* One more condition. @value (nullable) is bound to its one question mark. */
void           gs_db_selection_add  (GsDbSelection      *self,
                                     const char         *condition,
                                     const char         *value);

/* gs-db-selection-claims.c */
void           gs_db_selection_of_claims (GsDbSelection      *self,
                                          const GsListFilter *filter);

/* gs-db-match.c: what a user types as an FTS5 expression that cannot fail;
 * NULL when there is no word in it. */
char          *gs_db_match_expression (const char *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsDbSelection, gs_db_selection_free)

G_END_DECLS
