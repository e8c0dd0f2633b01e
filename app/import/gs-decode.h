/* gs-decode.h: bytes in whatever encoding, UTF-8 out.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char       *text;     /* valid UTF-8, "\n" line ends, no NUL */
  gsize       length;   /* bytes */
  const char *charset;  /* as iconv calls it, interned */
  guint64     replaced; /* characters that could not be read, now U+FFFD */
} GsDecoded;

/* Whether @data is text in UTF-16 or UTF-32, with or without a byte order
 * mark; NULL if not, else the encoding's name. */
const char *gs_decode_wide    (const guint8  *data,
                               gsize          length);

void        gs_decode         (const guint8  *data,
                               gsize          length,
                               GsDecoded     *decoded);
/* The same with what came beside the bytes: @said: (nullable): a label. */
void        gs_decode_said    (const guint8  *data,
                               gsize          length,
                               const char    *said,
                               GsDecoded     *decoded);
void        gs_decoded_clear  (GsDecoded     *decoded);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GsDecoded, gs_decoded_clear)

G_END_DECLS
