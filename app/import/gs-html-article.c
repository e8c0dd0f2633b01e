/* gs-html-article.c: which element of a web page holds the article.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First it is settled which elements are the page's furniture: what markup and
 * class names say is believed unless it would leave little of the page's
 * running text. The article is where the rest of that text is: from the
 * outermost element down as long as one child holds most of it.
 */

#include "config.h"

#include "gs-html-page.h"

/* A child with this share of its parent's running text is the article. */
#define SHARE_NUMERATOR 2
#define SHARE_DENOMINATOR 3

/* Sayings that set an element apart. */
#define SURE_MARKS (GS_PLACE_FOREIGN | GS_PLACE_FURNITURE)
#define MARKS (SURE_MARKS | GS_PLACE_ASIDE | GS_PLACE_HINTED)

/* A card points to another story in a few words. */
#define MAX_CARD_CHARS 500
#define MIN_CARDS 3

static GsContainer *
container (GsPage *page, int index)
{
  return &g_array_index (page->containers, GsContainer, index);
}

static const GsPagePlace *
place (GsPage *page, guint index)
{
  return &g_array_index (page->places, GsPagePlace, index);
}

/* Running text by its words alone, wherever it stands. */
static gboolean
is_prose (GsPage *page, guint index)
{
  const GsBlock *block = gs_document_block (page->document, index);

  return (place (page, index)->place & (GS_PLACE_CAPTION | GS_PLACE_FIGURE)) == 0 && gs_block_is_prose (block)
         && block->links * 3 <= block->chars;
}

static void
add_up (GsPage *page)
{
  for (guint i = 0; i < page->places->len; i++)
    {
      const GsBlock *block = gs_document_block (page->document, i);
      gboolean prose = is_prose (page, i);
      gboolean marked = (block->level == 1 && block->words > 1) || (place (page, i)->place & GS_PLACE_BODY) != 0;

      for (int at = place (page, i)->container; at >= 0; at = container (page, at)->parent)
        {
          GsContainer *element = container (page, at);

          element->prose += prose ? block->chars : 0;
          element->chars += block->chars;
          element->links += block->links;
          element->quoted += (place (page, i)->place & GS_PLACE_QUOTE) != 0 ? block->chars : 0;
          element->blocks++;
          element->pointers += block->words > 3 && block->links * 2 > block->chars;
          element->marked = element->marked || marked;
        }
    }
}

/* Running text that is left when all marks in @marks are believed. */
static guint
kept_prose (GsPage *page, guint marks)
{
  guint sum = 0;

  for (guint i = 0; i < page->places->len; i++)
    {
      if ((place (page, i)->place & marks) == 0 && !gs_html_is_out (page, i) && is_prose (page, i))
        sum += gs_document_block (page->document, i)->chars;
    }

  return sum;
}

/* Frames of whole pages have telling names too ("sidebar-grid"), and some
 * sites put the whole page into a form. @prose is that of all elements of the
 * same make. */
static gboolean
is_believed (const GsContainer *element, guint prose, guint all, guint kept)
{
  /* "social-embed": a quotation is the article's, whatever its box is called. */
  if ((element->own & MARKS) == GS_PLACE_HINTED && element->quoted * 2 > element->chars)
    return FALSE;
  if ((guint64) prose * 5 < (guint64) all * 2)
    return TRUE;
  if (element->marked)
    return FALSE;
  if ((element->own & SURE_MARKS) != 0)
    return (guint64) (all - MIN (prose, all)) * 12 >= all;

  return (guint64) kept * 5 >= (guint64) all * 2;
}

/* Running text by make, of the outermost marked elements. */
static GHashTable *
count_makes (GsPage *page, guint marks)
{
  GHashTable *makes = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < page->containers->len; i++)
    {
      const GsContainer *element = container (page, (int) i);
      gpointer key = GUINT_TO_POINTER (element->make);
      int up = element->parent;

      while (up >= 0 && container (page, up)->make != element->make)
        up = container (page, up)->parent;
      if ((element->own & marks) != 0 && up < 0)
        g_hash_table_insert (makes, key,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (makes, key)) + element->prose));
    }

  return makes;
}

