/* gs-cli.c: arguments in, refusals and exit status out.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "gs-cli-output.h"
#include "gs-error.h"

static gboolean
is_text_option (const GOptionEntry *entry)
{
  return entry->arg == G_OPTION_ARG_STRING || entry->arg == G_OPTION_ARG_STRING_ARRAY;
}

/* Text on the command line is UTF-8 whatever the locale says: GOption would
 * convert it, and fail on every accent under LC_ALL=C. So it is read as file
 * names are, byte for byte, and checked afterwards. */
static GOptionEntry *
raw_entries (const GOptionEntry *entries)
{
  GArray *raw = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (; entries != NULL && entries->long_name != NULL; entries++)
    {
      GOptionEntry entry = *entries;

      if (entry.arg == G_OPTION_ARG_STRING)
        entry.arg = G_OPTION_ARG_FILENAME;
      else if (entry.arg == G_OPTION_ARG_STRING_ARRAY)
        entry.arg = G_OPTION_ARG_FILENAME_ARRAY;
      g_array_append_val (raw, entry);
    }

  return (GOptionEntry *) (void *) g_array_free (raw, FALSE);
}

static gboolean
texts_are_utf8 (const GOptionEntry *entries, const char **culprit)
{
  for (; entries != NULL && entries->long_name != NULL; entries++)
    {
      const char *one[] = { NULL, NULL };
      const char *const *texts = one;

      if (!is_text_option (entries))
        continue;

      if (entries->arg == G_OPTION_ARG_STRING)
        one[0] = *(char **) entries->arg_data;
      else if (*(char ***) entries->arg_data != NULL)
        texts = *(const char *const **) entries->arg_data;

      for (guint i = 0; texts[i] != NULL; i++)
        {
          if (!g_utf8_validate (texts[i], -1, NULL))
            {
              *culprit = texts[i];
              return FALSE;
            }
        }
    }

  return TRUE;
}

static gboolean
arguments_are_utf8 (GsCli *self, const char **culprit)
{
  for (guint i = self->command->n_paths; i < self->n_args; i++)
    {
      if (!g_utf8_validate (self->args[i], -1, NULL))
        {
          *culprit = self->args[i];
          return FALSE;
        }
    }

  return TRUE;
}

static GOptionContext *
make_context (GsCli *self, const GOptionEntry *entries, gboolean *help)
{
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, N_ ("Show this help"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("Write JSON"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->args, NULL, NULL },
    { NULL },
  };
  g_autofree char *usage = g_strconcat (self->command->name, " ", self->command->arguments, NULL);
  GOptionContext *context = g_option_context_new (usage);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (self->command->summary));
  if (self->command->details != NULL)
    g_option_context_set_description (context, _ (self->command->details));
  if (entries != NULL && entries->long_name != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  return context;
}

static gboolean
check_arguments (GsCli *self, const GOptionEntry *entries, int *status)
{
  const char *culprit = NULL;

  if (self->n_args < self->command->n_min)
    *status = gs_cli_usage (self, _ ("“%s” needs more arguments: %s"), self->command->name, self->command->arguments);
  else if (self->n_args > self->command->n_max)
    *status = gs_cli_usage (self, _ ("“%s” takes fewer arguments: %s"), self->command->name, self->command->arguments);
  else if (!texts_are_utf8 (entries, &culprit) || !arguments_are_utf8 (self, &culprit))
    *status = gs_cli_usage (self, _ ("“%s” is not UTF-8"), culprit);
  else
    return TRUE;

  return FALSE;
}

/**
 * gs_cli_parse:
 * @self: the call
 * @entries: (nullable) (array zero-terminated=1): the command's own options
 * @status: (out): exit status, when there is nothing more to do
 *
 * Reads the command's options and arguments. Texts (%G_OPTION_ARG_STRING) are
 * checked to be UTF-8; paths are left as they are.
 *
 * Returns: whether the command should go on; otherwise help or an error was printed
 */
gboolean
gs_cli_parse (GsCli *self, const GOptionEntry *entries, int *status)
{
  g_autofree GOptionEntry *raw = raw_entries (entries);
  gboolean help = FALSE;
  g_autoptr (GOptionContext) context = make_context (self, raw, &help);
  g_autoptr (GError) error = NULL;

  if (!g_option_context_parse_strv (context, &self->options, &error))
    {
      *status = gs_cli_usage (self, "%s", error->message);
      return FALSE;
    }

  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      gs_cli_put (text);
      *status = GS_CLI_DONE;
      return FALSE;
    }

  if (self->args == NULL)
    self->args = g_new0 (char *, 1);
  self->n_args = g_strv_length (self->args);

  return check_arguments (self, entries, status);
}

/**
 * gs_cli_usage:
 * @self: the call
 * @format: what is wrong with the command line
 *
 * Returns: the exit status for a wrong command line
 */
int
gs_cli_usage (GsCli *self, const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  line = gs_cli_escape (message);
  fprintf (stderr, "gainsayctl: %s\n", line);
  if (self->command != NULL)
    fprintf (stderr, _ ("Try “gainsayctl %s --help”.\n"), self->command->name);
  else
    fputs (_ ("Try “gainsayctl --help”.\n"), stderr);

  return GS_CLI_USAGE;
}

/**
 * gs_cli_refuse:
 * @self: the call
 * @name: (nullable): the input as given, in any encoding
 * @reason: why it was refused
 *
 * Says so in one line on standard error. The command goes on with the rest
 * and ends with gs_cli_status().
 */
void
gs_cli_refuse (GsCli *self, const char *name, const char *reason)
{
  g_autofree char *name_line = name != NULL ? gs_cli_escape (name) : NULL;
  g_autofree char *reason_line = gs_cli_escape (reason);

  if (name_line != NULL)
    fprintf (stderr, "gainsayctl: %s: %s\n", name_line, reason_line);
  else
    fprintf (stderr, "gainsayctl: %s\n", reason_line);

  self->refused = TRUE;
}

/**
 * gs_cli_fail:
 * @self: the call
 * @name: (nullable): what it is about: the workspace's path, an argument
 * @error: what went wrong
 *
 * Returns: the exit status: the workspace cannot be opened or is locked, or the input was refused
 */
int
gs_cli_fail (GsCli *self, const char *name, const GError *error)
{
  gs_cli_refuse (self, name, error->message);

  if (g_error_matches (error, GS_ERROR, GS_ERROR_OPEN) || g_error_matches (error, GS_ERROR, GS_ERROR_DAMAGED)
      || g_error_matches (error, GS_ERROR, GS_ERROR_LOCKED) || g_error_matches (error, GS_ERROR, GS_ERROR_READ_ONLY))
    return GS_CLI_CANNOT_OPEN;

  return GS_CLI_REFUSED;
}

/**
 * gs_cli_status:
 * @self: the call
 *
 * Returns: the exit status of a command that has come to its end
 */
int
gs_cli_status (GsCli *self)
{
  return self->refused ? GS_CLI_REFUSED : GS_CLI_DONE;
}
