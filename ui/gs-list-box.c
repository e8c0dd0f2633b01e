/* gs-list-box.c: a list box whose rows are brought up to date.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fifty rows of wrapped text take a third of a second to lay out. A list that
 * is read anew because something changed elsewhere mostly shows the same.
 */

#include "config.h"

#include "gs-list-box.h"

/**
 * gs_list_box_update:
 * @list: a list box
 * @shown: what its rows show, one each; gets the items of @fresh
 * @fresh: what they shall show; empty afterwards
 * @equal: whether two items look the same
 * @make: makes a row for an item, which is in @shown by then
 *
 * Rows at either end whose items are equal stay, with focus and selection.
 */
void
gs_list_box_update (GtkListBox *list, GPtrArray *shown, GPtrArray *fresh, GEqualFunc equal, GsListBoxMake make)
{
  guint n_old = shown->len, n_new = fresh->len, shorter = MIN (n_old, n_new);
  guint before = 0, after = 0;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  while (before < shorter && equal (shown->pdata[before], fresh->pdata[before]))
    before++;
  while (after < shorter - before && equal (shown->pdata[n_old - 1 - after], fresh->pdata[n_new - 1 - after]))
    after++;

  /* First the items: who hears of a row looks for what it shows. */
  g_ptr_array_set_size (shown, 0);
  for (guint i = 0; i < n_new; i++)
    g_ptr_array_add (shown, g_steal_pointer (&fresh->pdata[i]));
  g_ptr_array_set_size (fresh, 0);

  for (guint i = before; i < n_old - after; i++)
    gtk_list_box_remove (list, GTK_WIDGET (gtk_list_box_get_row_at_index (list, (int) before)));
  for (guint i = before; i < n_new - after; i++)
    gtk_list_box_insert (list, make (shown->pdata[i]), (int) i);
}
