/* cmd-articles.c: gainsayctl articles: what was imported.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-list.h"

static const char *const columns[] = { "uuid", "language", "published_lo", "claims", "outlet", "title", NULL };

static int
run (GsCli *self)
{
  return gs_cli_list_run (self, &gs_article_listing_type, columns,
                          GS_CLI_BY_LANGUAGE | GS_CLI_BY_DATE | GS_CLI_BY_TEXT | GS_CLI_BY_TAG | GS_CLI_BY_SOURCE
                            | GS_CLI_BY_QUESTION | GS_CLI_BY_ORDER);
}

const GsCliCommand gs_cmd_articles = {
  "articles", "WORKSPACE", N_ ("List articles"), NULL, 1, 1, 1, run,
};
