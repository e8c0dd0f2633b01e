/* cmd-redo.c: gainsayctl redo: forward by one step.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-cli-workspace.h"

static int
redo (GsCli *self, GsWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *line = NULL;

  if (!gs_workspace_redo (workspace, &label, &error))
    return gs_cli_fail (self, self->args[0], error);

  line = gs_cli_escape (label);
  if (self->json)
    gs_cli_put_pair ("redone", label);
  else
    gs_cli_putf (_ ("Redone: %s\n"), line);

  return gs_cli_status (self);
}

static int
run (GsCli *self)
{
  g_autoptr (GsWorkspace) workspace = NULL;
  int status = GS_CLI_DONE;

  if (gs_cli_parse (self, NULL, &status) && (workspace = gs_cli_open (self, TRUE, &status)) != NULL)
    status = redo (self, workspace);

  return status;
}

const GsCliCommand gs_cmd_redo = {
  "redo", "WORKSPACE", N_ ("Do again what was undone"), NULL, 1, 1, 1, run,
};
