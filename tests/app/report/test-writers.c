/* test-writers.c: the formats that are written for people and other programs.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "check-writers.h"
#include "gs-test.h"
#include "memory-report.h"

typedef struct
{
  const char *nick;
  const char *golden; /* NULL: what comes out depends on the fonts */
  /* Fails unless @bytes are well formed and hold every claim of @report. */
  void (*check) (GBytes *bytes, GsMemoryReport *report);
  /* Of an archive: the file in it that is compared with @golden. */
  const char *file;
} Format;

static const Format formats[] = {
  { "csv", "golden/report/small.csv", gs_check_csv },
  { "html", "golden/report/small.html", gs_check_html },
  { "webanno", "golden/report/small.jsonld", gs_check_webanno },
  { "stix", "golden/report/small.stix.json", gs_check_stix },
  { "claimreview", "golden/report/small.claims.jsonld", gs_check_claimreview },
  { "csv-links", "golden/report/small.links.csv", gs_check_csv_links },
  { "csv-sources", "golden/report/small.sources.csv", gs_check_csv_sources },
  { "xlsx", "golden/report/small.xlsx.xml", gs_check_xlsx, "xl/worksheets/sheet1.xml" },
  { "odt", "golden/report/small.odt.xml", gs_check_odt, "content.xml" },
#if HAVE_PANGOCAIRO
  { "pdf", NULL, gs_check_pdf },
#endif
  { "qdpx", "golden/report/small.qde", gs_check_qdpx, "project.qde" },
};

static GsWorkspace *
open_small (void)
{
  g_autofree char *path = gs_test_data ("golden/report/small.json");
  g_autoptr (GBytes) bytes = gs_test_read (path);
  g_autoptr (GError) error = NULL;
  GsWorkspace *workspace = gs_workspace_new_in_memory (&error);

  g_assert_no_error (error);
  gs_report_import (workspace, bytes, "small", NULL, &error);
  g_assert_no_error (error);

  return workspace;
}

/* Emoji before spans, markup, right-to-left and combining text, control
 * characters, notes of 100 kB: see memory-report.c. */
static GsWorkspace *
open_naughty (guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20221105);
  g_autoptr (GsMemoryReport) report = gs_memory_report_random (rand, n);
  g_autoptr (GError) error = NULL;
  GsWorkspace *workspace = gs_workspace_new_in_memory (&error);

  g_assert_no_error (error);
  gs_memory_report_tame (report);
  gs_memory_report_load (report, workspace, &error);
  g_assert_no_error (error);

  return workspace;
}

