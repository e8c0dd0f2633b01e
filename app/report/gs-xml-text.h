/* gs-xml-text.h: any text, carried by XML.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * XML 1.0 forbids most control characters and U+FFFE and U+FFFF, even as
 * references. A text that has one is written with a backslash doubled and
 * such a character as \uXXXX, in an element that says escaped="true".
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean gs_xml_text_needs_escape (const char  *text);
void     gs_xml_text_append       (GString     *xml,
                                   const char  *text,
                                   gboolean     escaped);
gboolean gs_xml_text_unescape     (GString     *text,
                                   GError     **error);

G_END_DECLS
