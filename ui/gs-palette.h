/* gs-palette.h: colours that can be told from what they stand on.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* What WCAG 2.1 asks for at level AA: of signs, and of text. */
#define GS_PALETTE_SIGN 3.0
#define GS_PALETTE_TEXT 4.5

/* A colour that tags are given: told apart in both schemes. */
typedef struct
{
  const char *name;  /* to be translated */
  const char *value; /* "#rrggbb", as it is stored and exchanged */
} GsPaletteColour;

const GsPaletteColour *gs_palette_list (guint      *n);
/* (transfer none): translated */
const char            *gs_palette_name (const char *value);

double gs_palette_contrast (const GdkRGBA *a,
                            const GdkRGBA *b);
void   gs_palette_over     (GdkRGBA       *colour,
                            const GdkRGBA *ground);
void   gs_palette_adapt    (GdkRGBA       *colour,
                            gboolean       dark);

G_END_DECLS
