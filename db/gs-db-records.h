/* gs-db-records.h: records in and out of the workspace file.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One code for every record type, driven by the field tables of words/. A
 * record's columns bear the names of its fields; a REF is a foreign key
 * resolved by UUID; LIST and REFS fields are child tables with an ordinal.
 * Articles are the exception: their text and bytes are content-addressed and
 * shared, see gs-db-articles.c.
 *
 * Saving and deleting are only allowed inside an action (gs-db-history.h).
 */

#pragma once

#include "gs-db-connection.h"
#include "gs-records.h"

G_BEGIN_DECLS

/* Returns FALSE to stop. Owns nothing of @record. */
typedef gboolean (*GsDbRecordFunc) (const GsRecordType  *type,
                                    gpointer             record,
                                    gpointer             user_data,
                                    GError             **error);

/* Inserts, or replaces every field of the row with that UUID. A REF to a
 * UUID that is not there is GS_DB_ERROR_CONSTRAINT and names it: at once, or
 * when the action ends if it is a source of a source or an article of an
 * article, which may come later in the same action. */
gboolean gs_db_record_save   (GsDbConnection      *db,
                              const GsRecordType  *type,
                              gconstpointer        record,
                              GError             **error);

/* The same for an article whose sha256 the caller has just made itself, which
 * is then not made again. */
gboolean gs_db_article_import (GsDbConnection         *db,
                               const GsArticleRecord  *record,
                               GError                **error);

/* (transfer full) (nullable): UUID of the article that has that URL; NULL
 * without error for none. @known: (out): whether a revision of it was made of
 * bytes with that SHA-256, or has a text with that other. */
char    *gs_db_article_find_url (GsDbConnection   *db,
                                 const char       *url,
                                 const char       *sha256,
                                 const char       *text_sha256,
                                 gboolean         *known,
                                 GError          **error);

/* Deletes the row and what cannot be without it: an article's claims, a
 * claim's parts and links, the tags below a tag. Removes mere mentions (a claim's question, a tag
 * on claims, a hop's source stays as a hop without source).
 * GS_DB_ERROR_NO_ROW if there is none. */
gboolean gs_db_record_delete (GsDbConnection      *db,
                              const GsRecordType  *type,
                              const char          *uuid,
                              GError             **error);

/* Whatever refers to the record @uuid refers to @into from now on, and is
 * stamped with @now and @annotator (UUID). Both records stay as they are. */
gboolean gs_db_record_replace (GsDbConnection      *db,
                               const GsRecordType  *type,
                               const char          *uuid,
                               const char          *into,
                               const char          *now,
                               const char          *annotator,
                               GError             **error);

/* Returns NULL without setting @error when there is no such row. */
gpointer gs_db_record_load   (GsDbConnection      *db,
                              const GsRecordType  *type,
                              const char          *uuid,
                              GError             **error);

/* Whole records by row number, as gs_db_listing_skeleton() gives them, in that
 * order; those that are gone are left out. */
GPtrArray *gs_db_records_at  (GsDbConnection      *db,
                              const GsRecordType  *type,
                              const gint64        *ids,
                              guint                n_ids,
                              GError             **error);

/* Every record of a type, in the order in which files carry them: tags by
 * path (parents first), the rest in the order they came in. One record in
 * memory at a time. */
gboolean gs_db_record_each   (GsDbConnection      *db,
                              const GsRecordType  *type,
                              GsDbRecordFunc       func,
                              gpointer             user_data,
                              GError             **error);

gint64   gs_db_record_count  (GsDbConnection      *db,
                              const GsRecordType  *type,
                              GError             **error);

/* UUIDs of the rows whose UUID begins with @prefix: at most @limit. */
GPtrArray *gs_db_record_find_prefix (GsDbConnection     *db,
                                     const GsRecordType *type,
                                     const char         *prefix,
                                     guint               limit,
                                     GError            **error);

/* UUID of the tag with that path, the source with that name or alias
 * (case-insensitively), the question with that text, the annotator with that
 * name, the article with that SHA-256; NULL without error when there is none. */
char    *gs_db_record_find_name (GsDbConnection      *db,
                                 const GsRecordType  *type,
                                 const char          *name,
                                 GError             **error);

/* Claims of one article or on one question, whole, by place or by arrival. */
GPtrArray *gs_db_claims_of_article  (GsDbConnection  *db,
                                     const char      *article,
                                     GError         **error);
GPtrArray *gs_db_claims_on_question (GsDbConnection  *db,
                                     const char      *question,
                                     GError         **error);

/* Links that have this claim at either end. */
GPtrArray *gs_db_links_of_claim     (GsDbConnection  *db,
                                     const char      *claim,
                                     GError         **error);

/* Links that set two claims on one question against each other, and those that
 * a rule has made of two of them. */
GPtrArray *gs_db_oppositions_on_question (GsDbConnection  *db,
                                          const char      *question,
                                          GError         **error);

G_END_DECLS
