/* gs-reader-paint.h: what highlights look like on one paragraph.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-reader-claims.h"
#include "gs-reader-text.h"

G_BEGIN_DECLS

/* How strong a fill becomes where claims overlap. */
#define GS_READER_MOST_FILL(dark) ((dark) ? 0.47f : 0.41f)

/* Where the colours come from. */
typedef struct
{
  GdkRGBA  accent; /* for claims without a coloured tag */
  gboolean dark;
} GsReaderPalette;

/* A paragraph, painted. Both nodes are (nullable) and have the paragraph's
 * top at y 0; the marks have the margin's right edge at x 0. */
typedef struct
{
  GskRenderNode *text;
  GskRenderNode *marks;
} GsPaintedParagraph;

void     gs_painted_paragraph_free  (GsPaintedParagraph    *self);

/* @start: the first character of the paragraph. */
GsPaintedParagraph *
         gs_reader_paint_paragraph  (GtkTextView           *view,
                                     const GtkTextIter     *start,
                                     const GsReaderText    *text,
                                     GsReaderClaims        *claims,
                                     const GsReaderPalette *palette);

/* Stronger colour and an outline for one claim; @visible in buffer
 * coordinates. */
void     gs_reader_paint_active     (GtkTextView           *view,
                                     GtkSnapshot           *snapshot,
                                     const GdkRectangle    *visible,
                                     const GsReaderText    *text,
                                     const GsReaderClaim   *claim,
                                     const GsReaderPalette *palette);

G_END_DECLS
