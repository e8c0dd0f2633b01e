/* gs-prose.h: running text that was never written by anybody, the same each time.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @state: not 0 */
guint32 gs_prose_random   (guint32 *state);
/* A sentence of 8 to 23 words, whose frequencies follow Zipf, with a blank
 * behind it. ASCII, and nothing that a markup language would mind. */
void    gs_prose_sentence (GString *text,
                           guint32 *state);
/* Sentences of at least @length bytes. */
void    gs_prose_fill     (GString *text,
                           guint32 *state,
                           gsize    length);

G_END_DECLS
