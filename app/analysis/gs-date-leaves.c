/* gs-date-leaves.c: the words and numbers that dates are made of.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-date-leaves.h"
#include "gs-date-parser.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct
{
  const char *name;
  int leaf;
} names[] = {
  { "DD", LEAF_DD },
  { "MM", LEAF_MM },
  { "YYYY", LEAF_YYYY },
  { "YEAR", LEAF_YEAR },
  { "YY", LEAF_YY },
  { "YEAR_WORDS", LEAF_YEAR_WORDS },
  { "YYYYMMDD", LEAF_YYYYMMDD },
  { "TENS", LEAF_TENS },
  { "HH", LEAF_HH },
  { "MI", LEAF_MI },
  { "SS", LEAF_SS },
  { "HOURS", LEAF_HOURS },
  { "LOOSE", LEAF_LOOSE },
  { "ORD", LEAF_ORD },
  { "NTH", LEAF_NTH },
  { "NTH_DIGIT", LEAF_NTH_DIGIT },
  { "NTH_LAST", LEAF_NTH_LAST },
  { "NUM", LEAF_NUM },
  { "COUNT", LEAF_COUNT },
  { "ONE", LEAF_ONE },
  { "SPAN", LEAF_SPAN },
  { "LONG", LEAF_LONG },
  { "DEF", LEAF_DEF },
  { "HALF", LEAF_HALF },
  { "QUARTER", LEAF_QUARTER },
  { "PAST_MINUTES", LEAF_PAST_MINUTES },
  { "ERA_YEAR", LEAF_ERA_YEAR },
  { "ERA_WEEK", LEAF_ERA_WEEK },
  { "ERA_QUARTER", LEAF_ERA_QUARTER },
  { "UNIT", LEAF_UNIT },
  { "WEEKEND", LEAF_WEEKEND },
  { "DAY_WORD", LEAF_DAY_WORD },
  { "SEP", LEAF_SEP },
  { "BARE", LEAF_BARE },
  { "MONTH", GS_LEX_MONTH },
  { "MONTH_WEAK", GS_LEX_MONTH_WEAK },
  { "WEEKDAY", GS_LEX_WEEKDAY },
  { "WEEKDAY_WEAK", GS_LEX_WEEKDAY_WEAK },
  { "DAY", GS_LEX_DAY },
  { "NOW", GS_LEX_NOW },
  { "PERIOD", GS_LEX_PERIOD },
  { "PART", GS_LEX_PART },
  { "PART_DAY", GS_LEX_PART_DAY },
  { "HOUR", GS_LEX_HOUR },
  { "SEASON", GS_LEX_SEASON },
  { "FEAST", GS_LEX_FEAST },
  { "MEAL", GS_LEX_MEAL },
  { "DECADE", GS_LEX_DECADE },
  { "NEXT", GS_LEX_NEXT },
  { "EDGE", GS_LEX_EDGE },
  { "EDGE_ADVERB", GS_LEX_EDGE_ADVERB },
  { "SINCE", GS_LEX_SINCE },
  { "BEFORE", GS_LEX_BEFORE },
  { "AFTER", GS_LEX_AFTER },
  { "UNTIL", GS_LEX_UNTIL },
  { "FROM", GS_LEX_FROM },
  { "TO", GS_LEX_TO },
  { "BETWEEN", GS_LEX_BETWEEN },
  { "OF", GS_LEX_OF },
  { "AT", GS_LEX_AT },
  { "IN", GS_LEX_IN },
  { "FOR", GS_LEX_FOR },
  { "AGO", GS_LEX_AGO },
  { "LATER", GS_LEX_LATER },
  { "OPEN", GS_LEX_OPEN },
  { "EVERY", GS_LEX_EVERY },
  { "OFTEN", GS_LEX_OFTEN },
  { "ALL", GS_LEX_ALL },
  { "FEW", GS_LEX_FEW },
  { "ABOUT", GS_LEX_ABOUT },
  { "MORE", GS_LEX_MORE },
  { "AMPM", GS_LEX_AMPM },
  { "OCLOCK", GS_LEX_OCLOCK },
  { "PAST", GS_LEX_PAST },
  { "TH", GS_LEX_TH },
  { "AND", GS_LEX_AND },
};

/**
 * gs_date_leaf_find:
 * @name: name of a leaf, as the patterns have it
 * @length: bytes of it
 *
 * Returns: the leaf; a name that is none is a mistake in our patterns and ends the
 *   program
 */
