/* gs-account-words.h: words that say how much, and words that say of what.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a vague word says little (-1) or much (+1); 0 if neither. English,
 * Dutch, German. @text: (nullable). */
int    gs_account_amount   (const char *text);
/* The words of @text that say of what it speaks, folded, sorted, each once. */
char **gs_account_words_of (const char *text);

G_END_DECLS
