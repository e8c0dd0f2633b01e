/* gs-number-digits.c: numbers written in digits.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reading.h"

#include <math.h>
#include <string.h>

static gboolean
is_digits (const GsReading *self, guint i)
{
  return gs_reading_token (self, i)->kind == GS_TOKEN_DIGITS;
}

static guint
width (const GsReading *self, guint i)
{
  const GsToken *token = gs_reading_token (self, i);

  return token->end - token->start;
}

static gboolean
is_group_space (const GsReading *self, guint i)
{
  const GsToken *token = gs_reading_token (self, i);

  return token->n_gap == 1 && token->gap != '\n' && token->gap != '\t' && token->gap != '\r';
}

/* Whether digits, touching, follow the mark at @i. */
static gboolean
mark_then_digits (const GsReading *self, guint i, gunichar mark)
{
  return gs_tokens_is_mark (self->tokens, i, mark) && gs_tokens_touch (self->tokens, i)
         && gs_tokens_touch (self->tokens, i + 1) && is_digits (self, i + 1);
}

/* The token after groups of three, separated by @mark or, when 0, by spaces; @i if there are none. */
static guint
skip_groups (const GsReading *self, guint i, gunichar mark)
{
  guint end = i + 1;

  if (width (self, i) > 3)
    return i;

  if (mark == 0)
    while (is_digits (self, end) && width (self, end) == 3 && is_group_space (self, end))
      end++;
  else
    while (mark_then_digits (self, end, mark) && width (self, end + 1) == 3)
      end += 2;

  /* "423 0000" and "1,234,5" are no groups. */
  if (mark == 0 ? is_digits (self, end) && is_group_space (self, end) : mark_then_digits (self, end, mark))
    return i;

  return end > i + 1 ? end : i;
}

static void
append_digits (const GsReading *self, guint from, guint end, GString *digits)
{
  for (guint i = from; i < end; i++)
    {
      if (is_digits (self, i))
        g_string_append (digits, gs_reading_token (self, i)->word);
    }
}

static double
fraction_sign_value (gunichar c)
{
  static const struct
  {
    gunichar sign;
    double value;
  } signs[] = {
    { 0xbc, 1 / 4. },   { 0xbd, 1 / 2. },   { 0xbe, 3 / 4. },   { 0x2150, 1 / 7. }, { 0x2151, 1 / 9. },
    { 0x2152, 0.1 },    { 0x2153, 1 / 3. }, { 0x2154, 2 / 3. }, { 0x2155, 0.2 },    { 0x2156, 0.4 },
    { 0x2157, 0.6 },    { 0x2158, 0.8 },    { 0x2159, 1 / 6. }, { 0x215a, 5 / 6. }, { 0x215b, 1 / 8. },
    { 0x215c, 3 / 8. }, { 0x215d, 5 / 8. }, { 0x215e, 7 / 8. },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (signs[i].sign == c)
        return signs[i].value;
    }

  return 0;
}

/* Whole part and decimals, in the locale's marks or, when that is the only
 * way to read it, in the other's: "1.111,11" in English. */
static guint
read_decimal (const GsReading *self, guint i, double *value)
{
  static const gunichar others[] = { ' ', '\'', 0 };
  g_autoptr (GString) digits = g_string_new (NULL);
  gunichar decimal = self->locale->decimal;
  gunichar group = self->locale->group;
  guint end = skip_groups (self, i, group);

  if (end == i && (end = skip_groups (self, i, decimal)) > i && mark_then_digits (self, end, group))
    decimal = group;
  else if (end == i + 3 || end == i)
    end = skip_groups (self, i, group);
  for (guint k = 0; end == i && k < G_N_ELEMENTS (others); k++)
    end = others[k] == ' ' ? skip_groups (self, i, 0) : others[k] != 0 ? skip_groups (self, i, others[k]) : i;
  /* "1.234.567" in English can be nothing but groups. */
  if (end == i && (end = skip_groups (self, i, decimal)) < i + 5)
    end = i + 1;

  append_digits (self, i, end, digits);
  if (!mark_then_digits (self, end, decimal) && end == i + 1 && mark_then_digits (self, end, group)
      && width (self, end + 1) != 3 && group == '.')
    decimal = group;
  if (mark_then_digits (self, end, decimal))
    {
      g_string_append_c (digits, '.');
      append_digits (self, end + 1, end + 2, digits);
      end += 2;
    }
  *value = g_ascii_strtod (digits->str, NULL);

  return end;
}

