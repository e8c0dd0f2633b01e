/* gs-html-head.c: the lines around a web page's headline: who and when.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asked only where the page's metadata leave something open.
 */

#include "config.h"

#include "gs-html-page.h"

#include <string.h>

#include "gs-byline.h"
#include "gs-dates.h"
#include "gs-metadata-private.h"
#include "gs-phrases.h"

/* Lines above the headline, and below it at most. */
#define ABOVE 4
#define BELOW 16

#define MAX_LINE_WORDS 14
#define MAX_NAME_WORDS 8

/* "Some One", "Some van der One": words with capitals, none with digits. */
static gboolean
is_name (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint capitals = 0;
  guint n = g_strv_length (words);

  if (n > MAX_NAME_WORDS || strpbrk (text, "0123456789?!") != NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    capitals += g_unichar_isupper (g_utf8_get_char (words[i]));

  return capitals >= 2 && (n - capitals) <= capitals;
}

static gboolean
read_author (GsPage *page, guint index)
{
  const GsBlock *block = gs_document_block (page->document, index);
  guint place = g_array_index (page->places, GsPagePlace, index).place;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *name = NULL;

  if (block->words > MAX_LINE_WORDS || block->level == 1 || gs_block_is_prose (block))
    return FALSE;
  text = gs_document_block_text (page->document, block);
  folded = gs_phrases_fold (text);
  if ((place & GS_PLACE_AUTHOR) == 0 && gs_phrases_byline (folded) == 0)
    return FALSE;

  name = gs_byline_clean (text);
  if (name == NULL || !is_name (name))
    return FALSE;
  gs_metadata_add_page_author (page->metadata, name);

  return TRUE;
}

static gboolean
read_day (GsPage *page, guint index)
{
  const GsBlock *block = gs_document_block (page->document, index);
  g_autofree char *text = NULL;
  g_autofree char *iso = NULL;
  GsDay day = { 0 };

  if (block->words > MAX_LINE_WORDS || block->level > 0 || gs_block_is_prose (block))
    return FALSE;
  text = gs_document_block_text (page->document, block);
  if (!gs_dates_find (text, &day, NULL) || day.year == 0)
    return FALSE;

  iso = gs_dates_format (&day);
  if (iso != NULL)
    gs_metadata_add_page_day (page->metadata, iso);

  return iso != NULL;
}

/* Names that markup marks, near the headline; a name once. */
static gboolean
read_marked_authors (GsPage *page, guint first, guint end)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < page->authors->len; i++)
    {
      const GsPageAuthor *author = &g_array_index (page->authors, GsPageAuthor, i);
      g_autofree char *text = author->block >= first && author->block <= end ? gs_metadata_clean (author->name) : NULL;
      g_autofree char *name = text != NULL ? gs_byline_clean (text) : NULL;

      if (name == NULL || !is_name (name) || strstr (names->str, name) != NULL)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  if (names->len > 0)
    gs_metadata_add_page_author (page->metadata, names->str);

  return names->len > 0;
}

/**
 * gs_html_read_head:
 * @page: a page; who and when go into its metadata where nothing better is known
 * @title: index of the headline's block; -1 for none, then nothing is read
 * @first_prose: index of the first block of running text
 *
 * Reads the lines around the headline, those below it before those above.
 */
void
gs_html_read_head (GsPage *page, int title, guint first_prose)
{
  guint n = MIN (page->document->blocks->len, page->places->len);
  gboolean author = !gs_metadata_wants_author (page->metadata);
  gboolean day = !gs_metadata_wants_day (page->metadata);
  guint first = title > ABOVE ? (guint) title - ABOVE : 0;
  guint end = MIN (n, MIN (first_prose, (guint) MAX (title, 0) + BELOW) + 1);

  if (title < 0)
    return;
  author = author || read_marked_authors (page, first, end);
  /* Below the headline before above it. */
  for (guint i = (guint) title + 1; i < end && !(author && day); i++)
    {
      author = author || read_author (page, i);
      day = day || read_day (page, i);
    }
  for (guint i = (guint) title; i-- > first && !(author && day);)
    {
      author = author || read_author (page, i);
      day = day || read_day (page, i);
    }
}
