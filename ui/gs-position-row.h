/* gs-position-row.h: an answer to a question, opened into the claims that give it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "gs-conflicts.h"

G_BEGIN_DECLS

#define GS_TYPE_POSITION_ROW (gs_position_row_get_type ())
G_DECLARE_FINAL_TYPE (GsPositionRow, gs_position_row, GS, POSITION_ROW, AdwExpanderRow)

/* How much stands behind it: independent origins, or voices until those are
 * known. */
gint64     gs_position_weigh      (const GsPosition *position);

/* @most: of the weightiest position, for the bar. A claim's row activates
 * "conflicts.open-claim" (ss) with its article and itself. */
GtkWidget *gs_position_row_new    (GsWorkspace      *workspace,
                                   const GsPosition *position,
                                   gint64            most);

/* Whether both stand for the same answer, however many give it. */
gboolean   gs_position_row_equal  (GsPositionRow    *self,
                                   GsPositionRow    *other);

G_END_DECLS
