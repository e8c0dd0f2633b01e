/* gs-journey-shot.c: what the screen and the tree of objects look like.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-journey-private.h"

#include <X11/Xutil.h>
#include <gdk-pixbuf/gdk-pixbuf.h>

static GdkPixbuf *
screen_picture (Display *display)
{
  int screen = DefaultScreen (display);
  int width = DisplayWidth (display, screen);
  int height = DisplayHeight (display, screen);
  XImage *image =
    XGetImage (display, DefaultRootWindow (display), 0, 0, (guint) width, (guint) height, AllPlanes, ZPixmap);
  GdkPixbuf *picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  guchar *pixels = gdk_pixbuf_get_pixels (picture);
  int stride = gdk_pixbuf_get_rowstride (picture);

  for (int y = 0; y < height; y++)
    {
      for (int x = 0; x < width; x++)
        {
          gulong pixel = XGetPixel (image, x, y);

          pixels[y * stride + x * 3] = (guchar) (pixel >> 16);
          pixels[y * stride + x * 3 + 1] = (guchar) (pixel >> 8);
          pixels[y * stride + x * 3 + 2] = (guchar) pixel;
        }
    }
  XDestroyImage (image);

  return picture;
}

static void
append_tree (GString *tree, AtspiAccessible *object, int depth)
{
  g_autofree char *name = atspi_accessible_get_name (object, NULL);
  g_autofree char *role = atspi_accessible_get_role_name (object, NULL);
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (object);
  int n = atspi_accessible_get_child_count (object, NULL);

  g_string_append_printf (tree, "%*s%s “%s”%s%s\n", depth * 2, "", role != NULL ? role : "?", name != NULL ? name : "",
                          atspi_state_set_contains (states, ATSPI_STATE_FOCUSED) ? " (focused)" : "",
                          atspi_state_set_contains (states, ATSPI_STATE_SENSITIVE) ? "" : " (insensitive)");

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (object, i, NULL);

      if (child != NULL)
        append_tree (tree, child, depth + 1);
    }
}

void
gs_journey_shot (GsJourney *self, const char *name)
{
  const char *folder = g_getenv ("GAINSAY_SHOTS") != NULL ? g_getenv ("GAINSAY_SHOTS") : g_getenv ("G_TEST_BUILDDIR");
  g_autofree char *picture_path = g_strdup_printf ("%s/journey-%s.png", folder, name);
  g_autofree char *tree_path = g_strdup_printf ("%s/journey-%s.txt", folder, name);
  g_autoptr (GdkPixbuf) picture = screen_picture (self->display);
  g_autoptr (GString) tree = g_string_new (NULL);

  if (self->application != NULL)
    append_tree (tree, self->application, 0);
  (void) gdk_pixbuf_save (picture, picture_path, "png", NULL, NULL);
  (void) g_file_set_contents (tree_path, tree->str, -1, NULL);
  g_test_message ("picture of the screen: %s", picture_path);
}
