/* gs-numbers.c: numbers in a text: digits, words, fractions, "dozens".
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reading.h"

#include <math.h>
#include <string.h>

static gboolean
is_word (const GsReading *self, guint i)
{
  return gs_reading_token (self, i)->kind == GS_TOKEN_WORD;
}

/* A denominator: "thirds", "Fünftel", "vijfentwintigste". Tokens taken. */
static guint
read_denominator (const GsReading *self, guint i, double *value)
{
  const GsLexEntry *entry = gs_reading_match (self, i, GS_LEX_FRACTION);
  guint n;

  if (entry != NULL)
    {
      *value = entry->value;
      return gs_lexicon_length (entry);
    }
  /* Dutch names fractions by their ordinals, German puts "tel" behind the number. */
  *value = 0;
  if (g_str_equal (self->locale->language, "nl") && is_word (self, i))
    *value = gs_ordinal_read (self, i, &n);
  else if (self->locale->morphemes != NULL && g_str_has_suffix (gs_reading_token (self, i)->word, "tel"))
    {
      const char *word = gs_reading_token (self, i)->word;
      gsize cut = g_str_has_suffix (word, "stel") ? 4 : 3;
      g_autofree char *stem = g_strndup (word, strlen (word) - cut);

      if (!gs_compound_read (self->locale, stem, value))
        *value = 0;
    }

  return *value >= 3 ? 1 : 0;
}

/* "and a half", "en drie kwart", behind a number. The token after it. */
static guint
read_and_fraction (const GsReading *self, guint i, double *value)
{
  guint and = gs_reading_skip (self, i, GS_LEX_AND);
  guint p = i + and;
  guint article = gs_reading_skip (self, p, GS_LEX_ARTICLE);
  GsNumber above = { .value = 1, .end = p + article };
  double below;
  guint n;

  if (article == 0 && !(and > 0 && gs_reading_match (self, p, GS_LEX_FRACTION) != NULL)
      && (!gs_words_read (self, p, &above) || above.value >= 100))
    return i;
  if (above.value == 0.75)
    {
      *value = 0.75;
      return above.end;
    }
  n = read_denominator (self, above.end, &below);
  if (n == 0)
    return i;
  *value = above.value / below;

  return above.end + n;
}

/* "two point three", "zwei Komma drei". */
static guint
read_spoken_decimals (const GsReading *self, guint i, double *value)
{
  guint p = i + gs_reading_skip (self, i, GS_LEX_POINT);
  double place = 0.1;
  guint end = i;

  while (p > i && place > 1e-9)
    {
      const GsLexEntry *entry = gs_reading_match (self, p, GS_LEX_CARDINAL);
      double digit;

      if (entry == NULL)
        break;
      digit = entry->value;
      *value += digit >= 10 ? digit * place / 10 : digit * place;
      place /= digit >= 10 ? 100 : 10;
      p += gs_lexicon_length (entry);
      end = p;
    }

  return end;
}

/* "One million and a half" is a million and half of one. */
static double
last_scale (double value)
{
  return value >= 1e6 && fmod (value, 1e6) == 0 ? (value >= 1e9 && fmod (value, 1e9) == 0 ? 1e9 : 1e6) : 1;
}

/* What may follow a number and belong to it: decimals, "thirds", "and a half", "out of ten". */
static void
read_tail (const GsReading *self, GsNumber *number)
{
  guint hyphen =
    gs_tokens_is_mark (self->tokens, number->end, '-') || gs_tokens_is_mark (self->tokens, number->end, '/');
  double extra = 0;
  double below;
  guint over;
  guint end;
  guint n;

  number->end =
    number->in_words ? MAX (number->end, read_spoken_decimals (self, number->end, &number->value)) : number->end;

  n = number->in_words ? read_denominator (self, number->end + hyphen, &below) : 0;
  if (n > 0)
    {
      number->value /= below;
      number->end += hyphen + n;
    }
  else if ((end = read_and_fraction (self, number->end, &extra)) > number->end)
    {
      number->value += extra * last_scale (number->value);
      number->end = end;
    }

  over = gs_reading_skip (self, number->end, GS_LEX_OVER);
  if (over > 0 && number->value < 100)
    {
      GsNumber other;

      if (gs_words_read (self, number->end + over, &other) && other.value > number->value)
        {
          number->value /= other.value;
          number->end = other.end;
          number->whole = FALSE;
        }
    }
}

