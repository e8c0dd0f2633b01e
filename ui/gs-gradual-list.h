/* gs-gradual-list.h: a list that comes in over several frames.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GListModel *gs_gradual_list_new   (GListModel *model,
                                   GtkWidget  *widget);
void        gs_gradual_list_reach (GListModel *list,
                                   guint       position);

G_END_DECLS
