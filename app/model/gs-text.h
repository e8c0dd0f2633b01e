/* gs-text.h: texts by code points.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article's text with a table of byte offsets, so that a code-point offset
 * costs a step of bounded length instead of a walk from the beginning.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _GsText GsText;

/* @text: valid UTF-8, copied. */
GsText     *gs_text_new        (const char   *text);
void        gs_text_free       (GsText       *self);
const char *gs_text_get        (const GsText *self);
gint64      gs_text_length     (const GsText *self); /* code points */
gsize       gs_text_to_byte    (const GsText *self,
                                gint64        offset); /* code point → byte */
gint64      gs_text_from_byte  (const GsText *self,
                                gsize         byte);
/* (transfer full): the code points start..end. */
char       *gs_text_slice      (const GsText *self,
                                gint64        start,
                                gint64        end);

/* (transfer full): any text, on one line. */
char       *gs_text_on_one_line (const char  *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsText, gs_text_free)

G_END_DECLS
