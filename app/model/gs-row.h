/* gs-row.h: an item of a list, there at once and filled when its page arrives.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "gs-listings.h"

G_BEGIN_DECLS

#define GS_TYPE_ROW (gs_row_get_type ())
G_DECLARE_FINAL_TYPE (GsRow, gs_row, GS, ROW, GObject)

/* Properties: "position" (uint), "loaded" (boolean). "loaded" is notified on
 * the main thread whenever the row's content has come or changed. */

GsRow              *gs_row_new          (const GsRecordType *type,
                                         gpointer            record);
const GsRecordType *gs_row_get_type_of  (GsRow              *self);
/* (transfer none) (nullable): the listing, e.g. GsClaimListing; NULL until it has come. */
gconstpointer       gs_row_get_record   (GsRow              *self);
const char         *gs_row_get_uuid     (GsRow              *self);
guint               gs_row_get_position (GsRow              *self);

/* For the list that made the row. @record: (transfer full). */
void                gs_row_fill         (GsRow              *self,
                                         gpointer            record);

G_END_DECLS
