/* gs-html-trim.c: what stands in the article's element and is not its text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * After each block has its kind: sections headed "Related" or "Comments",
 * lines that only say who and when, and what the page says twice.
 */

#include "config.h"

#include "gs-html-page.h"

#include "gs-dates.h"
#include "gs-phrases.h"

#define MAX_HEADING_WORDS 8
#define MAX_DATE_WORDS 14
#define MAX_SCRAP_WORDS 6
#define MIN_REPEATED_WORDS 6
#define REPEATED_WITHIN 6

/* More lines than these before the first paragraph are a table or a list. */
#define MAX_SCRAPS 16

static gboolean
is_kept (const GsBlock *block)
{
  return block->kind == GS_ZONE_BODY || block->kind == GS_ZONE_SUBHEAD;
}

static gboolean
is_text (const GsBlock *block)
{
  return block->kind == GS_ZONE_BODY && gs_block_is_prose (block);
}

static guint
count_blocks (GsPage *page)
{
  return MIN (page->document->blocks->len, page->places->len);
}

static GsContainer *
container (GsPage *page, int index)
{
  return &g_array_index (page->containers, GsContainer, index);
}

static int
container_of (GsPage *page, guint index)
{
  return g_array_index (page->places, GsPagePlace, index).container;
}

static gboolean
is_in (GsPage *page, guint index, int section)
{
  int at = container_of (page, index);

  while (at > section)
    at = container (page, at)->parent;

  return at == section;
}

/* The innermost element that holds the heading and something else. */
static int
section_of (GsPage *page, guint heading)
{
  int at = container_of (page, heading);

  while (at >= 0 && container (page, at)->blocks < 2)
    at = container (page, at)->parent;

  return at;
}

static gboolean
heads_other (GsPage *page, guint index)
{
  const GsBlock *block = gs_document_block (page->document, index);
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (block->words > MAX_HEADING_WORDS || (block->level == 0 && block->final))
    return FALSE;
  text = gs_document_block_text (page->document, block);
  folded = gs_phrases_fold (text);

  return gs_phrases_is_furniture (folded) || (block->level > 0 && gs_phrases_heads_other (folded));
}

/* A section of its own goes whole. In the article's own element the rest
 * goes, unless much of the article is still to come. */
static void
drop_section (GsPage *page, guint heading, int section)
{
  guint n = count_blocks (page);
  guint before = 0;
  guint after = 0;

  for (guint i = 0; i < n; i++)
    {
      const GsBlock *block = gs_document_block (page->document, i);

      if (!is_text (block))
        continue;
      if (i < heading && is_in (page, i, section))
        before += block->chars;
      else if (i > heading && is_in (page, i, section))
        after += block->chars;
    }
  if (before > 0 && after > before)
    return;

  for (guint i = heading; i < n && is_in (page, i, section); i++)
    {
      GsBlock *block = gs_document_block (page->document, i);

      if (is_kept (block))
        block->kind = GS_ZONE_BOILERPLATE;
    }
}

static guint
find_text (GsPage *page)
{
  guint n = count_blocks (page);
  guint first = 0;

  while (first < n && !is_text (gs_document_block (page->document, first)))
    first++;

  return first;
}

static void
drop_sections (GsPage *page)
{
  guint n = count_blocks (page);

  for (guint i = find_text (page) + 1; i < n; i++)
    {
      const GsBlock *block = gs_document_block (page->document, i);
      int section;

      if (block->kind == GS_ZONE_TITLE || gs_html_is_out (page, i) || !heads_other (page, i))
        continue;
      section = section_of (page, i);
      if (section >= 0)
        drop_section (page, i, section);
    }
}

static gboolean
is_scrap (GsPage *page, guint index)
{
  const GsBlock *block = gs_document_block (page->document, index);
  guint place = g_array_index (page->places, GsPagePlace, index).place;
  g_autofree char *text = NULL;
  GsDay day = { 0 };

  /* A short line may have been taken for a subhead of the text below. */
  if (!is_kept (block) || block->final || block->level > 0 || (place & GS_PLACE_QUOTE) != 0
      || (block->flags & GS_BLOCK_LIST) != 0)
    return FALSE;
  if (block->words <= MAX_SCRAP_WORDS && (place & GS_PLACE_BODY) == 0)
    return TRUE;
  if (block->words > MAX_DATE_WORDS)
    return FALSE;
  text = gs_document_block_text (page->document, block);

  return gs_dates_find (text, &day, NULL) && day.year != 0;
}

/* Before the first paragraph and after the last there are lines of a few
 * words: a date, a section, minutes to read. */
static void
drop_scraps (GsPage *page)
{
  guint n = count_blocks (page);
  guint first = find_text (page);
  guint scraps = 0;

  if (first == n)
    return;
  for (guint i = 0; i < first; i++)
    scraps += is_scrap (page, i);
  for (guint i = 0; i < first && scraps <= MAX_SCRAPS; i++)
    {
      if (is_scrap (page, i))
        gs_document_block (page->document, i)->kind = GS_ZONE_BOILERPLATE;
    }
  for (guint i = n; i-- > first && !is_text (gs_document_block (page->document, i));)
    {
      if (is_scrap (page, i))
        gs_document_block (page->document, i)->kind = GS_ZONE_BOILERPLATE;
    }
}

/* Captions and standfirsts stand there twice for screens of two sizes; what
 * comes again further on, the author meant to say again. */
static void
drop_repetitions (GsPage *page)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < count_blocks (page); i++)
    {
      GsBlock *block = gs_document_block (page->document, i);
      g_autofree char *text = NULL;
      guint last;

      if (block->words < MIN_REPEATED_WORDS || block->kind == GS_ZONE_BOILERPLATE || block->kind == GS_ZONE_TEASER)
        continue;
      text = gs_document_block_text (page->document, block);
      last = GPOINTER_TO_UINT (g_hash_table_lookup (seen, text));
      g_hash_table_insert (seen, g_steal_pointer (&text), GUINT_TO_POINTER (i + 1));
      if (last > 0 && i + 1 - last <= REPEATED_WITHIN && is_kept (block))
        block->kind = GS_ZONE_BOILERPLATE;
    }
}

/**
 * gs_html_trim:
 * @page: a page whose article has been found
 *
 * Marks what stands in the article and is not its text: sections that head other
 * stories, scraps, repetitions.
 */
void
gs_html_trim (GsPage *page)
{
  drop_sections (page);
  drop_scraps (page);
  drop_repetitions (page);
}
