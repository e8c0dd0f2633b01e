/* gs-panes.h: from one pane of a page to the next.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void gs_panes_set_main (GtkWidget *pane,
                        GtkWidget *main);
void gs_panes_want     (GtkWidget *pane);
void gs_panes_ready    (GtkWidget *pane);
void gs_panes_focus    (GtkWidget *page);
void gs_panes_cycle    (GtkWidget *page,
                        gboolean   backwards);

G_END_DECLS
