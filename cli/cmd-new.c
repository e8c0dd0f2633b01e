/* cmd-new.c: gainsayctl new: an empty workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-cli-workspace.h"

/* The UUID is in the file, so the file is asked. */
static int
put_uuid (GsCli *self)
{
  int status = GS_CLI_DONE;
  g_autoptr (GsWorkspace) workspace = gs_cli_open (self, FALSE, &status);
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;

  if (workspace == NULL)
    return status;

  uuid = gs_workspace_get_meta (workspace, "uuid", &error);
  if (error != NULL)
    return gs_cli_fail (self, self->args[0], error);

  gs_cli_put_pair ("workspace", uuid);

  return gs_cli_status (self);
}

static int
create (GsCli *self, const char *title)
{
  g_autoptr (GError) error = NULL;

  if (!gs_workspace_create (self->args[0], title, &error))
    return gs_cli_fail (self, self->args[0], error);

  return self->json ? put_uuid (self) : gs_cli_status (self);
}

static int
run (GsCli *self)
{
  g_autofree char *title = NULL;
  const GOptionEntry entries[] = {
    { "title", 't', 0, G_OPTION_ARG_STRING, &title, N_ ("What the investigation is called"), N_ ("TITLE") },
    { NULL },
  };
  int status = GS_CLI_DONE;

  return gs_cli_parse (self, entries, &status) ? create (self, title) : status;
}

const GsCliCommand gs_cmd_new = {
  "new", "FILE", N_ ("Make an empty workspace"), N_ ("Refuses to overwrite a file."), 1, 1, 1, run,
};
