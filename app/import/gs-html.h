/* gs-html.h: web pages.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-document.h"
#include "gs-extract.h"

G_BEGIN_DECLS

gboolean gs_html_read (GsDocument             *document,
                       const char             *html,
                       gsize                   length,
                       const GsExtractLimits  *limits,
                       GError                **error);

G_END_DECLS
