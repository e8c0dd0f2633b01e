/* gs-reader-places.h: how far each article has been read.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In code points; 0 for the beginning, and for an article that nobody remembers. */
gint64 gs_reader_places_find (const char *article);
void   gs_reader_places_keep (const char *article,
                              gint64      place);

G_END_DECLS
