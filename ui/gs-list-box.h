/* gs-list-box.h: a list box whose rows are brought up to date.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating): a row that shows @item */
typedef GtkWidget *(*GsListBoxMake) (gconstpointer item);

/* @shown: what the rows of @list show, one each; gets what is in @fresh, which
 * is empty then. Rows at either end whose items are equal stay as they are. */
void gs_list_box_update (GtkListBox    *list,
                         GPtrArray     *shown,
                         GPtrArray     *fresh,
                         GEqualFunc     equal,
                         GsListBoxMake  make);

G_END_DECLS
