/* test-import.c: gainsayctl import and extract on files of every kind.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gs-ctl.h"

#define HUGE_BYTES (G_GINT64_CONSTANT (3) << 30)

typedef struct
{
  char *folder;
  char *workspace;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = gs_test_make_folder ();
  fixture->workspace = gs_ctl_new_workspace (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->workspace);
  gs_test_remove_folder (fixture->folder);
}

static char *
write_file (Fixture *fixture, const char *name, gconstpointer data, gssize length)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  gs_test_write (path, data, length);

  return path;
}

static GsCtlRun *
import_paths (Fixture *fixture, GPtrArray *paths)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new ();

  g_ptr_array_add (args, (gpointer) "--json");
  g_ptr_array_add (args, (gpointer) "import");
  g_ptr_array_add (args, fixture->workspace);
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (args, paths->pdata[i]);
  g_ptr_array_add (args, NULL);

  return gs_ctl_runv ((const char *const *) args->pdata);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "sp ace.txt",   "🎉 ünï.txt", "new\nline.txt", "latin1-\xe9\xff.txt", "esc\033[31m.txt",
    "quote'\".txt", "%s%n.txt",  "-rf.txt",       ".hidden.txt",         "$(touch PWNED).txt",
  };
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GsCtlRun) run = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = g_strdup_printf ("Report number %u\n\nThe ministry said it had %u ships.\n", i, i + 3);

      g_ptr_array_add (paths, write_file (fixture, names[i], text, -1));
    }

  run = import_paths (fixture, paths);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->status, ==, 0);

  lines = gs_ctl_parse_lines (run->out);
  g_assert_cmpuint (lines->len, ==, paths->len);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *display = g_filename_display_name (paths->pdata[i]);

      g_assert_cmpstr (gs_ctl_text (lines->pdata[i], "path"), ==, display);
      g_assert_cmpstr (gs_ctl_text (lines->pdata[i], "status"), ==, "imported");
      g_assert_true (g_uuid_string_is_valid (gs_ctl_text (lines->pdata[i], "article")));
      g_assert_null (gs_ctl_text (lines->pdata[i], "reason"));
    }
}

/* A word that begins with a dash is a file after "--". */
static void
test_dash (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GsCtlRun) run = gs_ctl_run ("--json", "import", fixture->workspace, "--", "-absent.txt", NULL);
  g_autoptr (JsonNode) line = gs_ctl_parse (run->out);

  g_assert_cmpint (run->status, ==, 1);
  g_assert_cmpstr (gs_ctl_text (line, "path"), ==, "-absent.txt");
}

static void
add_huge (Fixture *fixture, GPtrArray *paths)
{
  char *path = g_build_filename (fixture->folder, "huge.txt", NULL);
  int fd = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (ftruncate (fd, HUGE_BYTES), ==, 0);
  close (fd);
  g_ptr_array_add (paths, path);
}

static void
add_special (Fixture *fixture, GPtrArray *paths)
{
  char *pipe_path = g_build_filename (fixture->folder, "pipe.txt", NULL);
  char *folder = g_build_filename (fixture->folder, "folder.txt", NULL);
  char *dangling = g_build_filename (fixture->folder, "dangling.txt", NULL);

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  g_ptr_array_add (paths, pipe_path);
  g_ptr_array_add (paths, folder);
  g_ptr_array_add (paths, dangling);
  g_ptr_array_add (paths, g_build_filename (fixture->folder, "absent\nfile.txt", NULL));
  g_ptr_array_add (paths, g_strdup ("/dev/zero"));

  /* Root reads everything. */
  if (geteuid () != 0)
    {
      char *unreadable = write_file (fixture, "unreadable.txt", "Nobody may read this.", -1);

      g_assert_cmpint (g_chmod (unreadable, 0), ==, 0);
      g_ptr_array_add (paths, unreadable);
    }
}

/* Files that are not what their names say. */
static void
add_impostors (Fixture *fixture, GPtrArray *paths)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0";
  static const char zip[] = "PK\3\4\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0a";
  static const char elf[] = "\x7f"
                            "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0";
  g_autofree guint8 *noise = g_malloc (50000);

  for (guint i = 0; i < 50000; i++)
    noise[i] = (guint8) (i * 7919 >> 3);

  g_ptr_array_add (paths, write_file (fixture, "empty.txt", "", 0));
  g_ptr_array_add (paths, write_file (fixture, "empty.html", "", 0));
  g_ptr_array_add (paths, write_file (fixture, "blank.txt", " \n\t\n ", -1));
  g_ptr_array_add (paths, write_file (fixture, "binary.txt", noise, 50000));
  g_ptr_array_add (paths, write_file (fixture, "picture.html", png, sizeof png));
  g_ptr_array_add (paths, write_file (fixture, "archive.txt", zip, sizeof zip));
  g_ptr_array_add (paths, write_file (fixture, "program.html", elf, sizeof elf));
}

