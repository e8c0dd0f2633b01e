/* fuzz-report.c: any bytes as a report.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is read must be written and read again as the same. FORMAT is the nick
 * of the format under test.
 */

#include "config.h"

#include "fuzz.h"

#include "gs-error.h"
#include "memory-report.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GsMemoryReport) report = gs_memory_report_read (bytes, FORMAT, &error);
  g_autoptr (GsMemoryReport) back = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) again = NULL;

  if (report == NULL)
    {
      g_assert_true (g_error_matches (error, GS_ERROR, GS_ERROR_UNREADABLE)
                     || g_error_matches (error, GS_ERROR, GS_ERROR_LIMIT));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  written = gs_memory_report_write (report, FORMAT);
  back = gs_memory_report_read (written, FORMAT, &error);
  g_assert_no_error (error);
  gs_assert_reports_equal (report, back);
  again = gs_memory_report_write (back, FORMAT);
  gs_assert_bytes_equal (written, again);

  return 0;
}
