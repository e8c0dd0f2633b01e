/* gs-reader-zones.h: how the zones of an article are set in type.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-reader-text.h"

G_BEGIN_DECLS

/* How much of the text's colour is left where a zone steps back: enough to be read. */
#define GS_READER_DIMMED 0.75f

/* Makes the tags; called once for a buffer. */
void gs_reader_zones_prepare (GtkTextBuffer      *buffer);
/* @foreground: what dimmed text is a thinner version of. */
void gs_reader_zones_colour  (GtkTextBuffer      *buffer,
                              const GdkRGBA      *foreground);
/* @zones: (nullable) (element-type GsZoneRecord). */
void gs_reader_zones_apply   (GtkTextBuffer      *buffer,
                              const GsReaderText *text,
                              const GPtrArray    *zones);

/* Takes all of that away again. */
void gs_reader_zones_forget  (GtkTextBuffer      *buffer);

G_END_DECLS
