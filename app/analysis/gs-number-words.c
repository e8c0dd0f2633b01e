/* gs-number-words.c: numbers written in words.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reading.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* What has been read of a number. */
typedef struct
{
  double value;
  double low; /* what follows must be smaller: after "hundred", 100 */
  gboolean any;
} Sum;

/**
 * gs_reading_skip:
 * @self: a text being read
 * @i: position of a token
 * @lex_class: a class of words
 *
 * Returns: how many tokens the longest entry of the class takes there; 0 for none
 */
guint
gs_reading_skip (const GsReading *self, guint i, GsLexClass lex_class)
{
  const GsLexEntry *entry = gs_reading_match (self, i, lex_class);

  return entry != NULL ? gs_lexicon_length (entry) : 0;
}

/* The place of the last digit that is not nought: 100 for 1200. */
static double
last_place (double value)
{
  double place = 1;

  if (value <= 0 || value != floor (value))
    return 1;
  while (place < 1e15 && fmod (value, place * 10) == 0)
    place *= 10;
  /* Nobody says "ten five". */
  return place == 10 && fmod (value, 100) == 10 ? 1 : place;
}

static gboolean
add_cardinal (Sum *sum, double value)
{
  if (sum->any && value >= sum->low)
    return FALSE;

  sum->value += value;
  sum->low = last_place (value);
  sum->any = TRUE;

  return TRUE;
}

/* "3.2 million" is a whole number, which doubles may miss by their last bit. */
static double
scale (double value, double times)
{
  double product = value * times;
  double nearest = rint (product);

  return fabs (product - nearest) <= fabs (product) * 4 * DBL_EPSILON ? nearest : product;
}

static gboolean
add_multiplier (Sum *sum, double times)
{
  double part = fmod (sum->value, times);

  if (sum->any && part == 0 && (times < 1e3 || sum->value == 0))
    return FALSE;
  /* After "one hundred and two", another hundred is another number. */
  if (part > 0 && fmod (sum->value - part, times < 1e3 ? times * 10 : times * 1e3) != 0)
    return FALSE;

  if (!sum->any)
    sum->value = times;
  else if (part == 0)
    sum->value *= times;
  else
    sum->value = sum->value - part + scale (part, times);
  sum->low = times;
  sum->any = TRUE;

  return TRUE;
}

/**
 * gs_compound_read:
 * @locale: a language
 * @word: one word, in lower case
 * @value: (out): the number meant
 *
 * Reads "einundzwanzig" by taking the longest part each time.
 *
 * Returns: whether the whole word is put together of number morphemes
 */
gboolean
gs_compound_read (const GsLocale *locale, const char *word, double *value)
{
  Sum sum = { 0 };
  guint n = 0;

  while (*word != '\0')
    {
      const GsLexRow *best = NULL;
      gsize length = 0;

      for (const GsLexRow *row = locale->morphemes; row != NULL && row->spellings != NULL; row++)
        {
          if (strlen (row->spellings) > length && g_str_has_prefix (word, row->spellings))
            {
              best = row;
              length = strlen (row->spellings);
            }
        }
      if (best == NULL || n++ > 30)
        return FALSE;

      word += length;
      if (best->lex_class == GS_LEX_AND)
        sum.low = MAX (sum.low, 100);
      else if (best->lex_class == GS_LEX_FRACTION)
        sum.value += 1 / best->value;
      else if (best->lex_class == GS_LEX_MULTIPLIER && !add_multiplier (&sum, best->value))
        return FALSE;
      else if (best->lex_class == GS_LEX_CARDINAL && !add_cardinal (&sum, best->value))
        return FALSE;
    }
  *value = sum.value;

  return n > 0 && sum.any;
}

static double
ordinal_of_compound (const GsLocale *locale, const char *word)
{
  double value;

  for (guint i = 0; locale->ordinal_ends != NULL && locale->ordinal_ends[i] != NULL; i++)
    {
      if (g_str_has_suffix (word, locale->ordinal_ends[i]))
        {
          g_autofree char *stem = g_strndup (word, strlen (word) - strlen (locale->ordinal_ends[i]));

          if (gs_compound_read (locale, stem, &value))
            return value;
        }
    }

  return 0;
}

/**
 * gs_ordinal_read:
 * @self: a text being read
 * @i: position of a token
 * @n: (out): how many tokens it takes
 *
 * A word is an ordinal by the table or by its ending.
 *
 * Returns: the ordinal; 0 for none
 */
