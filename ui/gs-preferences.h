/* gs-preferences.h: what the analyst may have differently.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GS_TYPE_PREFERENCES (gs_preferences_get_type ())
G_DECLARE_FINAL_TYPE (GsPreferences, gs_preferences, GS, PREFERENCES, AdwPreferencesWindow)

/* @parent: (nullable). Everything is stored as soon as it is changed. */
GtkWidget *gs_preferences_new (GtkWindow *parent);

G_END_DECLS