/* "half a million", "ein halbes Dutzend", "quarter million", "a dozen", "een derde". */
static gboolean
read_article (const GsReading *self, guint i, GsNumber *number)
{
  const GsLexEntry *article = gs_reading_match (self, i, GS_LEX_ARTICLE);
  guint p = i + (article != NULL ? gs_lexicon_length (article) : 0);
  double below = 0;
  guint n = read_denominator (self, p, &below);
  GsNumber rest;

  *number = (GsNumber){ .first = i, .in_words = TRUE, .listed = TRUE };
  if (article != NULL && article->value != 1)
    return FALSE;
  if (n == 0 && article != NULL && gs_reading_match (self, p, GS_LEX_MULTIPLIER) != NULL
      && gs_words_read (self, p, number))
    {
      number->first = i;
      return TRUE;
    }
  if (n == 0 && article != NULL && gs_reading_skip (self, p, GS_LEX_OVER) > 0)
    {
      number->value = 1;
      number->end = p;
      read_tail (self, number);
      return number->end > p;
    }
  /* Alone, "third" and "quarter" are not of this kind. */
  if (n == 0 || (article == NULL && below != 2 && gs_reading_match (self, p + n, GS_LEX_MULTIPLIER) == NULL))
    return FALSE;

  number->value = 1 / below;
  number->end = p + n;
  p = number->end + gs_reading_skip (self, number->end, GS_LEX_ARTICLE);
  if (gs_reading_match (self, p, GS_LEX_MULTIPLIER) != NULL && gs_words_read (self, p, &rest))
    {
      number->value *= rest.value;
      number->end = rest.end;
    }

  return TRUE;
}

static gboolean
read_vague (const GsReading *self, guint i, GsNumber *number)
{
  const GsLexEntry *entry = gs_reading_match (self, i, GS_LEX_VAGUE);

  if (entry == NULL)
    return FALSE;

  *number = (GsNumber){ .first = i, .end = i + gs_lexicon_length (entry), .in_words = TRUE, .listed = TRUE };
  number->value = NAN;
  number->lo = entry->value;
  /* Dozens may be 99, hundreds 999: up to where the next word begins. */
  number->hi = pow (10, floor (log10 (entry->value)) + 1) - 1;

  return TRUE;
}

/* "10k", "10 G", "1.2b", "2mil": letters that scale. */
static void
read_suffix (const GsReading *self, GsNumber *number)
{
  static const struct
  {
    const char *letter;
    double times;
  } suffixes[] = { { "k", 1e3 }, { "M", 1e6 }, { "m", 1e6 }, { "G", 1e9 }, { "b", 1e9 }, { "B", 1e9 }, { "T", 1e12 } };
  const GsToken *token = gs_reading_token (self, number->end);
  gboolean touching = token->n_gap == 0;

  if (token->kind != GS_TOKEN_WORD || token->end - token->start != 1 || token->n_gap > 2)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gboolean upper = g_ascii_isupper (suffixes[i].letter[0]);

      if (suffixes[i].letter[0] == (char) token->first
          && (touching ? token->first != 'm' : upper && token->first == 'G'))
        {
          number->value *= suffixes[i].times;
          number->end++;
          number->whole = FALSE;
          return;
        }
    }
}

/* A sign in front: "-5", "- 10" at the start of a line, "minus five". */
static void
read_sign (const GsReading *self, GsNumber *number)
{
  guint i = number->first;
  guint before = i > 0 ? i - 1 : 0;
  const GsToken *sign = gs_reading_token (self, before);

  if (i == 0)
    return;
  if (gs_reading_match (self, before, GS_LEX_NEGATIVE) != NULL)
    number->first = before;
  else if (gs_tokens_is_mark (self->tokens, before, '-') && !number->in_words
           && (before == 0 || (sign->n_gap > 0 && gs_reading_token (self, i)->n_gap == 0)))
    number->first = before;
  if (number->first < i)
    {
      number->value = -number->value;
      number->whole = FALSE;
    }
}

