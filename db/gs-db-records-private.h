/* gs-db-records-private.h: what the files about records share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-db-plan.h"
#include "gs-db-private.h"

G_BEGIN_DECLS

/* gs-db-fields.c: one field to a parameter, one column to a field. @missing
 * (nullable) is set instead of failing when a reference may come later. */
gboolean  gs_db_bind_field      (GsDbConnection      *db,
                                 GsDbStatement       *statement,
                                 int                  index,
                                 const GsField       *field,
                                 gconstpointer        record,
                                 gboolean            *missing,
                                 GError             **error);
gboolean  gs_db_read_field      (GsDbConnection      *db,
                                 GsDbStatement       *statement,
                                 int                  column,
                                 const GsField       *field,
                                 gpointer             record,
                                 GError             **error);

/* Every record of a workspace begins with its UUID, annotators too. */
static inline const char *
gs_db_record_uuid (gconstpointer record)
{
  return ((const GsAnnotatorRecord *) record)->uuid;
}

/* gs-db-records.c */
GsDbStep  gs_db_record_find_id  (GsDbConnection      *db,
                                 const GsRecordType  *type,
                                 const char          *uuid,
                                 gint64              *id,
                                 GError             **error);
/* Appends what the table of a list holds of @owner, its row number. */
gboolean  gs_db_read_list       (GsDbConnection      *db,
                                 const GsDbPart      *part,
                                 gint64               owner,
                                 GPtrArray           *list,
                                 GError             **error);
GPtrArray *gs_db_records_where  (GsDbConnection      *db,
                                 const GsRecordType  *type,
                                 const char          *condition,
                                 const char          *parameter,
                                 GError             **error);

/* gs-db-saving.c */
void      gs_db_records_forget  (GsDbConnection      *db,
                                 const char          *uuid);
/* Saves again what referred to records that had not come yet. */
gboolean  gs_db_records_settle  (GsDbConnection      *db,
                                 GError             **error);

/* gs-db-articles.c */
gboolean  gs_db_article_store   (GsDbConnection      *db,
                                 GsArticleRecord     *shallow,
                                 gboolean             known,
                                 char               **sha256,
                                 gint64              *body,
                                 GError             **error);
gboolean  gs_db_article_revise  (GsDbConnection        *db,
                                 gint64                 id,
                                 const GsArticleRecord *record,
                                 gint64                 body,
                                 GError               **error);
/* (transfer full) (nullable); @bytes: (transfer full) (nullable). */
GBytes   *gs_db_content_bytes   (GsDbConnection      *db,
                                 GBytes              *bytes,
                                 gint64               unpacked,
                                 GError             **error);
gboolean  gs_db_article_read    (GsDbConnection      *db,
                                 gint64               id,
                                 GsArticleRecord     *record,
                                 GError             **error);

/* gs-db-walk.c */
typedef gboolean (*GsDbWalkFunc) (gint64      id,
                                  gpointer    record,
                                  gpointer    user_data,
                                  GError    **error);
/* As gs_db_record_each(), with row numbers. @lists: (nullable): names of the
 * fields whose lists are read, NULL for all. */
gboolean  gs_db_walk            (GsDbConnection      *db,
                                 const GsRecordType  *type,
                                 const char *const   *lists,
                                 GsDbWalkFunc         func,
                                 gpointer             user_data,
                                 GError             **error);

/* gs-db-tags.c */
/* Tags that stand one below the other, at most. */
#define GS_DB_TAG_DEPTH 256
gboolean  gs_db_tag_place       (GsDbConnection      *db,
                                 gint64               id,
                                 const GsTagRecord   *record,
                                 GError             **error);
gboolean  gs_db_tag_place_below (GsDbConnection      *db,
                                 gint64               parent,
                                 GError             **error);

G_END_DECLS
