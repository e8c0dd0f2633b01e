/* gs-settings.h: what the window remembers.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program runs without its settings schema (from a build folder, say): then
 * nothing is remembered, and every function here does nothing.
 */

#pragma once

#include <gio/gio.h>

#include "gs-listings.h"

G_BEGIN_DECLS

/* (transfer none) (nullable) */
GSettings    *gs_settings_get             (void);
void          gs_settings_bind            (const char         *key,
                                           gpointer            object,
                                           const char         *property);
/* (transfer full): "" without schema. */
char         *gs_settings_get_string      (const char         *key);
void          gs_settings_set_string      (const char         *key,
                                           const char         *value);

/* Paths of workspaces, latest first. (transfer full) */
char        **gs_settings_get_recent      (void);
void          gs_settings_add_recent      (const char         *path);

/* How a list was sorted and filtered. What names things of a workspace is only
 * given back for the workspace it was kept for. @path: (nullable). */
GsListFilter *gs_settings_load_filter     (const char         *key,
                                           const char         *path);
void          gs_settings_save_filter     (const char         *key,
                                           const char         *path,
                                           const GsListFilter *filter);

G_END_DECLS
