/* gs-message.h: a dialog that says something and asks at most one thing.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An AdwMessageDialog, not yet presented, whose heading may be as long as it is
 * in any language. @body: (nullable). */
GtkWidget *gs_message_new (GtkWindow  *parent,
                           const char *heading,
                           const char *body);

G_END_DECLS
