/* gs-byline.h: who wrote an article, tidied.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): @value as names: without "By" before and a
 * comma after them; NULL for an address or what is no name at all. */
char    *gs_byline_clean   (const char *value);

/* (transfer full): "Family, Given" of catalogues turned round. */
char    *gs_byline_turn    (const char *value);

/* Whether the name is rather the site's ("example.com", or its outlet's). */
gboolean gs_byline_is_site (const char *byline,
                            const char *outlet);

/* Whether @label announces an author ("Written by"), in any language. */
gboolean gs_byline_is_label (const char *label);

G_END_DECLS
