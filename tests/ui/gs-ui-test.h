/* gs-ui-test.h: what tests of widgets share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "gs-test.h"

G_BEGIN_DECLS

/* GTK, libadwaita, the program's style, no animations; then g_test_init(). */
void       gs_ui_test_init     (int          *argc,
                                char       ***argv);

/* A window of that size around @widget, drawn at least once. Frees it with
 * gtk_window_destroy(). */
GtkWindow *gs_ui_test_show     (GtkWidget    *widget,
                                int           width,
                                int           height);

/* Runs the main loop until nothing is left to do for a while. */
void       gs_ui_test_settle   (void);

/* A picture of the widget, for looking at: only where GAINSAY_SHOTS names a
 * folder. */
void       gs_ui_test_shot     (GtkWidget    *widget,
                                const char   *name);

/* (nullable): the first widget of that type within @root, itself included. */
GtkWidget *gs_ui_test_find     (GtkWidget    *root,
                                GType         type);
/* (nullable): the first button that says @label, its underscore included, or has it
 * as its icon. */
GtkWidget *gs_ui_test_find_button (GtkWidget *root,
                                const char   *label);

/* Lets go of @object and waits for those that still answer to it: what was asked
 * for last may come after the window has gone. Fails where somebody keeps it. */
void       gs_ui_test_finalize (gpointer      object);

G_END_DECLS
