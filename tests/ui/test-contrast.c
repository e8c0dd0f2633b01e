/* test-contrast.c: our own colours can be told from what they stand on.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs once as it is and once with high contrast; each time light and dark.
 */

#include "config.h"

#include <math.h>

#include "gs-palette.h"
#include "gs-reader-paint.h"
#include "gs-reader-zones.h"
#include "gs-ui-test.h"

/* Of the sample dossier, and what an import may bring. */
static const char *const tags[] = { "#1c71d8", "#26a269", "#2ec27e", "#3584e4", "#5e5c64", "#813d9c", "#865e3c",
                                    "#9141ac", "#c01c28", "#c64600", "#e5a50a", "#ffff00", "#000000", "#ffffff" };

static GdkRGBA
look_up (GtkWidget *widget, const char *name)
{
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour))
    g_error ("the style has no %s", name);

  return colour;
}

static void
assert_told (const char *what, GdkRGBA colour, const GdkRGBA *ground, double least)
{
  double contrast;

  gs_palette_over (&colour, ground);
  contrast = gs_palette_contrast (&colour, ground);
  if (contrast < least)
    g_test_fail_printf ("%s: %.2f, and %.1f is needed", what, contrast, least);
}

static void
check_scheme (GtkWidget *widget, gboolean dark)
{
  GdkRGBA window = look_up (widget, "window_bg_color");
  GdkRGBA view = look_up (widget, "view_bg_color");
  GdkRGBA dimmed = look_up (widget, "window_fg_color");

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      GdkRGBA colour;

      g_assert_true (gdk_rgba_parse (&colour, tags[i]));
      gs_palette_adapt (&colour, dark);
      assert_told (tags[i], colour, &window, GS_PALETTE_SIGN);
      assert_told (tags[i], colour, &view, GS_PALETTE_SIGN);
    }
  /* Bars of the timeline and of charts. */
  assert_told ("bar", look_up (widget, "accent_color"), &window, GS_PALETTE_SIGN);
  assert_told ("denied bar", look_up (widget, "error_color"), &window, GS_PALETTE_SIGN);
  /* Captions and credits of an article, and figures at an axis. */
  dimmed.alpha *= GS_READER_DIMMED;
  assert_told ("dimmed text", dimmed, &window, GS_PALETTE_TEXT);
}

static double
distance (const GdkRGBA *a, const GdkRGBA *b)
{
  double red = a->red - b->red, green = a->green - b->green, blue = a->blue - b->blue;

  return sqrt (red * red + green * green + blue * blue);
}

/* What may be chosen for tags: a sign of it is seen, text on it is read, and each is told from each. */
static void
check_palette (GtkWidget *widget, gboolean dark)
{
  guint n;
  const GsPaletteColour *colours = gs_palette_list (&n);
  GdkRGBA view = look_up (widget, "view_bg_color");
  GdkRGBA text = look_up (widget, "view_fg_color");
  g_autofree GdkRGBA *adapted = g_new0 (GdkRGBA, n);

  for (guint i = 0; i < n; i++)
    {
      GdkRGBA ground;

      g_assert_true (gdk_rgba_parse (&adapted[i], colours[i].value));
      g_assert_cmpstr (gs_palette_name (colours[i].value), ==, colours[i].name);
      ground = adapted[i];
      ground.alpha = GS_READER_MOST_FILL (dark);
      gs_palette_over (&ground, &view);
      assert_told (colours[i].name, text, &ground, GS_PALETTE_TEXT);
      gs_palette_adapt (&adapted[i], dark);
      assert_told (colours[i].name, adapted[i], &view, GS_PALETTE_SIGN);
      for (guint j = 0; j < i; j++)
        {
          if (distance (&adapted[i], &adapted[j]) < 0.12)
            g_test_fail_printf ("%s is too near to %s", colours[i].name, colours[j].name);
        }
    }
}

static void
test_contrast (void)
{
  GtkWidget *label = gtk_label_new ("x");
  GtkWindow *window = gs_ui_test_show (label, 100, 100);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_assert_cmpint (adw_style_manager_get_high_contrast (manager), ==, g_getenv ("ADW_DEBUG_HIGH_CONTRAST") != NULL);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  gs_ui_test_settle ();
  check_scheme (label, FALSE);
  check_palette (label, FALSE);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  gs_ui_test_settle ();
  check_scheme (label, TRUE);
  check_palette (label, TRUE);
  gtk_window_destroy (window);
}

/* The measure itself, by values that are known. */
static void
test_measure (void)
{
  GdkRGBA black = { 0.f, 0.f, 0.f, 1.f };
  GdkRGBA white = { 1.f, 1.f, 1.f, 1.f };
  GdkRGBA half = { 0.f, 0.f, 0.f, 0.5f };

  g_assert_cmpfloat_with_epsilon (gs_palette_contrast (&black, &white), 21.0, 0.01);
  g_assert_cmpfloat_with_epsilon (gs_palette_contrast (&white, &white), 1.0, 0.01);
  gs_palette_over (&half, &white);
  g_assert_cmpfloat_with_epsilon (half.green, 0.5, 0.001);
  g_assert_cmpfloat (half.alpha, ==, 1.f);
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/contrast/measure", test_measure);
  g_test_add_func ("/ui/contrast/schemes", test_contrast);

  return g_test_run ();
}
