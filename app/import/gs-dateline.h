/* gs-dateline.h: "BERLIN, June 9 (Agency) –": place, day and agency.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-document.h"

G_BEGIN_DECLS

/* Looks for a dateline, a byline and a line with a date among the first
 * blocks, and fills agency, byline and published where they are still absent.
 * A day without a year gets the one in which it falls on the weekday that the
 * text names, within what the years named in the text allow (basis weekday);
 * where that leaves more than one year, none. */
void gs_dateline_read (GsDocument *document);

G_END_DECLS
