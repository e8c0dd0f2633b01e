/* cmd-sources.c: gainsayctl sources: who speaks or publishes.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-list.h"

static const char *const columns[] = { "uuid", "kind", "grade", "claims", "name", NULL };

static int
run (GsCli *self)
{
  return gs_cli_list_run (self, &gs_source_listing_type, columns, GS_CLI_BY_TEXT | GS_CLI_BY_ORDER);
}

const GsCliCommand gs_cmd_sources = {
  "sources", "WORKSPACE", N_ ("List sources"), NULL, 1, 1, 1, run,
};
