/* fuzz-project.c: any bytes as the project of another program, to the reader READER.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SOURCE makes the file of the input. What is read is read as the same again,
 * and as a report it is written and read as the same.
 */

#include "config.h"

#include "fuzz-parts.h"
#include "fuzz.h"

#include "gs-error.h"
#include "gs-exchange.h"
#include "memory-report.h"

static GsMemoryReport *
read_project (GBytes *bytes, GError **error)
{
  g_autoptr (GInputStream) in = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GsMemoryReport) report = gs_memory_report_new ();

  return READER (in, &report->parent, error) ? g_steal_pointer (&report) : NULL;
}

static void
check_report (GsMemoryReport *report)
{
  g_autoptr (GBytes) written = gs_memory_report_write (report, "json");
  g_autoptr (GError) error = NULL;
  g_autoptr (GsMemoryReport) back = gs_memory_report_read (written, "json", &error);

  g_assert_no_error (error);
  gs_assert_reports_equal (report, back);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = length > 0 ? SOURCE (data, length) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GsMemoryReport) report = NULL;
  g_autoptr (GsMemoryReport) again = NULL;

  if (bytes == NULL)
    return 0;

  report = read_project (bytes, &error);
  if (report == NULL)
    {
      g_assert_true (g_error_matches (error, GS_ERROR, GS_ERROR_UNREADABLE)
                     || g_error_matches (error, GS_ERROR, GS_ERROR_LIMIT));
      g_assert_true (error->message[0] != '\0' && g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  again = read_project (bytes, NULL);
  gs_assert_reports_equal (report, again);
  check_report (report);

  return 0;
}
