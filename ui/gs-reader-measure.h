/* gs-reader-measure.h: where ranges of the text stand on the screen.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-reader-text.h"

G_BEGIN_DECLS

/* A line as it is displayed: a piece of a wrapped paragraph. Offsets are view
 * offsets; y is in buffer coordinates. */
typedef struct
{
  GtkTextView *view;
  GtkTextIter  begin;
  GtkTextIter  next;    /* where the next displayed line begins */
  gint64       start;
  gint64       end;     /* without the line feed */
  int          y;
  int          height;
  gboolean     mixed;   /* has characters that run from right to left */
  gboolean     last;    /* of its paragraph */
  gint64       known_offset; /* x is asked for twice at most places */
  float        known_x;
} GsReaderLine;

/* @iter: anywhere on the line. @mixed: what gs_reader_text_is_mixed() says of
 * the paragraph. */
void     gs_reader_line_init    (GsReaderLine        *self,
                                 GtkTextView         *view,
                                 const GtkTextIter   *iter,
                                 gboolean             mixed);
/* Moves on; FALSE after the last line of the paragraph. */
gboolean gs_reader_line_advance (GsReaderLine        *self);

typedef void (*GsReaderRunFunc) (float    x,
                                 float    width,
                                 gpointer user_data);

/* Calls @func for each run of pixels that start..end (view offsets) takes on
 * this line: one, or several where directions mix. */
void     gs_reader_line_measure (GsReaderLine        *self,
                                 gint64               start,
                                 gint64               end,
                                 GsReaderRunFunc      func,
                                 gpointer             user_data);

/* Whether anything in the article's start..end runs from right to left. */
gboolean gs_reader_text_is_mixed (const GsReaderText *text,
                                  gint64              start,
                                  gint64              end);

/* Rectangles of a range of the article in buffer coordinates, of
 * graphene_rect_t. @visible: (nullable): leave out the lines outside it. */
GArray  *gs_reader_measure_range (GtkTextView        *view,
                                  const GsReaderText *text,
                                  gint64              start,
                                  gint64              end,
                                  const GdkRectangle *visible);

G_END_DECLS
