/* gs-notify.h: short messages to the analyst, from any widget.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page does not know its window; the nearest AdwToastOverlay around it shows
 * the message. Nothing happens where there is none.
 */

#pragma once

#include <adwaita.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

/* What most messages need to be read. */
#define GS_NOTIFY_SECONDS 5

void gs_notify       (GtkWidget    *widget,
                      const char   *message);
/* Says @error in a toast; nothing for a cancelled operation. @what: (nullable)
 * what did not work: "The article could not be removed". */
void gs_notify_error (GtkWidget    *widget,
                      const char   *what,
                      const GError *error);
/* With a button that does something about it. @target: (nullable)
 * (transfer floating); @seconds: 0 until it is closed. */
void gs_notify_offer (GtkWidget    *widget,
                      const char   *message,
                      const char   *button,
                      const char   *action,
                      GVariant     *target,
                      guint         seconds);
/* With an Undo button, for as long as the step of the history with that label
 * is the last one: it goes when another step is made or this one is undone,
 * here or by another program. A newer one takes its place. */
void gs_notify_undo  (GtkWidget    *widget,
                      GsWorkspace  *workspace,
                      const char   *label,
                      const char   *message);

G_END_DECLS
