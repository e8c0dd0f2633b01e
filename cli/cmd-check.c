/* cmd-check.c: gainsayctl check: is everything as it should be?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-cli-workspace.h"

static void
put_json (const GPtrArray *findings)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_boolean_member (object, "clean", findings->len == 0);
  json_object_set_member (object, "findings", gs_texts_to_json (findings));
  json_node_take_object (node, object);
  gs_cli_put_json (node, FALSE);
}

static int
check (GsCli *self, GsWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = gs_workspace_check (workspace, &error);

  if (findings == NULL)
    return gs_cli_fail (self, self->args[0], error);

  for (guint i = 0; i < findings->len; i++)
    gs_cli_refuse (self, self->args[0], findings->pdata[i]);

  if (self->json)
    put_json (findings);
  else if (findings->len == 0)
    gs_cli_put (_ ("Everything is as it should be.\n"));

  return gs_cli_status (self);
}

static int
run (GsCli *self)
{
  g_autoptr (GsWorkspace) workspace = NULL;
  int status = GS_CLI_DONE;

  if (gs_cli_parse (self, NULL, &status) && (workspace = gs_cli_open (self, FALSE, &status)) != NULL)
    status = check (self, workspace);

  return status;
}

const GsCliCommand gs_cmd_check = {
  "check",
  "WORKSPACE",
  N_ ("Check the workspace"),
  N_ ("Looks at SQLite's integrity, references, every quote against its text, hashes and\n"
      "the search index. Each finding is one line on standard error."),
  1,
  1,
  1,
  run,
};
