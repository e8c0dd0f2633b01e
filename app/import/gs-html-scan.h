/* gs-html-scan.h: a look at a web page before it is parsed.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-extract.h"

G_BEGIN_DECLS

/* libxml2's HTML parser compares each attribute of an element with all before
 * it, and each stray end tag with every open element. One pass in linear time
 * finds what would take it minutes. FALSE with GS_ERROR_LIMIT. */
gboolean gs_html_scan (const char             *html,
                       gsize                   length,
                       const GsExtractLimits  *limits,
                       GError                **error);

/* Bytes before the page itself: a document type that declares entities, which
 * the parser would take for text, and what stands before it. */
gsize    gs_html_skip_declarations (const char *html,
                                    gsize       length);

G_END_DECLS
