/* gs-prefill-text.c: sentences and quotations around a passage.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-prefill-private.h"

#include <string.h>

/* Code points that are read before and after the passage. */
#define AROUND 1500
/* Longer passages are read in part. */
#define LONGEST 8000

static gboolean
is_one_of (gunichar c, const char *marks)
{
  return g_utf8_strchr (marks, -1, c) != NULL;
}

gboolean
gs_passage_is_mark (const GsPassage *self, guint i, const char *marks)
{
  const GsToken *token = gs_reading_token (&self->reading, i);

  return i < self->reading.tokens->n && token->kind == GS_TOKEN_MARK && is_one_of (token->first, marks);
}

gboolean
gs_passage_is_capital (const GsPassage *self, guint i)
{
  const GsToken *token = gs_reading_token (&self->reading, i);

  return i < self->reading.tokens->n && token->kind == GS_TOKEN_WORD && g_unichar_isupper (token->first);
}

/* Whether a full stop at @i ends no sentence: "7. Dezember", "J. Smith". */
static gboolean
is_abbreviation (const GsPassage *self, guint i)
{
  const GsToken *before = i > 0 ? gs_reading_token (&self->reading, i - 1) : NULL;

  if (before == NULL || !gs_passage_is_mark (self, i, "."))
    return FALSE;
  if (before->kind == GS_TOKEN_DIGITS)
    return self->reading.locale->ordinal_point;

  return before->kind == GS_TOKEN_WORD && g_unichar_isupper (before->first) && before->end - before->start < 4;
}

static gboolean
begins_sentence (const GsPassage *self, guint i)
{
  guint last = i;

  if (i == 0 || gs_reading_token (&self->reading, i)->gap == '\n')
    return TRUE;
  if (gs_reading_token (&self->reading, i)->n_gap == 0)
    return FALSE;
  while (last > 0 && gs_passage_is_mark (self, last - 1, "\"”“»)’'"))
    last--;
  if (last == 0 || !gs_passage_is_mark (self, last - 1, ".!?…") || is_abbreviation (self, last - 1))
    return FALSE;

  return gs_passage_is_capital (self, i) || gs_passage_is_mark (self, i, "\"“„«‘(")
         || gs_reading_token (&self->reading, i)->kind == GS_TOKEN_DIGITS;
}

/* German opens below and closes with what opens in English. */
static void
mark_quotes (GsPassage *self)
{
  guint n = 0;
  gunichar open = 0;

  for (guint i = 0; i < self->reading.tokens->n; i++)
    {
      const GsToken *token = gs_reading_token (&self->reading, i);
      gunichar c = token->kind == GS_TOKEN_MARK ? token->first : 0;

      if (token->gap == '\n')
        open = 0;
      if (open == 0 && c != 0 && is_one_of (c, "\"“„«"))
        {
          open = c;
          n++;
        }
      else if (open != 0 && c != 0 && is_one_of (c, open == 0x201e ? "“”\"" : open == '"' ? "\"" : "”»\""))
        open = 0;
      else
        self->quotes[i] = open != 0 ? n : 0;
    }
}

static void
mark_sentences (GsPassage *self)
{
  guint n = 0;

  for (guint i = 0; i < self->reading.tokens->n; i++)
    {
      if (begins_sentence (self, i))
        n++;
      self->sentences[i] = n;
    }
}

static void
find_passage (GsPassage *self, gint64 start, gint64 end)
{
  guint n = self->reading.tokens->n;

  for (self->first = 0; self->first < n; self->first++)
    {
      if (self->base + gs_reading_token (&self->reading, self->first)->end > start)
        break;
    }
  for (self->end = self->first; self->end < n; self->end++)
    {
      if (self->base + gs_reading_token (&self->reading, self->end)->start >= end)
        break;
    }
  /* A quotation mark at its edge is not what is claimed. */
  while (self->first < self->end && gs_passage_is_mark (self, self->first, "\"“„”«»"))
    self->first++;
  while (self->end > self->first && gs_passage_is_mark (self, self->end - 1, "\"“„”«»"))
    self->end--;
}

gboolean
gs_passage_init (GsPassage *self, const GsArticleRecord *article, gint64 start, gint64 end)
{
  const GsLexicon *lexicon = gs_lexicon_get (article->language);
  g_autofree char *part = NULL;

  memset (self, 0, sizeof *self);
  self->article = article;
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_suggestion_free);
  if (lexicon == NULL || article->text == NULL)
    return FALSE;

  self->text = gs_text_new (article->text);
  start = CLAMP (start, 0, gs_text_length (self->text));
  end = CLAMP (end, start, MIN (start + LONGEST, gs_text_length (self->text)));
  self->base = MAX (0, start - AROUND);
  self->reference = article->published_hi != NULL ? article->published_hi : article->published_lo;
  part = gs_text_slice (self->text, self->base, MIN (end + AROUND, gs_text_length (self->text)));
  gs_reading_init (&self->reading, lexicon, part, strlen (part));
  self->sentences = g_new0 (guint, self->reading.tokens->n + 1);
  self->quotes = g_new0 (guint, self->reading.tokens->n + 1);
  mark_sentences (self);
  mark_quotes (self);
  find_passage (self, start, end);

  return self->first < self->end;
}

void
gs_passage_clear (GsPassage *self)
{
  if (self->text != NULL)
    gs_reading_clear (&self->reading);
  g_clear_pointer (&self->text, gs_text_free);
  g_clear_pointer (&self->sentences, g_free);
  g_clear_pointer (&self->quotes, g_free);
  g_clear_pointer (&self->found, g_ptr_array_unref);
}

char *
gs_passage_slice (const GsPassage *self, guint first, guint end)
{
  return gs_text_slice (self->text, self->base + gs_reading_token (&self->reading, first)->start,
                        self->base + gs_reading_token (&self->reading, end - 1)->end);
}

GsSuggestion *
gs_passage_suggest (GsPassage *self, GsSuggestionKind kind, guint first, guint end)
{
  GsSuggestion *suggestion = g_new0 (GsSuggestion, 1);

  suggestion->kind = kind;
  suggestion->start = self->base + gs_reading_token (&self->reading, first)->start;
  suggestion->end = self->base + gs_reading_token (&self->reading, end - 1)->end;
  suggestion->text = gs_passage_slice (self, first, end);
  g_ptr_array_add (self->found, suggestion);

  return suggestion;
}

guint
gs_passage_sentence (const GsPassage *self, guint i, guint *end)
{
  guint first = i;

  while (first > 0 && self->sentences[first - 1] == self->sentences[i])
    first--;
  for (*end = i; *end < self->reading.tokens->n && self->sentences[*end] == self->sentences[i]; (*end)++)
    ;

  return first;
}

guint
gs_passage_find (const GsPassage *self, guint first, guint end, GsLexClass lex_class)
{
  while (first < end && gs_reading_match (&self->reading, first, lex_class) == NULL)
    first++;

  return first;
}
