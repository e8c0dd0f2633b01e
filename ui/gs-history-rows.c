/* gs-history-rows.c: steps of the history in a list.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-history-rows.h"

#include <glib/gi18n.h>

#include "gs-instant.h"
#include "gs-row.h"

static GtkWidget *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *detail = label_new ("dim-label");

  gtk_widget_add_css_class (detail, "caption");
  gtk_box_append (GTK_BOX (box), label_new (NULL));
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const GsHistoryListing *step = gs_row_get_record (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *at = gs_instant_format (step->at, "%x %R");
  g_autofree char *detail = NULL;

  detail = g_strjoin (" · ", at, step->annotator != NULL ? step->annotator : _ ("nobody known"),
                      step->undone ? _ ("undone") : NULL, NULL);
  gtk_label_set_label (GTK_LABEL (label), step->label);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (label)), detail);
  if (step->undone)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
}

/**
 * gs_history_rows_new:
 *
 * Returns: (transfer full): makes a row of what was done, when, by whom, and whether it stands
 */
GtkListItemFactory *
gs_history_rows_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}
