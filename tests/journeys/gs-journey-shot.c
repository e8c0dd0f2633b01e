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
take (GsJourney *self, const char *folder, const char *name)
{
  g_autofree char *picture_path = g_strdup_printf ("%s/journey-%s.png", folder, name);
  g_autofree char *tree_path = g_strdup_printf ("%s/journey-%s.txt", folder, name);
  g_autoptr (GdkPixbuf) picture = screen_picture (self->display);
  g_autofree char *tree = self->program != NULL ? gs_journey_describe (self) : g_strdup ("");

  (void) gdk_pixbuf_save (picture, picture_path, "png", NULL, NULL);
  (void) g_file_set_contents (tree_path, tree, -1, NULL);
  g_test_message ("picture of the screen: %s", picture_path);
}

void
gs_journey_shot (GsJourney *self, const char *name)
{
  const char *folder = g_getenv ("GAINSAY_SHOTS");

  /* Pictures take their time; where nobody collects them, only a failure is worth it. */
  if (folder == NULL && g_str_equal (name, "failure"))
    folder = g_getenv ("G_TEST_BUILDDIR");
  if (folder != NULL)
    take (self, folder, name);
}
