/* gs-qda-database.h: what the readers of other programs' databases share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-db-foreign.h"
#include "gs-qda.h"

G_BEGIN_DECLS

/* Row number of a table there → our record, or whatever a reader keeps. */
GHashTable *gs_qda_rows_new   (void);

/* How many rows a table has; 0 when it is not there. */
gboolean gs_qda_count_rows    (GsDbForeign  *database,
                               const char   *table,
                               guint        *n,
                               GError      **error);
/* How many rows have a text of more than white space in a column. */
gboolean gs_qda_count_texts   (GsDbForeign  *database,
                               const char   *table,
                               const char   *column,
                               guint        *n,
                               GError      **error);
/* -1 for what is no number. */
gint64   gs_qda_number        (const char   *text);

gboolean gs_qualcoder_gather  (GsDbForeign  *database,
                               GsQda        *qda,
                               GError      **error);
gboolean gs_taguette_gather   (GsDbForeign  *database,
                               GsQda        *qda,
                               GError      **error);

G_END_DECLS
