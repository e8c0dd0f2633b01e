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