static GPtrArray *
refused_paths (Fixture *fixture)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  add_impostors (fixture, paths);
  add_special (fixture, paths);
  add_huge (fixture, paths);

  return paths;
}

/* The reason stands behind the name, in the same line, and is no error code. */
static void
assert_refusals_named (const char *err, GPtrArray *paths)
{
  g_auto (GStrv) lines = g_strsplit (err, "\n", -1);

  g_assert_cmpuint (gs_ctl_count_lines (err), ==, paths->len);
  for (guint i = 0; i < paths->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (paths->pdata[i], "\n", -1);
      g_autofree char *escaped = g_strjoinv ("\\n", parts);
      g_autofree char *start = g_strdup_printf ("gainsayctl: %s: ", escaped);

      if (!g_str_has_prefix (lines[i], start))
        g_test_message ("%s", lines[i]);
      g_assert_true (g_str_has_prefix (lines[i], start));
      g_assert_cmpuint (strlen (lines[i]), >, strlen (start) + 5);
    }
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) refused = refused_paths (fixture);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autofree char *first = write_file (fixture, "first.txt", "First\n\nThe first of two good articles.\n", -1);
  g_autofree char *last = write_file (fixture, "last.txt", "Last\n\nThe last of two good articles.\n", -1);
  g_autoptr (GsCtlRun) run = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (JsonNode) articles = NULL;
  g_autofree char *check = NULL;

  g_ptr_array_add (paths, first);
  g_ptr_array_extend (paths, refused, NULL, NULL);
  g_ptr_array_add (paths, last);

  run = import_paths (fixture, paths);
  g_assert_cmpint (run->status, ==, 1);
  assert_refusals_named (run->err, refused);

  lines = gs_ctl_parse_lines (run->out);
  g_assert_cmpuint (lines->len, ==, paths->len);
  for (guint i = 0; i < lines->len; i++)
    {
      gboolean good = i == 0 || i + 1 == lines->len;

      g_assert_cmpstr (gs_ctl_text (lines->pdata[i], "status"), ==, good ? "imported" : "refused");
      g_assert_true ((gs_ctl_text (lines->pdata[i], "reason") == NULL) == good);
      g_assert_true ((gs_ctl_text (lines->pdata[i], "article") != NULL) == good);
    }

  articles = gs_ctl_json ("articles", fixture->workspace, NULL);
  g_assert_cmpuint (gs_ctl_length (articles), ==, 2);
  check = gs_ctl_expect (0, "check", fixture->workspace, NULL);
}

static void
test_extract_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) refused = refused_paths (fixture);
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  g_autofree char *good = write_file (fixture, "good.html", "<title>Good</title><p>An article of one sentence.", -1);
  g_autoptr (GsCtlRun) run = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  g_ptr_array_add (args, (gpointer) "extract");
  g_ptr_array_extend (args, refused, NULL, NULL);
  g_ptr_array_add (args, good);
  g_ptr_array_add (args, NULL);
  run = gs_ctl_runv ((const char *const *) args->pdata);

  /* One line per file, so that lines and files pair up. */
  g_assert_cmpint (run->status, ==, 1);
  assert_refusals_named (run->err, refused);
  lines = gs_ctl_parse_lines (run->out);
  g_assert_cmpuint (lines->len, ==, refused->len + 1);
  g_assert_nonnull (gs_ctl_text (lines->pdata[0], "reason"));
  g_assert_null (gs_ctl_text (lines->pdata[0], "text"));
  g_assert_null (gs_ctl_text (lines->pdata[refused->len], "reason"));
  g_assert_cmpstr (gs_ctl_text (lines->pdata[refused->len], "title"), ==, "Good");
}

/* Only the article, on one line by any reckoning, and zones that fit it. */
static void
test_extract_main_text (Fixture *fixture, gconstpointer data)
{
  const char *page = "<title>Ships</title><nav><a href='/'>Home</a></nav><h1>Ships at anchor</h1>"
                     "<p>The harbour was empty on the first day, and nobody had seen a ship since.</p>"
                     "<figure><figcaption>Left out: the harbour.</figcaption></figure>"
                     "<p>On the second\xe2\x80\xa8"
                     "day there were two of them, and their crews told of a long voyage.</p>";
  g_autofree char *path = write_file (fixture, "ships.html", page, -1);
  g_autofree char *out = gs_ctl_expect (0, "extract", path, NULL);
  g_autofree char *all = gs_ctl_expect (0, "extract", "--zones", path, NULL);
  g_autoptr (JsonNode) found = gs_ctl_parse (out);
  g_autoptr (JsonNode) whole = gs_ctl_parse (all);
  const char *text = gs_ctl_text (found, "text");
  JsonArray *zones = json_object_get_array_member (json_node_get_object (found), "zones");
  gint64 last = 0;

  g_assert_true (g_str_has_prefix (text, "The harbour was empty"));
  g_assert_true (g_str_has_suffix (text, "a long voyage."));
  g_assert_null (strstr (text, "Left out"));
  g_assert_nonnull (strstr (gs_ctl_text (whole, "text"), "Left out"));
  g_assert_nonnull (strstr (gs_ctl_text (whole, "text"), "Home"));
  g_assert_null (strstr (out, "\xe2\x80\xa8"));
  g_assert_nonnull (strstr (text, "\xe2\x80\xa8"));

  for (guint i = 0; i < json_array_get_length (zones); i++)
    {
      JsonObject *zone = json_array_get_object_element (zones, i);

      g_assert_cmpint (json_object_get_int_member (zone, "start"), ==, i == 0 ? 0 : last + 1);
      last = json_object_get_int_member (zone, "end");
    }
  g_assert_cmpint (last, ==, g_utf8_strlen (text, -1));
}

