/* gs-json-flat.h: whether JSON is nested so deep that parsing it is a risk.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean gs_json_is_flat (const char *json,
                          gsize       length,
                          guint       max_depth);

G_END_DECLS
