/* fuzz-package.c: any parts of a ZIP archive to the reader READER.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz-check.h"
#include "fuzz-parts.h"
#include "fuzz.h"

#include "gs-office.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = length > 0 ? gs_fuzz_archive (data, length) : NULL;

  if (bytes != NULL)
    gs_fuzz_read (READER, bytes);

  return 0;
}
