/* gs-tooltip.c: tooltips of widgets that may not be on the screen.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-tooltip.h"

#define TEXT "gs-tooltip-text"

static gboolean
asked_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *text = g_object_get_data (G_OBJECT (widget), TEXT);

  if (text != NULL)
    gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

/**
 * gs_tooltip_set:
 * @widget: a widget, in a popover for example
 * @text: (nullable): what its tooltip says
 *
 * As gtk_widget_set_tooltip_text(), but @text is told when it is asked for. Setting it
 * makes GTK 4.8 look for the pointer when it is idle; a popover that is closed by then has
 * no surface, and GTK complains.
 */
void
gs_tooltip_set (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_data_full (G_OBJECT (widget), TEXT, g_strdup (text), g_free);
  if (gtk_widget_get_has_tooltip (widget))
    return;

  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (widget, "query-tooltip", G_CALLBACK (asked_cb), NULL);
}

static gboolean
cut_cb (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));

  return TRUE;
}

/**
 * gs_tooltip_when_cut:
 * @root: a label, or a widget whose template has been made
 *
 * Labels at and below @root that may be cut tell what they say in a tooltip, when they are.
 */
void
gs_tooltip_when_cut (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_LABEL (root) && gtk_label_get_ellipsize (GTK_LABEL (root)) != PANGO_ELLIPSIZE_NONE
      && !gtk_widget_get_has_tooltip (root))
    {
      gtk_widget_set_has_tooltip (root, TRUE);
      g_signal_connect (root, "query-tooltip", G_CALLBACK (cut_cb), NULL);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    gs_tooltip_when_cut (child);
}

static void
let_cut (GtkWidget *widget, gboolean inside)
{
  inside = inside || GTK_IS_BUTTON (widget) || GTK_IS_DROP_DOWN (widget);
  if (inside && GTK_IS_LABEL (widget))
    gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_cut (child, inside);
}

/**
 * gs_tooltip_let_cut:
 * @root: a widget
 *
 * What buttons and drop-downs at and below @root say may be cut where there is no room for
 * it, a narrow window or a long language; a tooltip tells it then.
 */
void
gs_tooltip_let_cut (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  let_cut (root, FALSE);
  gs_tooltip_when_cut (root);
}
