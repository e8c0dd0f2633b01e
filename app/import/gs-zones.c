/* gs-zones.c: what each block of an article is.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Passes over the blocks, the surest first: stock phrases and credits, then
 * captions (which lean on credits), the title, teasers and subheads (which
 * lean on all of these). No rule knows a site or an article.
 */

#include "config.h"

#include "gs-zones.h"

#include <string.h>

#include "gs-dateline.h"
#include "gs-phrases.h"

#define MAX_TITLE_CHARS 250
#define MAX_SUBHEAD_CHARS 110
#define MAX_SUBHEAD_WORDS 11
#define MAX_PHRASE_WORDS 25
#define MAX_CREDIT_WORDS 18
#define MAX_CAPTION_WORDS 70

/* How far past the beginning a title, a byline or a date may stand. */
#define HEAD_BLOCKS 12

static gboolean
is_settled (const GsBlock *block)
{
  return block->kind != GS_ZONE_BODY || (block->flags & GS_BLOCK_FIXED) != 0;
}

static GsBlock *
neighbour (GsDocument *document, guint index, int step)
{
  gint64 at = (gint64) index + step;

  return at >= 0 && at < document->blocks->len ? gs_document_block (document, (guint) at) : NULL;
}

static gboolean
is_shouting (const GsBlock *block)
{
  return block->letters >= 4 && block->capitals * 10 >= block->letters * 9;
}

/* "RUSSIA fires on …": teasers set their first word in capitals. */
static gboolean
begins_shouting (const char *text, const GsBlock *block)
{
  const char *end = text + block->end;
  guint capitals = 0;

  for (const char *at = text + block->start; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isalpha (c))
        break;
      if (!g_unichar_isupper (c))
        return FALSE;
      capitals++;
    }

  return capitals >= 6;
}

static char *
fold_block (GsDocument *document, const GsBlock *block)
{
  g_autofree char *text = gs_document_block_text (document, block);

  return gs_phrases_fold (text);
}

/* A credit in brackets at the end: "(NAME/POOL/AFP via Getty Images)"; or one
 * after a dash: "Name. – Agency/Contact/Name". */
static gboolean
ends_in_credit (const char *folded)
{
  const char *open = strrchr (folded, '(');
  const char *dash = g_strrstr (folded, " \xe2\x80\x93 ");
  gsize length = strlen (folded);

  if (open != NULL && length > 0 && folded[length - 1] == ')')
    return gs_phrases_names_pictures (open + 1) || gs_phrases_is_credit (open + 1)
           || (strchr (open, '/') != NULL && strchr (open, ' ') != NULL && g_utf8_strlen (open, -1) < 80);

  if (dash == NULL)
    dash = g_strrstr (folded, " \xe2\x80\x94 ");
  /* The dash before the agency is not always the last. */
  for (const char *at = folded; dash != NULL && at < dash + 1; at++)
    {
      if ((g_str_has_prefix (at, " \xe2\x80\x93 ") || g_str_has_prefix (at, " \xe2\x80\x94 "))
          && gs_phrases_names_pictures (at + 5) && g_utf8_strlen (at, -1) < 100)
        return TRUE;
    }

  return FALSE;
}

/* Most paragraphs can be told at a glance to have no credit in them. */
static gboolean
may_end_in_credit (GsDocument *document, const GsBlock *block)
{
  const char *text = document->text->str;

  return block->words <= MAX_CAPTION_WORDS
         && (text[block->end - 1] == ')' || memchr (text + block->start, '/', block->end - block->start) != NULL);
}

static int
kind_by_phrase (GsDocument *document, const GsBlock *block)
{
  g_autofree char *folded = NULL;

  if (block->words > MAX_PHRASE_WORDS && !may_end_in_credit (document, block))
    return GS_ZONE_BODY;

  folded = fold_block (document, block);
  if (gs_phrases_is_furniture (folded))
    return GS_ZONE_BOILERPLATE;
  if (block->words <= MAX_PHRASE_WORDS && gs_phrases_is_invitation (folded))
    return GS_ZONE_BOILERPLATE;
  if (ends_in_credit (folded))
    return GS_ZONE_CAPTION;
  if (block->words <= MAX_CREDIT_WORDS && gs_phrases_is_credit (folded))
    return GS_ZONE_CREDIT;
  if (block->words <= MAX_PHRASE_WORDS && !block->final && gs_phrases_is_pointer (folded))
    return GS_ZONE_TEASER;
  if (block->words <= MAX_CREDIT_WORDS && !block->final && gs_phrases_names_pictures (folded)
      && strchr (folded, '/') != NULL)
    return GS_ZONE_CREDIT;

  return GS_ZONE_BODY;
}

