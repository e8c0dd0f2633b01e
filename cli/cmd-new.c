/* cmd-new.c: gainsayctl new: an empty workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-workspace.h"

static int
create (GsCli *self, const char *title)
{
  g_autofree char *name = g_filename_display_name (self->args[0]);
  g_autoptr (GError) error = NULL;

  if (!gs_workspace_create (self->args[0], title, &error))
    return gs_cli_fail (self, self->args[0], error);

  if (self->json)
    gs_cli_put_pair ("new", name);

  return gs_cli_status (self);
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