int
gs_date_leaf_find (const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strlen (names[i].name) == length && strncmp (names[i].name, name, length) == 0)
        return names[i].leaf;
    }
  g_error ("the grammar of dates has no leaf “%.*s”", (int) length, name);
}

/* Whether token @i is @least to @most digits of a value in between. */
static gboolean
is_number (const GsReading *reading, guint i, guint least, guint most, int low, int high)
{
  const GsToken *token = gs_reading_token (reading, i);
  guint length = token->end - token->start;
  int value;

  if (token->kind != GS_TOKEN_DIGITS || length < least || length > most)
    return FALSE;
  value = (int) g_ascii_strtoll (token->word, NULL, 10);

  return value >= low && value <= high;
}

static const GsNumber *
number_in_words (const GsReading *reading, guint i, double low, double high)
{
  const GsNumber *number = gs_reading_number (reading, i);

  return number != NULL && number->in_words && number->first == i && number->value >= low && number->value <= high
             && number->value == floor (number->value)
           ? number
           : NULL;
}

/* Digits that may be a year, unless the next word says what they count. */
static gboolean
is_bare_year (const GsReading *reading, guint i)
{
  const GsToken *after = gs_reading_token (reading, i + 1);
  guint before = i > 0 ? i - 1 : 0;

  if (!is_number (reading, i, 4, 4, 1600, 2199))
    return FALSE;
  if (i > 0 && gs_tokens_touch (reading->tokens, i)
      && strchr ("$.,/:+#&=-", gs_reading_token (reading, before)->word[0]) != NULL)
    return FALSE;
  if (i + 1 < reading->tokens->n && gs_tokens_touch (reading->tokens, i + 1)
      && (gs_reading_token (reading, i + 2)->kind == GS_TOKEN_DIGITS || after->kind == GS_TOKEN_WORD
          || after->first == '%')
      && gs_tokens_touch (reading->tokens, i + 2 < reading->tokens->n ? i + 2 : i + 1))
    return FALSE;
  /* "in 2007 and 2009". */
  if (i > 1 && gs_reading_match (reading, before, GS_LEX_AND) != NULL && is_number (reading, i - 2, 4, 4, 1600, 2199))
    return TRUE;
  if (after->kind != GS_TOKEN_WORD)
    return !(after->first == '$' || after->first == 0x20ac || after->first == 0xa3 || after->first == '%');

  return i > 0
             && (gs_reading_match (reading, before, GS_LEX_AT) != NULL
                 || gs_reading_match (reading, before, GS_LEX_OF) != NULL
                 || gs_reading_match (reading, before, GS_LEX_SINCE) != NULL
                 || gs_reading_match (reading, before, GS_LEX_BEFORE) != NULL
                 || gs_reading_match (reading, before, GS_LEX_AFTER) != NULL
                 || gs_reading_match (reading, before, GS_LEX_UNTIL) != NULL)
           ? gs_reading_match (reading, i + 1, GS_LEX_MEASURE) == NULL
               && gs_reading_match (reading, i + 1, GS_LEX_MONEY) == NULL
           : gs_reading_known (reading, i + 1) != NULL && gs_reading_match (reading, i + 1, GS_LEX_MEASURE) == NULL
               && gs_reading_match (reading, i + 1, GS_LEX_PERIOD) == NULL
               && gs_reading_match (reading, i + 1, GS_LEX_MONEY) == NULL;
}

static guint64
class_ends (const GsReading *reading, GsLexClass lex_class, guint i, int value)
{
  const GPtrArray *entries = gs_reading_known (reading, i);
  guint64 ends = 0;

  for (guint k = 0; entries != NULL && k < entries->len; k++)
    {
      const GsLexEntry *entry = entries->pdata[k];
      guint n = gs_lexicon_length (entry);

      if (entry->lex_class == lex_class && (value == GS_UNSAID || entry->value == value)
          && gs_lexicon_stands (entry, reading->tokens, i))
        ends |= G_GUINT64_CONSTANT (1) << n;
    }

  return ends;
}

