/* gs-hyphens.h: whether a hyphen at the end of a line is part of the word.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _GsHyphens GsHyphens;

typedef enum
{
  GS_HYPHEN_NONE,   /* the line ends with none: a blank goes between */
  GS_HYPHEN_DROP,   /* the typesetter's: the word goes on */
  GS_HYPHEN_KEEP,   /* the word's own: "drone-aanval" */
  GS_HYPHEN_SPACED, /* of a word left out: "Luft- und Raumfahrt" */
} GsHyphen;

GsHyphens *gs_hyphens_new      (void);
void       gs_hyphens_free     (GsHyphens  *self);
void       gs_hyphens_add_line (GsHyphens  *self,
                                const char *line);
GsHyphen   gs_hyphens_judge    (GsHyphens  *self,
                                const char *before,
                                const char *after,
                                const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsHyphens, gs_hyphens_free)

G_END_DECLS
