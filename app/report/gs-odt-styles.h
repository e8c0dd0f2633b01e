/* gs-odt-styles.h: what every text document says of how it looks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

extern const char gs_odt_content_head[];
/* Takes the language, and width and height of the paper. */
extern const char gs_odt_styles[];
extern const char gs_odt_meta_head[];
extern const char gs_odt_manifest[];

G_END_DECLS
