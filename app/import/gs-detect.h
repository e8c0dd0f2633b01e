/* gs-detect.h: what a file is, by its content.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GS_FORMAT_REFUSED,
  GS_FORMAT_TEXT,
  GS_FORMAT_MARKDOWN,
  GS_FORMAT_HTML,
  GS_FORMAT_MAIL,
  GS_FORMAT_MBOX,
  GS_FORMAT_DOCX,
  GS_FORMAT_ODT,
  GS_FORMAT_EPUB,
  GS_FORMAT_NEWS,
  GS_FORMAT_FEED,
  GS_FORMAT_WARC,
  GS_FORMAT_GZIP,
  GS_FORMAT_PDF,
  GS_FORMAT_CSV,
  GS_FORMAT_JSON_LINES,
} GsFormat;

/* By the raw bytes. @reason: (out): for %GS_FORMAT_REFUSED, what it is instead,
 * translated, static. %GS_FORMAT_TEXT means: decode it and look again. */
GsFormat gs_detect_bytes (const guint8  *data,
                          gsize          length,
                          const char   **reason);

/* %GS_FORMAT_MAIL, %GS_FORMAT_MBOX or %GS_FORMAT_TEXT, by the header lines. */
GsFormat gs_detect_mail  (const guint8  *data,
                          gsize          length);

/* By the decoded text: HTML, Markdown, plain, XML of a kind that is read; or
 * data that is text in form only. */
GsFormat gs_detect_text  (const char    *text,
                          gsize          length,
                          const char   **reason);

G_END_DECLS
