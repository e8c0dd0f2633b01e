/* fuzz-pdf.c: any bytes as the lines that gainsay-pdf wrote.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Poppler itself runs in a process of its own and is not under test.
 */

#include "config.h"

#include "fuzz-check.h"
#include "fuzz.h"

#include "gs-pdf.h"

static gboolean
read_lines (GsIntake *intake, GBytes *bytes, GError **error)
{
  return gs_pdf_read_lines (intake, bytes, bytes, error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  gs_fuzz_read (read_lines, bytes);

  return 0;
}
