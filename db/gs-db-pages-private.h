/* gs-db-pages-private.h: what the two files about pages share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-db-pages.h"
#include "gs-db-private.h"

G_BEGIN_DECLS

/* Where bytes come from: memory, or a file that SQLite opened. */
typedef struct
{
  GBytes       *bytes;
  sqlite3_file *file;
  const char   *name; /* as SQLite wants names */
  gint64        size;
} GsDbPageSource;

struct _GsDbPages
{
  GsDbPageSource main;
  GsDbPageSource log;
  gboolean       locked;
  guint          size;
  guint32        n;
  GHashTable    *newer; /* page number (guint32) → its place in the log (gint64) */
};

gboolean gs_db_page_source_read (GsDbPageSource *self,
                                 gint64          offset,
                                 gpointer        into,
                                 guint           length);
/* Takes what the log says into account: size, count and newer pages. */
void     gs_db_pages_read_log   (GsDbPages      *self);

G_END_DECLS