static void
mark_phrases (GsDocument *document)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      GsBlock *block = gs_document_block (document, i);

      if (!is_settled (block))
        block->kind = kind_by_phrase (document, block);
    }
}

/* The caption stands right above its credit, no blank line between. */
static void
mark_captions_above_credits (GsDocument *document)
{
  for (guint i = 0; i + 1 < document->blocks->len; i++)
    {
      GsBlock *block = gs_document_block (document, i);
      const GsBlock *next = neighbour (document, i, 1);
      gboolean alone = i == 0 || (block->flags & GS_BLOCK_GAP) != 0;

      if (!is_settled (block) && alone && next->kind == GS_ZONE_CREDIT && (next->flags & GS_BLOCK_GAP) == 0
          && block->words <= MAX_CAPTION_WORDS)
        block->kind = GS_ZONE_CAPTION;
    }
}

static gboolean
has_words_of (GsDocument *document, const GsBlock *part, const GsBlock *whole)
{
  const char *text = document->text->str;
  gsize length = part->end - part->start;

  return part->words > 0 && whole->end - whole->start >= length
         && memcmp (text + part->start, text + whole->start, length) == 0;
}

/* Alternative texts stand above the caption of the same picture: as a line
 * that could be a subhead, or as the caption's own first words. */
static void
mark_alternative_texts (GsDocument *document)
{
  for (guint i = document->blocks->len; i-- > 1;)
    {
      GsBlock *block = gs_document_block (document, i - 1);
      const GsBlock *next = gs_document_block (document, i);

      /* Where markup tells captions, it also tells what is none. */
      if (is_settled (block) || next->kind != GS_ZONE_CAPTION || (next->flags & GS_BLOCK_FIXED) != 0)
        continue;
      if (has_words_of (document, block, next)
          || (!block->final && block->words <= MAX_SUBHEAD_WORDS && block->chars <= MAX_SUBHEAD_CHARS && i > 1))
        block->kind = GS_ZONE_CAPTION;
    }
}

static gboolean
is_headline (const GsBlock *block)
{
  return !is_settled (block) && (block->flags & GS_BLOCK_LIST) == 0 && !gs_block_is_prose (block)
         && block->chars <= MAX_TITLE_CHARS && block->words >= 1 && block->letters * 2 >= block->chars;
}

static gboolean
ends_sentence (GsDocument *document, const GsBlock *block)
{
  const char *last = document->text->str + block->end - 1;

  return block->final && *last != '?' && *last != '!';
}

/* "Asia", "World": a word or two, and the headline itself comes next. */
static gboolean
is_section_label (GsDocument *document, guint index)
{
  const GsBlock *block = gs_document_block (document, index);
  const GsBlock *next = neighbour (document, index, 1);

  while (next != NULL && is_settled (next))
    next = neighbour (document, ++index, 1);

  return block->words <= 2 && block->chars <= 24 && (block->flags & GS_BLOCK_HEADING) == 0 && next != NULL
         && is_headline (next) && next->words >= 4 && !next->final && next->words > block->words * 2;
}

static gboolean
has_prose_after (GsDocument *document, guint index)
{
  for (guint i = index + 1; i < document->blocks->len; i++)
    {
      const GsBlock *block = gs_document_block (document, i);

      if (block->kind == GS_ZONE_BODY && gs_block_is_prose (block))
        return TRUE;
    }

  return FALSE;
}

/* Without marks, "# Title" included: text of the title itself. */
static char *
title_text (GsDocument *document, const GsBlock *block)
{
  g_autofree char *text = gs_document_block_text (document, block);
  const char *start = text;

  if (block->flags & GS_BLOCK_HEADING)
    {
      start += strspn (start, "#");
      start += strspn (start, " ");
    }

  return g_strdup (start);
}

