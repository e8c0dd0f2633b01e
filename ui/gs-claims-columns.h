/* gs-claims-columns.h: the columns of the table of claims.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-listings.h"

G_BEGIN_DECLS

void     gs_claims_columns_add       (GtkColumnView *view);
void     gs_claims_columns_fold      (GtkColumnView *view,
                                      gboolean       folded);
/* Shows in the headers that the table is sorted so. */
void     gs_claims_columns_show_sort (GtkColumnView *view,
                                      int            order,
                                      gboolean       descending);
/* What the headers say: a GsOrder and a direction. */
void     gs_claims_columns_get_sort  (GtkColumnView *view,
                                      int           *order,
                                      gboolean      *descending);

G_END_DECLS
