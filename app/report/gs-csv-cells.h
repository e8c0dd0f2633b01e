/* gs-csv-cells.h: a cell of a table for spreadsheets.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text: (nullable). @is_first: of its row. */
void gs_csv_append_cell (GString    *csv,
                         const char *text,
                         gboolean    is_first);

G_END_DECLS
