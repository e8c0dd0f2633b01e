/* gs-row-factory.h: cells of lists whose rows fill later.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-row.h"

G_BEGIN_DECLS

/* What a cell says of a listing; NULL for nothing. */
typedef char *(*GsRowText) (gconstpointer record);

/* (transfer full): a factory of one-line labels, empty until their row has
 * come. @css_class: (nullable). @ellipsize: where a cell is cut that is too
 * narrow. */
GtkListItemFactory *gs_row_factory_new (GsRowText          text,
                                        const char        *css_class,
                                        PangoEllipsizeMode ellipsize);

G_END_DECLS
