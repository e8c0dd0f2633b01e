/* gs-chain-strip.c: a chain of sources, from the publisher to the origin.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-chain-strip.h"

#include <glib/gi18n.h>

static GtkWidget *
new_hop (const char *name, gboolean origin)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (4, (int) g_utf8_strlen (name, -1)));
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_add_css_class (label, "badge");
  if (origin)
    gtk_widget_add_css_class (label, "accent");

  return label;
}

/**
 * gs_chain_strip_new:
 * @names: (array zero-terminated=1): names of the sources, outermost first
 *
 * Returns: (transfer floating): the chain on one line; whoever it comes from stands last and is marked
 */
GtkWidget *
gs_chain_strip_new (const char *const *names)
{
  GtkWidget *strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *told = g_strjoinv (_ (", from "), (char **) names);

  gtk_widget_add_css_class (strip, "chain-strip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (i > 0)
        {
          GtkWidget *arrow = gtk_label_new ("›");

          gtk_widget_add_css_class (arrow, "dim-label");
          gtk_box_append (GTK_BOX (strip), arrow);
        }
      gtk_box_append (GTK_BOX (strip), new_hop (names[i], names[i + 1] == NULL));
    }

  return strip;
}
