/* gs-text-view.h: what a text view must be helped with.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* To be called before the view is given more height. */
void gs_text_view_prepare_growth (GtkTextView *view);

G_END_DECLS