guint
gs_ordinal_read (const GsReading *self, guint i, guint *n)
{
  const GsLexEntry *entry = gs_reading_match (self, i, GS_LEX_ORDINAL);
  const GsToken *token = gs_reading_token (self, i);

  *n = entry != NULL ? gs_lexicon_length (entry) : 1;
  if (entry != NULL)
    return (guint) entry->value;

  return token->kind == GS_TOKEN_WORD && token->end - token->start < 60
           ? (guint) CLAMP (ordinal_of_compound (self->locale, token->word), 0, 1e9)
           : 0;
}

/* One word or some digits. @n: (out): tokens. */
static gboolean
read_part (const GsReading *self, guint i, const Sum *sum, double *value, guint *n, GsLexClass *lex_class)
{
  const GsToken *token = gs_reading_token (self, i);
  const GsLexEntry *entry = gs_reading_match (self, i, GS_LEX_CARDINAL);
  GsNumber digits;

  *n = 1;
  if (entry == NULL)
    entry = gs_reading_match (self, i, GS_LEX_MULTIPLIER);
  /* "10 k": the letter alone is none. */
  if (entry != NULL && (token->end - token->start > 1 || sum->any))
    {
      *n = gs_lexicon_length (entry);
      *value = entry->value;
      *lex_class = entry->lex_class;
      return TRUE;
    }

  *lex_class = GS_LEX_CARDINAL;
  /* "een", "ein": an article far more often than a number. */
  if (gs_reading_match (self, i, GS_LEX_ARTICLE) != NULL)
    return FALSE;
  if (token->kind == GS_TOKEN_WORD && self->locale->morphemes != NULL && token->end - token->start < 120)
    return gs_compound_read (self->locale, token->word, value);
  if (gs_digits_read (self, i, &digits))
    {
      *n = digits.end - i;
      *value = digits.value;
      return TRUE;
    }

  return FALSE;
}

/* What may stand between the parts: a hyphen, "and". The token after it. */
static guint
skip_glue (const GsReading *self, guint i, const Sum *sum)
{
  guint n;

  if (gs_tokens_is_mark (self->tokens, i, '-') && self->locale->morphemes == NULL && sum->low == 10)
    return i + 1;
  if (sum->low >= 100 && (n = gs_reading_skip (self, i, GS_LEX_AND)) > 0)
    return i + n;

  return i;
}

static gboolean
may_follow (const GsReading *self, const Sum *sum, const Sum *before, guint i, guint next, GsLexClass lex_class)
{
  gboolean digits = gs_reading_token (self, next)->kind != GS_TOKEN_WORD;

  /* Digits go on only from words that scale: "3 hundred and 21". */
  if (digits && before->any && before->low < 100)
    return FALSE;
  /* "between one hundred and two": two numbers. */
  if (next > i && lex_class == GS_LEX_CARDINAL && sum->value == before->value)
    return FALSE;

  return TRUE;
}

/**
 * gs_words_read:
 * @self: a text being read
 * @i: position of a token
 * @number: (out caller-allocates): what the words say
 *
 * Digits may be among the words: "3,5 miljoen".
 *
 * Returns: whether a number stands there
 */
gboolean
gs_words_read (const GsReading *self, guint i, GsNumber *number)
{
  gboolean between = i > 0 && gs_reading_skip (self, i - 1, GS_LEX_BETWEEN) > 0;
  Sum sum = { 0 };
  guint end = i;

  *number = (GsNumber){ .first = i, .in_words = TRUE, .listed = TRUE };
  for (;;)
    {
      Sum next_sum = sum;
      GsLexClass lex_class;
      guint next = end > i ? skip_glue (self, end, &sum) : i;
      double value = 0;
      guint n = 0;

      if ((between && next > end && !gs_tokens_is_mark (self->tokens, end, '-'))
          || !read_part (self, next, &sum, &value, &n, &lex_class))
        break;
      if (!(lex_class == GS_LEX_MULTIPLIER ? add_multiplier (&next_sum, value) : add_cardinal (&next_sum, value))
          || !may_follow (self, &next_sum, &sum, end, next, lex_class))
        break;
      /* Digits can be told apart from the words after them. */
      if (gs_reading_token (self, next)->kind != GS_TOKEN_WORD)
        {
          next_sum.low = sum.any ? 1 : 0;
          number->in_words = end > i;
        }
      else
        number->in_words = TRUE;
      sum = next_sum;
      end = next + n;
    }
  number->end = end;
  number->value = sum.value;

  return sum.any;
}
