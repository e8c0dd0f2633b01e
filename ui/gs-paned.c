/* gs-paned.c: panes of which one may be hidden.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-paned.h"

static void
update_cb (GtkPaned *paned)
{
  gboolean both = gtk_widget_get_visible (gtk_paned_get_start_child (paned))
                  && gtk_widget_get_visible (gtk_paned_get_end_child (paned));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (paned));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        gtk_event_controller_set_propagation_phase (controller, both ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
    }
}

/**
 * gs_paned_free_hidden_handle:
 * @paned: a paned with both children
 *
 * GTK 4.8 hides the handle when a child is hidden, but still takes presses where it was.
 * Has the handle let go of them while either child is hidden.
 */
void
gs_paned_free_hidden_handle (GtkPaned *paned)
{
  GtkWidget *const children[] = { gtk_paned_get_start_child (paned), gtk_paned_get_end_child (paned) };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    g_signal_connect_object (children[i], "notify::visible", G_CALLBACK (update_cb), paned, G_CONNECT_SWAPPED);
  update_cb (paned);
}
