/* gs-tour-bar.h: a walk through the window for newcomers, step by step.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GS_TYPE_TOUR_BAR (gs_tour_bar_get_type ())
G_DECLARE_FINAL_TYPE (GsTourBar, gs_tour_bar, GS, TOUR_BAR, GtkWidget)

/* Signal "step" (char *name): what the step is about is to be shown: "articles", "editor",
 * "claims", "conflicts", "compare", "origins" or "end". */

void     gs_tour_bar_start   (GsTourBar *self);
void     gs_tour_bar_stop    (GsTourBar *self);
gboolean gs_tour_bar_is_on   (GsTourBar *self);

G_END_DECLS
