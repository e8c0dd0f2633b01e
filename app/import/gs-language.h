/* gs-language.h: which language a text is in.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gs_language_guess:
 * @text: UTF-8
 * @length: bytes; only the first part of a long text is read
 *
 * Goes by script, then by the small words that make up a third of any text
 * and that no two languages share in sum.
 *
 * Returns: (transfer none) (nullable): a BCP 47 tag ("nl"), or %NULL when the
 *   text is too short or too mixed to tell
 */
const char *gs_language_guess (const char *text,
                               gsize       length);

/**
 * gs_language_settle:
 * @text: UTF-8
 * @length: bytes
 * @stated: (nullable): the tag of the language it is said to be in
 *
 * Checks what is said against the text. "nl-BE" stands for Dutch, and a
 * language that is not known stands unless the text is clearly in another.
 *
 * Returns: (transfer full) (nullable): a BCP 47 tag
 */
char       *gs_language_settle (const char *text,
                                gsize       length,
                                const char *stated);

G_END_DECLS
