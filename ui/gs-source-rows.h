/* gs-source-rows.h: rows of the list of sources.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For items that are GsRow of GsSourceListing. (transfer full) */
GtkListItemFactory *gs_source_rows_new (void);

G_END_DECLS
