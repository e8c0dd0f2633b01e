/* gs-charset.h: which encoding a text without one is in.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *gs_charset_settle (const guint8 *data,
                               gsize         length,
                               const char   *guess);

G_END_DECLS
