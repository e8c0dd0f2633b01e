/* cmd-backup.c: gainsayctl backup, backups and restore.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-backup.h"
#include "gs-cli-commands.h"
#include "gs-cli-file.h"
#include "gs-cli-output.h"
#include "gs-cli-table.h"

static const char *const columns[] = { "name", "at", "reason", "size", "articles", "claims", NULL };

static void
tell (GsCli *self, const char *key, const char *path, const char *line)
{
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;
  g_autofree char *escaped = gs_cli_escape (shown != NULL ? shown : "");

  if (self->json)
    gs_cli_put_pair (key, shown);
  else
    gs_cli_putf (line, escaped);
}

/* backup ------------------------------------------------------------------------ */

static int
run_backup (GsCli *self)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Save a copy there instead; never over a file"),
      N_ ("FILE") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *made = NULL;
  gboolean done;
  int status = GS_CLI_DONE;

  if (!gs_cli_parse (self, entries, &status))
    return status;

  if (output != NULL)
    done = gs_backup_copy (self->args[0], output, NULL, &error);
  else
    done = gs_backup_make (self->args[0], GS_BACKUP_ASKED, &made, NULL, &error);
  if (!done)
    return gs_cli_fail (self, self->args[0], error);

  tell (self, "backup", output != NULL ? output : made, "%s\n");

  return gs_cli_status (self);
}

const GsCliCommand gs_cmd_backup = {
  "backup",
  "WORKSPACE",
  N_ ("Make a backup, or save a copy"),
  N_ ("The backup is of one state of the workspace, whoever writes to it meanwhile, and is\n"
      "read again before it counts. Tells its path. GAINSAY_BACKUPS names the folder that\n"
      "holds the backups of all workspaces, if not gainsay/backups in the user's data."),
  1,
  1,
  1,
  run_backup,
};

/* backups ----------------------------------------------------------------------- */

static int
run_backups (GsCli *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GsCliTable) table = NULL;
  int status = GS_CLI_DONE;

  if (!gs_cli_parse (self, NULL, &status))
    return status;

  backups = gs_backup_list (self->args[0], &error);
  if (backups == NULL)
    return gs_cli_fail (self, self->args[0], error);

  table = gs_cli_table_new (self, &gs_backup_listing_type, columns);
  for (guint i = 0; i < backups->len; i++)
    gs_cli_table_add (table, backups->pdata[i]);

  return gs_cli_status (self);
}

const GsCliCommand gs_cmd_backups = {
  "backups",
  "WORKSPACE",
  N_ ("List the backups of a workspace, newest first"),
  N_ ("The workspace may be damaged or gone."),
  1,
  1,
  1,
  run_backups,
};

/* restore ----------------------------------------------------------------------- */

static int
restore (GsCli *self, const char *backup, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;
  gboolean done;

  if (output != NULL)
    done = gs_backup_copy (backup, output, NULL, &error);
  else
    done = gs_backup_restore (backup, self->args[0], &aside, NULL, &error);
  if (!done)
    return gs_cli_fail (self, self->args[0], error);

  if (output != NULL)
    tell (self, "restored", output, "%s\n");
  else if (self->json || aside != NULL)
    tell (self, "aside", aside, _ ("What was there before: %s\n"));

  return gs_cli_status (self);
}

static int
run_restore (GsCli *self)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("Make a workspace of it there, and leave WORKSPACE alone; never over a file"), N_ ("FILE") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;
  int status = GS_CLI_DONE;

  if (!gs_cli_parse (self, entries, &status))
    return status;

  backup = gs_backup_find (self->args[0], self->args[1], &error);
  if (backup == NULL)
    return gs_cli_fail (self, self->args[0], error);

  return restore (self, backup, output);
}

const GsCliCommand gs_cmd_restore = {
  "restore",
  "WORKSPACE BACKUP",
  N_ ("Make a workspace what it was when a backup was made"),
  N_ ("BACKUP is a name that “backups” lists, the path of a workspace file, or “latest”.\n"
      "What the workspace is now is backed up first; of a damaged one every byte is put\n"
      "aside. Programs that have it open see it change."),
  2,
  2,
  2,
  run_restore,
};
