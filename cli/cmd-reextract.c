/* cmd-reextract.c: gainsayctl reextract: an article read anew from its own bytes.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-cli-workspace.h"
#include "gs-reextract.h"

static int
reextract (GsCli *self, GsWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *article = gs_workspace_resolve (workspace, &gs_article_type, self->args[1], &error);
  g_autofree char *label = NULL;

  if (article == NULL || !gs_reextract (workspace, article, &label, &error))
    return gs_cli_fail (self, self->args[1], error);

  if (self->json)
    gs_cli_put_pair (label != NULL ? "revised" : "unchanged", article);
  else
    gs_cli_putf (label != NULL ? _ ("A new revision of %s\n") : _ ("Nothing new in %s\n"), article);

  return gs_cli_status (self);
}

static int
run (GsCli *self)
{
  g_autoptr (GsWorkspace) workspace = NULL;
  int status = GS_CLI_DONE;

  if (gs_cli_parse (self, NULL, &status) && (workspace = gs_cli_open (self, TRUE, &status)) != NULL)
    status = reextract (self, workspace);

  return status;
}

const GsCliCommand gs_cmd_reextract = {
  "reextract", "WORKSPACE ARTICLE", N_ ("Read an article anew from its own bytes"), NULL, 2, 2, 1, run,
};
