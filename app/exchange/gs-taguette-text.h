/* gs-taguette-text.h: a document of Taguette as plain text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taguette keeps documents as HTML that it has cleaned, and counts bytes of
 * UTF-8 of what stands between the tags. Here paragraphs get a line end
 * between them where the HTML has none, so offsets are translated.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char   *text;
  GArray *inserted; /* gsize: before which byte of theirs a line end was put, ascending */
} GsTaguetteText;

/* @html: valid UTF-8. */
void   gs_taguette_text_init  (GsTaguetteText       *self,
                               const char           *html);
void   gs_taguette_text_clear (GsTaguetteText       *self);

/* A byte of theirs as a byte of @text. At @end of a range a line end that was
 * put there is outside it, at its beginning too. */
gint64 gs_taguette_text_byte  (const GsTaguetteText *self,
                               gint64                offset,
                               gboolean              end);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GsTaguetteText, gs_taguette_text_clear)

G_END_DECLS
