/* cmd-link.c: gainsayctl link: how two claims relate.
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
save (GsCli *self, GsWorkspace *workspace, GsLinkRecord *link)
{
  g_autoptr (GsAction) action = gs_action_new (_ ("Link claims"));
  const char *uuid = gs_action_save (action, &gs_link_type, link);
  int status = GS_CLI_DONE;

  if (!gs_cli_perform (self, workspace, action, &status))
    return status;

  if (self->json)
    gs_cli_put_pair ("link", uuid);
  else
    gs_cli_putf ("%s\n", uuid);

  return gs_cli_status (self);
}

static int
run_with (GsCli *self, const char *note)
{
  g_autoptr (GsLinkRecord) link = gs_record_new (&gs_link_type);
  g_autoptr (GsWorkspace) workspace = NULL;
  int status = GS_CLI_DONE;

  if (!gs_cli_word (self, &gs_link_kinds, "KIND", self->args[2], &link->kind, &status)
      || (workspace = gs_cli_open (self, TRUE, &status)) == NULL
      || (link->a = gs_cli_resolve (self, workspace, &gs_claim_type, self->args[1], &status)) == NULL
      || (link->b = gs_cli_resolve (self, workspace, &gs_claim_type, self->args[3], &status)) == NULL)
    return status;

  if (g_str_equal (link->a, link->b))
    {
      gs_cli_refuse (self, self->args[3], _ ("a claim cannot be linked to itself"));
      return GS_CLI_REFUSED;
    }

  link->origin = GS_LINK_BY_ANALYST;
  link->note = g_strdup (note);

  return save (self, workspace, link);
}

static int
run (GsCli *self)
{
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = {
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("Why"), N_ ("TEXT") },
    { NULL },
  };
  int status = GS_CLI_DONE;

  return gs_cli_parse (self, entries, &status) ? run_with (self, note) : status;
}

const GsCliCommand gs_cmd_link = {
  "link",
  "WORKSPACE CLAIM KIND CLAIM",
  N_ ("Link two claims"),
  N_ ("KIND is contradicts, tension, denies, supports, refines, duplicates, supersedes,\n"
      "corrects, explains, undercuts or derived-from; or same-origin or\n"
      "independent-origin, which “origins” goes by."),
  4,
  4,
  1,
  run,
};
