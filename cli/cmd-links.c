/* cmd-links.c: gainsayctl links: how claims relate.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-list.h"

static const char *const columns[] = { "uuid", "kind", "origin", "verdict", "a_summary", "b_summary", NULL };

static int
run (GsCli *self)
{
  return gs_cli_list_run (self, &gs_link_listing_type, columns, GS_CLI_BY_QUESTION | GS_CLI_BY_ORDER);
}

const GsCliCommand gs_cmd_links = {
  "links", "WORKSPACE", N_ ("List links between claims"), NULL, 1, 1, 1, run,
};
