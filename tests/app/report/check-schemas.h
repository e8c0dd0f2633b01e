/* check-schemas.h: does what was exported keep to the schemas?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): NULL, or the first thing that is wrong. */
char *gs_check_xml_schema  (GBytes *xml);
char *gs_check_json_schema (GBytes *json);

G_END_DECLS
