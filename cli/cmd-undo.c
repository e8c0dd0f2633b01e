/* cmd-undo.c: gainsayctl undo: back by one step.
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
undo (GsCli *self, GsWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *line = NULL;

  if (!gs_workspace_undo (workspace, &label, &error))
    return gs_cli_fail (self, self->args[0], error);

  line = gs_cli_escape (label);
  if (self->json)
    gs_cli_put_pair ("undone", label);
  else
    gs_cli_putf (_ ("Undone: %s\n"), line);

  return gs_cli_status (self);
}

static int
run (GsCli *self)
{
  g_autoptr (GsWorkspace) workspace = NULL;
  int status = GS_CLI_DONE;

  if (gs_cli_parse (self, NULL, &status) && (workspace = gs_cli_open (self, TRUE, &status)) != NULL)
    status = undo (self, workspace);

  return status;
}

const GsCliCommand gs_cmd_undo = {
  "undo", "WORKSPACE", N_ ("Undo the last thing done"), NULL, 1, 1, 1, run,
};
