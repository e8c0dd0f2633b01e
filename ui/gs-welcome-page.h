/* gs-welcome-page.h: what is shown before a workspace is open.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GS_TYPE_WELCOME_PAGE (gs_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (GsWelcomePage, gs_welcome_page, GS, WELCOME_PAGE, GtkWidget)

GtkWidget *gs_welcome_page_new (void);

G_END_DECLS
