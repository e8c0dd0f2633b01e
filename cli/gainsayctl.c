/* gainsayctl.c: the workbench without a screen.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "gs-cli.h"
#include "gs-cli-output.h"
#include "gs-locale.h"

static void
print_help (GOptionContext *context)
{
  g_autofree char *options = g_option_context_get_help (context, TRUE, NULL);

  gs_cli_put (options);
  gs_cli_put (_ ("Commands:\n"));
  for (guint i = 0; gs_cli_commands[i] != NULL; i++)
    {
      g_autofree char *line =
        g_strdup_printf ("  %-12s %s\n", gs_cli_commands[i]->name, _ (gs_cli_commands[i]->summary));

      gs_cli_put (line);
    }
  gs_cli_put (_ ("\n“gainsayctl COMMAND --help” says more about one.\n\n"
                 "Exit status: 0 all done; 1 some inputs were refused, each named on standard\n"
                 "error, the rest is done; 2 the command line is wrong; 3 the workspace cannot\n"
                 "be opened.\n"));
}

static int
run_command (GsCli *self, GStrv words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  int status;

  self->command = gs_cli_find_command (words[0]);
  if (self->command == NULL)
    return gs_cli_usage (self, _ ("there is no command “%s”"), words[0]);

  g_strv_builder_add (builder, "gainsayctl");
  g_strv_builder_addv (builder, (const char **) words + 1);
  self->options = g_strv_builder_end (builder);
  status = self->command->run (self);
  g_strfreev (self->options);
  g_strfreev (self->args);

  return status;
}

static int
run (GsCli *self, GStrv *words)
{
  gboolean help = FALSE;
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("Write JSON"), NULL },
    { "annotator", 0, 0, G_OPTION_ARG_FILENAME, &self->annotator, N_ ("Act under this name"), N_ ("NAME") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Show the version"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("COMMAND …"));
  g_autoptr (GError) error = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_summary (context, _ ("Weigh what articles claim, without a screen."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, words, &error))
    return gs_cli_usage (self, "%s", error->message);
  if (self->annotator != NULL && !g_utf8_validate (self->annotator, -1, NULL))
    return gs_cli_usage (self, _ ("“%s” is not UTF-8"), self->annotator);

  if (version)
    gs_cli_put ("gainsayctl " GS_VERSION "\n");
  else if (help)
    print_help (context);
  else if ((*words)[1] == NULL)
    return gs_cli_usage (self, _ ("a command is missing"));
  else
    return run_command (self, *words + 1);

  return GS_CLI_DONE;
}

int
main (int argc, char **argv)
{
  GsCli self = { 0 };
  g_auto (GStrv) words = g_strdupv (argv);
  int status;

  gs_locale_init ();
  g_set_prgname ("gainsayctl");

  status = run (&self, &words);
  g_free (self.annotator);

  /* A full disk or a closed pipe behind standard output must not pass for success. */
  if (!gs_cli_flush () && status == GS_CLI_DONE)
    {
      gs_cli_refuse (&self, NULL, _ ("Standard output could not be written."));
      status = GS_CLI_REFUSED;
    }

  return status;
}
