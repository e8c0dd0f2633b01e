/* cmd-source.c: gainsayctl source-merge and source-split: who is who.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-cli-workspace.h"
#include "gs-source-merge.h"

static int
perform (GsCli *self, GsWorkspace *workspace, GsAction *action, const char *uuid)
{
  int status = GS_CLI_DONE;

  if (!gs_cli_perform (self, workspace, action, &status))
    return status;
  if (self->json)
    gs_cli_put_pair ("source", uuid);
  else
    gs_cli_putf ("%s\n", uuid);

  return gs_cli_status (self);
}

/* UUIDs of what @ids mean, or as they are where @type is NULL. */
static gboolean
resolve_all (GsCli *self, GsWorkspace *workspace, const GsRecordType *type, char **ids, GPtrArray *uuids, int *status)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      char *uuid = type != NULL ? gs_cli_resolve (self, workspace, type, ids[i], status) : g_strdup (ids[i]);

      if (uuid == NULL)
        return FALSE;
      g_ptr_array_add (uuids, uuid);
    }

  return TRUE;
}

static int
run_merge (GsCli *self)
{
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GsAction) action = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *source = NULL;
  int status = GS_CLI_DONE;

  if (!gs_cli_parse (self, NULL, &status) || (workspace = gs_cli_open (self, TRUE, &status)) == NULL
      || (source = gs_cli_resolve (self, workspace, &gs_source_type, self->args[1], &status)) == NULL
      || !resolve_all (self, workspace, &gs_source_type, self->args + 2, others, &status))
    return status;

  action = gs_source_merge_to_action (workspace, source, others, &error);

  return action != NULL ? perform (self, workspace, action, source) : gs_cli_fail (self, self->args[1], error);
}

static int
split_off (GsCli *self, GsWorkspace *workspace, GsSourceSplit *split)
{
  g_autofree char *uuid = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GsAction) action = gs_source_split_to_action (workspace, split, &uuid, &error);

  return action != NULL ? perform (self, workspace, action, uuid) : gs_cli_fail (self, self->args[1], error);
}

static int
run_split (GsCli *self)
{
  g_auto (GStrv) claims = NULL, aliases = NULL, parties = NULL, ratings = NULL, members = NULL;
  const GOptionEntry entries[] = {
    { "claim", 'c', 0, G_OPTION_ARG_STRING_ARRAY, &claims, N_ ("A claim whose hops are the new one's; repeats"),
      N_ ("CLAIM") },
    { "alias", 'a', 0, G_OPTION_ARG_STRING_ARRAY, &aliases, N_ ("A name that is the new one's; repeats"), N_ ("NAME") },
    { "affiliation", 0, 0, G_OPTION_ARG_STRING_ARRAY, &parties, N_ ("A party that is the new one's; repeats"),
      N_ ("SOURCE") },
    { "rating", 0, 0, G_OPTION_ARG_STRING_ARRAY, &ratings, N_ ("A rating that is the new one's, by its time; repeats"),
      N_ ("TIME") },
    { "member", 0, 0, G_OPTION_ARG_STRING_ARRAY, &members,
      N_ ("A source that is part of or affiliated to the new one; repeats"), N_ ("SOURCE") },
    { NULL },
  };
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autoptr (GsSourceSplit) split = NULL;
  g_autofree char *source = NULL;
  int status = GS_CLI_DONE;

  if (!gs_cli_parse (self, entries, &status) || (workspace = gs_cli_open (self, TRUE, &status)) == NULL
      || (source = gs_cli_resolve (self, workspace, &gs_source_type, self->args[1], &status)) == NULL)
    return status;

  split = gs_source_split_new (source, self->args[2]);
  if (!resolve_all (self, workspace, &gs_claim_type, claims, split->claims, &status)
      || !resolve_all (self, workspace, NULL, aliases, split->aliases, &status)
      || !resolve_all (self, workspace, &gs_source_type, parties, split->affiliations, &status)
      || !resolve_all (self, workspace, NULL, ratings, split->ratings, &status)
      || !resolve_all (self, workspace, &gs_source_type, members, split->members, &status))
    return status;

  return split_off (self, workspace, split);
}

const GsCliCommand gs_cmd_source_merge = {
  "source-merge",
  "WORKSPACE SOURCE SOURCE…",
  N_ ("Make several sources one"),
  N_ ("What the others said, their names, affiliations and ratings become the first\n"
      "one's, and they go. “undo” takes it back."),
  3,
  G_MAXUINT,
  1,
  run_merge,
};

const GsCliCommand gs_cmd_source_split = {
  "source-split",
  "WORKSPACE SOURCE NAME",
  N_ ("Make one source two"),
  N_ ("NAME is what the new one is called; the options say what it takes along."),
  3,
  3,
  1,
  run_split,
};
