/* gs-db-cells.h: rows on the pages of a database file.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure reading of bytes that may be anything: nothing here believes a length,
 * an offset or a number before it has compared it with what is there.
 */

#pragma once

#include "gs-db-pages.h"

G_BEGIN_DECLS

/* What a page of a b-tree is. */
typedef enum
{
  GS_DB_PAGE_INDEX_INSIDE = 2,
  GS_DB_PAGE_TABLE_INSIDE = 5,
  GS_DB_PAGE_INDEX_LEAF = 10,
  GS_DB_PAGE_TABLE_LEAF = 13,
} GsDbPageKind;

/* A page of a b-tree, looked at. */
typedef struct
{
  const guint8 *bytes;
  guint         size;
  guint         head; /* where the page's own head begins: 100 on the first page */
  GsDbPageKind  kind;
  guint         n_cells;
  guint32       right; /* the last child of an inside page */
} GsDbPage;

/* One entry of a page. */
typedef struct
{
  guint32       child;  /* of an inside page */
  gint64        rowid;  /* of a table */
  guint64       length; /* of the whole record, 0 when there is none */
  const guint8 *local;  /* what of it is on the page */
  guint         n_local;
  guint32       rest; /* the page it goes on at, 0 when it is all here */
} GsDbCell;

typedef enum
{
  GS_DB_VALUE_NULL,
  GS_DB_VALUE_INT,
  GS_DB_VALUE_REAL,
  GS_DB_VALUE_TEXT,
  GS_DB_VALUE_BLOB,
} GsDbValueKind;

typedef struct
{
  GsDbValueKind kind;
  gint64        i;
  double        d;
  const guint8 *data; /* (nullable): text or blob */
  guint64       length;
  guint64       at_hand; /* how much of it is: less than its length where it was cut */
} GsDbValue;

#define GS_DB_MAX_VALUES 64

gboolean  gs_db_page_look     (GsDbPage       *page,
                               const guint8   *bytes,
                               guint           size,
                               guint32         number);
gboolean  gs_db_page_cell     (const GsDbPage *page,
                               guint           index,
                               GsDbCell       *cell);
/* The values of a record of which @n of @length bytes are at hand. Gives how
 * many, 0 when it is no record. */
guint     gs_db_record_values (const guint8   *bytes,
                               gsize           n,
                               guint64         length,
                               GsDbValue      *values);
/* The record of a cell, put together; as much of it as there is. */
GBytes   *gs_db_cell_record   (const GsDbCell *cell,
                               GsDbPages      *pages,
                               guint64        *budget,
                               gboolean       *whole);

G_END_DECLS
