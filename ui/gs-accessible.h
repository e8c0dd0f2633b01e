/* gs-accessible.h: names as screen readers say them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GTK 4.8 names a button by its label, with the underscore of the mnemonic,
 * and by the widget that shows the label: “_Save Save”. Leaves the latter.
 * Called when a template has been made; sees every button below @root. */
void gs_accessible_name_once (GtkWidget *root);

G_END_DECLS
