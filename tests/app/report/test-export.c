/* test-export.c: a report into a file, whole or not at all.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gs-standpoints.h"
#include "gs-test.h"
#include "memory-report.h"

typedef struct
{
  char *folder;
  char *workspace;
  char *report;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = gs_test_data ("golden/report/small.json");
  g_autoptr (GBytes) bytes = gs_test_read (path);
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = gs_test_make_folder ();
  self->workspace = g_build_filename (self->folder, "w.gainsay", NULL);
  self->report = g_build_filename (self->folder, "r \U0001f4f0.json", NULL);

  gs_workspace_create (self->workspace, NULL, &error);
  g_assert_no_error (error);
  workspace = gs_workspace_open (self->workspace, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  gs_report_import (workspace, bytes, "small", NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gs_test_remove_folder (self->folder);
  g_free (self->workspace);
  g_free (self->report);
}

static void
assert_golden (const char *path)
{
  g_autofree char *golden_path = gs_test_data ("golden/report/small.json");
  g_autoptr (GBytes) golden = gs_test_read (golden_path);
  g_autoptr (GBytes) bytes = gs_test_read (path);

  gs_assert_bytes_equal (golden, bytes);
}

/* The workspace and its log, the report, and nothing else. */
static void
assert_no_litter (Fixture *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_assert_false (g_str_has_prefix (name, ".r"));
}

static const GsReportFormat *
json (void)
{
  return gs_report_format_by_nick ("json");
}

