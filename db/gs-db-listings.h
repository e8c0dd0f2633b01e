/* gs-db-listings.h: what lists and tables show, a page at a time.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * @type is one of the listing types of words/gs-listings.h that a filter
 * selects from: articles, claims, questions, sources, tags, links.
 *
 * A list opens with a count and its first page. Its skeleton (the row numbers
 * in order, eight bytes each) follows, after which any page is a handful of
 * primary-key look-ups, however far down it lies.
 */

#pragma once

#include "gs-db-connection.h"
#include "gs-listings.h"

G_BEGIN_DECLS

gint64     gs_db_listing_count    (GsDbConnection      *db,
                                   const GsRecordType  *type,
                                   const GsListFilter  *filter,
                                   GError             **error);
gint64     gs_db_listing_count_to (GsDbConnection      *db,
                                   const GsRecordType  *type,
                                   const GsListFilter  *filter,
                                   guint                limit,
                                   gboolean            *more,
                                   GError             **error);

/* Row numbers (gint64) in the filter's order. */
GArray    *gs_db_listing_skeleton (GsDbConnection      *db,
                                   const GsRecordType  *type,
                                   const GsListFilter  *filter,
                                   GError             **error);

/* Row numbers (gint64) of rows at @offset, without a skeleton; and the rows. */
GArray    *gs_db_listing_ids      (GsDbConnection      *db,
                                   const GsRecordType  *type,
                                   const GsListFilter  *filter,
                                   guint                offset,
                                   guint                limit,
                                   GError             **error);
GPtrArray *gs_db_listing_page     (GsDbConnection      *db,
                                   const GsRecordType  *type,
                                   const GsListFilter  *filter,
                                   guint                offset,
                                   guint                limit,
                                   GError             **error);

/* Rows with these numbers, in this order; a row that is gone is skipped. */
GPtrArray *gs_db_listing_rows     (GsDbConnection      *db,
                                   const GsRecordType  *type,
                                   const gint64        *ids,
                                   guint                n_ids,
                                   GError             **error);

/* One row by UUID, NULL without error when there is none. */
gpointer   gs_db_listing_row      (GsDbConnection      *db,
                                   const GsRecordType  *type,
                                   const char          *uuid,
                                   GError             **error);

/* (element-type GsMatrixCell): an empty array that owns its cells. */
GPtrArray *gs_db_matrix_new       (void);
/* Adds a cell for each source that answers the question. */
gboolean   gs_db_question_answers (GsDbConnection      *db,
                                   const char          *question,
                                   GPtrArray           *cells,
                                   GError             **error);
/* (element-type utf8): entities in the slots of claims made lately, the most used first. */
GPtrArray *gs_db_slot_entities    (GsDbConnection      *db,
                                   guint                limit,
                                   GError             **error);
/* (element-type utf8): the languages that articles have, by code. */
GPtrArray *gs_db_languages        (GsDbConnection      *db,
                                   GError             **error);

/* GsSearchHit, best first by bm25, articles and claims mixed. @query is what a
 * user types: words (all must occur), "a phrase", prefix*. Never a syntax error. */
GPtrArray *gs_db_search           (GsDbConnection      *db,
                                   const char          *query,
                                   guint                limit,
                                   GError             **error);

G_END_DECLS
