/* gs-quantity.c: quantities as an analyst types them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-quantity.h"

#include <math.h>
#include <string.h>

#include "gs-error.h"
#include "gs-gettext.h"

static const char *
skip_spaces (const char *p)
{
  while (g_ascii_isspace (*p))
    p++;

  return p;
}

/* Whether @p begins with a number; then @end is behind it. Not strtod alone:
 * that one would take "200." off "200..999", and "nan", and hexadecimals. */
static gboolean
scan_number (const char *p, double *value, const char **end)
{
  const char *begin = p;
  g_autofree char *digits = NULL;

  if (*p == '-' || *p == '+')
    p++;
  if (!g_ascii_isdigit (*p))
    return FALSE;
  while (g_ascii_isdigit (*p))
    p++;
  if (*p == '.' && g_ascii_isdigit (p[1]))
    {
      for (p++; g_ascii_isdigit (*p); p++)
        ;
    }
  if (*p == 'e' && (g_ascii_isdigit (p[1]) || ((p[1] == '+' || p[1] == '-') && g_ascii_isdigit (p[2]))))
    {
      for (p += 2; g_ascii_isdigit (*p); p++)
        ;
    }

  digits = g_strndup (begin, (gsize) (p - begin));
  *value = g_ascii_strtod (digits, NULL);
  *end = p;

  /* "1,500" is fifteen hundred or one and a half, by country: ask, don't guess. */
  return isfinite (*value) && !(*p == ',' && g_ascii_isdigit (p[1])) && !(*p == '.' && p[1] != '.');
}

/* One comparison: ">5", ">=5", "<5", "<=5", "~5", "5". */
static gboolean
scan_one (const char *p, GsQuantityRecord *quantity, const char **end)
{
  char sign = *p == '<' || *p == '>' || *p == '~' ? *p : '\0';
  gboolean open;
  double value;

  if (sign != '\0')
    p++;
  open = *p != '=' && (sign == '<' || sign == '>');
  if (*p == '=' && !open && sign != '\0' && sign != '~')
    p++;
  if (!scan_number (skip_spaces (p), &value, end))
    return FALSE;

  if (sign != '<')
    quantity->lo = value;
  if (sign != '>')
    quantity->hi = value;
  quantity->lo_open = sign == '>' && open;
  quantity->hi_open = sign == '<' && open;
  if (sign == '~')
    {
      quantity->lo = value - fabs (value) / 10.0;
      quantity->hi = value + fabs (value) / 10.0;
      quantity->hedge = g_strdup ("about");
    }

  return TRUE;
}

/* What follows ".." : nothing, or the upper bound. */
static gboolean
scan_upper (const char *p, GsQuantityRecord *quantity, const char **end)
{
  p = skip_spaces (p);
  *end = p;
  if (*p == '<')
    {
      quantity->hi_open = TRUE;
      return scan_number (skip_spaces (p + 1), &quantity->hi, end);
    }
  if (g_ascii_isdigit (*p) || ((*p == '-' || *p == '+') && g_ascii_isdigit (p[1])))
    return scan_number (p, &quantity->hi, end);

  return TRUE;
}

static gboolean
scan_amount (const char *p, GsQuantityRecord *quantity, const char **end)
{
  const char *after;

  if (g_str_has_prefix (p, ".."))
    return scan_upper (p + 2, quantity, end);
  if (!scan_one (p, quantity, end))
    return FALSE;

  after = skip_spaces (*end);
  if (!g_str_has_prefix (after, ".."))
    return TRUE;
  if (*p == '<' || *p == '~')
    return FALSE;

  quantity->hi = NAN;

  return scan_upper (after + 2, quantity, end);
}

static gboolean
is_possible (const GsQuantityRecord *quantity)
{
  if (isnan (quantity->lo) || isnan (quantity->hi))
    return TRUE;

  return quantity->lo < quantity->hi || (!(quantity->lo > quantity->hi) && !quantity->lo_open && !quantity->hi_open);
}

/**
 * gs_quantity_parse:
 * @text: a quantity as typed, see the head of gs-quantity.h
 * @error: GS_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the quantity, or %NULL if it cannot be understood
 */
GsQuantityRecord *
gs_quantity_parse (const char *text, GError **error)
{
  GsQuantityRecord *quantity;
  const char *p, *end;

  g_return_val_if_fail (text != NULL, NULL);

  quantity = gs_record_new (&gs_quantity_type);
  p = skip_spaces (text);
  end = strchr (p, ':');
  if (end != NULL && strchr ("0123456789+-.<>~", *p) == NULL)
    {
      quantity->measure = g_strchomp (g_strndup (p, (gsize) (end - p)));
      p = skip_spaces (end + 1);
    }

  if (scan_amount (p, quantity, &end) && is_possible (quantity))
    {
      g_autofree char *unit = g_strstrip (g_strdup (end));

      if (!g_str_has_prefix (unit, ".."))
        {
          if (*unit != '\0')
            quantity->unit = g_steal_pointer (&unit);
          return quantity;
        }
    }

  g_set_error (error, GS_ERROR, GS_ERROR_INVALID,
               _ ("“%s” is not a quantity. Write for example “450 drones”, “200..999 drones”, “>1500 km” or “~40 %%”."),
               text);
  gs_record_free (&gs_quantity_type, quantity);

  return NULL;
}

/* The shortest digits that mean the same number. */
static void
append_number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 15; digits <= 17; digits++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", digits);
      double back;

      g_ascii_formatd (buffer, sizeof buffer, format, value);
      back = g_ascii_strtod (buffer, NULL);
      if (!(back < value) && !(back > value))
        break;
    }
  g_string_append (out, buffer);
}

/* Whether "200.." before @unit would be read as a range: ">=200 155-mm shells". */
static gboolean
looks_like_bound (const char *unit)
{
  return unit != NULL && (g_ascii_isdigit (*unit) || strchr ("<+-", *unit) != NULL);
}

/**
 * gs_quantity_format:
 * @quantity: a quantity
 *
 * Returns: (transfer full): the text that gs_quantity_parse() reads as this quantity
 */
char *
gs_quantity_format (const GsQuantityRecord *quantity)
{
  GString *out;
  gboolean has_lo, has_hi, at_least;

  g_return_val_if_fail (quantity != NULL, NULL);

  out = g_string_new (NULL);
  has_lo = !isnan (quantity->lo);
  has_hi = !isnan (quantity->hi);
  if (quantity->measure != NULL && *quantity->measure != '\0')
    g_string_append_printf (out, "%s: ", quantity->measure);

  at_least = has_lo && !has_hi && !quantity->lo_open && looks_like_bound (quantity->unit);
  if (at_least)
    g_string_append (out, ">=");
  else if (has_lo && quantity->lo_open)
    g_string_append_c (out, '>');
  if (has_lo)
    append_number (out, quantity->lo);
  if (!has_lo && has_hi && quantity->hi_open)
    g_string_append_c (out, '<');
  else if (!has_lo || (!has_hi && !quantity->lo_open && !at_least)
           || (has_hi && (quantity->lo < quantity->hi || quantity->lo > quantity->hi)))
    g_string_append_printf (out, "..%s", has_hi && quantity->hi_open ? "<" : "");
  if (has_hi && (!has_lo || quantity->lo < quantity->hi || quantity->lo > quantity->hi))
    append_number (out, quantity->hi);

  if (quantity->unit != NULL && *quantity->unit != '\0')
    g_string_append_printf (out, " %s", quantity->unit);

  return g_string_free (out, FALSE);
}
