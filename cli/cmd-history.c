/* cmd-history.c: gainsayctl history: what was done.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-table.h"
#include "gs-cli-workspace.h"

static const char *const columns[] = { "id", "at", "annotator", "undone", "label", NULL };

static int
list (GsCli *self, GsWorkspace *workspace, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = gs_workspace_history (workspace, limit, &error);
  g_autoptr (GsCliTable) table = NULL;

  if (entries == NULL)
    return gs_cli_fail (self, self->args[0], error);

  table = gs_cli_table_new (self, &gs_history_listing_type, columns);
  for (guint i = 0; i < entries->len; i++)
    gs_cli_table_add (table, entries->pdata[i]);

  return gs_cli_status (self);
}

static int
run (GsCli *self)
{
  int limit = 0;
  const GOptionEntry entries[] = {
    { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many, the newest"), N_ ("N") },
    { NULL },
  };
  g_autoptr (GsWorkspace) workspace = NULL;
  int status = GS_CLI_DONE;

  if (!gs_cli_parse (self, entries, &status))
    return status;
  if (limit < 0)
    return gs_cli_usage (self, _ ("--limit is less than nothing"));
  if ((workspace = gs_cli_open (self, FALSE, &status)) != NULL)
    status = list (self, workspace, limit > 0 ? (guint) limit : G_MAXUINT);

  return status;
}

const GsCliCommand gs_cmd_history = {
  "history", "WORKSPACE", N_ ("List what was done, newest first"), NULL, 1, 1, 1, run,
};
