/* gs-reader-view-private.h: what the two halves of the reader view share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-reader-claims.h"
#include "gs-reader-gutter.h"
#include "gs-reader-paint.h"
#include "gs-reader-text.h"
#include "gs-reader-view.h"

G_BEGIN_DECLS

struct _GsReaderView
{
  GtkTextView      parent_instance;

  GsReaderText    *text;
  GsReaderClaims  *claims;
  char            *active;
  GArray          *marks; /* GsReaderRange, see gs-reader-marks.c; NULL for none */
  GHashTable      *painted; /* line number → GsPaintedParagraph */
  GsReaderPalette  palette;

  GsReaderGutter  *gutter;
  GtkAdjustment   *followed; /* its changes move the marks */
  GtkCssProvider  *zoom_css;
  double           zoom;
  int              width; /* for which the margins were set */
  int              height;
  gboolean         holding; /* the place scrolled to is kept when the size changes */
  guint            hold_source;

  GArray          *grown; /* ranges from which the selection was grown */
  double           press_x;
  double           press_y;
};

/* Iters at the bounds of a range of the article. */
void gs_reader_view_get_range  (GsReaderView *self,
                                gint64        start,
                                gint64        end,
                                GtkTextIter  *first,
                                GtkTextIter  *last);

/* Paints what is visible ahead of the next frame, and the code point at the
 * top of what is visible; for the benchmark. */
void   gs_reader_view_prepare  (GsReaderView *self);
gint64 gs_reader_view_get_top  (GsReaderView *self);

/* Scrolls again to where gs_reader_view_scroll_to() went. */
void gs_reader_view_scroll_again (GsReaderView *self);

/* gs-reader-view-look.c: follows the settings; and how wide the text is, in pixels. */
void gs_reader_view_add_look   (GsReaderView *self);
int  gs_reader_view_measure_column (GsReaderView *self);

/* Keys and clicks; called once, from the instance's init. */
void gs_reader_view_add_input  (GsReaderView *self);
void gs_reader_view_emit_activated (GsReaderView *self,
                                const char   *claim);
void gs_reader_view_emit_make  (GsReaderView *self,
                                gint64        start,
                                gint64        end);

G_END_DECLS