static void
test_new (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf info;
  mode_t mask = umask (0);

  umask (mask);
  gs_report_export (self->workspace, json (), NULL, self->report, NULL, &error);
  g_assert_no_error (error);
  assert_golden (self->report);
  assert_no_litter (self);

  g_assert_cmpint (g_stat (self->report, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0666 & ~mask);
}

static void
test_replace (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *link = g_build_filename (self->folder, "link.json", NULL);
  GStatBuf info;

  gs_test_write (self->report, "old", 3);
  g_assert_cmpint (g_chmod (self->report, 0600), ==, 0);
  g_assert_cmpint (symlink (self->report, link), ==, 0);

  gs_report_export (self->workspace, json (), NULL, link, NULL, &error);
  g_assert_no_error (error);
  assert_golden (self->report);
  assert_no_litter (self);

  g_assert_cmpint (g_stat (self->report, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  gs_test_write (self->report, "old", 3);
  g_cancellable_cancel (cancellable);
  g_assert_false (gs_report_export (self->workspace, json (), NULL, self->report, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_no_litter (self);

  bytes = gs_test_read (self->report);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), "old", 3);
}

static void
test_no_space (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /dev/full");
      return;
    }

  g_assert_false (gs_report_export (self->workspace, json (), NULL, "/dev/full", NULL, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_NO_SPACE);
}

/* A device is written to; the rename would have replaced it. */
static void
test_special (Fixture *self, gconstpointer data)
{
  g_autofree char *fifo = g_build_filename (self->folder, "fifo", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *buffer = g_malloc0 (64 * 1024);
  GStatBuf info;
  int fd;

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  fd = g_open (fifo, O_RDWR | O_CLOEXEC, 0);
  g_assert_cmpint (fd, >=, 0);

  gs_report_export (self->workspace, json (), NULL, fifo, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (fd, buffer, 64 * 1024), >, 1000);
  g_assert_true (g_str_has_prefix (buffer, "{\n  \"format\": \"gainsay-report\""));
  close (fd);

  g_assert_cmpint (g_stat (fifo, &info), ==, 0);
  g_assert_true (S_ISFIFO (info.st_mode));
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autofree char *link = g_build_filename (self->folder, "link", NULL);
  g_autofree char *missing = g_build_filename (self->folder, "missing", "r.json", NULL);
  g_autoptr (GError) error = NULL;

  /* Not over the workspace itself, under whatever name. */
  g_assert_cmpint (symlink (self->workspace, link), ==, 0);
  g_assert_false (gs_report_export (self->workspace, json (), NULL, link, NULL, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_false (gs_report_export (self->workspace, json (), NULL, missing, NULL, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "r.json"));
  g_clear_error (&error);

  g_assert_false (gs_report_export (missing, json (), NULL, self->report, NULL, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_OPEN);
  g_assert_false (g_file_test (self->report, G_FILE_TEST_EXISTS));
}

static void
test_async (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  gs_report_export_async (self->workspace, json (), NULL, self->report, NULL,
                          (GAsyncReadyCallback) gs_test_take_result_cb, &result);
  gs_test_wait_result (&result, 30);
  gs_report_export_finish (result, &error);
  g_assert_no_error (error);
  assert_golden (self->report);
}

typedef struct
{
  GsReportSink parent;
  const char *path;
  guint n_claims;
  gboolean done;
} Meddler;

static gboolean
meddle_begin (GsReportSink *sink, const GsReportHeader *header, GError **error)
{
  return TRUE;
}

/* At the first article another program adds a claim on a new article. */
static gboolean
meddle_record (GsReportSink *sink, const GsRecordType *type, gpointer record, GError **error)
{
  Meddler *self = (Meddler *) sink;

  if (type == &gs_claim_type)
    self->n_claims++;

  if (type == &gs_article_type && !self->done)
    {
      g_autoptr (GsWorkspace) other = gs_workspace_open (self->path, GS_OPEN_READ_WRITE, error);
      g_autoptr (GsAction) action = gs_action_new ("Meddle");
      g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);
      g_autoptr (GsClaimRecord) claim = gs_record_new (&gs_claim_type);

      article->text = g_strdup ("new");
      claim->article = g_strdup (gs_action_save (action, &gs_article_type, article));
      gs_action_save (action, &gs_claim_type, claim);
      self->done = TRUE;

      return other != NULL && gs_workspace_perform (other, action, error);
    }

  return TRUE;
}

static gboolean
meddle_end (GsReportSink *sink, GError **error)
{
  return TRUE;
}

/* While another program writes, the report is of one state. */
static void
test_one_state (Fixture *self, gconstpointer data)
{
  Meddler meddler = { { meddle_begin, meddle_record, meddle_end, NULL }, self->workspace, 0, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = gs_workspace_open (self->workspace, GS_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  gs_report_feed (workspace, NULL, &meddler.parent, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (meddler.done);
  g_assert_cmpuint (meddler.n_claims, ==, 3);
  g_assert_cmpint (gs_workspace_count (workspace, &gs_claim_type, NULL), ==, 4);
}

static gboolean
is_filed (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = gs_workspace_open (self->workspace, GS_OPEN_READ_ONLY, &error);
  g_autoptr (GsStandpoints) standpoints = NULL;

  g_assert_no_error (error);
  standpoints = gs_standpoints_new (workspace, &error);
  g_assert_no_error (error);

  return gs_standpoints_is_filed (standpoints);
}

/* What is due is not worked out again for each question of a report. */
static void
test_due (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (is_filed (self));

  gs_report_export (self->workspace, json (), NULL, self->report, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (is_filed (self));

  gs_report_export (self->workspace, gs_report_format_by_nick ("html"), NULL, self->report, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_filed (self));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/report/export/new", Fixture, NULL, set_up, test_new, tear_down);
  g_test_add ("/report/export/replace", Fixture, NULL, set_up, test_replace, tear_down);
  g_test_add ("/report/export/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/report/export/no-space", Fixture, NULL, set_up, test_no_space, tear_down);
  g_test_add ("/report/export/special", Fixture, NULL, set_up, test_special, tear_down);
  g_test_add ("/report/export/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/report/export/async", Fixture, NULL, set_up, test_async, tear_down);
  g_test_add ("/report/export/due", Fixture, NULL, set_up, test_due, tear_down);
  g_test_add ("/report/export/one-state", Fixture, NULL, set_up, test_one_state, tear_down);

  return g_test_run ();
}
