/* test-together.c: two programs at once on one workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "gs-ctl.h"
#include "gs-records.h"
#include "gs-workspace.h"

#define N_CLAIMS 50
#define DEADLINE 240.0

/* A shell that makes claims one after the other and stops at the first that fails. */
static GSubprocess *
start_writer (const char *workspace, const char *article, const char *name)
{
  static const char script[] =
    "i=1; while [ $i -le $1 ]; do"
    " \"$GAINSAYCTL\" --json claim \"$2\" \"$3\" --quote ministry --summary \"$4 $i\" --tag \"by/$4\""
    " --source \"$4\" --question 'Which of the two?' || exit 1; i=$((i + 1)); done";
  g_autoptr (GError) error = NULL;
  g_autofree char *count = g_strdup_printf ("%d", N_CLAIMS);
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/bin/sh", "-c", script, "writer",
                                           count, workspace, article, name, NULL);

  g_assert_no_error (error);

  return process;
}

static char *
finish_writer (GSubprocess *process, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  char *out = NULL;

  gs_test_wait_result (result, DEADLINE);
  g_subprocess_communicate_utf8_finish (process, *result, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return out;
}

static void
assert_all_there (const char *workspace, const char *out)
{
  g_autoptr (GPtrArray) lines = gs_ctl_parse_lines (out);

  g_assert_cmpuint (lines->len, ==, N_CLAIMS);
  for (guint i = 0; i < lines->len; i += 7)
    {
      g_autoptr (JsonNode) claim =
        gs_ctl_json ("show", workspace, "claim", gs_ctl_text (lines->pdata[i], "claim"), NULL);
    }
}

static void
test_two_writers (void)
{
  g_autofree char *folder = gs_test_make_folder ();
  g_autofree char *workspace = gs_ctl_new_workspace (folder);
  g_autofree char *article =
    gs_ctl_import_text (workspace, folder, "a.txt", "Statement\n\nThe ministry said nothing else that day.\n");
  g_autoptr (GSubprocess) one = start_writer (workspace, article, "one");
  g_autoptr (GSubprocess) two = start_writer (workspace, article, "two");
  g_autoptr (GAsyncResult) one_done = NULL;
  g_autoptr (GAsyncResult) two_done = NULL;
  g_autofree char *one_out = NULL;
  g_autofree char *two_out = NULL;
  g_autofree char *check = NULL;
  g_autoptr (JsonNode) claims = NULL;
  g_autoptr (JsonNode) questions = NULL;
  g_autoptr (JsonNode) sources = NULL;
  g_autoptr (JsonNode) history = NULL;

  g_subprocess_communicate_utf8_async (one, NULL, NULL, gs_test_take_result_cb, &one_done);
  g_subprocess_communicate_utf8_async (two, NULL, NULL, gs_test_take_result_cb, &two_done);
  one_out = finish_writer (one, &one_done);
  two_out = finish_writer (two, &two_done);

  claims = gs_ctl_json ("claims", workspace, NULL);
  g_assert_cmpuint (gs_ctl_length (claims), ==, 2 * N_CLAIMS);
  assert_all_there (workspace, one_out);
  assert_all_there (workspace, two_out);
  sources = gs_ctl_json ("sources", workspace, NULL);
  g_assert_cmpuint (gs_ctl_length (sources), ==, 2);
  questions = gs_ctl_json ("questions", workspace, NULL);
  g_assert_cmpuint (gs_ctl_length (questions), ==, 1);
  history = gs_ctl_json ("history", workspace, NULL);
  g_assert_cmpuint (gs_ctl_length (history), ==, 2 * N_CLAIMS + 1);
  check = gs_ctl_expect (0, "check", workspace, NULL);

  gs_test_remove_folder (g_steal_pointer (&folder));
}

static void
add_tag (GsWorkspace *workspace, const char *name)
{
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GsAction) action = gs_action_new ("Add tag");

  tag->name = g_strdup (name);
  gs_action_save (action, &gs_tag_type, tag);
  gs_workspace_perform (workspace, action, &error);
  g_assert_no_error (error);
}

static GStatBuf
look_at (const char *path, const char *suffix)
{
  g_autofree char *file = g_strconcat (path, suffix, NULL);
  GStatBuf info;
  int fd = g_open (file, O_RDONLY | O_CLOEXEC, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (fstat (fd, &info), ==, 0);
  close (fd);

  return info;
}

/* A file chooser opens each file of a folder to see what it is, in this process;
 * closing one must not make others believe that nobody uses the workspace. */
static void
test_looked_at (void)
{
  char *folder = gs_test_make_folder ();
  g_autofree char *path = gs_ctl_new_workspace (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);
  g_autoptr (JsonNode) tags = NULL;
  g_autofree char *check = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("tag-%u", i);
      g_autofree char *more = g_strdup_printf ("more-%u", i);
      g_autofree char *text = g_strdup_printf ("Statement %u\n\nThe ministry said nothing else.\n", i);
      GStatBuf log, index;

      add_tag (workspace, name);
      look_at (path, "");
      log = look_at (path, "-wal");
      index = look_at (path, "-shm");
      g_free (gs_ctl_import_text (path, folder, "a.txt", text));

      g_assert_cmpuint (look_at (path, "-wal").st_ino, ==, log.st_ino);
      g_assert_cmpuint (look_at (path, "-shm").st_ino, ==, index.st_ino);
      g_assert_cmpint (look_at (path, "-shm").st_size, >=, index.st_size);
      add_tag (workspace, more);
    }

  tags = gs_ctl_json ("tags", path, NULL);
  g_assert_cmpuint (gs_ctl_length (tags), ==, 6);
  gs_workspace_close (workspace);
  check = gs_ctl_expect (0, "check", path, NULL);
  gs_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/together/two-writers", test_two_writers);

  g_test_add_func ("/cli/together/looked-at", test_looked_at);

  return g_test_run ();
}
