/* gs-speakers.h: who is said to have said something.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-reading.h"

G_BEGIN_DECLS

/* Appends the places of speakers: "the minister" in "the minister said". */
void gs_speakers_find (const GsReading *reading,
                       GArray          *findings);
/* Who speaks by the speech verb or "according to" at token @i: tokens, half-open. */
gboolean gs_speaker_read (const GsReading *reading,
                          guint            i,
                          guint           *first,
                          guint           *end);

G_END_DECLS
