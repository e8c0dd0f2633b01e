/* gs-row-private.h: a row, as the list sees it that made it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-row.h"

G_BEGIN_DECLS

typedef void (*GsRowGoneFunc) (GsRow    *row,
                               gpointer  owner);

void gs_row_set_position (GsRow         *self,
                          guint          position);
/* @gone is called once, when nobody holds the row any longer. */
void gs_row_set_owner    (GsRow         *self,
                          GsRowGoneFunc  gone,
                          gpointer       owner);

G_END_DECLS
