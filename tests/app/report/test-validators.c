/* test-validators.c: what checkers of others say of our exports.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The checkers are kept apart, in $GAINSAY_VALIDATORS, and any finding of theirs
 * is a failure.
 */

#include "config.h"

#include "gs-reference.h"
#include "gs-test.h"
#include "naughty-report.h"

typedef struct
{
  char *folder;
  GsWorkspace *workspace;
} Fixture;

static void
fixture_clear (Fixture *self)
{
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->folder, gs_test_remove_folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static char *
find_checker (const char *name)
{
  const char *folder = g_getenv ("GAINSAY_VALIDATORS");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&path);

  g_test_skip ("the validators are not on this machine");

  return NULL;
}

/* The five articles with 119 claims, what the tests make, and what chance makes. */
static gboolean
open_workspace (Fixture *self, const char *which)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (which, "reference"))
    {
      g_autofree char *seed = gs_test_seed ("reference.json");
      g_autofree char *seeds = seed != NULL ? g_path_get_dirname (seed) : NULL;

      if (seeds == NULL)
        return FALSE;
      self->workspace = gs_workspace_new_in_memory (&error);
      gs_reference_load (self->workspace, seeds, &error);
    }
  else if (g_str_equal (which, "naughty"))
    {
      GsNaughtyCounts counts;

      self->workspace = gs_naughty_workspace_new (&counts);
    }
  else
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (119);
      g_autoptr (GsMemoryReport) report = gs_memory_report_random (rand, 8);

      self->workspace = gs_workspace_new_in_memory (&error);
      gs_memory_report_tame (report);
      gs_memory_report_load (report, self->workspace, &error);
    }
  g_assert_no_error (error);
  self->folder = gs_test_make_folder ();

  return TRUE;
}

/* (transfer full): the file. */
static char *
write_file (Fixture *self, const char *nick, const GsReportOptions *options)
{
  const GsReportFormat *format = gs_report_format_by_nick (nick);
  g_autofree char *name = g_strconcat ("report", format->extension, NULL);
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  gs_report_write (self->workspace, format, options, out, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (out, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
  gs_test_write (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  return path;
}

static void
check (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%s", said);
  if (!g_subprocess_get_successful (process))
    g_test_fail_printf ("%s has found something", argv[0]);
}

/* Each article with its claims, against its text: positions and quotes alike. Of
 * the naughty ones the first: on the second, places are lost. */
static gboolean
check_article (const GsRecordType *type, gpointer record, gpointer data, GError **error)
{
  Fixture *self = data;
  const GsArticleRecord *article = record;
  char *uuids[] = { article->uuid, NULL };
  GsReportOptions options = { .articles = uuids };
  g_autofree char *checker = find_checker ("check_webanno.py");
  g_autofree char *file = write_file (self, "webanno", &options);
  g_autofree char *text = g_build_filename (self->folder, "text.txt", NULL);
  gboolean lost = g_str_equal (article->uuid, GS_NAUGHTY_UNFINISHED);

  gs_test_write (text, article->text, -1);
  check ((const char *const[]){ checker, file, lost ? NULL : "--text", text, NULL });

  return TRUE;
}

static void
test_webanno (gconstpointer which)
{
  g_autofree char *checker = find_checker ("check_webanno.py");
  g_auto (Fixture) self = { NULL };
  g_autoptr (GError) error = NULL;

  if (checker == NULL || !open_workspace (&self, which))
    return;

  if (g_str_equal (which, "random"))
    {
      g_autofree char *file = write_file (&self, "webanno", NULL);

      check ((const char *const[]){ checker, file, NULL });
      return;
    }
  gs_workspace_each (self.workspace, &gs_article_type, check_article, &self, &error);
  g_assert_no_error (error);
}

static void
test_refi (gconstpointer which)
{
  g_autofree char *checker = find_checker ("check_refi.sh");
  g_auto (Fixture) self = { NULL };
  g_autofree char *project = NULL, *codes = NULL;

  if (checker == NULL || !open_workspace (&self, which))
    return;

  project = write_file (&self, "qdpx", NULL);
  codes = write_file (&self, "qdc", NULL);
  check ((const char *const[]){ checker, project, codes, NULL });
}

static void
test_stix (gconstpointer which)
{
  g_autofree char *checker = find_checker ("check_stix.py");
  g_auto (Fixture) self = { NULL };
  g_autofree char *bundle = NULL;

  if (checker == NULL || !open_workspace (&self, which))
    return;

  bundle = write_file (&self, "stix", NULL);
  check ((const char *const[]){ checker, bundle, NULL });
}

int
main (int argc, char *argv[])
{
  static const char *const which[] = { "reference", "naughty", "random" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (which); i++)
    {
      g_autofree char *webanno = g_strconcat ("/validators/webanno/", which[i], NULL);
      g_autofree char *refi = g_strconcat ("/validators/refi/", which[i], NULL);
      g_autofree char *stix = g_strconcat ("/validators/stix/", which[i], NULL);

      g_test_add_data_func (webanno, which[i], test_webanno);
      g_test_add_data_func (refi, which[i], test_refi);
      g_test_add_data_func (stix, which[i], test_stix);
    }

  return g_test_run ();
}
