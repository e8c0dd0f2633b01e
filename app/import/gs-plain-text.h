/* gs-plain-text.h: plain text and Markdown.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-document.h"

G_BEGIN_DECLS

/* Finds the blocks of @document's text, which stays as it is. */
void gs_plain_text_read (GsDocument *document);

G_END_DECLS
