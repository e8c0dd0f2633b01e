/* gs-document.c: an article in the making: text, blocks, metadata.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-document.h"

#include <string.h>

#define MOST_WORD_CHARS 100

/**
 * gs_document_new:
 *
 * Returns: (transfer full): an empty document
 */
GsDocument *
gs_document_new (void)
{
  GsDocument *self = g_new0 (GsDocument, 1);

  self->text = g_string_new (NULL);
  self->blocks = g_array_new (FALSE, TRUE, sizeof (GsBlock));
  self->article = gs_record_new (&gs_article_type);

  return self;
}

/**
 * gs_document_free:
 * @self: (transfer full): a document
 */
void
gs_document_free (GsDocument *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_array_unref (self->blocks);
  if (self->article != NULL)
    gs_article_record_free (self->article);
  g_free (self);
}

static gboolean
is_final_mark (gunichar c)
{
  switch (c)
    {
    case '.':
    case '!':
    case '?':
    case 0x2026: /* … */
    case 0x3002: /* 。 */
    case 0xff01: /* ！ */
    case 0xff1f: /* ？ */
    case 0x061f: /* ؟ */
    case 0x06d4: /* ۔ */
    case 0x0964: /* । */
      return TRUE;
    default:
      return FALSE;
    }
}

/* Quotation marks and brackets that may stand after a full stop. */
static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || (c >= 0x2018 && c <= 0x201f) || c == 0xbb || c == 0xab
         || c == 0x203a || c == 0x2039 || c == 0x300d || c == 0x300f;
}

static gboolean
is_ideograph (gunichar c)
{
  return (c >= 0x3040 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff);
}

/* What is carried from one character of a block to the next. */
typedef struct
{
  GsBlock *block;
  gboolean in_word;
  gboolean first_letter;
  guint ideographs;
} Measure;

static void
measure_wide (Measure *measure, gunichar c)
{
  GsBlock *block = measure->block;
  gboolean letter = g_unichar_isalpha (c);
  gboolean upper = letter && g_unichar_isupper (c);

  block->letters += letter;
  block->capitals += upper;
  measure->ideographs += is_ideograph (c);
  if (letter && measure->first_letter)
    {
      block->proper = upper || !g_unichar_islower (c);
      measure->first_letter = FALSE;
    }
  if (g_unichar_isspace (c))
    {
      measure->in_word = FALSE;
    }
  else if (!measure->in_word && (letter || g_unichar_isdigit (c)))
    {
      measure->in_word = TRUE;
      block->words++;
    }
  if (is_final_mark (c))
    block->final = TRUE;
  else if (!is_closing (c))
    block->final = FALSE;
}

/* The same for what nearly every character is, and fast. */
static void
measure_ascii (Measure *measure, char c)
{
  GsBlock *block = measure->block;

  if (g_ascii_isalpha (c))
    {
      gboolean upper = g_ascii_isupper (c);

      block->letters++;
      block->capitals += upper;
      block->words += !measure->in_word;
      block->proper = measure->first_letter ? upper : block->proper;
      block->final = FALSE;
      measure->first_letter = FALSE;
      measure->in_word = TRUE;
    }
  else if (c == ' ' || c == '\n' || c == '\t')
    {
      measure->in_word = FALSE;
      block->final = FALSE;
    }
  else
    {
      measure_wide (measure, (guchar) c);
    }
}

/* One walk over a block. Ideographs count as half a word each. */
static void
measure_block (const char *text, GsBlock *block)
{
  Measure measure = { .block = block, .first_letter = TRUE };
  const char *end = text + block->end;

  block->proper = TRUE;
  for (const char *at = text + block->start; at < end; at = g_utf8_next_char (at))
    {
      block->chars++;
      if ((guchar) *at < 0x80)
        measure_ascii (&measure, *at);
      else
        measure_wide (&measure, g_utf8_get_char (at));
    }

  block->words += measure.ideographs / 2;
  /* Megabytes without a blank are no short line, which rules would read closely. */
  block->words = MAX (block->words, block->chars / MOST_WORD_CHARS);
}

static gsize
skip_space (const char *text, gsize start, gsize end)
{
  while (start < end)
    {
      gunichar c = g_utf8_get_char (text + start);

      if (!g_unichar_isspace (c) && c != 0xfeff)
        break;
      start += g_utf8_skip[(guchar) text[start]];
    }

  return start;
}

static gsize
skip_space_back (const char *text, gsize start, gsize end)
{
  while (end > start)
    {
      const char *last = g_utf8_prev_char (text + end);
      gunichar c = g_utf8_get_char (last);

      if (!g_unichar_isspace (c) && c != 0xfeff)
        break;
      end = last - text;
    }

  return end;
}

