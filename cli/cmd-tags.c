/* cmd-tags.c: gainsayctl tags: the tree of labels.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-list.h"

static const char *const columns[] = { "uuid", "colour", "claims", "path", NULL };

static int
run (GsCli *self)
{
  return gs_cli_list_run (self, &gs_tag_listing_type, columns, GS_CLI_BY_TEXT | GS_CLI_BY_ORDER);
}

const GsCliCommand gs_cmd_tags = {
  "tags", "WORKSPACE", N_ ("List tags"), NULL, 1, 1, 1, run,
};
