/* gs-page-census.h: which rows a workspace has, and on which pages each lies.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char   *table;
  char   *key;     /* row number, or what takes its place */
  char   *content; /* all that does not follow from other rows */
  GArray *pages;   /* guint32 */
} GsCensusRow;

/* (transfer full) (element-type GsCensusRow): by table and key; @with_pages: of
 * a file that is not damaged. */
GHashTable *gs_census_take (const char *path,
                            gboolean    with_pages);

G_END_DECLS