/* One letter is "p.m." or an hour only when it sticks to the digits. */
static gboolean
is_loose_letter (const GsReading *reading, guint i)
{
  const GsToken *token = gs_reading_token (reading, i);

  return token->end - token->start == 1 && token->kind == GS_TOKEN_WORD && !gs_tokens_touch (reading->tokens, i);
}

/* "a second round" lasts no second. */
static gboolean
is_ordinal_second (const GsReading *reading, guint i)
{
  return gs_reading_match (reading, i, GS_LEX_ORDINAL) != NULL && i > 0
         && gs_reading_match (reading, i - 1, GS_LEX_ARTICLE) != NULL;
}

static guint64
number_ends (const GsReading *reading, guint i)
{
  const GsNumber *number = gs_reading_number (reading, i);

  return number != NULL && !isnan (number->value) && number->value >= 0 && number->first == i && number->end - i < 60
           ? G_GUINT64_CONSTANT (1) << (number->end - i)
           : 0;
}

static guint64
words_ends (const GsReading *reading, guint i, double low, double high)
{
  const GsNumber *number = number_in_words (reading, i, low, high);

  return number != NULL && number->end - i < 60 ? G_GUINT64_CONSTANT (1) << (number->end - i) : 0;
}

static guint64
long_ends (const GsReading *reading, guint i)
{
  const GsLexEntry *entry = gs_reading_match (reading, i, GS_LEX_PERIOD);

  return entry != NULL && entry->value >= GS_PERIOD_HOUR && !is_loose_letter (reading, i)
           ? G_GUINT64_CONSTANT (1) << gs_lexicon_length (entry)
           : 0;
}

static guint64
ordinal_ends (const GsReading *reading, guint i)
{
  guint n;
  guint ordinal = gs_ordinal_read (reading, i, &n);
  guint64 ends = class_ends (reading, GS_LEX_ORDINAL, i, GS_UNSAID);

  return ordinal >= 1 && ordinal <= 31 ? ends | G_GUINT64_CONSTANT (1) << n : 0;
}

/**
 * gs_date_leaf_ends:
 * @reading: a text being read
 * @leaf: from gs_date_leaf_find()
 * @i: position of a token
 *
 * Returns: where the leaf may end: bit k stands for token @i + k; 0 when it does not
 *   stand there
 */
