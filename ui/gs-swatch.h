/* gs-swatch.h: the colour of a tag, as a dot.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating): a dot that follows the scheme */
GtkWidget *gs_swatch_new (void);
void       gs_swatch_set (GtkWidget  *swatch,
                          const char *colour);

G_END_DECLS
