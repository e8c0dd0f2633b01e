/* cmd-claims.c: gainsayctl claims: who says what.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-list.h"

static const char *const columns[] = { "uuid",          "stance", "certainty", "language", "chain",
                                       "question_text", "value",  "summary",   NULL };

static int
run (GsCli *self)
{
  return gs_cli_list_run (self, &gs_claim_listing_type, columns,
                          GS_CLI_BY_ARTICLE | GS_CLI_BY_QUESTION | GS_CLI_BY_TAG | GS_CLI_BY_SOURCE | GS_CLI_BY_LANGUAGE
                            | GS_CLI_BY_DATE | GS_CLI_BY_TEXT | GS_CLI_BY_STANCE | GS_CLI_BY_GAPS | GS_CLI_BY_ORDER);
}

const GsCliCommand gs_cmd_claims = {
  "claims", "WORKSPACE", N_ ("List claims"), NULL, 1, 1, 1, run,
};
