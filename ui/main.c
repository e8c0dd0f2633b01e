/* main.c: starts the workbench.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-application.h"
#include "gs-locale.h"

int
main (int argc, char *argv[])
{
  g_autoptr (GsApplication) application = NULL;
  int status;

  gs_locale_init ();
  g_set_application_name ("Gainsay");

  application = gs_application_new ();

  status = g_application_run (G_APPLICATION (application), argc, argv);

  return status != 0 ? status : gs_application_get_status (application);
}
