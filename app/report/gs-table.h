/* gs-table.h: claims, links and sources as rows, for whatever holds tables.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns are named by words for programs, which are not translated.
 */

#pragma once

#include "gs-report-catalogue.h"

G_BEGIN_DECLS

typedef struct _GsTable GsTable;

/* What takes cells, from left to right. */
struct _GsTable
{
  /* @text: (nullable). */
  void (*cell)    (GsTable *self, const char *text);
  void (*number)  (GsTable *self, gint64 number);
  void (*end_row) (GsTable *self);
};

/* gs-table-claims.c */
void gs_table_put_claim_heads  (GsTable               *table);
void gs_table_put_claim        (GsTable               *table,
                                GsReportCatalogue     *catalogue,
                                const GsClaimRecord   *claim);

/* gs-table-lists.c */
void gs_table_put_link_heads   (GsTable               *table);
void gs_table_put_link         (GsTable               *table,
                                const GsLinkRecord    *link);
void gs_table_put_source_heads (GsTable               *table);
void gs_table_put_source       (GsTable               *table,
                                GsReportCatalogue     *catalogue,
                                const GsSourceRecord  *source);

G_END_DECLS
