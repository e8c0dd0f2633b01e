/* fuzz-check.c: what must be true of whatever a reader makes of any bytes.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz-check.h"

#include <string.h>

const GsExtractLimits gs_fuzz_limits = {
  .max_bytes = 1024 * 1024,
  .max_depth = 512,
  .max_attributes = 1000,
  .max_expanded = 4 * 1024 * 1024,
  .max_ratio = 200,
  .max_parts = 1000,
};

static void
check_text (const char *text)
{
  g_assert (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
check_zones (const GsArticleRecord *article)
{
  gint64 chars = g_utf8_strlen (article->text, -1);
  gint64 at = 0;

  for (guint i = 0; i < article->zones->len; i++)
    {
      const GsZoneRecord *zone = article->zones->pdata[i];

      g_assert (zone->start >= at && zone->end > zone->start && zone->end <= chars);
      at = zone->end;
    }
}

void
gs_fuzz_check_articles (GPtrArray *articles)
{
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    {
      const GsArticleRecord *article = articles->pdata[i];

      g_assert (article->text != NULL);
      for (guint j = 0; j < gs_article_type.n_fields; j++)
        {
          const GsField *field = &gs_article_type.fields[j];

          if (field->kind == GS_FIELD_TEXT)
            check_text (GS_FIELD_VALUE (field, article, char *));
        }
      check_zones (article);
    }
}

void
gs_fuzz_check_error (gboolean done, const GError *error)
{
  g_assert (done == (error == NULL));
  if (error == NULL)
    return;

  g_assert (g_error_matches (error, GS_ERROR, GS_ERROR_UNREADABLE)
            || g_error_matches (error, GS_ERROR, GS_ERROR_LIMIT));
  g_assert (error->message[0] != '\0' && g_utf8_validate (error->message, -1, NULL));
}

void
gs_fuzz_read (GsReadFunc read, GBytes *bytes)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_article_record_free);
  g_autoptr (GError) error = NULL;
  GsIntake intake = { .limits = &gs_fuzz_limits, .articles = articles };
  gboolean done;

  if (g_bytes_get_size (bytes) == 0)
    return;

  done = read (&intake, bytes, &error);
  gs_fuzz_check_error (done, error);
  gs_fuzz_check_articles (articles);
}
