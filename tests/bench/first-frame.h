/* first-frame.h: when a program's window is first drawn.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef gboolean (*FirstFrameFunc) (GtkWindow *window);

void first_frame_watch (GtkApplication *application, FirstFrameFunc is_ready);

G_END_DECLS
