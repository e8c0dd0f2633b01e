/* gs-anchor.h: a place in a text by its quote, prefix and suffix.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * W3C Web Annotation's TextQuoteSelector and TextPositionSelector together:
 * the position is tried first and believed only if the quote stands there.
 */

#pragma once

#include "gs-records.h"
#include "gs-text.h"

G_BEGIN_DECLS

/* Fills exact, prefix and suffix of @span from start and end; prefix and
 * suffix are 32 code points, or longer until the place is unique. FALSE if
 * the range is empty or outside the text. */
gboolean gs_anchor_describe (const GsText  *text,
                             GsSpanRecord  *span);

/* Finds @span in @text: at start..end if the quote stands there; else where
 * quote, prefix and suffix agree best, uniquely. Sets start and end, or
 * orphaned. Returns whether it was found. */
gboolean gs_anchor_resolve  (const GsText  *text,
                             GsSpanRecord  *span);

/* Code-point offset of the @nth (from 1) occurrence of @quote; -1 if none. */
gint64   gs_anchor_find     (const GsText  *text,
                             const char    *quote,
                             guint          nth);

G_END_DECLS
