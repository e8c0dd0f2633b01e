/* gs-slice.h: the articles in one XML document.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gs_slice_next:
 * @xml: well-formed XML as UTF-8
 * @length: bytes
 * @at: (inout): where to look from; after the call, where to go on
 * @names: %NULL-terminated local names
 * @start: (out): first byte of the element
 * @end: (out): the byte after it
 *
 * The next outermost element of one of the names, whatever its prefix, so that
 * each article of a feed can be kept as it stood. One pass over the bytes.
 *
 * Returns: %FALSE after the last
 */
gboolean gs_slice_next (const char         *xml,
                        gsize               length,
                        gsize              *at,
                        const char *const  *names,
                        gsize              *start,
                        gsize              *end);

G_END_DECLS
