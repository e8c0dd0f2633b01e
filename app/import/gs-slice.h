/* gs-slice.h: the articles in one XML document.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean gs_slice_next (const char         *xml,
                        gsize               length,
                        gsize              *at,
                        const char *const  *names,
                        gsize              *start,
                        gsize              *end);

G_END_DECLS
