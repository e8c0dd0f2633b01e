/* gs-tooltip.h: tooltips of widgets that may not be on the screen.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void gs_tooltip_set (GtkWidget  *widget,
                     const char *text);
void gs_tooltip_when_cut (GtkWidget *root);
void gs_tooltip_let_cut (GtkWidget *root);

G_END_DECLS
