/* fuzz-extract.c: gs_extract() on whatever a fuzzer makes up.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz.h"

#include "gs-extract.h"

/* Small, so that what is quadratic shows as a slow unit. */
static const GsExtractLimits limits = {
  .max_bytes = 1024 * 1024,
  .max_depth = 512,
  .max_attributes = 1000,
  .max_expanded = 4 * 1024 * 1024,
  .max_ratio = 200,
  .max_parts = 1000,
};

static void
check_article (const GsArticleRecord *article)
{
  gint64 chars;
  gint64 at = 0;

  g_assert (g_utf8_validate (article->text, -1, NULL));
  g_assert (article->title == NULL || g_utf8_validate (article->title, -1, NULL));
  g_assert (article->note == NULL || g_utf8_validate (article->note, -1, NULL));
  chars = g_utf8_strlen (article->text, -1);
  for (guint i = 0; i < article->zones->len; i++)
    {
      const GsZoneRecord *zone = article->zones->pdata[i];

      g_assert (zone->start >= at && zone->end > zone->start && zone->end <= chars);
      at = zone->end;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = gs_extract_all (bytes, NULL, &limits, &error);

  g_assert ((articles == NULL) == (error != NULL));
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    check_article (articles->pdata[i]);

  return 0;
}
