/* gs-thread-task.c: work on a thread of its own, for what lives on this one.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The thread lets go of a #GTask when its function has returned, which may be
 * after the callback. If the window has been closed by then, the task is the
 * last to hold it, and its widgets die on the wrong thread. What the task is
 * about is therefore held until it can be let go of where it belongs.
 */

#include "config.h"

#include "gs-thread-task.h"

typedef struct
{
  GObject *source; /* (nullable) */
  gpointer data;
  GDestroyNotify data_free;
} Held;

static void
held_free (Held *held)
{
  if (held->data_free != NULL)
    held->data_free (held->data);
  g_clear_object (&held->source);
  g_free (held);
}

static gboolean
let_go_cb (gpointer data)
{
  held_free (data);

  return G_SOURCE_REMOVE;
}

/* On whichever thread the task ends. */
static void
task_has_ended (gpointer data)
{
  if (g_main_context_is_owner (g_main_context_default ()))
    held_free (data);
  else
    g_idle_add_full (G_PRIORITY_DEFAULT, let_go_cb, data, NULL);
}

/**
 * gs_thread_task_run:
 * @source: (nullable): a #GObject of the main thread, which @callback gets
 * @cancellable: (nullable): to cancel with
 * @func: runs on another thread; @source is not to be changed by it
 * @data: (nullable): its data, which are those of the task as well
 * @data_free: (nullable): frees @data, on the main thread
 * @callback: (nullable): called on the main thread with the #GTask
 * @user_data: for @callback
 *
 * g_task_run_in_thread(), but that neither @source nor @data ever dies on the
 * other thread.
 */
void
gs_thread_task_run (gpointer source,
                    GCancellable *cancellable,
                    GTaskThreadFunc func,
                    gpointer data,
                    GDestroyNotify data_free,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  Held *held = g_new0 (Held, 1);

  held->source = source != NULL ? g_object_ref (source) : NULL;
  held->data = data;
  held->data_free = data_free;
  g_object_set_data_full (G_OBJECT (task), "gs-held", held, task_has_ended);
  g_task_set_task_data (task, data, NULL);
  g_task_run_in_thread (task, func);
}
