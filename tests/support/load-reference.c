/* load-reference.c: makes a workspace of the reference annotation, to look at.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reference.h"

int
main (int argc, char *argv[])
{
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("Usage: %s WORKSPACE SEEDS\n", argv[0]);
      return 2;
    }

  if (gs_workspace_create (argv[1], "Drones", &error))
    workspace = gs_workspace_open (argv[1], GS_OPEN_READ_WRITE, &error);
  if (workspace != NULL && gs_reference_load (workspace, argv[2], &error))
    return 0;

  g_printerr ("%s\n", error->message);

  return 1;
}
