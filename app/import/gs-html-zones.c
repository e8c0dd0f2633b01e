/* gs-html-zones.c: which blocks of a web page are the article.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands in the article's element and in no furniture is the article.
 * The title is looked for upwards from it; everything else is kept and marked
 * as the page's.
 */

#include "config.h"

#include "gs-html-page.h"

#include <string.h>

#include "gs-headline.h"
#include "gs-phrases.h"
#include "gs-zones.h"

static guint
place (GsPage *page, guint index)
{
  return index < page->places->len ? g_array_index (page->places, GsPagePlace, index).place : 0;
}

static GsContainer *
container (GsPage *page, int index)
{
  return &g_array_index (page->containers, GsContainer, index);
}

static gboolean
is_linked (const GsBlock *block)
{
  return block->links * 2 > block->chars;
}

static gboolean
is_running_text (GsPage *page, guint index)
{
  const GsBlock *block = gs_document_block (page->document, index);

  return !gs_html_is_out (page, index) && (place (page, index) & GS_PLACE_CAPTION) == 0 && gs_block_is_prose (block)
         && block->links * 3 <= block->chars;
}

static gboolean
is_inside (GsPage *page, guint index, int article)
{
  int at = index < page->places->len ? g_array_index (page->places, GsPagePlace, index).container : -1;

  while (at > article)
    at = container (page, at)->parent;

  return at == article;
}

/* Whether two folded headlines are the same, or one begins with the other. */
static gboolean
is_same_title (const char *x, const char *y)
{
  return *x != '\0' && *y != '\0'
         && (g_str_equal (x, y) || (strlen (y) > 20 && g_str_has_prefix (x, y))
             || (strlen (x) > 20 && g_str_has_prefix (y, x)));
}

static gboolean
is_headline (GPtrArray *headlines, const char *text)
{
  g_autofree char *folded = gs_phrases_fold (text);

  for (guint i = 0; i < headlines->len; i++)
    {
      if (is_same_title (folded, headlines->pdata[i]))
        return TRUE;
    }

  return FALSE;
}

/* (transfer full): all the page calls its headline, folded. */
static GPtrArray *
collect_headlines (GsPage *page)
{
  GPtrArray *headlines = g_ptr_array_new_with_free_func (g_free);
  char *headline;

  while ((headline = gs_metadata_get_headline (page->metadata, headlines->len)) != NULL)
    {
      g_ptr_array_add (headlines, gs_phrases_fold (headline));
      g_free (headline);
    }

  return headlines;
}

/* The block that bears a headline the page gives itself, else the first great
 * heading before the text. */
static int
find_title (GsPage *page, guint first_prose)
{
  g_autoptr (GPtrArray) headlines = collect_headlines (page);
  guint n = MIN (page->document->blocks->len, page->places->len);
  int heading = -1;

  for (guint i = 0; i < n; i++)
    {
      const GsBlock *block = gs_document_block (page->document, i);
      g_autofree char *text = NULL;

      if (block->chars > 400 || (place (page, i) & (GS_PLACE_CAPTION | GS_PLACE_ASIDE)) != 0)
        continue;
      if (heading < 0 && block->level == 1 && i <= first_prose && block->words > 1)
        heading = (int) i;
      if (headlines->len == 0 || (block->level == 0 && i > first_prose) || (place (page, i) & GS_PLACE_LINK) != 0)
        continue;
      text = gs_document_block_text (page->document, block);
      if (is_headline (headlines, text))
        return (int) i;
    }

  return heading;
}

static int
kind_inside (GsPage *page, guint index)
{
  const GsBlock *block = gs_document_block (page->document, index);
  guint where = place (page, index);

  if (where & GS_PLACE_CAPTION)
    return GS_ZONE_CAPTION;
  if ((where & GS_PLACE_CREDIT) != 0 && block->words < 25)
    return GS_ZONE_CREDIT;
  if (gs_html_is_out (page, index))
    return GS_ZONE_BOILERPLATE;
  if (where & GS_PLACE_FIGURE)
    return block->level > 0 ? GS_ZONE_SUBHEAD : GS_ZONE_CAPTION;
  if (is_linked (block))
    return block->words > 3 ? GS_ZONE_TEASER : GS_ZONE_BOILERPLATE;
  if (block->level > 0)
    return GS_ZONE_SUBHEAD;

  return GS_ZONE_BODY;
}

static void
mark_inside (GsPage *page, int article, int title)
{
  gboolean before_text = title >= 0;

  for (guint i = 0; i < page->document->blocks->len; i++)
    {
      GsBlock *block = gs_document_block (page->document, i);
      gboolean inside = is_inside (page, i, article);
      /* The standfirst and the picture often stand between title and text,
       * outside the element that holds the text. */
      gboolean lead = before_text && (int) i > title && !inside;

      before_text = before_text && !inside;
      if ((int) i == title)
        block->kind = GS_ZONE_TITLE;
      else if (inside
               || (lead
                   && ((place (page, i) & (GS_PLACE_CAPTION | GS_PLACE_FIGURE)) != 0 || gs_block_is_prose (block))))
        block->kind = kind_inside (page, i);
      else
        block->kind = GS_ZONE_BOILERPLATE;
      /* Body blocks are left to the rules for plain text. */
      if (block->kind != GS_ZONE_BODY || (place (page, i) & GS_PLACE_QUOTE) != 0)
        block->flags |= GS_BLOCK_FIXED;
    }
}

/* Headings at the end, with nothing of the article below, head something else. */
static void
mark_last_headings (GsPage *page)
{
  for (guint i = page->document->blocks->len; i-- > 0;)
    {
      GsBlock *block = gs_document_block (page->document, i);

      if (block->kind == GS_ZONE_BODY)
        return;
      if (block->kind == GS_ZONE_SUBHEAD)
        block->kind = GS_ZONE_BOILERPLATE;
    }
}

/* A <title> is cut to size for windows; the headline on the page is whole. */
static void
name_article (GsPage *page, guint title)
{
  GsDocument *document = page->document;
  g_autofree char *text = gs_document_block_text (document, gs_document_block (document, title));
  g_autofree char *headline = NULL;

  if (document->article->title != NULL)
    return;
  if (gs_metadata_knows_headline (page->metadata))
    headline = gs_metadata_get_headline (page->metadata, 0);
  document->article->title =
    headline != NULL ? gs_headline_without_site (headline, NULL, text, FALSE) : g_steal_pointer (&text);
}

/**
 * gs_html_zones_classify:
 * @page: a page that has been read
 *
 * Gives every block its kind and the article its title.
 */
void
gs_html_zones_classify (GsPage *page)
{
  GsDocument *document = page->document;
  guint first_prose = 0;
  int article = gs_html_find_article (page);
  int title;

  while (first_prose < page->places->len
         && !(is_running_text (page, first_prose) && is_inside (page, first_prose, article)))
    first_prose++;

  title = find_title (page, first_prose);
  mark_inside (page, article, title);
  if (title >= 0)
    name_article (page, (guint) title);
  gs_html_read_head (page, title, first_prose);
  /* What the page says of itself goes before what its text lets guess. */
  gs_metadata_apply (page->metadata, document->article);
  gs_zones_classify_marked (document);
  gs_html_trim (page);
  mark_last_headings (page);
}
