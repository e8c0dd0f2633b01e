/* fuzz-http.c: any bytes as a response over HTTP.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz-check.h"
#include "fuzz.h"

#include "gs-http.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) response = g_bytes_new (data, length);
  g_autoptr (GBytes) page = gs_http_page (response, &gs_fuzz_limits);
  gsize header = gs_http_body ((const char *) data, length);
  g_autofree char *type = NULL;

  g_assert (header <= length);
  g_assert (page == NULL || g_bytes_get_size (page) <= gs_fuzz_limits.max_expanded);
  type = gs_http_field ((const char *) data, header, "Content-Type");
  gs_http_is_page (type);

  return 0;
}