guint64
gs_date_leaf_ends (const GsReading *reading, int leaf, guint i)
{
  const GsToken *token = gs_reading_token (reading, i);

  if (i >= reading->tokens->n && leaf != LEAF_BARE)
    return 0;

  switch (leaf)
    {
    case LEAF_DD:
      return is_number (reading, i, 1, 2, 1, 31) ? 2 : 0;
    case LEAF_MM:
      return is_number (reading, i, 1, 2, 1, 12) ? 2 : 0;
    case LEAF_YYYY:
      return is_number (reading, i, 4, 4, 1000, 2199) ? 2 : 0;
    case LEAF_YEAR:
      return is_bare_year (reading, i) ? 2 : 0;
    case LEAF_YY:
      return is_number (reading, i, 2, 2, 0, 99) ? 2 : 0;
    case LEAF_YEAR_WORDS:
      return words_ends (reading, i, 1100, 2099);
    case LEAF_YYYYMMDD:
      return is_number (reading, i, 8, 8, 19000101, 21001231) && atoi (token->word + 4) / 100 <= 12 ? 2 : 0;
    case LEAF_TENS:
      return is_number (reading, i, 2, 2, 10, 90) && token->word[1] == '0' ? 2 : 0;
    case LEAF_HH:
      return is_number (reading, i, 1, 2, 0, 24) ? 2 : 0;
    case LEAF_MI:
    case LEAF_SS:
      return is_number (reading, i, 2, 2, 0, 59) ? 2 : 0;
    case LEAF_HOURS:
      return words_ends (reading, i, 1, 24) | class_ends (reading, GS_LEX_CARDINAL, i, GS_UNSAID)
             | (gs_reading_match (reading, i + 1, GS_LEX_OCLOCK) != NULL ? class_ends (reading, GS_LEX_ARTICLE, i, 1)
                                                                         : 0);
    case LEAF_LOOSE:
      return (is_number (reading, i, 1, 2, 0, 31) ? 2 : 0) | words_ends (reading, i, 1, 31);
    case LEAF_ORD:
    case LEAF_NTH:
      return ordinal_ends (reading, i);
    case LEAF_NTH_DIGIT:
      return is_number (reading, i, 1, 2, 1, 53) ? 2 : 0;
    case LEAF_NTH_LAST:
      return class_ends (reading, GS_LEX_NEXT, i, -1);
    case LEAF_NUM:
      return number_ends (reading, i);
    case LEAF_COUNT:
      /* "Two quarters" was read as a half. */
      return number_ends (reading, i) | class_ends (reading, GS_LEX_CARDINAL, i, GS_UNSAID);
    case LEAF_ONE:
      return class_ends (reading, GS_LEX_ARTICLE, i, 1);
    case LEAF_SPAN:
      return is_loose_letter (reading, i) || is_ordinal_second (reading, i)
               ? 0
               : class_ends (reading, GS_LEX_PERIOD, i, GS_UNSAID);
    case LEAF_LONG:
      return long_ends (reading, i);
    case LEAF_DEF:
      return class_ends (reading, GS_LEX_ARTICLE, i, 0);
    case LEAF_HALF:
      return class_ends (reading, GS_LEX_FRACTION, i, 2);
    case LEAF_QUARTER:
      return class_ends (reading, GS_LEX_FRACTION, i, 4);
    case LEAF_PAST_MINUTES:
      return (is_number (reading, i, 1, 2, 1, 59) ? 2 : 0) | words_ends (reading, i, 1, 59);
    case LEAF_ERA_YEAR:
      return class_ends (reading, GS_LEX_ERA, i, GS_PERIOD_YEAR);
    case LEAF_ERA_WEEK:
      return class_ends (reading, GS_LEX_ERA, i, GS_PERIOD_WEEK);
    case LEAF_ERA_QUARTER:
      return class_ends (reading, GS_LEX_ERA, i, GS_PERIOD_QUARTER)
             | class_ends (reading, GS_LEX_ERA, i, GS_PERIOD_HALF);
    case LEAF_UNIT:
      return class_ends (reading, GS_LEX_PERIOD, i, GS_UNSAID);
    case LEAF_WEEKEND:
      return class_ends (reading, GS_LEX_PERIOD, i, GS_PERIOD_WEEKEND);
    case LEAF_DAY_WORD:
      return class_ends (reading, GS_LEX_PERIOD, i, GS_PERIOD_DAY);
    case LEAF_SEP:
      return token->kind == GS_TOKEN_MARK && strchr ("/.-", token->word[0]) != NULL ? 2 : 0;
    case LEAF_BARE:
      return !(gs_tokens_touch (reading->tokens, i) && i + 1 < reading->tokens->n
               && gs_tokens_touch (reading->tokens, i + 1) && gs_reading_token (reading, i + 1)->kind == GS_TOKEN_DIGITS
               && token->kind == GS_TOKEN_MARK)
             && !(gs_tokens_touch (reading->tokens, i) && token->kind != GS_TOKEN_MARK);
    case GS_LEX_AMPM:
      return class_ends (reading, GS_LEX_AMPM, i, GS_UNSAID)
             & (is_loose_letter (reading, i) ? ~G_GUINT64_CONSTANT (2) : ~G_GUINT64_CONSTANT (0));
    case GS_LEX_OCLOCK:
      return is_loose_letter (reading, i) ? 0 : class_ends (reading, GS_LEX_OCLOCK, i, GS_UNSAID);
    default:
      return class_ends (reading, (GsLexClass) leaf, i, GS_UNSAID);
    }
}
