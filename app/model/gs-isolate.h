/* gs-isolate.h: names of any direction within sentences of the window's.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For what is shown. What is stored or exported stays as it is.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *gs_isolate       (const char *text);
char *gs_isolate_parts (const char *text,
                        const char *between);
/* The same for a sentence that is finished. */
char *gs_isolate_runs  (const char *text);

/* Whether its first letter runs from the right. @text: (nullable), UTF-8. */
gboolean gs_begins_right_to_left (const char *text);

char *gs_compose       (const char *format,
                        ...) G_GNUC_PRINTF (1, 2) G_GNUC_FORMAT (1);

G_END_DECLS
