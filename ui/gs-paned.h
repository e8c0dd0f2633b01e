/* gs-paned.h: panes of which one may be hidden.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* When a child of a GtkPaned is hidden, GTK 4.8 hides the handle between both,
 * but still takes presses where it was: clicks into the other child would go
 * astray. Has the handle let go while either child is hidden. */
void gs_paned_free_hidden_handle (GtkPaned *paned);

G_END_DECLS
