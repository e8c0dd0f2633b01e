/* bench-scale.h: the two halves of what bench-scale measures.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Both print a line for each thing: milliseconds, a tab, and what it was. */
void bench_scale_ask_all     (const char *path,
                              const char *only);
void bench_scale_show_all    (const char *path);

G_END_DECLS
