/* json-schema.h: a strict validator for the part of JSON Schema we use.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Draft 2020-12: type, const, enum, properties, required,
 * additionalProperties (false), items, pattern, minimum, maximum, $ref to
 * #/$defs. A keyword that is neither one of these nor an annotation is a
 * failure of the test: a schema that is only half understood validates
 * nothing. Returns (transfer full) NULL, or what is wrong and where. */
char *gs_json_schema_validate (JsonNode *schema,
                               JsonNode *value);

G_END_DECLS
