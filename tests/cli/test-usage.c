/* test-usage.c: gainsayctl's help, version and wrong command lines.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "gs-ctl.h"

static const char *const commands[] = {
  "new",    "import", "extract", "analyse", "articles", "claims",    "sources", "tags",         "questions",
  "links",  "show",   "claim",   "link",    "verdict",  "conflicts", "origins", "source-merge", "source-split",
  "search", "export", "history", "undo",    "redo",     "check",     NULL,
};

static void
test_help (void)
{
  g_autofree char *help = gs_ctl_expect (0, "--help", NULL);

  for (guint i = 0; commands[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup_printf ("\n  %-12s ", commands[i]);

      g_assert_nonnull (strstr (help, line));
    }
}

static void
test_help_of_each (void)
{
  for (guint i = 0; commands[i] != NULL; i++)
    {
      g_autofree char *help = gs_ctl_expect (0, commands[i], "--help", NULL);
      g_autofree char *usage = g_strdup_printf ("gainsayctl [OPTION…] %s ", commands[i]);

      g_assert_nonnull (strstr (help, usage));
      g_assert_nonnull (strstr (help, "--json"));
    }
}

static void
test_version (void)
{
  g_autofree char *version = gs_ctl_expect (0, "--version", NULL);

  g_assert_cmpstr (version, ==, "gainsayctl " GS_VERSION "\n");
}

/* Not installed, it speaks the language of its user all the same. */
static void
test_language (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "po", NULL);
  g_autofree char *help = NULL;

  if (setlocale (LC_MESSAGES, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("there is no German locale");
      return;
    }

  setlocale (LC_MESSAGES, "C.UTF-8");
  g_setenv ("GAINSAY_LOCALE_DIR", folder, TRUE);
  gs_ctl_set_locale ("de_DE.UTF-8");
  help = gs_ctl_expect (0, "--help", NULL);
  gs_ctl_set_locale (NULL);
  g_unsetenv ("GAINSAY_LOCALE_DIR");
  g_assert_nonnull (strstr (help, "Behauptungen"));
}

static void
assert_usage (const char *const *args)
{
  g_autoptr (GsCtlRun) run = gs_ctl_runv (args);

  if (run->status != 2)
    g_test_message ("%s …: %s", args[0] != NULL ? args[0] : "(nothing)", run->err);
  g_assert_cmpint (run->status, ==, 2);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_true (g_str_has_prefix (run->err, "gainsayctl: "));
  g_assert_cmpuint (gs_ctl_count_lines (run->err), ==, 2);
}

static void
test_wrong (void)
{
  /* The workspace is not there: a wrong command line is told first. */
  static const char *const lines[][10] = {
    { NULL },
    { "frobnicate", NULL },
    { "--frobnicate", NULL },
    { "new", NULL },
    { "new", "a", "b", NULL },
    { "new", "--title", NULL },
    { "new", "--title", "\xff", "a", NULL },
    { "import", "w", NULL },
    { "extract", NULL },
    { "articles", NULL },
    { "articles", "w", "--stance", "asserts", NULL },
    { "claims", "w", "--stance", "shrugs", NULL },
    { "claims", "w", "--order", "chaos", NULL },
    { "claims", "w", "--limit", "-1", NULL },
    { "claims", "w", "--limit", "many", NULL },
    { "questions", "w", "--exclusive", "yes", NULL },
    { "questions", "w", "--add", "a", "--set", "b", NULL },
    { "show", "w", "article", NULL },
    { "show", "w", "gadget", "x", NULL },
    { "claim", "w", NULL },
    { "claim", "w", "a", NULL },
    { "claim", "w", "a", "--quote", "x", "--range", "1:2", NULL },
    { "claim", "w", "a", "--range", "1:2", "--nth", "1", NULL },
    { "claim", "w", "a", "--edit", "b", NULL },
    { "link", "w", "a", "resembles", "b", NULL },
    { "verdict", "w", "l", "perhaps", NULL },
    { "conflicts", "w", "--limit", "-3", NULL },
    { "search", "w", NULL },
    { "search", "w", "\xc3", NULL },
    { "search", "w", "q", "--limit", "0", NULL },
    { "export", "w", NULL },
    { "export", "w", "--format", "telegram", NULL },
    { "undo", "w", "2", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_usage (lines[i]);
}

static void
test_json_anywhere (void)
{
  g_autofree char *folder = gs_test_make_folder ();
  g_autofree char *path = gs_ctl_new_workspace (folder);
  g_autofree char *before = gs_ctl_expect (0, "--json", "claims", path, NULL);
  g_autofree char *after = gs_ctl_expect (0, "claims", path, "--json", NULL);
  g_autofree char *plain = gs_ctl_expect (0, "claims", path, NULL);

  g_assert_cmpstr (before, ==, "[]\n");
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (plain, ==, "");
  gs_test_remove_folder (g_steal_pointer (&folder));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/usage/help", test_help);
  g_test_add_func ("/cli/usage/help-of-each", test_help_of_each);
  g_test_add_func ("/cli/usage/version", test_version);
  g_test_add_func ("/cli/usage/language", test_language);
  g_test_add_func ("/cli/usage/wrong", test_wrong);
  g_test_add_func ("/cli/usage/json-anywhere", test_json_anywhere);

  return g_test_run ();
}