static void
test_duplicates (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "Twice\n\nOne and the same text under two names.\n";
  g_autofree char *one = write_file (fixture, "one.txt", text, -1);
  g_autofree char *two = write_file (fixture, "two.txt", text, -1);
  g_autofree char *out = gs_ctl_expect (0, "--json", "import", fixture->workspace, one, two, NULL);
  g_autoptr (GPtrArray) lines = gs_ctl_parse_lines (out);
  g_autoptr (JsonNode) articles = gs_ctl_json ("articles", fixture->workspace, NULL);

  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpstr (gs_ctl_text (lines->pdata[0], "status"), ==, "imported");
  g_assert_cmpstr (gs_ctl_text (lines->pdata[1], "status"), ==, "duplicate");
  g_assert_cmpstr (gs_ctl_text (lines->pdata[1], "article"), ==, gs_ctl_text (lines->pdata[0], "article"));
  g_assert_cmpuint (gs_ctl_length (articles), ==, 1);
}

static void
test_recursive (Fixture *fixture, gconstpointer data)
{
  g_autofree char *deep = g_build_filename (fixture->folder, "in", "deep", "deeper", NULL);
  g_autofree char *in = g_build_filename (fixture->folder, "in", NULL);
  g_autofree char *loop = g_build_filename (fixture->folder, "in", "loop", NULL);
  g_autoptr (GsCtlRun) flat = NULL;
  g_autoptr (GsCtlRun) deep_run = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *top = NULL;
  g_autofree char *bottom = NULL;

  g_assert_cmpint (g_mkdir_with_parents (deep, 0700), ==, 0);
  g_assert_cmpint (symlink ("..", loop), ==, 0);
  top = write_file (fixture, "in/top.txt", "Top\n\nAn article at the top.\n", -1);
  bottom = write_file (fixture, "in/deep/deeper/bottom.txt", "Bottom\n\nAn article at the bottom.\n", -1);

  flat = gs_ctl_run ("--json", "import", fixture->workspace, in, NULL);
  deep_run = gs_ctl_run ("--json", "import", fixture->workspace, in, "--recursive", NULL);

  /* Without --recursive a folder is refused as one input. With it, links to
   * folders are: they may lead round in a circle, or out of the folder. */
  g_assert_cmpint (flat->status, ==, 1);
  g_assert_cmpuint (gs_ctl_count_lines (flat->out), ==, 1);
  g_assert_cmpint (deep_run->status, ==, 1);
  lines = gs_ctl_parse_lines (deep_run->out);
  g_assert_cmpuint (lines->len, ==, 3);
  for (guint i = 0; i < lines->len; i++)
    {
      gboolean is_loop = g_str_has_suffix (gs_ctl_text (lines->pdata[i], "path"), "/loop");

      g_assert_cmpstr (gs_ctl_text (lines->pdata[i], "status"), ==, is_loop ? "refused" : "imported");
    }
}

/* What an article says must not reach the terminal as a command to it. */
static void
test_no_escapes_in_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
    write_file (fixture, "evil.txt", "Evil \033[2J\033]0;owned\007 title\n\nBody \033[31m red \xe2\x80\xae rtl.\n", -1);
  g_autoptr (GsCtlRun) run = gs_ctl_run ("import", fixture->workspace, path, NULL);
  g_autofree char *articles = gs_ctl_expect (0, "articles", fixture->workspace, NULL);
  g_autofree char *hits = gs_ctl_expect (0, "search", fixture->workspace, "red", NULL);

  g_assert_null (strchr (run->out, '\033'));
  g_assert_null (strchr (articles, '\033'));
  g_assert_null (strchr (hits, '\033'));
  g_assert_cmpuint (gs_ctl_count_lines (articles), ==, 1);
}

