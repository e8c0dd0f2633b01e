/* gs-json-strict.h: JSON from anywhere, parsed without risk.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): what it says; NULL for what is no JSON or is
 * nested deeper than @max_depth. */
JsonNode *gs_json_parse (const char *json,
                         gsize       length,
                         guint       max_depth);

G_END_DECLS
