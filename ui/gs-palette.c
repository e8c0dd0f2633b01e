/* gs-palette.c: colours that can be told from what they stand on.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Colours of tags come from anywhere: a colleague, a report, another program.
 * They keep their hue, and are as dark or as light as the scheme needs.
 */

#include "config.h"

#include "gs-palette.h"

#include <glib/gi18n.h>
#include <math.h>

#define STEP 0.05f

/* Ten that most eyes tell apart, of about the same strength. The workspace holds what
 * all the world understands, which is what stands here; it never holds a name. */
static const GsPaletteColour colours[] = {
  { N_ ("Blue"), "#1c71d8" },   { N_ ("Teal"), "#2190a4" }, { N_ ("Green"), "#26a269" }, { N_ ("Yellow"), "#e5a50a" },
  { N_ ("Orange"), "#c64600" }, { N_ ("Red"), "#c01c28" },  { N_ ("Pink"), "#d56199" },  { N_ ("Purple"), "#813d9c" },
  { N_ ("Brown"), "#865e3c" },  { N_ ("Grey"), "#5e5c64" },
};

/**
 * gs_palette_list:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the colours that are offered for tags
 */
const GsPaletteColour *
gs_palette_list (guint *n)
{
  *n = G_N_ELEMENTS (colours);

  return colours;
}

/**
 * gs_palette_name:
 * @value: "#rrggbb"
 *
 * Returns: (transfer none): what the colour is called; one from elsewhere is "Another colour"
 */
const char *
gs_palette_name (const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      if (g_ascii_strcasecmp (colours[i].value, value) == 0)
        return _ (colours[i].name);
    }

  return _ ("Another colour");
}

static double
linear (float part)
{
  return part <= 0.04045f ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green) + 0.0722 * linear (colour->blue);
}

/**
 * gs_palette_contrast:
 * @a: an opaque colour
 * @b: another
 *
 * Returns: their ratio of contrast as WCAG 2.1 defines it, from 1 to 21
 */
double
gs_palette_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double one = luminance (a);
  double two = luminance (b);

  return (MAX (one, two) + 0.05) / (MIN (one, two) + 0.05);
}

/**
 * gs_palette_over:
 * @colour: (inout): a colour; becomes opaque
 * @ground: an opaque colour that it is painted on
 */
void
gs_palette_over (GdkRGBA *colour, const GdkRGBA *ground)
{
  float alpha = colour->alpha;

  *colour =
    (GdkRGBA){ colour->red * alpha + ground->red * (1.f - alpha), colour->green * alpha + ground->green * (1.f - alpha),
               colour->blue * alpha + ground->blue * (1.f - alpha), 1.f };
}

/**
 * gs_palette_adapt:
 * @colour: (inout): of a tag; becomes opaque
 * @dark: whether it stands on the dark scheme's ground
 *
 * Makes it darker on a light ground, lighter on a dark one, until a sign of that colour
 * can be told from the ground.
 */
void
gs_palette_adapt (GdkRGBA *colour, gboolean dark)
{
  /* Of libadwaita's windows, which are nearer to grey than its views. */
  const GdkRGBA ground = dark ? (GdkRGBA){ 0.141f, 0.141f, 0.141f, 1.f } : (GdkRGBA){ 0.98f, 0.98f, 0.98f, 1.f };
  float towards = dark ? 1.f : 0.f;

  colour->alpha = 1.f;
  while (gs_palette_contrast (colour, &ground) < GS_PALETTE_SIGN)
    {
      colour->red += (towards - colour->red) * STEP;
      colour->green += (towards - colour->green) * STEP;
      colour->blue += (towards - colour->blue) * STEP;
    }
}
