/* gs-moments.h: dates and times in a text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-reading.h"

G_BEGIN_DECLS

/* Appends what is found. @reference: (nullable): ISO 8601. */
void gs_moments_find (const GsReading *reading,
                      const char      *reference,
                      GArray          *findings);

G_END_DECLS
