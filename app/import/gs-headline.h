/* gs-headline.h: an article's headline without its site's name.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @headline ("Headline - Site", "Headline | Site") without
 * the site. @outlet: (nullable): the site's name; @other: (nullable): what
 * else is said to be the headline; @loose: whether anything short after a
 * separator is taken for a site. */
char *gs_headline_without_site (const char *headline,
                                const char *outlet,
                                const char *other,
                                gboolean    loose);

G_END_DECLS
