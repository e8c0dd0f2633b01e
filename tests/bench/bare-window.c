/* bare-window.c: the least that a libadwaita program can be.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bare-window WIDTH HEIGHT
 *
 * A header bar with the window's title, as every window has, and nothing else.
 */

#include "config.h"

#include <stdlib.h>

#include "first-frame.h"

static int width, height;

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), "Empty");
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new ("org.gainsay.Bare", G_APPLICATION_NON_UNIQUE);

  if (argc != 3)
    return 2;

  width = atoi (argv[1]);
  height = atoi (argv[2]);
  first_frame_watch (GTK_APPLICATION (application), NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
