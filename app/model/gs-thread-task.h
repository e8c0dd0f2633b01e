/* gs-thread-task.h: work on a thread of its own, for what lives on this one.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void gs_thread_task_run (gpointer             source,
                         GCancellable        *cancellable,
                         GTaskThreadFunc      func,
                         gpointer             data,
                         GDestroyNotify       data_free,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data);

G_END_DECLS
