/* gs-fetch-answer.h: what the header of a web server's answer says.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "gs-error.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): a web address, relative to @base (nullable). */
GUri       *gs_fetch_parse_url       (const char          *url,
                                      GUri                *base,
                                      GError             **error);

/* (transfer none) (nullable): where it sends us; NULL for no redirect. */
const char *gs_fetch_answer_redirect (guint                status,
                                      SoupMessageHeaders  *headers);

/* FALSE for pictures and the like. @charset: (out) (nullable) */
gboolean    gs_fetch_answer_is_text  (SoupMessageHeaders  *headers,
                                      char               **charset,
                                      GError             **error);

G_END_DECLS
