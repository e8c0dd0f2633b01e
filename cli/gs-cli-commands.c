/* gs-cli-commands.c: the table of commands.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-cli-commands.h"

/* In the order in which an analyst meets them. */
/* clang-format off */
const GsCliCommand *const gs_cli_commands[] = {
  &gs_cmd_new,
  &gs_cmd_import,
  &gs_cmd_extract,
  &gs_cmd_reextract,
  &gs_cmd_analyse,
  &gs_cmd_articles,
  &gs_cmd_claims,
  &gs_cmd_sources,
  &gs_cmd_tags,
  &gs_cmd_questions,
  &gs_cmd_links,
  &gs_cmd_similar,
  &gs_cmd_show,
  &gs_cmd_claim,
  &gs_cmd_link,
  &gs_cmd_verdict,
  &gs_cmd_source_merge,
  &gs_cmd_source_split,
  &gs_cmd_conflicts,
  &gs_cmd_origins,
  &gs_cmd_agreement,
  &gs_cmd_search,
  &gs_cmd_export,
  &gs_cmd_merge,
  &gs_cmd_history,
  &gs_cmd_undo,
  &gs_cmd_redo,
  &gs_cmd_backup,
  &gs_cmd_backups,
  &gs_cmd_restore,
  &gs_cmd_check,
  &gs_cmd_recover,
  NULL,
};
/* clang-format on */

/**
 * gs_cli_find_command:
 * @name: a word
 *
 * Returns: (transfer none) (nullable): the command of that name
 */
const GsCliCommand *
gs_cli_find_command (const char *name)
{
  for (guint i = 0; gs_cli_commands[i] != NULL; i++)
    {
      if (g_str_equal (gs_cli_commands[i]->name, name))
        return gs_cli_commands[i];
    }

  return NULL;
}
