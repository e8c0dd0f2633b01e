/* gs-source-rows.c: rows of the list of sources.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-source-rows.h"

#include <glib/gi18n.h>

#include "gs-labels.h"
#include "gs-row.h"
#include "gs-tooltip.h"

static void
fill (GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *name = g_object_get_data (G_OBJECT (box), "name"), *about = g_object_get_data (G_OBJECT (box), "about");
  GtkWidget *grade = g_object_get_data (G_OBJECT (box), "grade");
  GsRow *row = gtk_list_item_get_item (item);
  const GsSourceListing *source = row != NULL ? gs_row_get_record (row) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *upper = NULL;

  gtk_widget_set_visible (grade, source != NULL && source->grade != NULL);
  if (source == NULL)
    {
      gtk_label_set_label (GTK_LABEL (name), "");
      gtk_label_set_label (GTK_LABEL (about), "");
      return;
    }

  text = g_strdup_printf (g_dngettext (NULL, "%s · %'d claim", "%s · %'d claims", (gulong) source->claims),
                          gs_label (&gs_source_kinds, source->kind), (int) source->claims);
  upper = source->grade != NULL ? g_ascii_strup (source->grade, -1) : NULL;
  gtk_label_set_label (GTK_LABEL (name), source->name != NULL ? source->name : _ ("Nameless"));
  gtk_label_set_label (GTK_LABEL (about), text);
  gtk_label_set_label (GTK_LABEL (grade), upper != NULL ? upper : "");
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gs_tooltip_when_cut (label);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = new_label (NULL), *about = new_label ("dim-label"), *grade = new_label ("badge");

  gtk_widget_add_css_class (about, "caption");
  gtk_widget_add_css_class (box, "article-row");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (grade, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (grade, _ ("Reliability"));
  gtk_box_append (GTK_BOX (lines), name);
  gtk_box_append (GTK_BOX (lines), about);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), grade);
  g_object_set_data (G_OBJECT (box), "name", name);
  g_object_set_data (G_OBJECT (box), "about", about);
  g_object_set_data (G_OBJECT (box), "grade", grade);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::loaded", G_CALLBACK (fill), item, G_CONNECT_SWAPPED);
  fill (item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill, item);
}

/**
 * gs_source_rows_new:
 *
 * Returns: (transfer full): a factory for items of type #GsRow
 */
GtkListItemFactory *
gs_source_rows_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}