static void
settle_marks (GsPage *page, guint marks)
{
  g_autoptr (GHashTable) makes = count_makes (page, marks);
  guint all = kept_prose (page, 0);
  guint kept = kept_prose (page, marks);

  for (guint i = 0; i < page->containers->len; i++)
    {
      GsContainer *element = container (page, (int) i);
      guint prose = GPOINTER_TO_UINT (g_hash_table_lookup (makes, GUINT_TO_POINTER (element->make)));

      if (element->parent >= 0 && container (page, element->parent)->out)
        element->out = TRUE;
      else if ((element->own & marks) != 0 && is_believed (element, prose, all, kept))
        element->out = TRUE;
    }
}

/* Three or more of one make in a row, each with a link of several words and
 * little else, are no part of the article. */
static gboolean
is_card (const GsContainer *element)
{
  return !element->out && element->blocks > 1 && element->chars <= MAX_CARD_CHARS && element->pointers > 0
         && element->links * 5 >= element->chars;
}

static void
set_out_from (GsPage *page, guint first)
{
  for (guint i = first; i < page->containers->len; i++)
    {
      GsContainer *element = container (page, (int) i);

      if (element->parent >= 0 && container (page, element->parent)->out)
        element->out = TRUE;
    }
}

static void
find_cards (GsPage *page)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < page->containers->len; i++)
        {
          GsContainer *element = container (page, (int) i);
          gint64 key = (gint64) ((guint64) (guint32) element->parent << 32 | (guint32) element->make);
          guint n;

          if (!is_card (element))
            continue;
          n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &key));
          if (pass == 0)
            g_hash_table_insert (counts, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (n + 1));
          else if (n >= MIN_CARDS)
            element->out = TRUE;
        }
    }
  set_out_from (page, 0);
}

static void
weigh (GsPage *page)
{
  for (guint i = 0; i < page->places->len; i++)
    {
      guint weight = gs_document_block (page->document, i)->chars;
      int at = place (page, i)->container;

      if (!is_prose (page, i) || (at >= 0 && container (page, at)->out))
        continue;
      if (place (page, i)->place & GS_PLACE_BODY)
        weight *= 3;
      else if (place (page, i)->place & GS_PLACE_ARTICLE)
        weight = weight * 3 / 2;
      for (; at >= 0; at = container (page, at)->parent)
        container (page, at)->weight += weight;
    }
}

/* Whether @parent has more of the make of @child with text of their own: then
 * the article is cut into slices. */
static gboolean
is_slice (GsPage *page, int parent, int child)
{
  const GsContainer *chosen = container (page, child);

  for (guint i = (guint) parent + 1; i < page->containers->len; i++)
    {
      const GsContainer *other = container (page, (int) i);

      if ((int) i != child && other->parent == parent && other->make == chosen->make && !other->out
          && other->weight * 20 >= chosen->weight)
        return TRUE;
    }

  return FALSE;
}

/* The outermost has all; a child comes after its parent in the table. */
static int
find_article (GsPage *page)
{
  int best = -1;

  for (guint i = 0; i < page->containers->len; i++)
    {
      const GsContainer *candidate = container (page, (int) i);

      if (candidate->parent < 0 && (best < 0 || candidate->weight > container (page, best)->weight))
        best = (int) i;
    }
  for (guint i = 0; best >= 0 && i < page->containers->len; i++)
    {
      const GsContainer *candidate = container (page, (int) i);

      if ((container (page, best)->own & GS_PLACE_BODY) != 0)
        break;
      if (candidate->parent != best || candidate->blocks < 2
          || (guint64) candidate->weight * SHARE_DENOMINATOR
               < (guint64) container (page, best)->weight * SHARE_NUMERATOR)
        continue;
      if (is_slice (page, best, (int) i))
        break;
      best = (int) i;
    }

  return best;
}

/**
 * gs_html_find_article:
 * @page: a page that has been read; which of its containers are out is settled
 *
 * Returns: index of the article's container, -1 for none
 */
int
gs_html_find_article (GsPage *page)
{
  add_up (page);
  settle_marks (page, SURE_MARKS);
  settle_marks (page, MARKS);
  find_cards (page);
  weigh (page);

  return find_article (page);
}

/**
 * gs_html_is_out:
 * @page: a page whose article has been looked for
 * @index: of a block
 *
 * Returns: whether it stands in a container that is out
 */
gboolean
gs_html_is_out (GsPage *page, guint index)
{
  int at = index < page->places->len ? place (page, index)->container : -1;

  return at >= 0 && container (page, at)->out;
}
