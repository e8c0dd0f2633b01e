/* fuzz-extract.c: gs_extract_all() on whatever a fuzzer makes up.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz-check.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = gs_extract_all (bytes, NULL, &gs_fuzz_limits, &error);

  gs_fuzz_check_error (articles != NULL, error);
  gs_fuzz_check_articles (articles);

  return 0;
}
