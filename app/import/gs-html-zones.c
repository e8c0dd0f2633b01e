/* gs-html-zones.c: which blocks of a web page are the article.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The article is where the running text is: from the outermost element down
 * as long as one child holds most of it. Around it, the title is looked for
 * upwards; everything else is the page's furniture, kept and marked.
 */

#include "config.h"

#include "gs-html-page.h"

#include <string.h>

#include "gs-phrases.h"
#include "gs-zones.h"

/* A child with this share of its parent's running text is the article. */
#define SHARE_NUMERATOR 2
#define SHARE_DENOMINATOR 3

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
is_running_text (GsPage *page, guint index, guint not_in)
{
  const GsBlock *block = gs_document_block (page->document, index);

  return (place (page, index) & not_in) == 0 && gs_block_is_prose (block) && block->links * 3 <= block->chars;
}

static guint64
sum_prose (GsPage *page, guint not_in)
{
  guint64 sum = 0;

  for (guint i = 0; i < page->document->blocks->len; i++)
    {
      if (is_running_text (page, i, not_in))
        sum += gs_document_block (page->document, i)->chars;
    }

  return sum;
}

/* Class names are only a hint: where believing them would leave little, they
 * are not believed. */
static guint
choose_exclusion (GsPage *page)
{
  guint hard = GS_PLACE_FURNITURE | GS_PLACE_ASIDE | GS_PLACE_CAPTION;
  guint64 all = sum_prose (page, hard);
  guint64 kept = sum_prose (page, hard | GS_PLACE_HINTED);

  if (kept * 5 >= all * 2 && kept > 0)
    return hard | GS_PLACE_HINTED;

  return all > 0 ? hard : GS_PLACE_FURNITURE;
}

static void
weigh_containers (GsPage *page, guint not_in)
{
  for (guint i = 0; i < page->places->len; i++)
    {
      const GsBlock *block = gs_document_block (page->document, i);
      guint weight = block->chars;

      if (!is_running_text (page, i, not_in))
        continue;
      if (place (page, i) & GS_PLACE_BODY)
        weight *= 3;
      else if (place (page, i) & GS_PLACE_ARTICLE)
        weight = weight * 3 / 2;
      for (int at = g_array_index (page->places, GsPagePlace, i).container; at >= 0; at = container (page, at)->parent)
        container (page, at)->prose += weight;
    }
}

/* The outermost has all; a child comes after its parent in the table. */
static int
find_article (GsPage *page)
{
  int best = -1;

  for (guint i = 0; i < page->containers->len; i++)
    {
      const GsContainer *candidate = container (page, (int) i);

      if (candidate->parent < 0 && (best < 0 || candidate->prose > container (page, best)->prose))
        best = (int) i;
    }
  for (guint i = 0; best >= 0 && i < page->containers->len; i++)
    {
      const GsContainer *candidate = container (page, (int) i);

      if (candidate->parent == best
          && (guint64) candidate->prose * SHARE_DENOMINATOR >= (guint64) container (page, best)->prose * SHARE_NUMERATOR
          && candidate->prose > 0)
        best = (int) i;
    }

  return best;
}

static gboolean
is_inside (GsPage *page, guint index, int article)
{
  int at = index < page->places->len ? g_array_index (page->places, GsPagePlace, index).container : -1;

  while (at > article)
    at = container (page, at)->parent;

  return at == article;
}

/* Whether two headlines are the same but for punctuation, or one begins with
 * the other. */
static gboolean
is_same_title (const char *a, const char *b)
{
  g_autofree char *x = gs_phrases_fold (a);
  g_autofree char *y = gs_phrases_fold (b);

  return *x != '\0' && *y != '\0'
         && (g_str_equal (x, y) || (strlen (y) > 20 && g_str_has_prefix (x, y))
             || (strlen (x) > 20 && g_str_has_prefix (y, x)));
}

/* The block that bears the headline the page gives itself, else the first
 * great heading before the text. */
static int
find_title (GsPage *page, guint first_prose)
{
  const char *headline = gs_metadata_get_headline (page->metadata);
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
      if (headline == NULL || (block->level == 0 && i > first_prose))
        continue;
      text = gs_document_block_text (page->document, block);
      if ((place (page, i) & GS_PLACE_LINK) == 0 && is_same_title (text, headline))
        return (int) i;
    }

  return heading;
}

static int
kind_inside (GsPage *page, guint index, guint not_in)
{
  const GsBlock *block = gs_document_block (page->document, index);
  guint where = place (page, index);

  if (where & GS_PLACE_CAPTION)
    return GS_ZONE_CAPTION;
  if ((where & GS_PLACE_CREDIT) != 0 && block->words < 25)
    return GS_ZONE_CREDIT;
  if (where & not_in)
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
mark_inside (GsPage *page, int article, guint not_in, int title)
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
        block->kind = kind_inside (page, i, not_in);
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

void
gs_html_zones_classify (GsPage *page)
{
  GsDocument *document = page->document;
  guint not_in = choose_exclusion (page);
  guint first_prose = 0;
  int article;
  int title;

  weigh_containers (page, not_in);
  article = find_article (page);
  while (first_prose < page->places->len
         && !(is_running_text (page, first_prose, not_in) && is_inside (page, first_prose, article)))
    first_prose++;

  title = find_title (page, first_prose);
  mark_inside (page, article, not_in, title);
  if (title >= 0 && document->article->title == NULL)
    document->article->title = gs_document_block_text (document, gs_document_block (document, (guint) title));
  /* What the page says of itself goes before what its text lets guess. */
  gs_metadata_apply (page->metadata, document->article);
  gs_zones_classify (document);
  mark_last_headings (page);
}
