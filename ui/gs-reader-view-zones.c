/* gs-reader-view-zones.c: the zones of the article that is shown.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reader-view-private.h"
#include "gs-reader-zones.h"

/**
 * gs_reader_view_set_zones:
 * @self: a #GsReaderView
 * @zones: (nullable) (element-type GsZoneRecord): by start, not overlapping
 *
 * The text, the caret and the claims stay as they are.
 */
void
gs_reader_view_set_zones (GsReaderView *self, const GPtrArray *zones)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (GS_IS_READER_VIEW (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gs_reader_zones_forget (buffer);
  gs_reader_zones_apply (buffer, self->text, zones);
}
