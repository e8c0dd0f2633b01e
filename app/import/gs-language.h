/* gs-language.h: which language a text is in.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *gs_language_guess (const char *text,
                               gsize       length);

char       *gs_language_settle (const char *text,
                                gsize       length,
                                const char *stated);

G_END_DECLS
