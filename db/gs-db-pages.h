/* gs-db-pages.h: the pages of a database file, read without SQLite's judgement.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For files that SQLite refuses. What stands in the write-ahead log beside the
 * file, up to its last whole transaction, counts as SQLite would count it.
 * Nothing is ever written, and a page that cannot be read is one that is not
 * there. The format: https://sqlite.org/fileformat2.html
 */

#pragma once

#include "gs-db-error.h"

G_BEGIN_DECLS

typedef struct _GsDbPages GsDbPages;

/* Pages count from 1. */
#define GS_DB_PAGES_MAX_SIZE 65536

GsDbPages *gs_db_pages_open         (const char  *path,
                                     GError     **error);
/* @file, @log: as the files would be; @log: (nullable). Never fails. */
GsDbPages *gs_db_pages_new          (GBytes      *file,
                                     GBytes      *log);
void       gs_db_pages_close        (GsDbPages   *self);

/* Bytes a page; found by looking where the file's word for it is no good. */
guint      gs_db_pages_get_size     (GsDbPages   *self);
guint32    gs_db_pages_get_count    (GsDbPages   *self);
/* Reads one page into @into, which has room for it; FALSE when it is not there. */
gboolean   gs_db_pages_read         (GsDbPages   *self,
                                     guint32      number,
                                     guint8      *into);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsDbPages, gs_db_pages_close)

/* Numbers as SQLite writes them. */
static inline guint32
gs_db_get_16 (const guint8 *p)
{
  return (guint32) p[0] << 8 | p[1];
}

static inline guint32
gs_db_get_32 (const guint8 *p)
{
  return (guint32) p[0] << 24 | (guint32) p[1] << 16 | (guint32) p[2] << 8 | p[3];
}

G_END_DECLS
