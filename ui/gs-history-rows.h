/* gs-history-rows.h: steps of the history in a list.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer full): rows for GsRow of GsHistoryListing. */
GtkListItemFactory *gs_history_rows_new (void);

G_END_DECLS
