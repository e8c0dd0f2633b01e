/* gs-swatch.c: the colour of a tag, as a dot.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-swatch.h"

#include <adwaita.h>

#include "gs-palette.h"

#define COLOUR_KEY "gs-swatch-colour"

/* Where there is no colour the dot is empty, and takes that of the text. */
static void
paint (GtkLabel *swatch)
{
  const char *colour = g_object_get_data (G_OBJECT (swatch), COLOUR_KEY);
  PangoAttrList *attributes = NULL;
  GdkRGBA rgba;

  if (colour != NULL && gdk_rgba_parse (&rgba, colour))
    {
      gs_palette_adapt (&rgba, adw_style_manager_get_dark (adw_style_manager_get_default ()));
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_foreground_new ((guint16) (rgba.red * 65535.f),
                                                                     (guint16) (rgba.green * 65535.f),
                                                                     (guint16) (rgba.blue * 65535.f)));
    }
  gtk_label_set_text (swatch, attributes != NULL ? "●" : "○");
  gtk_label_set_attributes (swatch, attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
}

/**
 * gs_swatch_new:
 *
 * Returns: (transfer floating): a dot without a colour, which screen readers pass over
 */
GtkWidget *
gs_swatch_new (void)
{
  GtkWidget *swatch = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (paint), swatch,
                           G_CONNECT_SWAPPED);
  paint (GTK_LABEL (swatch));

  return swatch;
}

/**
 * gs_swatch_set:
 * @swatch: of gs_swatch_new()
 * @colour: (nullable): "#rrggbb"
 */
void
gs_swatch_set (GtkWidget *swatch, const char *colour)
{
  g_return_if_fail (GTK_IS_LABEL (swatch));

  g_object_set_data_full (G_OBJECT (swatch), COLOUR_KEY, g_strdup (colour), g_free);
  paint (GTK_LABEL (swatch));
}
