/* gs-reader-view-look.c: font, size and width of an article's text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reader-view-private.h"

#include "gs-settings.h"

#define LEAST_ZOOM 0.5
#define MOST_ZOOM 3.0

/* What is easily read, in characters to a line. */
#define COLUMN 72
/* Of the desktop's font, which is made for buttons. */
#define PER_CENT 110.0

/* CSS takes no description of a font; it takes what one consists of. */
static void
append_font (GString *css, const PangoFontDescription *font)
{
  static const char *const styles[] = { "normal", "oblique", "italic" };
  PangoFontMask set = pango_font_description_get_set_fields (font);

  if (set & PANGO_FONT_MASK_FAMILY)
    {
      g_autofree char *family = g_strdelimit (g_strdup (pango_font_description_get_family (font)), "\"\\\n", ' ');

      g_string_append_printf (css, " font-family: \"%s\";", family);
    }
  if (set & PANGO_FONT_MASK_WEIGHT)
    g_string_append_printf (css, " font-weight: %d;", (int) pango_font_description_get_weight (font));
  if (set & PANGO_FONT_MASK_STYLE)
    g_string_append_printf (css, " font-style: %s;", styles[pango_font_description_get_style (font)]);
}

static void
update_css (GsReaderView *self)
{
  g_autofree char *name = gs_settings_get_string ("article-font");
  PangoFontDescription *font = *name != '\0' ? pango_font_description_from_string (name) : NULL;
  g_autoptr (GString) css = g_string_new ("textview {");
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double size = 0.0;

  if (font != NULL)
    {
      append_font (css, font);
      size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
      pango_font_description_free (font);
    }
  if (size > 0.0)
    g_string_append_printf (css, " font-size: %spt; }",
                            g_ascii_formatd (number, sizeof number, "%.2f", size * self->zoom));
  else
    g_string_append_printf (css, " font-size: %d%%; }", (int) (self->zoom * PER_CENT + 0.5));

  gtk_css_provider_load_from_data (self->zoom_css, css->str, -1);
}

/* For everybody who shows an article, and for the next start. */
static void
zoom_changed_cb (GsReaderView *self)
{
  double zoom = g_settings_get_double (gs_settings_get (), "article-zoom");

  if (zoom != self->zoom)
    gs_reader_view_set_zoom (self, zoom);
}

static void
width_changed_cb (GsReaderView *self)
{
  self->width = -1;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

int
gs_reader_view_measure_column (GsReaderView *self)
{
  GSettings *settings = gs_settings_get ();
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  int characters = settings != NULL ? g_settings_get_int (settings, "reading-width") : COLUMN;
  int width = pango_font_metrics_get_approximate_char_width (metrics) * characters / PANGO_SCALE;

  pango_font_metrics_unref (metrics);

  return width;
}

void
gs_reader_view_add_look (GsReaderView *self)
{
  GSettings *settings = gs_settings_get ();

  if (settings != NULL)
    {
      g_signal_connect_object (settings, "changed::article-font", G_CALLBACK (update_css), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (settings, "changed::article-zoom", G_CALLBACK (zoom_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (settings, "changed::reading-width", G_CALLBACK (width_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gs_reader_view_set_zoom (self, settings != NULL ? g_settings_get_double (settings, "article-zoom") : 1.0);
}

/**
 * gs_reader_view_set_zoom:
 * @self: a #GsReaderView
 * @zoom: 1.0 is the normal size; kept between 0.5 and 3.0
 */
void
gs_reader_view_set_zoom (GsReaderView *self, double zoom)
{
  g_return_if_fail (GS_IS_READER_VIEW (self));

  self->zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  update_css (self);
}

/**
 * gs_reader_view_get_zoom:
 * @self: a #GsReaderView
 *
 * Returns: the zoom, 1.0 for the normal size
 */
double
gs_reader_view_get_zoom (GsReaderView *self)
{
  g_return_val_if_fail (GS_IS_READER_VIEW (self), 1.0);

  return self->zoom;
}

/**
 * gs_reader_view_get_place:
 * @self: a #GsReaderView
 *
 * Returns: the code point a third of the way down, which is where gs_reader_view_scroll_to()
 *   puts what it is asked for; 0 when the beginning is in sight
 */
gint64
gs_reader_view_get_place (GsReaderView *self)
{
  GdkRectangle visible;
  GtkTextIter iter;

  g_return_val_if_fail (GS_IS_READER_VIEW (self), 0);

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  if (visible.y <= 0)
    return 0;

  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, 0, visible.y + visible.height / 3);

  return gs_reader_text_from_view (self->text, gtk_text_iter_get_offset (&iter));
}
