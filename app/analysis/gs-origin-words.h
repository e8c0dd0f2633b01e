/* gs-origin-words.h: words that tell what an origin is.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a speech act says that the speaker was there. @act: (nullable) */
gboolean gs_origin_words_observes (const char *act);
/* Whether a name is that of nobody in particular. @name: (nullable) */
gboolean gs_origin_words_generic  (const char *name);

G_END_DECLS
