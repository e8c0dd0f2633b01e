/* gs-reader-text.h: an article's text as the view lays it out.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text view lays out a paragraph as a whole, so that one of 64 KB takes a
 * quarter of a second. Paragraphs longer than a few KB are therefore broken
 * with line feeds that the article does not have. Article offsets and view
 * offsets are both code points; this maps between them exactly.
 */

#pragma once

#include "gs-text.h"

G_BEGIN_DECLS

/* Bytes beyond which a paragraph is broken. */
#define GS_READER_TEXT_LIMIT 4096

typedef struct _GsReaderText GsReaderText;

/* @text: valid UTF-8, copied. */
GsReaderText *gs_reader_text_new          (const char         *text);
void          gs_reader_text_free         (GsReaderText       *self);

/* The article's own text. */
const GsText *gs_reader_text_get_article  (const GsReaderText *self);
gint64        gs_reader_text_length       (const GsReaderText *self);
/* What the buffer is filled with. (transfer full) */
char         *gs_reader_text_make_view    (const GsReaderText *self);
guint         gs_reader_text_count_breaks (const GsReaderText *self);

/* The view offset of the code point at @offset, where a range begins. */
gint64        gs_reader_text_to_view      (const GsReaderText *self,
                                           gint64              offset);
/* The view offset just after the code point before @offset, where a range
 * ends: it does not reach over a break. */
gint64        gs_reader_text_end_to_view  (const GsReaderText *self,
                                           gint64              offset);
gint64        gs_reader_text_from_view    (const GsReaderText *self,
                                           gint64              view_offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsReaderText, gs_reader_text_free)

G_END_DECLS
