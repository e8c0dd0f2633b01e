/* load-naughty.c: makes a workspace of texts that break writers, to look at.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "../app/report/memory-report.h"

#define RECORDS 12 /* of each type */

int
main (int argc, char *argv[])
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20221105);
  g_autoptr (GsMemoryReport) report = gs_memory_report_random (rand, RECORDS);
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    {
      g_printerr ("Usage: %s WORKSPACE\n", argv[0]);
      return 2;
    }

  gs_memory_report_tame (report);
  if (gs_workspace_create (argv[1], "<b>&amp;]]>\u202e", &error))
    workspace = gs_workspace_open (argv[1], GS_OPEN_READ_WRITE, &error);
  if (workspace != NULL && gs_memory_report_load (report, workspace, &error))
    return 0;

  g_printerr ("%s\n", error->message);

  return 1;
}
