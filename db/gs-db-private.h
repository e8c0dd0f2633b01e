/* gs-db-private.h: what the files of the database room share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Debian's and Fedora's library have both; the header shows them on request. */
#ifndef SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_SESSION 1
#endif
#ifndef SQLITE_ENABLE_PREUPDATE_HOOK
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#endif

#include <gio/gio.h>
#include <sqlite3.h>

#include "gs-db-connection.h"
#include "gs-db-statement.h"
#include "gs-records.h"

G_BEGIN_DECLS

/* kB of the file that a connection keeps at hand. */
#define GS_DB_CACHE "8000"

/* "Gnsy", at byte 68 of the file. */
#define GS_DB_APPLICATION_ID 0x476e7379

/* How long a writer waits for another program, in microseconds. */
#define GS_DB_PATIENCE (5 * G_USEC_PER_SEC)

struct _GsDbConnection
{
  sqlite3      *handle;
  char         *name; /* of the file, for messages */
  GHashTable   *statements; /* SQL → GsDbStatement */
  gboolean      read_only;
  gint64        patience;
  gint64        waiting_since; /* monotonic; of the busy handler */
  GCancellable *cancellable; /* (nullable): of the job under way, borrowed */

  /* The open action. */
  sqlite3_session *session;
  char            *label;
  char            *annotator;
  gint64           step;
  GHashTable      *pending; /* UUID → record to be saved again at the end */
  gboolean         settling; /* the end has come */
};

/* gs-db-connection.c */
void     gs_db_set_error        (GsDbConnection  *self,
                                 int              code,
                                 GError         **error);
gboolean gs_db_is_cancelled     (GsDbConnection  *self,
                                 GError         **error);
void     gs_db_set_cancellable  (GsDbConnection  *self,
                                 GCancellable    *cancellable);
void     gs_db_set_patience     (GsDbConnection  *self,
                                 gint64           microseconds);
gboolean gs_db_exec             (GsDbConnection  *self,
                                 const char      *sql,
                                 GError         **error);

/* gs-db-opening.c */
typedef gboolean (*GsDbFillFunc) (GsDbConnection  *db,
                                  gpointer         data,
                                  GError         **error);
gboolean gs_db_make_file        (const char      *path,
                                 GsDbFillFunc     func,
                                 gpointer         data,
                                 GError         **error);
typedef enum
{
  GS_DB_PEEK_READ,
  GS_DB_PEEK_ALONE, /* to read what nobody else has open */
  GS_DB_PEEK_WRITE,
} GsDbPeek;

/* gs-db-lone.c: whether it is seen through the document portal. */
gboolean        gs_db_path_is_in_portal (const char   *path);

GsDbConnection *gs_db_connection_peek (const char     *path,
                                       GsDbPeek        how,
                                       GError        **error);
GsDbConnection *gs_db_connection_fill (const char     *path,
                                       GError        **error);

/* gs-db-naming.c */
char    *gs_db_file_begin       (const char      *path,
                                 GError         **error);
char    *gs_db_file_beside      (const char      *path,
                                 GError         **error);
void     gs_db_file_discard     (const char      *made);
gboolean gs_db_file_finish      (const char      *made,
                                 const char      *path,
                                 GError         **error);
gboolean gs_db_file_sync        (const char      *path,
                                 GError         **error);
void     gs_db_file_sync_folder (const char      *path);
void     gs_db_file_drop_logs   (const char      *path);

/* gs-db-index.c */
gboolean gs_db_index_refresh    (GsDbConnection  *self,
                                 GError         **error);

/* gs-db-rank.c */
gboolean gs_db_rank_register    (GsDbConnection  *self,
                                 GError         **error);

/* gs-db-words.c */
int      gs_db_words_register   (fts5_api        *api);

/* gs-db-schema.c */
guint    gs_db_schema_newest     (void);
gboolean gs_db_schema_is_current (GsDbConnection  *self,
                                  gboolean        *current,
                                  GError         **error);
gboolean gs_db_schema_migrate    (GsDbConnection  *self,
                                  GError         **error);
/* As far as an older version went, for tests. */
gboolean gs_db_schema_migrate_to (GsDbConnection  *self,
                                  gint64           wanted,
                                  GError         **error);
gboolean gs_db_schema_fill       (GsDbConnection  *self,
                                  const char      *title,
                                  GError         **error);

/* gs-db-locks.c */
void gs_db_locks_install (void);

G_END_DECLS
