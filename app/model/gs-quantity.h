/* gs-quantity.h: quantities as an analyst types them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     [measure ":"] amount [unit]
 *     amount: 450 | 200..999 | 200.. | ..999 | >200 | >=200 | <999 | <=999
 *             | ~450 (plus or minus a tenth) | >200..<999 (open bounds) | ..
 *
 * Numbers are plain: no grouping, a point before decimals. What was written in
 * the article (text, hedge) is not part of the notation.
 */

#pragma once

#include "gs-records.h"

G_BEGIN_DECLS

/* "450 drones", "200..999 drones", ">1500 km", "..5": NULL with
 * GS_ERROR_INVALID if it cannot be understood. */
GsQuantityRecord *gs_quantity_parse  (const char              *text,
                                      GError                 **error);
/* The inverse, for display and editing. (transfer full) */
char             *gs_quantity_format (const GsQuantityRecord  *quantity);

G_END_DECLS
