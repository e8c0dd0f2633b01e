/* gs-db-page-map-private.h: what the files about the map of pages share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-db-page-map.h"

G_BEGIN_DECLS

#define GS_DB_KEY_PARTS 3

/* By what a tree is sorted, as far as that is whole numbers. */
typedef struct
{
  gint64 parts[GS_DB_KEY_PARTS];
  guint  n;
} GsDbKey;

void gs_db_key_take    (GsDbKey        *key,
                        const GsDbPage *page,
                        const GsDbCell *cell);
int  gs_db_key_compare (const GsDbKey  *a,
                        const GsDbKey  *b);
gboolean gs_db_page_belongs (const GsDbPage  *page,
                             const GsDbShape *shape,
                             const GsDbKey   *low,
                             const GsDbKey   *high,
                             gboolean        *doubtful);
void gs_db_page_map_give (GsDbPageMap     *self,
                          guint32          number,
                          const GsDbShape *shape,
                          guint            flags);

/* gs-db-page-lone.c: pages that no tree has led to. */
void gs_db_page_map_adopt_schema (GsDbPageMap     *self,
                                  const GsDbShape *schema);
void gs_db_page_map_adopt        (GsDbPageMap     *self);

G_END_DECLS
