/* gs-quantities.c: numbers with a unit: money, measures, percent, heat, age.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reading.h"

#include <math.h>
#include <string.h>

typedef struct
{
  guint first; /* tokens, half-open */
  guint end;
  const GsNumber *number; /* NULL: a unit alone */
  double value;
  const char *unit;
  GsLexClass unit_class;
} Quantity;

static const GsLexClass unit_classes[] = {
  GS_LEX_PERCENT, GS_LEX_CODE, GS_LEX_HEAT, GS_LEX_MEASURE, GS_LEX_CENT, GS_LEX_MONEY,
};

static gboolean
is_money_sign (const GsReading *self, guint i)
{
  const GsToken *token = gs_reading_token (self, i);

  return token->kind == GS_TOKEN_MARK && g_unichar_type (token->first) == G_UNICODE_CURRENCY_SYMBOL;
}

static const char *
money_of_sign (gunichar c)
{
  static const struct
  {
    gunichar sign;
    const char *code;
  } signs[] = {
    { '$', "USD" },    { 0xa3, "GBP" },   { 0xa5, "JPY" },   { 0x20a9, "KRW" }, { 0x20aa, "ILS" }, { 0x20ab, "VND" },
    { 0x20ac, "EUR" }, { 0x20ad, "LAK" }, { 0x20b4, "UAH" }, { 0x20b9, "INR" }, { 0x20ba, "TRY" }, { 0x20bd, "RUB" },
    { 0x20be, "GEL" }, { 0x20bf, "BTC" }, { 0x20a1, "CRC" }, { 0x0e3f, "THB" }, { 0x20a6, "NGN" }, { 0x20b1, "PHP" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (signs[i].sign == c)
        return signs[i].code;
    }

  return NULL;
}

/* Pounds of money come by the million and from somewhere, pounds of weight do not. */
static gboolean
is_money (const Quantity *quantity)
{
  return quantity->number != NULL && fabs (quantity->value) >= 1e5;
}

/* A unit at token @i, the longest of all classes. The token after it, or @i. */
static guint
read_unit (const GsReading *self, guint i, Quantity *quantity)
{
  guint end = i;

  for (guint k = 0; k < G_N_ELEMENTS (unit_classes); k++)
    {
      const GsLexEntry *entry = gs_reading_match (self, i, unit_classes[k]);
      guint n = entry != NULL ? gs_lexicon_length (entry) : 0;

      if (n > 0 && (i + n > end || (i + n == end && entry->lex_class == GS_LEX_MONEY && is_money (quantity))))
        {
          end = i + n;
          quantity->unit = entry->text;
          quantity->unit_class = entry->lex_class;
        }
    }
  if (end == i && is_money_sign (self, i))
    {
      quantity->unit = money_of_sign (gs_reading_token (self, i)->first);
      quantity->unit_class = GS_LEX_MONEY;
      end = i + 1;
    }

  return end;
}

/* "kanadischen Dollar", "finnish markka", "us dollar": whose money it is. */
static guint
read_foreign_money (const GsReading *self, guint i, Quantity *quantity)
{
  const GsToken *token = gs_reading_token (self, i);
  const GsLexEntry *entry = gs_reading_match (self, i + 1, GS_LEX_MONEY);

  if (token->kind != GS_TOKEN_WORD || entry == NULL)
    return i;

  for (guint k = 0; self->locale->adjective_ends[k] != NULL; k++)
    {
      if (g_str_has_suffix (token->word, self->locale->adjective_ends[k]))
        {
          quantity->unit = NULL;
          quantity->unit_class = GS_LEX_MONEY;
          return i + 1 + gs_lexicon_length (entry);
        }
    }

  return i;
}

/* A single letter is a unit only right behind the digits or one space after them. */
static gboolean
is_plausible (const GsReading *self, const Quantity *quantity, guint at)
{
  const GsToken *token = gs_reading_token (self, at);
  const GsToken *after = gs_reading_token (self, quantity->end);
  gboolean letter = gs_reading_token (self, quantity->end - 1)->end - token->start == 1;

  /* "2:00 pm" and "24703m212" are no measures. */
  if (after->n_gap == 0 && after->kind == GS_TOKEN_DIGITS)
    return FALSE;
  if (quantity->unit_class == GS_LEX_MEASURE && token->end - token->start <= 2
      && (quantity->number->in_words ? letter : token->n_gap > 1))
    return FALSE;
  if (quantity->unit_class == GS_LEX_MEASURE && quantity->number->first > 0
      && gs_tokens_touch (self->tokens, quantity->number->first)
      && (gs_tokens_is_mark (self->tokens, quantity->number->first - 1, '-')
          || gs_tokens_is_mark (self->tokens, quantity->number->first - 1, ':'))
      && token->end - token->start <= 2)
    return FALSE;

  return TRUE;
}

/* "15 dollars 50", "5 feet and 2 inches", "drei Euro und 50 Cent". */
static void
read_smaller (const GsReading *self, Quantity *quantity)
{
  guint and = gs_reading_skip (self, quantity->end, GS_LEX_AND);
  const GsNumber *number = gs_reading_number (self, quantity->end + and);
  Quantity next = { 0 };
  guint end;

  if (number == NULL || number->value < 0 || number->value >= 100 || isnan (number->value))
    return;

  next.number = number;
  next.value = number->value;
  end = read_unit (self, number->end, &next);
  if (end > number->end && next.unit_class == GS_LEX_CENT && quantity->unit_class != GS_LEX_MEASURE)
    quantity->value += number->value / 100;
  else if (end > number->end && g_strcmp0 (quantity->unit, "ft") == 0 && g_strcmp0 (next.unit, "in") == 0)
    quantity->value += number->value / 12;
  else if (g_strcmp0 (quantity->unit, "ft") == 0 && g_str_equal (gs_reading_token (self, number->end)->word, "in"))
    {
      quantity->value += number->value / 12;
      end = number->end + 1;
    }
  else if (end == number->end && (quantity->unit_class == GS_LEX_MONEY || quantity->unit_class == GS_LEX_CODE)
           && number->value == floor (number->value) && !gs_tokens_is_mark (self->tokens, number->end, '%')
           && gs_reading_token (self, number->end)->kind != GS_TOKEN_WORD)
    quantity->value += number->value / 100;
  else
    return;
  quantity->end = end;
}

/* "years old", "jarige leeftijd", "87 yo". */
static gboolean
read_age (const GsReading *self, guint i, Quantity *quantity)
{
  const GsNumber *number = gs_reading_number (self, i);
  guint hyphen = number != NULL && gs_tokens_is_mark (self->tokens, number->end, '-');
  guint aged = 0;
  guint period = number != NULL ? gs_reading_skip (self, number->end + hyphen, GS_LEX_PERIOD) : 0;
  guint old = number != NULL ? gs_reading_skip (self, number->end + hyphen + period, GS_LEX_OLD) : 0;

  if (number == NULL || isnan (number->value))
    return FALSE;

  for (guint back = 1; back <= 3 && back <= i && aged == 0; back++)
    aged = gs_reading_skip (self, i - back, GS_LEX_AGED) == back ? back : 0;
  if (old == 0 && g_str_equal (gs_reading_token (self, number->end)->word, "yo"))
    old = 1;
  if ((period > 0 && old == 0 && aged == 0) || (period == 0 && old == 0 && (aged != 1 || number->value > 130))
      || (period == 0 && old > 0 && number->value > 130))
    return FALSE;

  *quantity = (Quantity){ .first = i, .number = number, .value = number->value, .unit_class = GS_LEX_OLD };
  quantity->end = number->end + (period + old > 0 ? hyphen : 0) + period + old;
  quantity->unit = "years";
  if (period > 0)
    {
      static const char *const names[] = { "seconds", "minutes",    "hours",    "days",     "weekends",
                                           "weeks",   "fortnights", "months",   "quarters", "half-years",
                                           "years",   "decades",    "centuries" };
      const GsLexEntry *entry = gs_reading_match (self, number->end + hyphen, GS_LEX_PERIOD);

      quantity->unit = names[(guint) entry->value];
    }
  if (period == 0 && old == 0)
    quantity->first = i - aged;

  return TRUE;
}

/* The unit behind the number. */
static gboolean
read_behind (const GsReading *self, guint i, Quantity *quantity)
{
  const GsNumber *number = gs_reading_number (self, i);
  guint hyphen;
  guint at;

  *quantity = (Quantity){ .first = i, .number = number };
  if (number == NULL)
    return FALSE;

  quantity->value = number->value;
  hyphen = gs_tokens_is_mark (self->tokens, number->end, '-');
  at = number->end + hyphen;
  quantity->end = read_unit (self, at, quantity);
  if (quantity->end == at)
    quantity->end = read_foreign_money (self, at, quantity);
  /* "£100 player" has its sign in front, "10 $ 30 $" behind. */
  if (quantity->end == at || !is_plausible (self, quantity, at))
    return FALSE;
  if (hyphen > 0 && (quantity->unit_class == GS_LEX_MEASURE || quantity->unit_class == GS_LEX_CODE)
      && gs_reading_token (self, at)->end - gs_reading_token (self, at)->start < 3)
    return FALSE;

  read_smaller (self, quantity);
  return TRUE;
}

/* A unit that stands right before @i makes "an hour", "a barrel" a rate. */
static gboolean
is_rate (const GsReading *self, guint i)
{
  for (guint k = 0; i > 0 && k < G_N_ELEMENTS (unit_classes); k++)
    {
      if (gs_reading_match (self, i - 1, unit_classes[k]) != NULL)
        return TRUE;
    }

  return i > 0 && (is_money_sign (self, i - 1) || gs_reading_number (self, i - 1) != NULL);
}

/* "een kilo", "a mile away": one of it. Other units are other words, too: "a bit", "a foot". */
static gboolean
read_one (const GsReading *self, guint i, Quantity *quantity)
{
  static const char *const units[] = { "km",  "m",  "cm",   "mm",   "mi", "nmi", "ly",      "km²", "m²",
                                       "m³",  "ha", "are",  "acre", "kg", "g",   "lb",      "oz",  "l",
                                       "gal", "pt", "tbsp", "tsp",  "kt", "Mt",  "quintal", NULL };
  const GsLexEntry *article = gs_reading_match (self, i, GS_LEX_ARTICLE);
  guint at = i + (article != NULL ? gs_lexicon_length (article) : 0);

  if (article == NULL || article->value != 1 || is_rate (self, i))
    return FALSE;

  *quantity = (Quantity){ .first = i, .value = 1 };
  quantity->end = read_unit (self, at, quantity);

  return quantity->end > at && g_strv_contains (units, quantity->unit != NULL ? quantity->unit : "")
         && gs_reading_token (self, at)->end - gs_reading_token (self, at)->start >= 3
         && !gs_tokens_touch (self->tokens, quantity->end);
}

/* Whose dollars, where a letter or two in front of the sign says so. */
static const char *
money_of_country (const char *letters)
{
  static const char *const codes[][2] = {
    { "us", "USD" }, { "c", "CAD" },  { "ca", "CAD" }, { "a", "AUD" },  { "au", "AUD" },
    { "hk", "HKD" }, { "nz", "NZD" }, { "s", "SGD" },  { "nt", "TWD" }, { "r", "BRL" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (g_str_equal (codes[i][0], letters))
        return codes[i][1];
    }

  return NULL;
}

/* "$ 5", "c $ 5", "hk$5", "USD 5", "€ -12": where it starts, or the mark itself. */
static gboolean
read_before (const GsReading *self, guint i, Quantity *quantity)
{
  guint p = i;
  const GsLexEntry *code = gs_reading_match (self, p, GS_LEX_CODE);
  const char *letters = NULL;

  *quantity = (Quantity){ .first = i, .unit_class = GS_LEX_MONEY };
  if (code != NULL)
    p += gs_lexicon_length (code);
  else if (gs_reading_token (self, p)->kind == GS_TOKEN_WORD)
    {
      /* "u.s. $", "hk $": up to three short words. */
      while (p < i + 5 && !is_money_sign (self, p)
             && gs_reading_token (self, p)->end - gs_reading_token (self, p)->start <= 2
             && (gs_reading_token (self, p)->kind == GS_TOKEN_WORD || gs_tokens_is_mark (self->tokens, p, '.')))
        p++;
      letters = gs_reading_token (self, i)->word;
      if (!is_money_sign (self, p) || (p > i + 1 && !gs_tokens_is_mark (self->tokens, i + 1, '.')))
        return FALSE;
      /* "in $ 5" is no currency. */
      if (p == i + 1 && money_of_country (letters) == NULL)
        return FALSE;
    }
  if (is_money_sign (self, p))
    p++;
  if (p == i)
    return FALSE;

  quantity->number = gs_reading_number (self, p);
  if (quantity->number == NULL || gs_reading_token (self, p)->n_gap > 2)
    return FALSE;
  quantity->value = quantity->number->value;
  quantity->end = quantity->number->end;
  quantity->unit = code != NULL      ? code->text
                   : letters != NULL ? money_of_country (letters)
                                     : money_of_sign (gs_reading_token (self, i)->first);

  return TRUE;
}

/* "percent of 20", "convert to celsius", "the dollar": a unit without its number. */
static gboolean
read_alone (const GsReading *self, guint i, Quantity *quantity)
{
  *quantity = (Quantity){ .first = i, .value = NAN };
  if (gs_reading_token (self, i)->kind == GS_TOKEN_WORD)
    quantity->end = read_unit (self, i, quantity);

  if (quantity->end <= i || gs_tokens_touch (self->tokens, i) || gs_tokens_touch (self->tokens, quantity->end))
    return FALSE;

  switch (quantity->unit_class)
    {
    case GS_LEX_PERCENT:
      return TRUE;
    case GS_LEX_MONEY:
      /* Most others are words or names, too: "mark", "real". */
      return g_strcmp0 (quantity->unit, "USD") == 0 || g_strcmp0 (quantity->unit, "EUR") == 0;
    case GS_LEX_HEAT:
      return g_strcmp0 (quantity->unit, "°") != 0;
    default:
      return FALSE;
    }
}

/* In an address, "30%25" is no percentage. */
static gboolean
is_inside_address (const GsReading *self, const Quantity *quantity)
{
  return gs_tokens_touch (self->tokens, quantity->first)
         && strchr ("%&=/?#_", gs_reading_token (self, quantity->first - 1)->word[0]) != NULL
         && quantity->unit_class == GS_LEX_PERCENT;
}

static gboolean
read_quantity (const GsReading *self, guint i, Quantity *quantity)
{
  /* "10 $" and "$10" look alike in "1 $10 dollars bill": the nearer number wins. */
  if (read_age (self, i, quantity) || read_before (self, i, quantity))
    return TRUE;
  if (read_behind (self, i, quantity))
    return !(is_money_sign (self, quantity->end - 1) && gs_reading_token (self, quantity->end - 1)->n_gap > 0
             && gs_tokens_touch (self->tokens, quantity->end));

  return read_one (self, i, quantity) || read_alone (self, i, quantity);
}

/**
 * gs_quantities_find:
 * @self: a text whose numbers have been read
 * @findings: (element-type GsFinding): gets the quantities appended, in order
 */
void
gs_quantities_find (const GsReading *self, GArray *findings)
{
  Quantity quantity;

  for (guint i = 0; i < self->tokens->n;)
    {
      GsFinding finding = { 0 };

      if (!read_quantity (self, i, &quantity))
        {
          const GsNumber *number = gs_reading_number (self, i);

          /* The digits of a number are no numbers of their own. */
          i = number != NULL && number->first == i ? number->end : i + 1;
          continue;
        }
      if (!is_inside_address (self, &quantity))
        {
          finding.start = gs_reading_token (self, quantity.first)->start;
          finding.end = gs_reading_token (self, quantity.end - 1)->end;
          finding.unit = quantity.unit;
          finding.value = finding.lo = finding.hi = quantity.value;
          if (quantity.number != NULL && isnan (quantity.value))
            {
              finding.lo = quantity.number->lo;
              finding.hi = quantity.number->hi;
              finding.hedge = "some";
            }
          else if (!isnan (quantity.value))
            {
              gs_hedge_before (self, quantity.first, &finding.hedge);
              gs_hedge_bounds (finding.hedge, quantity.value, &finding.lo, &finding.hi);
            }
          g_array_append_val (findings, finding);
        }
      i = MAX (quantity.end, i + 1);
    }
}