/* "1.1^+23", "1.3x10^6", "12.32e+14". */
static guint
read_power (const GsReading *self, guint i, double *value)
{
  guint p = i;
  double base = *value;
  double sign = 1;
  gboolean scientific = g_str_equal (gs_reading_token (self, p)->word, "e") && gs_tokens_touch (self->tokens, p);

  if (gs_tokens_touch (self->tokens, p) && strchr ("x*", gs_reading_token (self, p)->word[0]) != NULL
      && g_str_equal (gs_reading_token (self, p + 1)->word, "10"))
    {
      p += 2;
      base = 10;
    }
  if (!scientific && !gs_tokens_is_mark (self->tokens, p, '^'))
    return i;

  p++;
  for (; gs_tokens_is_mark (self->tokens, p, '-') || gs_tokens_is_mark (self->tokens, p, '+'); p++)
    sign = gs_tokens_is_mark (self->tokens, p, '-') ? -sign : sign;
  if (!is_digits (self, p) || !gs_tokens_touch (self->tokens, p))
    return i;

  sign *= g_ascii_strtod (gs_reading_token (self, p)->word, NULL);
  *value = scientific                ? *value * pow (10, sign)
           : p > i + 2 && base == 10 ? *value * pow (10, sign)
                                     : pow (*value, sign);

  return p + 1;
}

/* "1/2", "10 1/2", "7 3 / 4", "1½". */
static guint
read_fraction (const GsReading *self, guint i, guint end, double *value)
{
  gboolean mixed = is_digits (self, end) && gs_reading_token (self, end)->n_gap == 1;
  guint slash = mixed ? end + 1 : end;
  double sign = fraction_sign_value (gs_reading_token (self, end)->first);
  double above;
  double below;

  if (sign > 0 && gs_reading_token (self, end)->n_gap <= 1)
    {
      *value += sign;
      return end + 1;
    }
  if (end != i + 1 || !gs_tokens_is_mark (self->tokens, slash, '/') || !is_digits (self, slash + 1)
      || gs_reading_token (self, slash)->n_gap != gs_reading_token (self, slash + 1)->n_gap
      || width (self, slash + 1) > 3 || gs_tokens_is_mark (self->tokens, slash + 2, '/'))
    return end;

  above = g_ascii_strtod (gs_reading_token (self, slash - 1)->word, NULL);
  below = g_ascii_strtod (gs_reading_token (self, slash + 1)->word, NULL);
  if (below == 0 || (mixed && above >= below))
    return end;
  *value = (mixed ? *value : 0) + above / below;

  return slash + 2;
}

/**
 * gs_digits_read:
 * @self: a text being read
 * @i: position of a token
 * @number: (out caller-allocates): what the digits say
 *
 * Reads 12,5 · 1.500 · 1 234 567 · .5 · 1,1^23 · ¾ with the marks of the text's
 * language.
 *
 * Returns: whether a number stands there
 */
gboolean
gs_digits_read (const GsReading *self, guint i, GsNumber *number)
{
  guint first = i;
  double sign = fraction_sign_value (gs_reading_token (self, i)->first);

  *number = (GsNumber){ .first = i, .listed = TRUE };
  if (sign > 0)
    {
      number->value = sign;
      number->end = i + 1;
      return TRUE;
    }

  if (gs_tokens_is_mark (self->tokens, i, self->locale->decimal) && is_digits (self, i + 1)
      && gs_tokens_touch (self->tokens, i + 1) && !gs_tokens_touch (self->tokens, i))
    {
      g_autofree char *digits = g_strconcat ("0.", gs_reading_token (self, i + 1)->word, NULL);

      number->value = g_ascii_strtod (digits, NULL);
      number->end = i + 2;
      return TRUE;
    }

  if (!is_digits (self, i))
    return FALSE;

  number->end = read_decimal (self, i, &number->value);
  number->whole = number->end == first + 1;
  number->end = read_fraction (self, i, number->end, &number->value);
  number->end = read_power (self, number->end, &number->value);

  return TRUE;
}
