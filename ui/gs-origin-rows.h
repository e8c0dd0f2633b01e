/* gs-origin-rows.h: rows of the list of origins.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-origins.h"

G_BEGIN_DECLS

/* One row an origin, which opens into the chains by which it came. */
void  gs_origin_rows_fill         (GtkListBox      *list,
                                   const GsOrigins *origins);
/* One row for each two that are, or may be, the same, and why. */
void  gs_origin_rows_fill_reasons (GtkListBox      *list,
                                   const GsOrigins *origins);
/* (transfer full) (nullable): bottlenecks and circles, in sentences. */
char *gs_origin_rows_warn         (const GsOrigins *origins);

G_END_DECLS
