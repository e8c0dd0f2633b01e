/* cmd-export.c: gainsayctl export: the workspace as a report.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli-commands.h"
#include "gs-cli-output.h"
#include "gs-cli-workspace.h"
#include "gs-report.h"

typedef struct
{
  char *format;
  char *out;
  char *question;
  char *tag;
} ExportOptions;

static void
export_options_clear (ExportOptions *options)
{
  g_free (options->format);
  g_free (options->out);
  g_free (options->question);
  g_free (options->tag);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExportOptions, export_options_clear)

static const GsReportFormat *
find_format (GsCli *self, const char *nick, int *status)
{
  g_autoptr (GString) nicks = g_string_new (NULL);
  const GsReportFormat *format = nick != NULL ? gs_report_format_by_nick (nick) : NULL;

  if (format != NULL)
    return format;

  for (guint i = 0; i < gs_n_report_formats; i++)
    g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", gs_report_formats[i].nick);

  if (nick == NULL)
    *status = gs_cli_usage (self, _ ("--format is missing: one of %s"), nicks->str);
  else
    *status = gs_cli_usage (self, _ ("--format “%s” is none of: %s"), nick, nicks->str);

  return NULL;
}

static gboolean
resolve_scope (GsCli *self, const ExportOptions *options, GsReportScope *scope, int *status)
{
  g_autoptr (GsWorkspace) workspace = gs_cli_open (self, FALSE, status);

  if (workspace == NULL)
    return FALSE;
  if (options->question != NULL)
    scope->question = gs_cli_resolve (self, workspace, &gs_question_type, options->question, status);
  if (options->question != NULL && scope->question == NULL)
    return FALSE;
  if (options->tag != NULL)
    scope->tag = gs_cli_resolve (self, workspace, &gs_tag_type, options->tag, status);

  return options->tag == NULL || scope->tag != NULL;
}

static int export(GsCli *self, const ExportOptions *options, const GsReportFormat *format)
{
  g_autofree char *question = NULL;
  g_autofree char *tag = NULL;
  GsReportScope scope = { 0 };
  g_autoptr (GError) error = NULL;
  const char *out = options->out != NULL && !g_str_equal (options->out, "-") ? options->out : NULL;
  int status = GS_CLI_DONE;
  gboolean resolved = resolve_scope (self, options, &scope, &status);

  question = scope.question;
  tag = scope.tag;
  if (!resolved)
    return status;

  if (!gs_report_export (self->args[0], format, &scope, out, NULL, &error))
    {
      /* Of the two files, name the one that failed. */
      gboolean reading = g_error_matches (error, GS_ERROR, GS_ERROR_OPEN) || out == NULL;

      return gs_cli_fail (self, reading ? self->args[0] : out, error);
    }

  return gs_cli_status (self);
}

static int
run (GsCli *self)
{
  g_auto (ExportOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_ ("xml or json"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.out, N_ ("Write here instead of to standard output"),
      N_ ("FILE") },
    { "question", 'q', 0, G_OPTION_ARG_STRING, &options.question, N_ ("Only claims on this question"),
      N_ ("QUESTION") },
    { "tag", 't', 0, G_OPTION_ARG_STRING, &options.tag, N_ ("Only claims with this tag or one below it"), N_ ("TAG") },
    { NULL },
  };
  const GsReportFormat *format;
  int status = GS_CLI_DONE;

  if (gs_cli_parse (self, entries, &status) && (format = find_format (self, options.format, &status)) != NULL)
    status = export(self, &options, format);

  return status;
}

const GsCliCommand gs_cmd_export = {
  "export",
  "WORKSPACE",
  N_ ("Write a report"),
  N_ ("The same workspace gives the same bytes. A file is replaced only when the report\n"
      "is whole. What chosen claims refer to comes along."),
  1,
  1,
  1,
  run,
};
