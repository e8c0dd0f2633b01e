/* test-analyse.c: gainsayctl analyse: lines in, lines out.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-ctl.h"

static char *
write_lines (const char *folder, const char *lines)
{
  char *path = g_build_filename (folder, "texts.jsonl", NULL);

  gs_test_write (path, lines, -1);

  return path;
}

static void
test_answers (void)
{
  char *folder = gs_test_make_folder ();
  g_autofree char *path = write_lines (folder, "{\"text\": \"🎉 about 5 km\", \"language\": \"en\"}\n"
                                               "{\"text\": \"niets\", \"language\": \"nl\"}\n");
  g_autofree char *out = gs_ctl_expect (0, "analyse", path, NULL);
  g_autoptr (GPtrArray) lines = gs_ctl_parse_lines (out);
  JsonObject *answer;
  JsonObject *finding;

  g_assert_cmpuint (lines->len, ==, 2);
  answer = json_node_get_object (lines->pdata[0]);
  finding = json_array_get_object_element (json_object_get_array_member (answer, "quantities"), 0);
  g_assert_cmpint (json_object_get_int_member (finding, "start"), ==, 8);
  g_assert_cmpint (json_object_get_int_member (finding, "end"), ==, 12);
  g_assert_cmpstr (json_object_get_string_member (finding, "text"), ==, "5 km");
  g_assert_cmpstr (json_object_get_string_member (finding, "unit"), ==, "km");
  g_assert_cmpstr (json_object_get_string_member (finding, "hedge"), ==, "about");
  g_assert_cmpfloat (json_object_get_double_member (finding, "value"), ==, 5);
  g_assert_cmpfloat (json_object_get_double_member (finding, "lo"), ==, 4.5);
  g_assert_cmpfloat (json_object_get_double_member (finding, "hi"), ==, 5.5);

  answer = json_node_get_object (lines->pdata[1]);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "numbers")), ==, 0);

  gs_test_remove_folder (folder);
}

/* Each line has its answer, the refused ones say why and where. */
static void
test_refusals (void)
{
  static const char *const wrong[] = {
    "{\"text\": ",
    "[]",
    "{\"language\": \"en\"}",
    "{\"text\": 5, \"language\": \"en\"}",
    "{\"text\": \"x\", \"language\": \"fr\"}",
    "{\"text\": \"x\"}",
    "\xff",
    "7",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      char *folder = gs_test_make_folder ();
      g_autofree char *all = g_strconcat ("{\"text\": \"1\", \"language\": \"en\"}\n", wrong[i],
                                          "\n{\"text\": \"2\", \"language\": \"de\"}", NULL);
      g_autofree char *path = write_lines (folder, all);
      g_autoptr (GsCtlRun) run = gs_ctl_run ("analyse", path, NULL);
      g_autoptr (GPtrArray) lines = gs_ctl_parse_lines (run->out);

      g_assert_cmpint (run->status, ==, 1);
      g_assert_cmpuint (gs_ctl_count_lines (run->err), ==, 1);
      g_assert_nonnull (strstr (run->err, "texts.jsonl:2: "));
      g_assert_cmpuint (lines->len, ==, 3);
      g_assert_true (json_object_has_member (json_node_get_object (lines->pdata[0]), "numbers"));
      g_assert_cmpint (json_object_get_int_member (json_node_get_object (lines->pdata[1]), "line"), ==, 2);
      g_assert_nonnull (gs_ctl_text (lines->pdata[1], "error"));
      g_assert_true (json_object_has_member (json_node_get_object (lines->pdata[2]), "numbers"));
      gs_test_remove_folder (folder);
    }
}

static void
test_no_file (void)
{
  g_autoptr (GsCtlRun) run = gs_ctl_run ("analyse", "not-there.jsonl", NULL);

  g_assert_cmpint (run->status, ==, 1);
  g_assert_nonnull (strstr (run->err, "not-there.jsonl: "));
}

static void
test_standard_input (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                                      &error, gs_ctl_path (), "analyse", NULL);
  g_autofree char *out = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process,
                                 "{\"text\": \"12\", \"language\": \"de\"}\n{\"text\": \"\", \"language\": \"en\"}",
                                 NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  lines = gs_ctl_parse_lines (out);
  g_assert_cmpuint (lines->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/analyse/answers", test_answers);
  g_test_add_func ("/cli/analyse/refusals", test_refusals);
  g_test_add_func ("/cli/analyse/no-file", test_no_file);
  g_test_add_func ("/cli/analyse/standard-input", test_standard_input);

  return g_test_run ();
}
