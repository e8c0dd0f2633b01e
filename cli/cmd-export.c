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
#include "gs-i18n.h"
#include "gs-report.h"

/* What was typed. */
typedef struct
{
  char *format;
  char *out;
  char *question;
  char *tag;
  char *source;
  char **articles;
  gboolean judged;
  char *order;
  char *language;
  char *paper;
} ExportOptions;

static void
export_options_clear (ExportOptions *options)
{
  g_free (options->format);
  g_free (options->out);
  g_free (options->question);
  g_free (options->tag);
  g_free (options->source);
  g_strfreev (options->articles);
  g_free (options->order);
  g_free (options->language);
  g_free (options->paper);
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
find_word (GsCli *self, const char *option, const GsWordList *words, const char *nick, int *value, int *status)
{
  g_autofree char *nicks = NULL;

  if (nick == NULL || gs_word_from_nick (words, nick, value))
    return TRUE;

  nicks = g_strjoinv (", ", (char **) words->nicks);
  *status = gs_cli_usage (self, _ ("%s “%s” is none of: %s"), option, nick, nicks);

  return FALSE;
}

/* What can be wrong without looking into the workspace. */
static gboolean
read_words (GsCli *self, const ExportOptions *typed, GsReportOptions *options, int *status)
{
  g_autofree char *languages = g_strjoinv (", ", (char **) gs_i18n_languages);

  if (!find_word (self, "--order", &gs_orders, typed->order, &options->order, status)
      || !find_word (self, "--paper", &gs_papers, typed->paper, &options->paper, status))
    return FALSE;

  options->judged = typed->judged;
  options->language = g_strdup (gs_i18n_find (typed->language));
  if (typed->language == NULL || options->language != NULL)
    return TRUE;

  *status = gs_cli_usage (self, _ ("%s “%s” is none of: %s"), "--language", typed->language, languages);

  return FALSE;
}

static gboolean
resolve (GsCli *self, GsWorkspace *workspace, const GsRecordType *type, const char *id, char **uuid, int *status)
{
  if (id != NULL)
    *uuid = gs_cli_resolve (self, workspace, type, id, status);

  return id == NULL || *uuid != NULL;
}

static gboolean
resolve_parts (GsCli *self, const ExportOptions *typed, GsReportOptions *options, int *status)
{
  g_autoptr (GsWorkspace) workspace = gs_cli_open (self, FALSE, status);
  guint n_articles = typed->articles != NULL ? g_strv_length (typed->articles) : 0;

  if (workspace == NULL || !resolve (self, workspace, &gs_question_type, typed->question, &options->question, status)
      || !resolve (self, workspace, &gs_tag_type, typed->tag, &options->tag, status)
      || !resolve (self, workspace, &gs_source_type, typed->source, &options->source, status))
    return FALSE;

  if (n_articles > 0)
    options->articles = g_new0 (char *, n_articles + 1);
  for (guint i = 0; i < n_articles; i++)
    {
      if (!resolve (self, workspace, &gs_article_type, typed->articles[i], &options->articles[i], status))
        return FALSE;
    }

  return TRUE;
}

static int export(GsCli *self, const ExportOptions *typed, const GsReportFormat *format)
{
  g_auto (GsReportOptions) options = { 0 };
  g_autoptr (GError) error = NULL;
  const char *out = typed->out != NULL && !g_str_equal (typed->out, "-") ? typed->out : NULL;
  int status = GS_CLI_DONE;

  if (!read_words (self, typed, &options, &status) || !resolve_parts (self, typed, &options, &status))
    return status;

  if (!gs_report_export (self->args[0], format, &options, out, NULL, &error))
    {
      /* Of the two files, name the one that failed. */
      gboolean reading = g_error_matches (error, GS_ERROR, GS_ERROR_OPEN)
                         || g_error_matches (error, GS_ERROR, GS_ERROR_DAMAGED) || out == NULL;

      return gs_cli_fail (self, reading ? self->args[0] : out, error);
    }

  return gs_cli_status (self);
}

static int
run (GsCli *self)
{
  g_auto (ExportOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_ ("What to write: xml, html, csv …"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.out, N_ ("Write here instead of to standard output"),
      N_ ("FILE") },
    { "question", 'q', 0, G_OPTION_ARG_STRING, &options.question, N_ ("Only claims on this question"),
      N_ ("QUESTION") },
    { "tag", 't', 0, G_OPTION_ARG_STRING, &options.tag, N_ ("Only claims with this tag or one below it"), N_ ("TAG") },
    { "source", 's', 0, G_OPTION_ARG_STRING, &options.source, N_ ("Only claims with this source in their chain"),
      N_ ("SOURCE") },
    { "article", 'a', 0, G_OPTION_ARG_STRING_ARRAY, &options.articles, N_ ("Only this article; may be given again"),
      N_ ("ARTICLE") },
    { "judged", 'j', 0, G_OPTION_ARG_NONE, &options.judged, N_ ("Only claims of contradictions with a verdict"), NULL },
    { "order", 0, 0, G_OPTION_ARG_STRING, &options.order,
      N_ ("Claims by natural (as they came), article, question, date or text"), N_ ("ORDER") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &options.language, N_ ("Of reports to read: en, de or nl"),
      N_ ("LANGUAGE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper, N_ ("Of reports to print: a4 or letter"), N_ ("PAPER") },
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
