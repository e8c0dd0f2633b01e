/* first-frame.c: when a program's window is first drawn.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints a line when the first frame has been drawn, and one when the first
 * has been drawn that shows what it should, and ends the program:
 *
 *     frame MONOTONIC PROCESSOR
 *     ready MONOTONIC PROCESSOR
 *
 * both in microseconds; the processor's time is the main thread's, from exec() on.
 */

#include "config.h"

#include "first-frame.h"

#include <stdlib.h>
#include <time.h>

static FirstFrameFunc ready;
static gboolean drawn;

static void
say (const char *what)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  g_print ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", what, g_get_monotonic_time (),
           (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000);
}

static void
frame_drawn_cb (GtkWindow *window)
{
  if (!drawn)
    say ("frame");
  drawn = TRUE;

  if (ready != NULL && !ready (window))
    return;

  say ("ready");
  exit (0);
}

static void
realized_cb (GtkWindow *window)
{
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                            G_CALLBACK (frame_drawn_cb), window);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
}

/**
 * first_frame_watch:
 * @application: not yet run
 * @is_ready: (nullable): whether what was drawn is what was asked for; %NULL: any frame is
 */
void
first_frame_watch (GtkApplication *application, FirstFrameFunc is_ready)
{
  ready = is_ready;
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
}
