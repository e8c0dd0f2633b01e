/* gs-closing.c: windows that are closed while something is under way.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-closing.h"

/**
 * gs_hold_program:
 *
 * Keeps the program from ending.
 */
void
gs_hold_program (void)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    g_application_hold (application);
}

/**
 * gs_release_program:
 *
 * What it was held for has been done.
 */
void
gs_release_program (void)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    g_application_release (application);
}

/**
 * gs_window_is_closed:
 * @window: (type GtkWindow): a window
 *
 * Returns: whether it was destroyed, so that nothing need be shown in it
 */
gboolean
gs_window_is_closed (gpointer window)
{
  g_autoptr (GList) all = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (window), TRUE);

  all = gtk_window_list_toplevels ();

  return g_list_find (all, window) == NULL;
}
