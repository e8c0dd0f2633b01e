/* gs-cli.h: what every command of gainsayctl works with.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Exit status: the contract scripts rely on. */
enum
{
  GS_CLI_DONE = 0,
  GS_CLI_REFUSED = 1, /* some inputs were refused, the rest is done */
  GS_CLI_USAGE = 2,
  GS_CLI_CANNOT_OPEN = 3, /* the workspace is missing, no workspace, newer, damaged or locked */
};

typedef struct _GsCli GsCli;

/**
 * GsCliCommand:
 * @name: the word on the command line
 * @arguments: its arguments, for the usage line
 * @summary: what it does, one line, N_()
 * @details: (nullable): what else the help says, N_()
 * @n_min: how many arguments it needs
 * @n_max: how many it takes, %G_MAXUINT for any number
 * @n_paths: how many of the first are paths, which need not be UTF-8
 * @run: does it; returns the exit status
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *details;
  guint       n_min;
  guint       n_max;
  guint       n_paths;
  int       (*run) (GsCli *self);
} GsCliCommand;

/**
 * GsCli:
 * @command: the command that runs
 * @json: JSON on standard output instead of text
 * @refused: whether gs_cli_refuse() was called
 * @annotator: (nullable): who acts
 * @options: the words after the command, until gs_cli_parse() has read them
 * @args: the arguments, after gs_cli_parse()
 * @n_args: how many
 */
struct _GsCli
{
  const GsCliCommand *command;
  gboolean            json;
  gboolean            refused;
  char               *annotator;
  GStrv               options;
  GStrv               args;
  guint               n_args;
};

/* NULL-terminated, in the order of the help. */
extern const GsCliCommand *const gs_cli_commands[];

const GsCliCommand *gs_cli_find_command (const char         *name);

gboolean            gs_cli_parse        (GsCli              *self,
                                         const GOptionEntry *entries,
                                         int                *status);
int                 gs_cli_usage        (GsCli              *self,
                                         const char         *format,
                                         ...) G_GNUC_PRINTF (2, 3);
void                gs_cli_refuse       (GsCli              *self,
                                         const char         *name,
                                         const char         *reason);
int                 gs_cli_fail         (GsCli              *self,
                                         const char         *name,
                                         const GError       *error);
int                 gs_cli_status       (GsCli              *self);

G_END_DECLS
