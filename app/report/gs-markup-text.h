/* gs-markup-text.h: any text, carried by HTML or XML of others as nothing but text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Escaped for content and for attributes in quotes. A character that markup
 * cannot hold becomes U+FFFD: as many code points as before, but for a carriage
 * return before a line feed, which is left out. */
void gs_markup_append_text (GString    *markup,
                            const char *text);

/* Whether it can be shown at all. */
gboolean gs_markup_can_say (gunichar    c);

G_END_DECLS