static GBytes *
write_bytes (GsWorkspace *workspace, const char *nick, const GsReportOptions *scope)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  gs_report_write (workspace, gs_report_format_by_nick (nick), scope, out, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (out, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static void
test_golden (gconstpointer data)
{
  const Format *format = data;
  g_autofree char *path = gs_test_data (format->golden);
  g_autoptr (GBytes) golden = gs_test_read (path);
  g_autoptr (GsWorkspace) workspace = open_small ();
  g_autoptr (GBytes) bytes = write_bytes (workspace, format->nick, NULL);

  if (format->file != NULL)
    {
      g_autoptr (GHashTable) files = gs_check_unzip (bytes);

      gs_assert_bytes_equal (golden, g_hash_table_lookup (files, format->file));
    }
  else
    gs_assert_bytes_equal (golden, bytes);
}

static void
test_naughty (gconstpointer data)
{
  const Format *format = data;
  g_autoptr (GsWorkspace) workspace = open_naughty (format->golden != NULL ? 40 : 3); /* shaping emoji takes its time */
  g_autoptr (GsMemoryReport) report = gs_memory_report_of (workspace, NULL);
  g_autoptr (GBytes) bytes = write_bytes (workspace, format->nick, NULL);
  g_autoptr (GBytes) again = write_bytes (workspace, format->nick, NULL);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  g_assert_true (format->file != NULL || format->golden == NULL || g_utf8_validate_len (text, length, NULL));
  format->check (bytes, report);
  gs_assert_bytes_equal (bytes, again);
}

/* A part holds what belongs to it and nothing else. */
static void
test_scope (gconstpointer data)
{
  const Format *format = data;
  g_autoptr (GsWorkspace) workspace = open_small ();
  GsReportOptions scopes[] = {
    { .question = (char *) "5a11c0de-0000-4000-8000-000000000007" },
    { .tag = (char *) "5a11c0de-0000-4000-8000-000000000003" },
    { .tag = (char *) "no such tag" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_autoptr (GsMemoryReport) report = gs_memory_report_of (workspace, &scopes[i]);
      g_autoptr (GBytes) bytes = write_bytes (workspace, format->nick, &scopes[i]);

      format->check (bytes, report);
    }
}

static void
test_empty (gconstpointer data)
{
  const Format *format = data;
  g_autoptr (GsWorkspace) workspace = gs_workspace_new_in_memory (NULL);
  g_autoptr (GsMemoryReport) report = gs_memory_report_of (workspace, NULL);
  g_autoptr (GBytes) bytes = write_bytes (workspace, format->nick, NULL);

  format->check (bytes, report);
}

/* A stream that fails fails the report; a cancelled one stops. */
static void
test_failing (gconstpointer data)
{
  const Format *format = data;
  g_autoptr (GsWorkspace) workspace = open_small ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) out = NULL;
  char room[100];

  out = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_assert_false (gs_report_write (workspace, gs_report_format_by_nick (format->nick), NULL, out, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (gs_report_write (workspace, gs_report_format_by_nick (format->nick), NULL, out, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_formulas (void)
{
  static const struct
  {
    const char *summary;
    const char *cell;
  } cells[] = {
    { "=1+1", ",'=1+1," },
    { "+1", ",'+1," },
    { "-1", ",'-1," },
    { "@SUM(A1)", ",'@SUM(A1)," },
    { "\t=1", ",'\t=1," },
    { "\r=1", ",\"'\r=1\"," },
    { "=HYPERLINK(\"http://example.org\",\"x\")", ",\"'=HYPERLINK(\"\"http://example.org\"\",\"\"x\"\")\"," },
    { "1=1", ",1=1," },
    { "a, b", ",\"a, b\"," },
    { "two\nlines", ",\"two\nlines\"," },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GsMemoryReport) report = gs_memory_report_new ();
      g_autoptr (GBytes) bytes = NULL;
      GsClaimRecord *claim = gs_record_append (report->records[5], &gs_claim_type);

      claim->uuid = g_uuid_string_random ();
      claim->summary = g_strdup (cells[i].summary);
      bytes = gs_memory_report_write (report, "csv");
      g_test_message ("%s", cells[i].cell);
      g_assert_nonnull (
        g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), cells[i].cell));
    }
}

/* All of a report is in its language, what the rules say too. */
static void
test_language (void)
{
  static const char *const english[] = { "Reconciled if", "opposite stance", "independent origin", " denies:" };
  g_autoptr (GsWorkspace) workspace = open_small ();
  GsReportOptions options = { .language = (char *) "nl" };
  g_autoptr (GBytes) bytes = write_bytes (workspace, "html", &options);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  g_assert_nonnull (g_strstr_len (text, (gssize) length, "tegengestelde houding"));
  g_assert_nonnull (g_strstr_len (text, (gssize) length, "onafhankelijke oorsprong"));
  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    g_assert_null (g_strstr_len (text, (gssize) length, english[i]));
}

static void
add (const char *name, const Format *format, GTestDataFunc func)
{
  g_autofree char *path = g_strdup_printf ("/report/writers/%s/%s", name, format->nick);

  g_test_add_data_func (path, format, func);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (formats[i].golden != NULL)
        add ("golden", &formats[i], test_golden);
      add ("naughty", &formats[i], test_naughty);
      add ("scope", &formats[i], test_scope);
      add ("empty", &formats[i], test_empty);
      add ("failing", &formats[i], test_failing);
    }
  g_test_add_func ("/report/writers/formulas", test_formulas);
  g_test_add_func ("/report/writers/language", test_language);

  return g_test_run ();
}
