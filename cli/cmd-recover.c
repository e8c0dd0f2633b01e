/* cmd-recover.c: gainsayctl recover: a damaged workspace, made into a new one.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-recovery.h"

static void
put_json (const GsRecovery *recovery)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_boolean_member (object, "whole", recovery->whole);
  json_object_set_int_member (object, "pages", recovery->pages);
  json_object_set_int_member (object, "bad", recovery->bad);
  json_object_set_int_member (object, "unplaced", recovery->unplaced);
  json_object_set_member (object, "kinds", gs_records_to_json (&gs_recovered_listing_type, recovery->kinds));
  json_node_take_object (node, object);
  gs_cli_put_json (node, FALSE);
}

/* What was kept goes to standard output; that something was not is a refusal,
 * so that a script hears of it. */
static void
put_text (const GsRecovery *recovery)
{
  g_autoptr (GPtrArray) lines = gs_recovery_describe (recovery);

  for (guint i = 0; i < lines->len; i++)
    gs_cli_putf ("%s\n", (const char *) lines->pdata[i]);
}

static int
recover (GsCli *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsRecovery) recovery = gs_recover (self->args[0], self->args[1], NULL, NULL, NULL, &error);

  if (recovery == NULL)
    return gs_cli_fail (self, g_error_matches (error, GS_ERROR, GS_ERROR_EXISTS) ? self->args[1] : self->args[0],
                        error);

  if (self->json)
    put_json (recovery);
  else
    put_text (recovery);
  if (!recovery->whole)
    gs_cli_refuse (self, self->args[0], _ ("Some of it could not be read, or had to be mended."));

  return gs_cli_status (self);
}

static int
run (GsCli *self)
{
  int status = GS_CLI_DONE;

  return gs_cli_parse (self, NULL, &status) ? recover (self) : status;
}

const GsCliCommand gs_cmd_recover = {
  "recover",
  "DAMAGED NEW",
  N_ ("Make a new workspace of what can be read of a damaged one"),
  N_ ("The damaged file is only read and stays as it is. All that can be read is in the\n"
      "new one; what is lost and others refer to is replaced by a stand-in that says so.\n"
      "Exit status 1 means that something was lost or had to be mended."),
  2,
  2,
  2,
  run,
};
