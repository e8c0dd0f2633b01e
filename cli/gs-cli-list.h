/* gs-cli-list.h: what the six listing commands have in common.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-cli-workspace.h"

G_BEGIN_DECLS

/* Which filters a listing knows. */
typedef enum
{
  GS_CLI_BY_ARTICLE = 1 << 0,
  GS_CLI_BY_QUESTION = 1 << 1,
  GS_CLI_BY_TAG = 1 << 2,
  GS_CLI_BY_SOURCE = 1 << 3,
  GS_CLI_BY_LANGUAGE = 1 << 4,
  GS_CLI_BY_DATE = 1 << 5,
  GS_CLI_BY_TEXT = 1 << 6,
  GS_CLI_BY_STANCE = 1 << 7,
  GS_CLI_BY_GAPS = 1 << 8, /* --untagged, --unanswering, --orphaned */
  GS_CLI_BY_CONFLICT = 1 << 9,
  GS_CLI_BY_ORDER = 1 << 10,
} GsCliFilters;

typedef struct _GsCliList GsCliList;

/* Parses the options; @extra: (nullable): the command's own. NULL with @status. */
GsCliList *gs_cli_list_parse (GsCli               *self,
                              GsCliFilters         filters,
                              const GOptionEntry  *extra,
                              int                 *status);
/* Lists. @columns: the fields that text shows. */
int        gs_cli_list_show  (GsCli               *self,
                              GsCliList           *list,
                              const GsRecordType  *listing,
                              const char *const   *columns);
void       gs_cli_list_free  (GsCliList           *list);

/* Both, for commands that have no options of their own. */
int        gs_cli_list_run   (GsCli               *self,
                              const GsRecordType  *listing,
                              const char *const   *columns,
                              GsCliFilters         filters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsCliList, gs_cli_list_free)

G_END_DECLS
