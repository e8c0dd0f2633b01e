/* gs-lexer.c: a text as words, digits and marks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-lexer.h"

/* Marks inside a word would only make tables longer: "d’Ivoire" is three tokens. */
static GsTokenKind
kind_of (gunichar c)
{
  if (c < 128 && g_ascii_isdigit (c))
    return GS_TOKEN_DIGITS;

  return g_unichar_isalpha (c) || g_unichar_ismark (c) ? GS_TOKEN_WORD : GS_TOKEN_MARK;
}

static gboolean
goes_on (const GsToken *token, GsTokenKind kind, gunichar c)
{
  if (kind != token->kind || kind == GS_TOKEN_MARK || g_unichar_isspace (c))
    return FALSE;

  return kind != GS_TOKEN_DIGITS || token->end - token->start < GS_TOKEN_DIGITS_MAX;
}

/* The typographic forms stand for the plain one, so that tables need only that. */
static gunichar
fold (gunichar c)
{
  switch (c)
    {
    case 0x2018:
    case 0x2019:
    case 0x02bc:
    case '`':
      return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    default:
      return g_unichar_tolower (c);
    }
}

static const char *
read_token (GsTokens *self, GsToken *token, const char *p, const char *end)
{
  g_autoptr (GString) word = g_string_new (NULL);
  gunichar c = g_utf8_get_char (p);

  token->kind = kind_of (c);
  token->first = c;
  token->end = token->start;
  do
    {
      g_string_append_unichar (word, fold (c));
      token->end++;
      p = g_utf8_next_char (p);
      c = p < end ? g_utf8_get_char (p) : 0;
    }
  while (p < end && goes_on (token, kind_of (c), c));

  token->first = token->kind == GS_TOKEN_MARK ? fold (token->first) : token->first;
  token->word = g_string_chunk_insert_const (self->words, word->str);

  return p;
}

/**
 * gs_tokens_new:
 * @text: valid UTF-8, may contain NUL
 * @length: its bytes
 *
 * Returns: (transfer full): its tokens, with code-point offsets
 */
GsTokens *
gs_tokens_new (const char *text, gsize length)
{
  GsTokens *self = g_new0 (GsTokens, 1);
  const char *end = text + length;
  GsToken token = { 0 };

  self->array = g_array_new (FALSE, FALSE, sizeof (GsToken));
  self->words = g_string_chunk_new (4096);

  for (const char *p = text; p < end;)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0)
        {
          token.gap = c != 0 ? c : ' ';
          token.n_gap++;
          token.start++;
          p = g_utf8_next_char (p);
          continue;
        }
      p = read_token (self, &token, p, end);
      g_array_append_val (self->array, token);
      token = (GsToken){ .start = token.end, .end = token.end };
    }

  self->n = self->array->len;
  token.kind = GS_TOKEN_MARK;
  token.end = token.start;
  token.word = "";
  g_array_append_val (self->array, token);

  return self;
}

/**
 * gs_tokens_free:
 * @self: (transfer full): tokens
 */
void
gs_tokens_free (GsTokens *self)
{
  g_array_unref (self->array);
  g_string_chunk_free (self->words);
  g_free (self);
}

/**
 * gs_tokens_is_mark:
 * @self: tokens
 * @i: position of a token; beyond the text there is no mark
 * @mark: a character
 *
 * Returns: whether the token is that mark
 */
gboolean
gs_tokens_is_mark (const GsTokens *self, guint i, gunichar mark)
{
  const GsToken *token = gs_tokens_at (self, i);

  return token->kind == GS_TOKEN_MARK && token->end > token->start && token->first == mark;
}

/**
 * gs_tokens_touch:
 * @self: tokens
 * @i: position of a token
 *
 * Returns: whether it follows the token before it without white space; %FALSE for the
 *   first
 */
gboolean
gs_tokens_touch (const GsTokens *self, guint i)
{
  return i > 0 && i < self->n && gs_tokens_at (self, i)->n_gap == 0;
}
