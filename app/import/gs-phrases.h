/* gs-phrases.h: the stock phrases of news pages, in many languages.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All take case-folded text with single spaces (gs_phrases_fold()). */

/* (transfer full): lower case, single spaces, without punctuation at the ends. */
char     *gs_phrases_fold           (const char  *text);

/* The whole of @folded is furniture: "leave a reply", "meest gelezen". */
gboolean  gs_phrases_is_furniture   (const char  *folded);
/* A heading that begins so heads other stories, or what readers say. */
gboolean  gs_phrases_heads_other    (const char  *folded);
/* It begins like an invitation: "click here to", "follow live". */
gboolean  gs_phrases_is_invitation  (const char  *folded);
/* It begins like a pointer to another story: "lees ook". */
gboolean  gs_phrases_is_pointer     (const char  *folded);
/* It begins like a credit: "foto:", "copyright", "©". */
gboolean  gs_phrases_is_credit      (const char  *folded);
/* Somewhere in it is a word of credits: "getty images", "/afp". */
gboolean  gs_phrases_names_pictures (const char  *folded);
/* "by", "door", "von": bytes of the word and the space after it, or 0. */
gsize     gs_phrases_byline         (const char  *folded);

/* The usual name of a news agency that @text begins with, in any case, and
 * the bytes it takes; NULL if it begins with none. */
const char *gs_phrases_agency       (const char  *text,
                                     gsize       *length);

G_END_DECLS
