/* gs-compare-grid.h: what two claims say, slot by slot.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-claim-details.h"

G_BEGIN_DECLS

#define GS_TYPE_COMPARE_GRID (gs_compare_grid_get_type ())
G_DECLARE_FINAL_TYPE (GsCompareGrid, gs_compare_grid, GS, COMPARE_GRID, GtkWidget)

void gs_compare_grid_show (GsCompareGrid        *self,
                           const GsClaimDetails *a,
                           const GsClaimDetails *b);

G_END_DECLS