/**
 * gs_document_add_block:
 * @self: a document
 * @start: first byte of its text
 * @end: the byte after the last
 * @flags: #GsBlockFlags
 *
 * White space around the block does not belong to it. Beyond %GS_DOCUMENT_MAX_BLOCKS
 * the last block grows instead.
 *
 * Returns: (transfer none) (nullable): the block, good until the next is added; %NULL
 *   when blank
 */
GsBlock *
gs_document_add_block (GsDocument *self, gsize start, gsize end, guint flags)
{
  const char *text = self->text->str;
  GsBlock block = { 0 };

  block.start = skip_space (text, start, end);
  block.end = skip_space_back (text, block.start, end);
  block.flags = flags;
  if (block.start == block.end)
    return NULL;

  if (self->blocks->len >= GS_DOCUMENT_MAX_BLOCKS)
    {
      GsBlock *last = gs_document_block (self, self->blocks->len - 1);

      last->end = block.end;
      last->kind = GS_ZONE_BODY;
      last->flags = GS_BLOCK_FIXED;
      return last;
    }

  measure_block (text, &block);
  g_array_append_val (self->blocks, block);

  return gs_document_block (self, self->blocks->len - 1);
}

/**
 * gs_document_block:
 * @self: a document
 * @index: of a block it has
 *
 * Returns: (transfer none): the block, good until another is added
 */
GsBlock *
gs_document_block (const GsDocument *self, guint index)
{
  return &g_array_index (self->blocks, GsBlock, index);
}

/**
 * gs_document_block_text:
 * @self: a document
 * @block: one of its blocks
 *
 * Returns: (transfer full): its text, white space made single spaces
 */
char *
gs_document_block_text (const GsDocument *self, const GsBlock *block)
{
  GString *out = g_string_sized_new (block->end - block->start + 1);
  const char *end = self->text->str + block->end;
  gboolean space = FALSE;

  for (const char *at = self->text->str + block->start; at < end; at = g_utf8_next_char (at))
    {
      gboolean ascii = (guchar) *at < 0x80;

      if (ascii ? g_ascii_isspace (*at) : g_unichar_isspace (g_utf8_get_char (at)))
        {
          space = TRUE;
          continue;
        }
      if (space)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_len (out, at, g_utf8_skip[(guchar) *at]);
    }

  return g_string_free (out, FALSE);
}

/**
 * gs_block_is_prose:
 * @block: a block
 *
 * Returns: whether it is running text: enough words and a full stop, or very many words
 */
gboolean
gs_block_is_prose (const GsBlock *block)
{
  return (block->final && block->words >= 8) || block->words >= 40;
}

static gint64
count_chars (const char *from, const char *to)
{
  gint64 n = 0;

  for (; from < to; from++)
    n += ((guchar) *from & 0xc0) != 0x80;

  return n;
}

/* Neighbouring body blocks are one run; every other block is its own zone. */
static void
add_zones (GsDocument *self)
{
  const char *text = self->text->str;
  gsize byte = 0;
  gint64 chars = 0;
  GsZoneRecord *last = NULL;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const GsBlock *block = gs_document_block (self, i);
      gint64 start = chars + count_chars (text + byte, text + block->start);
      gint64 end = start + count_chars (text + block->start, text + block->end);

      byte = block->end;
      chars = end;
      if (last == NULL || last->kind != GS_ZONE_BODY || block->kind != GS_ZONE_BODY)
        {
          last = gs_record_append (self->article->zones, &gs_zone_type);
          last->kind = block->kind;
          last->start = start;
        }
      last->end = end;
    }
}

/* From bytes to code points. */
static void
settle_pages (GsDocument *self)
{
  const char *text = self->text->str;
  gsize byte = 0;
  gint64 chars = 0;

  for (guint i = 0; i < self->article->pages->len; i++)
    {
      GsPageRecord *page = self->article->pages->pdata[i];
      gsize start = (gsize) page->start;

      chars += count_chars (text + byte, text + start);
      byte = start;
      page->start = chars;
    }
}

/**
 * gs_document_finish:
 * @self: (transfer full): a document
 *
 * Returns: (transfer full): the article, with text and zones
 */
GsArticleRecord *
gs_document_finish (GsDocument *self)
{
  GsArticleRecord *article;

  add_zones (self);
  settle_pages (self);
  article = g_steal_pointer (&self->article);
  article->text = g_string_free (g_steal_pointer (&self->text), FALSE);
  gs_document_free (self);

  return article;
}