static gboolean
process_ended (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

/* Ctrl+C in the middle: what was reported as imported is there, nothing is damaged. */
static void
test_interrupted (Fixture *fixture, gconstpointer data)
{
  const guint n_files = 3000;
  g_autofree char *in = g_build_filename (fixture->folder, "in", NULL);
  g_autofree char *check = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (JsonNode) articles = NULL;
  guint imported = 0;
  char *line;

  g_assert_cmpint (g_mkdir (in, 0700), ==, 0);
  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("in/%05u.txt", i);
      g_autofree char *text = g_strdup_printf ("Number %u\n\nThe body of article number %u.\n", i, i);
      g_autofree char *path = write_file (fixture, name, text, -1);
    }

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                              gs_ctl_path (), "--json", "import", "--recursive", fixture->workspace, in, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));

  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, &error)) != NULL)
    {
      g_autoptr (JsonNode) node = gs_ctl_parse (line);

      imported += g_str_equal (gs_ctl_text (node, "status"), "imported") ? 1 : 0;
      if (imported == 1)
        g_subprocess_send_signal (process, SIGINT);
      g_free (line);
    }
  g_assert_no_error (error);

  g_subprocess_wait_async (process, NULL, gs_test_take_result_cb, &result);
  gs_test_pump_until (process_ended, &result, GS_CTL_DEADLINE);
  g_subprocess_wait_finish (process, result, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);

  g_assert_cmpuint (imported, >, 0);
  g_assert_cmpuint (imported, <, n_files);
  articles = gs_ctl_json ("articles", fixture->workspace, NULL);
  g_assert_cmpuint (gs_ctl_length (articles), ==, imported);
  check = gs_ctl_expect (0, "check", fixture->workspace, NULL);
}

/* Which page of a document a claim's quote stands on. */
static void
test_page (Fixture *fixture, gconstpointer data)
{
#if HAVE_POPPLER
  g_autofree char *path = gs_test_data ("golden/import/courier.pdf");
  g_autofree char *imported = gs_ctl_expect (0, "--json", "import", fixture->workspace, path, NULL);
  g_autofree char *whole = gs_ctl_expect (0, "extract", "--zones", path, NULL);
  g_autoptr (JsonNode) line = gs_ctl_parse (imported);
  g_autoptr (JsonNode) found = gs_ctl_parse (whole);
  g_autoptr (JsonNode) claim = gs_ctl_json ("--json", "claim", fixture->workspace, gs_ctl_text (line, "article"),
                                            "--quote", "nine nights on which the cranes moved", NULL);
  g_autoptr (JsonNode) shown =
    gs_ctl_json ("--json", "show", fixture->workspace, "claim", gs_ctl_text (claim, "claim"), NULL);
  g_autofree char *text = gs_ctl_expect (0, "show", fixture->workspace, "claim", gs_ctl_text (claim, "claim"), NULL);

  g_assert_cmpstr (gs_ctl_text (shown, "page"), ==, "12");
  g_assert_nonnull (strstr (text, "\npage: 12\n"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (found), "pages")), ==,
                    2);
#else
  g_test_skip ("built without Poppler");
#endif
}

/* Nothing but web addresses is fetched, and something must be imported. */
static void
test_url (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GsCtlRun) nothing = gs_ctl_run ("import", fixture->workspace, NULL);
  g_autoptr (GsCtlRun) file = gs_ctl_run ("--json", "import", fixture->workspace, "--url", "file:///etc/passwd", NULL);
  g_autoptr (JsonNode) line = gs_ctl_parse (file->out);

  g_assert_cmpint (nothing->status, ==, 2);
  g_assert_cmpint (file->status, ==, 1);
  g_assert_cmpstr (gs_ctl_text (line, "path"), ==, "file:///etc/passwd");
  g_assert_cmpstr (gs_ctl_text (line, "status"), ==, "refused");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli/import/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/cli/import/dash", Fixture, NULL, set_up, test_dash, tear_down);
  g_test_add ("/cli/import/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/cli/import/duplicates", Fixture, NULL, set_up, test_duplicates, tear_down);
  g_test_add ("/cli/import/recursive", Fixture, NULL, set_up, test_recursive, tear_down);
  g_test_add ("/cli/import/no-escapes-in-text", Fixture, NULL, set_up, test_no_escapes_in_text, tear_down);
  g_test_add ("/cli/import/interrupted", Fixture, NULL, set_up, test_interrupted, tear_down);
  g_test_add ("/cli/import/page", Fixture, NULL, set_up, test_page, tear_down);
  g_test_add ("/cli/import/url", Fixture, NULL, set_up, test_url, tear_down);
  g_test_add ("/cli/extract/main-text", Fixture, NULL, set_up, test_extract_main_text, tear_down);
  g_test_add ("/cli/extract/refused", Fixture, NULL, set_up, test_extract_refused, tear_down);

  return g_test_run ();
}
