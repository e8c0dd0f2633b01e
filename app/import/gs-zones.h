/* gs-zones.h: what each block of an article is.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-document.h"

G_BEGIN_DECLS

/* Gives every block that is not fixed its kind, by length, punctuation,
 * capitals, place, neighbours and stock phrases. Sets the article's title
 * where a block is one and no title is known. */
void gs_zones_classify (GsDocument *document);

/* The same where markup tells what ends the article. */
void gs_zones_classify_marked (GsDocument *document);

G_END_DECLS
