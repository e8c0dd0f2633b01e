/* gs-tour.h: every page and every dialog, one after the other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-window-fixture.h"

G_BEGIN_DECLS

/* @root: the window that shows it, or a popover. */
typedef void (*GsTourFunc) (const char *stop,
                            GtkWidget  *root,
                            gpointer    data);

/* Shows everything there is to be shown of the sample dossier and calls
 * @func for each once it has settled. */
void gs_tour (GsWindowFixture *self,
              GsTourFunc       func,
              gpointer         data);

/* Calls @func for the pages alone, in a window of that width. */
void gs_tour_pages (GsWindowFixture *self,
                    int              width,
                    GsTourFunc       func,
                    gpointer         data);

G_END_DECLS
