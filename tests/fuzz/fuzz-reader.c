/* fuzz-reader.c: any bytes to the reader of one format, READER.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Past the detection of formats, which would turn most of them away.
 */

#include "config.h"

#include "fuzz-check.h"
#include "fuzz.h"

#include "gs-columns.h"
#include "gs-feed.h"
#include "gs-mail.h"
#include "gs-news.h"
#include "gs-office.h"
#include "gs-warc.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  gs_fuzz_read (READER, bytes);

  return 0;
}
