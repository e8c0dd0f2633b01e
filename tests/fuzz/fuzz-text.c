/* fuzz-text.c: any bytes as a text of the format FORMAT, in whatever encoding.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz-check.h"
#include "fuzz.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_article_record_free);
  g_autoptr (GsDocument) document = gs_document_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GsDecoded) decoded = { 0 };
  GsIntake intake = { .limits = &gs_fuzz_limits, .articles = articles };
  gboolean done;

  gs_decode (data, length, &decoded);
  g_assert (g_utf8_validate (decoded.text, decoded.length, NULL));
  g_assert (memchr (decoded.text, '\0', decoded.length) == NULL);
  g_assert (memchr (decoded.text, '\r', decoded.length) == NULL);

  done = gs_intake_decoded (&intake, document, FORMAT, &decoded, &error);
  gs_fuzz_check_error (done, error);
  if (done)
    gs_intake_finish (&intake, g_steal_pointer (&document), bytes, "text/plain");
  gs_fuzz_check_articles (articles);

  return 0;
}