static void
mark_title (GsDocument *document)
{
  for (guint i = 0; i < MIN (document->blocks->len, HEAD_BLOCKS); i++)
    {
      GsBlock *block = gs_document_block (document, i);

      if (block->kind == GS_ZONE_TITLE)
        return;
      if (is_settled (block))
        continue;
      if (!is_headline (block) || ends_sentence (document, block))
        return;
      if (is_section_label (document, i))
        {
          block->kind = GS_ZONE_BOILERPLATE;
          continue;
        }
      if (block->words >= 2 && has_prose_after (document, i))
        {
          block->kind = GS_ZONE_TITLE;
          if (document->article->title == NULL)
            document->article->title = title_text (document, block);
        }
      return;
    }
}

/* In lists, tables, verse and talk every line is short; none is a subhead. */
static gboolean
is_running_text (GsDocument *document)
{
  guint prose = 0;
  guint other = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const GsBlock *block = gs_document_block (document, i);

      if (block->kind != GS_ZONE_BODY)
        continue;
      prose += gs_block_is_prose (block);
      other += !gs_block_is_prose (block) && !block->final;
    }

  return prose >= other;
}

static gboolean
could_head (GsDocument *document, const GsBlock *block)
{
  const char *text = document->text->str;
  char last = text[block->end - 1];

  return !is_settled (block) && (block->flags & GS_BLOCK_LIST) == 0 && block->words >= 1 && block->proper
         && !ends_sentence (document, block) && last != ':' && last != ',' && last != ';' && last != '-'
         && block->letters * 2 >= block->chars;
}

/* A line between paragraphs that is no sentence: with few words it heads what
 * follows, with many (or in capitals) it points to another story. */
static void
mark_teasers_and_subheads (GsDocument *document)
{
  for (guint i = 1; i + 1 < document->blocks->len; i++)
    {
      GsBlock *block = gs_document_block (document, i);
      const GsBlock *before = neighbour (document, i, -1);
      const GsBlock *next = neighbour (document, i, 1);

      if (!could_head (document, block))
        continue;
      if (is_shouting (block) && block->words >= 6)
        block->kind = GS_ZONE_TEASER;
      else if (block->words > MAX_SUBHEAD_WORDS && begins_shouting (document->text->str, block))
        block->kind = GS_ZONE_TEASER;
      else if (block->words <= MAX_SUBHEAD_WORDS && block->chars <= MAX_SUBHEAD_CHARS
               && (next->kind == GS_ZONE_CAPTION || gs_block_is_prose (next))
               && (gs_block_is_prose (before) || before->kind != GS_ZONE_BODY))
        block->kind = GS_ZONE_SUBHEAD;
    }
}

static void
mark_headings (GsDocument *document)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      GsBlock *block = gs_document_block (document, i);

      if (!is_settled (block) && (block->flags & GS_BLOCK_HEADING) != 0)
        block->kind = GS_ZONE_SUBHEAD;
    }
}

/* What stands below the last paragraph, after the first piece of furniture:
 * tags, links to other stories, names of readers. */
static void
mark_tail (GsDocument *document)
{
  guint first = document->blocks->len;
  gboolean furniture = FALSE;

  while (first > 0)
    {
      const GsBlock *block = gs_document_block (document, first - 1);

      if (block->kind == GS_ZONE_BODY && (gs_block_is_prose (block) || block->final))
        break;
      first--;
    }

  for (guint i = first; i < document->blocks->len; i++)
    {
      GsBlock *block = gs_document_block (document, i);

      if (block->kind == GS_ZONE_BOILERPLATE)
        furniture = first > 0;
      else if (furniture && !is_settled (block))
        block->kind = GS_ZONE_BOILERPLATE;
    }
}

/**
 * gs_zones_classify_marked:
 * @document: with its blocks
 *
 * Gives every block that is not fixed its kind where markup tells what ends the article:
 * by length, punctuation, capitals, place, neighbours and stock phrases. Sets the
 * article's title where a block is one and no title is known.
 */
void
gs_zones_classify_marked (GsDocument *document)
{
  mark_phrases (document);
  mark_captions_above_credits (document);
  mark_title (document);
  gs_dateline_read (document);
  mark_alternative_texts (document);
  mark_headings (document);
  if (is_running_text (document))
    mark_teasers_and_subheads (document);
}

/**
 * gs_zones_classify:
 * @document: with its blocks
 *
 * As gs_zones_classify_marked(), and finds by itself what comes after the article.
 */
void
gs_zones_classify (GsDocument *document)
{
  gs_zones_classify_marked (document);
  mark_tail (document);
}
