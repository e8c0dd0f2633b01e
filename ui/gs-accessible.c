/* gs-accessible.c: names as screen readers say them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-accessible.h"

static gboolean
has_label (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget)) != NULL;

  return GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)) != NULL;
}

/**
 * gs_accessible_name_once:
 * @root: a widget whose template has been made
 *
 * Has every button at and below @root named by the label it shows alone. GTK 4.8
 * would say it twice, once with the underscore of its mnemonic.
 */
void
gs_accessible_name_once (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (has_label (root))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    gs_accessible_name_once (child);
}
