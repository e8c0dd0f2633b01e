/* gs-closing.h: windows that are closed while something is under way.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who closes the last window while a copy is being saved wants the copy. And
 * whoever waits for a result keeps the window in memory, where nobody sees it.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Till it is released as often, the program goes on, with or without a window. */
void     gs_hold_program     (void);
void     gs_release_program  (void);

gboolean gs_window_is_closed (gpointer window);

G_END_DECLS
