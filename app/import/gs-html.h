/* gs-html.h: web pages.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-document.h"
#include "gs-extract.h"

G_BEGIN_DECLS

/**
 * gs_html_read:
 * @document: gets text, blocks with their kinds, and metadata
 * @html: UTF-8
 * @length: bytes
 * @limits: how deep, how many attributes
 *
 * The text is the page's blocks in reading order with one "\n" between;
 * scripts and styles are no text; everything else is there, the page's
 * furniture as boilerplate. Nothing is fetched, no entity from outside read.
 *
 * Returns: %FALSE with GS_ERROR_LIMIT
 */
gboolean gs_html_read (GsDocument             *document,
                       const char             *html,
                       gsize                   length,
                       const GsExtractLimits  *limits,
                       GError                **error);

G_END_DECLS
