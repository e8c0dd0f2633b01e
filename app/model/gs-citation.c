/* gs-citation.c: a passage as one quotes it elsewhere.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-citation.h"

#include <glib/gi18n-lib.h>

#include "gs-labels.h"
#include "gs-text.h"

static void
add_part (GPtrArray *parts, const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (parts, g_strdup (text));
}

/* "Jane Doe, “Title”, The Courier, 5 November 2022, page 3, https://…" */
static char *
describe_place (const GsArticleRecord *article, gint64 offset)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  /* Translators: the title of an article, in the quotation marks of the language. */
  g_autofree char *title = article->title != NULL ? g_strdup_printf (_ ("“%s”"), article->title) : NULL;
  g_autofree char *dates = gs_label_dates (article->published_lo, article->published_hi);
  g_autofree char *page = gs_label_page (article, offset);

  add_part (parts, article->byline);
  add_part (parts, title);
  add_part (parts, article->outlet != NULL ? article->outlet : article->agency);
  add_part (parts, dates);
  add_part (parts, page);
  add_part (parts, article->url);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}

/**
 * gs_citation_quote:
 * @article: an article with its text
 * @start: where the passage begins, in code points
 * @end: where it ends, half-open
 *
 * Returns: (transfer full) (nullable): the passage in quotation marks, and in brackets who
 *   wrote it, where and when; %NULL where the article has no such passage
 */
char *
gs_citation_quote (const GsArticleRecord *article, gint64 start, gint64 end)
{
  g_autoptr (GsText) text = gs_text_new (article->text != NULL ? article->text : "");
  g_autofree char *slice = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *place = NULL;

  if (start < 0 || start >= end || end > gs_text_length (text))
    return NULL;

  slice = gs_text_slice (text, start, end);
  quote = gs_text_on_one_line (slice);
  place = describe_place (article, start);

  return *place != '\0' ? g_strdup_printf (_ ("“%s” (%s)"), quote, place) : g_strdup_printf (_ ("“%s”"), quote);
}
