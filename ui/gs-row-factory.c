/* gs-row-factory.c: cells of lists whose rows fill later.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-row-factory.h"

typedef struct
{
  GsRowText text;
  const char *css_class;
  PangoEllipsizeMode ellipsize;
} Cell;

static void
cell_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
fill (GtkListItem *item, Cell *cell)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  GsRow *row = gtk_list_item_get_item (item);
  gconstpointer record = row != NULL ? gs_row_get_record (row) : NULL;
  g_autofree char *text = record != NULL ? cell->text (record) : NULL;

  gtk_label_set_label (label, text != NULL ? text : "");
}

/* The whole text, where it does not fit. */
static gboolean
query_tooltip_cb (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_label (label));

  return TRUE;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Cell *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), cell->ellipsize);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  if (cell->css_class != NULL)
    gtk_widget_add_css_class (label, cell->css_class);
  gtk_list_item_set_child (item, label);
}

static void
row_loaded_cb (GtkListItem *item)
{
  fill (item, g_object_get_data (G_OBJECT (item), "cell"));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Cell *cell)
{
  g_object_set_data (G_OBJECT (item), "cell", cell);
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::loaded", G_CALLBACK (row_loaded_cb), item,
                           G_CONNECT_SWAPPED);
  fill (item, cell);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Cell *cell)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), row_loaded_cb, item);
}

/**
 * gs_row_factory_new:
 * @text: what a cell says
 * @css_class: (nullable): a static string
 * @ellipsize: where a cell is cut that is too narrow
 *
 * Returns: (transfer full): a factory for items of type #GsRow
 */
GtkListItemFactory *
gs_row_factory_new (GsRowText text, const char *css_class, PangoEllipsizeMode ellipsize)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Cell *cell = g_new0 (Cell, 1);

  cell->text = text;
  cell->css_class = css_class;
  cell->ellipsize = ellipsize;

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), cell, cell_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), cell);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), cell);

  return factory;
}
