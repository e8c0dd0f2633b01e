/* gs-db-salvage-private.h: what the files about salvage share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-db-page-map.h"
#include "gs-db-plan.h"
#include "gs-db-records-private.h"
#include "gs-db-salvage.h"

G_BEGIN_DECLS

/* The shares of the whole at which all pages have been looked at, and all rows read. */
#define GS_DB_SALVAGE_LOOKED 0.2
#define GS_DB_SALVAGE_READ 0.8

typedef struct
{
  GsDbConnection         *db; /* the new file, in a transaction */
  GsDbPageMap             map;
  GPtrArray              *shapes;
  const GsDbSalvageWords *words;
  GsDbSalvage            *result;
  GsDbSalvageFunc         func;
  gpointer                data;
  GCancellable           *cancellable;
  GError                **error; /* of the whole */
  gboolean                failed;

  GHashTable             *inserts; /* name of a table → SQL */
  guint64                 budget; /* pages that long rows may still read */
  guint64                 n_bad_rows;
} GsDbSalvaging;

/* One of @result's kinds. */
GsRecoveredListing *gs_db_salvage_kind     (GsDbSalvaging  *self,
                                            const char     *kind);
/* So many of them are there, but not as they were; so many are gone. */
void                gs_db_salvage_mended   (GsDbSalvaging  *self,
                                            const char     *kind,
                                            gint64          n);
void                gs_db_salvage_lost     (GsDbSalvaging  *self,
                                            const char     *kind,
                                            gint64          n);
gboolean            gs_db_salvage_tell     (GsDbSalvaging  *self,
                                            double          fraction);

/* gs-db-salvage-rows.c: rows of the old file into the new one, and hints. */
gboolean            gs_db_salvage_rows     (GsDbSalvaging  *self);
/* gs-db-salvage-hints.c: what indexes still know of rows that are lost. */
gboolean            gs_db_salvage_hints    (GsDbSalvaging  *self);
/* gs-db-salvage-stand-ins.c: for what is lost and referred to. */
gboolean            gs_db_salvage_stand_in (GsDbSalvaging  *self);
/* gs-db-salvage-texts.c: bytes, texts, zones, revisions and spans agree again. */
gboolean            gs_db_salvage_begin_texts (GsDbSalvaging *self);
gboolean            gs_db_salvage_note_text   (GsDbSalvaging *self,
                                               gint64         body);
gboolean            gs_db_salvage_texts    (GsDbSalvaging  *self);
/* gs-db-salvage-mend.c: words and tags are what they may be; losses are counted. */
gboolean            gs_db_salvage_words    (GsDbSalvaging  *self);
gboolean            gs_db_salvage_tags     (GsDbSalvaging  *self);
gboolean            gs_db_salvage_count    (GsDbSalvaging  *self);

G_END_DECLS