/* Digits to which letters stick are part of a name or belong to a unit. */
static gboolean
stands_alone (const GsReading *self, const GsNumber *number)
{
  const GsToken *after = gs_reading_token (self, number->end);

  if (number->in_words)
    return TRUE;
  if (number->first > 0 && gs_tokens_touch (self->tokens, number->first) && is_word (self, number->first - 1))
    return FALSE;

  return after->n_gap > 0 || after->kind != GS_TOKEN_WORD;
}

/* "that one", "the first one": a pronoun; "that one mile" is none. */
static gboolean
is_pronoun (const GsReading *self, const GsNumber *number)
{
  return number->in_words && number->value == 1 && number->end == number->first + 1 && number->first > 0
         && gs_reading_match (self, number->first - 1, GS_LEX_PRONOUN) != NULL
         && gs_reading_match (self, number->end, GS_LEX_MEASURE) == NULL;
}

static gboolean
is_name (const GsReading *self, const GsNumber *number)
{
  const GsToken *token = gs_reading_token (self, number->first);

  return number->in_words && number->end == number->first + 1 && number->value >= 100 && number->first > 0
         && g_unichar_isupper (token->first) && g_unichar_isupper (gs_reading_token (self, number->first - 1)->first);
}

static gboolean
read_number (const GsReading *self, guint i, GsNumber *number)
{
  if (read_vague (self, i, number))
    return TRUE;
  if (read_article (self, i, number))
    {
      read_tail (self, number);
      number->lo = number->hi = number->value;
      return TRUE;
    }
  if (gs_digits_read (self, i, number))
    {
      GsNumber longer;

      /* In words only when words follow: a fraction or a power is not to be lost. */
      if (gs_words_read (self, i, &longer) && longer.end > number->end)
        *number = longer;
      else
        read_suffix (self, number);
    }
  else if (!gs_words_read (self, i, number))
    return FALSE;

  read_tail (self, number);
  if (is_pronoun (self, number) || is_name (self, number))
    return FALSE;
  number->listed = stands_alone (self, number);
  read_sign (self, number);
  number->lo = number->hi = number->value;

  return TRUE;
}

/**
 * gs_numbers_read:
 * @self: a text being read, whose numbers and number_at are filled
 */
void
gs_numbers_read (GsReading *self)
{
  GsNumber number;
  guint i = 0;

  while (i < self->tokens->n)
    {
      if (!read_number (self, i, &number))
        {
          i++;
          continue;
        }
      g_array_append_val (self->numbers, number);
      self->number_at[number.first] = self->numbers->len;
      /* Units and dates look where the digits begin, too. */
      if (number.first < i)
        self->number_at[i] = self->numbers->len;
      i = MAX (number.end, i + 1);
    }
}

/**
 * gs_numbers_find:
 * @self: a text whose numbers have been read
 * @findings: (element-type GsFinding): gets the numbers appended, in order
 */
void
gs_numbers_find (const GsReading *self, GArray *findings)
{
  for (guint i = 0; i < self->numbers->len; i++)
    {
      const GsNumber *number = &g_array_index (self->numbers, GsNumber, i);
      GsFinding finding = { .value = number->value, .lo = number->lo, .hi = number->hi };

      if (!number->listed)
        continue;
      finding.start = gs_reading_token (self, number->first)->start;
      finding.end = gs_reading_token (self, number->end - 1)->end;
      if (isnan (number->value))
        finding.hedge = "some";
      else
        {
          gs_hedge_before (self, number->first, &finding.hedge);
          gs_hedge_bounds (finding.hedge, number->value, &finding.lo, &finding.hi);
        }
      g_array_append_val (findings, finding);
    }
}
