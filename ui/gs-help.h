/* gs-help.h: the user guide.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void gs_help_show (GtkWindow *parent);

G_END_DECLS
