/* gs-application.h: the program.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GS_TYPE_APPLICATION (gs_application_get_type ())
G_DECLARE_FINAL_TYPE (GsApplication, gs_application, GS, APPLICATION, AdwApplication)

GsApplication *gs_application_new        (void);
/* Exit status of what went on after the command line had been taken in: a
 * local command line cannot be given its status later. */
int            gs_application_get_status (GsApplication *self);

G_END_DECLS
