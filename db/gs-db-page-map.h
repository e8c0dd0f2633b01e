/* gs-db-page-map.h: which page of a damaged file belongs to which table.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "gs-db-shapes.h"

G_BEGIN_DECLS

/* Only its rows tell whose they are. */
#define GS_DB_PAGE_LONE 0x8000
/* Some entries are none, or not where they should be: what is there as well
 * elsewhere is right there. */
#define GS_DB_PAGE_DOUBTFUL 0x4000

typedef struct
{
  GsDbPages *pages;  /* borrowed */
  GPtrArray *shapes; /* borrowed */
  guint16   *owners; /* by page number: of which shape + 1, 0 for none; with the flags above */
  guint8    *buffer; /* for one page */
  guint32    n;
  guint32    n_bad;  /* pages that were referred to and are none, or not what they should be */
  guint32    n_lone; /* pages of rows whose table cannot be told */
  gboolean   no_schema; /* the list of tables itself is damaged */
} GsDbPageMap;

/* Called now and then with how many pages have been looked at; FALSE to stop. */
typedef gboolean (*GsDbPageFunc) (guint32   n,
                                  gpointer  data);

/* Looks at every page once. FALSE when @func wanted it to stop. */
gboolean gs_db_page_map_make  (GsDbPageMap  *self,
                               GsDbPages    *pages,
                               GPtrArray    *shapes,
                               GsDbPageFunc  func,
                               gpointer      data);
void     gs_db_page_map_clear (GsDbPageMap  *self);
/* (transfer none) (nullable): whose rows a page holds. */
GsDbShape *gs_db_page_map_owner (GsDbPageMap *self,
                                 guint32      number);

/* Called with each row of the table; @whole: whether all of it is there. FALSE to stop. */
typedef gboolean (*GsDbRowFunc) (const GsDbShape *shape,
                                 gint64           rowid,
                                 const GsDbValue *values,
                                 guint            n_values,
                                 gboolean         whole,
                                 gpointer         data);
/* The rows of one page; the number of entries that are none is added to @n_bad. */
gboolean gs_db_page_map_rows  (GsDbPageMap  *self,
                               guint32       number,
                               guint64      *budget,
                               GsDbRowFunc   func,
                               gpointer      data,
                               guint64      *n_bad);

G_END_DECLS
