/* gs-cli-workspace.c: the workspace a command works on.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-cli-workspace.h"

#include <glib/gi18n.h>

static GsWorkspace *
open_as (GsCli *self, GsOpenMode mode, int *status)
{
  g_autoptr (GError) error = NULL;
  GsWorkspace *workspace;

  workspace = gs_workspace_open (self->args[0], mode, &error);
  if (workspace == NULL)
    {
      gs_cli_refuse (self, self->args[0], error->message);
      *status = GS_CLI_CANNOT_OPEN;
      return NULL;
    }

  if (self->annotator != NULL)
    gs_workspace_set_annotator (workspace, self->annotator);

  return workspace;
}

/**
 * gs_cli_open:
 * @self: the call; its first argument is the workspace
 * @to_write: whether the command changes it
 * @status: (out): exit status, on failure
 *
 * Returns: (transfer full) (nullable): the workspace, or %NULL after saying why not
 */
GsWorkspace *
gs_cli_open (GsCli *self, gboolean to_write, int *status)
{
  return open_as (self, to_write ? GS_OPEN_READ_WRITE : GS_OPEN_READ_ONLY, status);
}

/**
 * gs_cli_open_best:
 * @self: a command
 * @status: (out): %GS_CLI_CANNOT_OPEN when it cannot be opened
 *
 * For commands that only read, but can keep what they have worked out.
 *
 * Returns: (transfer full) (nullable): the workspace, for reading only where it cannot be
 *   written; %NULL once the reason has been told
 */
GsWorkspace *
gs_cli_open_best (GsCli *self, int *status)
{
  return open_as (self, GS_OPEN_BEST, status);
}

/**
 * gs_cli_resolve:
 * @self: the call
 * @workspace: the workspace
 * @type: what kind of thing
 * @id: UUID, beginning of a UUID, or name
 * @status: (out): exit status, on failure
 *
 * Returns: (transfer full) (nullable): the UUID, or %NULL after saying why not
 */
char *
gs_cli_resolve (GsCli *self, GsWorkspace *workspace, const GsRecordType *type, const char *id, int *status)
{
  g_autoptr (GError) error = NULL;
  char *uuid = gs_workspace_resolve (workspace, type, id, &error);

  if (uuid == NULL)
    *status = gs_cli_fail (self, id, error);

  return uuid;
}

/**
 * gs_cli_perform:
 * @self: the call; its first argument is the workspace
 * @workspace: the workspace
 * @action: what to do
 * @status: (out): exit status, on failure
 *
 * Returns: whether it is done; otherwise the reason was said
 */
gboolean
gs_cli_perform (GsCli *self, GsWorkspace *workspace, GsAction *action, int *status)
{
  g_autoptr (GError) error = NULL;

  if (gs_workspace_perform (workspace, action, &error))
    return TRUE;

  *status = gs_cli_fail (self, self->args[0], error);

  return FALSE;
}

/**
 * gs_cli_word:
 * @self: the call
 * @words: a vocabulary
 * @option: name of the option or argument, for the message
 * @nick: (nullable): what was typed; %NULL leaves @value as it is
 * @value: (inout): the enumeration value
 * @status: (out): exit status, on failure
 *
 * Returns: whether @nick is a word of @words; otherwise the words there are were said
 */
gboolean
gs_cli_word (GsCli *self, const GsWordList *words, const char *option, const char *nick, int *value, int *status)
{
  g_autofree char *choice = NULL;

  if (nick == NULL || gs_word_from_nick (words, nick, value))
    return TRUE;

  choice = g_strjoinv (", ", (char **) words->nicks);
  *status = gs_cli_usage (self, _ ("%s “%s” is none of: %s"), option, nick, choice);

  return FALSE;
}
