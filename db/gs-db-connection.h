/* gs-db-connection.h: one open workspace file.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A connection belongs to one thread at a time. Everything here blocks.
 */

#pragma once

#include "gs-db-error.h"

G_BEGIN_DECLS

typedef struct _GsDbConnection GsDbConnection;

/**
 * GsDbMode:
 * @GS_DB_READ_WRITE: to read and to change
 * @GS_DB_READ_ONLY: to read
 * @GS_DB_READ_ONCE: to read much in one pass beside another connection: keeps
 *   hardly any pages in memory
 */
typedef enum
{
  GS_DB_READ_WRITE,
  GS_DB_READ_ONLY,
  GS_DB_READ_ONCE,
} GsDbMode;

/* Path that keeps the workspace in memory, for tests. */
#define GS_DB_MEMORY ":memory:"

/* The modes refuse a file that was handed over without its folder. */
gboolean        gs_db_path_is_lone            (const char      *path);
gboolean        gs_db_connection_create       (const char      *path,
                                               const char      *title,
                                               GError         **error);
GsDbConnection *gs_db_connection_open         (const char      *path,
                                               GsDbMode         mode,
                                               GError         **error);
void            gs_db_connection_close        (GsDbConnection  *self);

gboolean        gs_db_connection_is_read_only (GsDbConnection  *self);
gint64          gs_db_connection_get_version  (GsDbConnection  *self);
gboolean        gs_db_connection_is_astray    (GsDbConnection  *self);
void            gs_db_connection_settle       (GsDbConnection  *self);
void            gs_db_connection_interrupt    (GsDbConnection  *self);

char           *gs_db_get_meta                (GsDbConnection  *self,
                                               const char      *key,
                                               GError         **error);
gboolean        gs_db_set_meta                (GsDbConnection  *self,
                                               const char      *key,
                                               const char      *value,
                                               GError         **error);

/* Between these two, reads see one state of the file, whatever others write. */
gboolean        gs_db_read_begin              (GsDbConnection  *self,
                                               GError         **error);
void            gs_db_read_end                (GsDbConnection  *self);
/* The same where no transaction is open already; FALSE without error otherwise. */
gboolean        gs_db_read_hold               (GsDbConnection  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsDbConnection, gs_db_connection_close)

G_END_DECLS
