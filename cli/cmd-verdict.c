/* cmd-verdict.c: gainsayctl verdict: the analyst decides on a link.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-cli-workspace.h"
#include "gs-conflicts.h"

typedef struct
{
  int verdict;
  char *as;
  char *reason;
  char *note;
} Decision;

/* Contradictions and tensions are pairs, suggested by a rule and stored with
 * their verdict; what they judge is kept with it. */
static GsLinkRecord *
decide_pair (GsCli *self, GsPair *pair, const Decision *decision, int *status)
{
  int kind = pair->type;

  if (!gs_cli_word (self, &gs_link_kinds, "--as", decision->as, &kind, status))
    return NULL;

  return gs_pair_to_link (pair, kind, decision->verdict, decision->reason != NULL ? decision->reason : pair->reason,
                          decision->note != NULL ? decision->note : pair->note);
}

static GsLinkRecord *
decide_stored (GsCli *self, GsWorkspace *workspace, const char *uuid, const Decision *decision, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsLinkRecord) link = gs_workspace_load (workspace, &gs_link_type, uuid, &error);

  if (link == NULL)
    {
      *status = gs_cli_fail (self, uuid, error);
      return NULL;
    }

  if (!gs_cli_word (self, &gs_link_kinds, "--as", decision->as, &link->kind, status))
    return NULL;

  link->verdict = decision->verdict;
  if (decision->reason != NULL)
    {
      g_free (link->reason);
      link->reason = g_strdup (decision->reason);
    }
  if (decision->note != NULL)
    {
      g_free (link->note);
      link->note = g_strdup (decision->note);
    }

  return g_steal_pointer (&link);
}

static GsLinkRecord *
decide (GsCli *self, GsWorkspace *workspace, const Decision *decision, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = gs_workspace_resolve (workspace, &gs_link_type, self->args[1], &error);
  g_autoptr (GsPair) pair = NULL;

  /* A suggestion that nobody has judged yet is not stored. */
  if (uuid == NULL && !g_error_matches (error, GS_ERROR, GS_ERROR_NOT_FOUND))
    {
      *status = gs_cli_fail (self, self->args[1], error);
      return NULL;
    }

  g_clear_error (&error);
  pair = gs_conflicts_find_pair (workspace, uuid != NULL ? uuid : self->args[1], &error);
  if (pair != NULL)
    return decide_pair (self, pair, decision, status);
  if (uuid != NULL && g_error_matches (error, GS_ERROR, GS_ERROR_NOT_FOUND))
    return decide_stored (self, workspace, uuid, decision, status);

  *status = gs_cli_fail (self, self->args[1], error);

  return NULL;
}

static int
save (GsCli *self, GsWorkspace *workspace, const Decision *decision)
{
  static const char *const labels[] = { N_ ("Take verdict back"), N_ ("Confirm link"), N_ ("Dismiss link") };
  int status = GS_CLI_DONE;
  g_autoptr (GsLinkRecord) link = decide (self, workspace, decision, &status);
  g_autoptr (GsAction) action = NULL;
  const char *uuid;

  if (link == NULL)
    return status;

  action = gs_action_new (_ (labels[decision->verdict]));
  uuid = gs_action_save (action, &gs_link_type, link);
  if (!gs_cli_perform (self, workspace, action, &status))
    return status;

  if (self->json)
    gs_cli_put_pair ("link", uuid);
  else
    gs_cli_putf ("%s\n", uuid);

  return gs_cli_status (self);
}

static int
run (GsCli *self)
{
  Decision decision = { 0 };
  g_autofree char *as = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why, above all when dismissing"), N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("A note on the link"), N_ ("TEXT") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &as, N_ ("As what it is confirmed"), "contradicts|tension" },
    { NULL },
  };
  g_autoptr (GsWorkspace) workspace = NULL;
  int status = GS_CLI_DONE;

  if (!gs_cli_parse (self, entries, &status)
      || !gs_cli_word (self, &gs_verdicts, "VERDICT", self->args[2], &decision.verdict, &status))
    return status;

  decision.as = as;
  decision.reason = reason;
  decision.note = note;
  if ((workspace = gs_cli_open (self, TRUE, &status)) != NULL)
    status = save (self, workspace, &decision);

  return status;
}

const GsCliCommand gs_cmd_verdict = {
  "verdict",
  "WORKSPACE LINK confirmed|dismissed|undecided",
  N_ ("Decide on a link"),
  N_ ("LINK is the UUID that “links” or “conflicts --pairs” gives."),
  3,
  3,
  1,
  run,
};
