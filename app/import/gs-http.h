/* gs-http.h: a response as it came over the wire.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-extract.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): the value of a header field, of the first
 * @length bytes of lines "Name: value". */
char   *gs_http_field (const char             *header,
                       gsize                   length,
                       const char             *name);

/* Where the header ends and the body begins; @length if nowhere. */
gsize   gs_http_body  (const char             *data,
                       gsize                   length);

/* (transfer full) (nullable): the page of a response with status 200 that is
 * one, without its transfer and content encodings, in UTF-8 where the header
 * names another charset; NULL for everything else. */
GBytes *gs_http_page  (GBytes                 *response,
                       const GsExtractLimits  *limits);

/* Whether a Content-Type is that of a web page. @type: (nullable) */
gboolean gs_http_is_page (const char          *type);

G_END_DECLS
