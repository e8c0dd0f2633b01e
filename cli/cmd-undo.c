/* cmd-undo.c: gainsayctl undo and redo: one step back, one step forward.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-cli-workspace.h"

typedef struct
{
  gboolean (*step) (GsWorkspace *workspace, char **label, GError **error);
  const char *key;
  const char *line; /* says what was done with the label, to be translated */
} Direction;

static const Direction back = { gs_workspace_undo, "undone", N_ ("Undone: %s\n") };
static const Direction forward = { gs_workspace_redo, "redone", N_ ("Redone: %s\n") };

static int
step (GsCli *self, GsWorkspace *workspace, const Direction *direction)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *escaped = NULL;

  if (!direction->step (workspace, &label, &error))
    return gs_cli_fail (self, self->args[0], error);

  escaped = gs_cli_escape (label);
  if (self->json)
    gs_cli_put_pair (direction->key, label);
  else
    gs_cli_putf (_ (direction->line), escaped);

  return gs_cli_status (self);
}

static int
run (GsCli *self, const Direction *direction)
{
  g_autoptr (GsWorkspace) workspace = NULL;
  int status = GS_CLI_DONE;

  if (gs_cli_parse (self, NULL, &status) && (workspace = gs_cli_open (self, TRUE, &status)) != NULL)
    status = step (self, workspace, direction);

  return status;
}

static int
run_undo (GsCli *self)
{
  return run (self, &back);
}

static int
run_redo (GsCli *self)
{
  return run (self, &forward);
}

const GsCliCommand gs_cmd_undo = {
  "undo", "WORKSPACE", N_ ("Undo the last thing done"), NULL, 1, 1, 1, run_undo,
};

const GsCliCommand gs_cmd_redo = {
  "redo", "WORKSPACE", N_ ("Do again what was undone"), NULL, 1, 1, 1, run_redo,
};
