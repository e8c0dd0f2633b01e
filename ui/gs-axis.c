/* gs-axis.c: a line of numbers or of days: what fits on it, and its ticks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-axis.h"

#include <glib/gi18n.h>
#include <float.h>
#include <math.h>

/* Left free at either end, as a part of the whole. */
#define MARGIN 0.04

/* Numbers this far apart are told apart on a logarithmic line only. */
#define LOGARITHMIC_FROM 200.0

/* A line is at least this long. */
#define LEAST_DAYS 4.0

/* What GDate can count: 1 January 1 to 31 December 9999. */
#define FIRST_DAY 1.0
#define LAST_DAY 3652059.0

static double
forward (const GsAxis *self, double value)
{
  return self->logarithmic ? log10 (MAX (value, DBL_MIN)) : value;
}

static double
backward (const GsAxis *self, double value)
{
  return self->logarithmic ? pow (10.0, value) : value;
}

static void
set_ends (GsAxis *self, double lo, double hi)
{
  if (self->kind == GS_AXIS_DAYS)
    {
      lo = CLAMP (lo, FIRST_DAY, LAST_DAY - LEAST_DAYS);
      hi = CLAMP (hi, lo + LEAST_DAYS, LAST_DAY);
    }
  self->lo = backward (self, lo);
  self->hi = backward (self, hi);
}

/* What lies between becomes a line with room at both ends. */
static void
spread (GsAxis *self, double lo, double hi)
{
  double length = hi - lo;

  if (self->kind == GS_AXIS_DAYS)
    length = MAX (length, LEAST_DAYS);
  else if (length <= 0.0)
    length = self->logarithmic ? 1.0 : MAX (fabs (hi), 1.0);

  length = MAX (length - (hi - lo), 0.0) / 2.0 + length * MARGIN;
  set_ends (self, lo - length, hi + length);
}

/**
 * gs_axis_fit:
 * @self: an axis
 * @kind: of what
 * @values: (array length=n_values): infinite and unknown ones do not count
 * @n_values: how many
 *
 * Makes @self as long as it needs to be for all of them; logarithmic where
 * they would not be told apart otherwise.
 *
 * Returns: %FALSE if there is no finite value
 */
gboolean
gs_axis_fit (GsAxis *self, GsAxisKind kind, const double *values, guint n_values)
{
  double lo = INFINITY;
  double hi = -INFINITY;
  double least = INFINITY;

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < n_values; i++)
    {
      if (!isfinite (values[i]))
        continue;
      lo = MIN (lo, values[i]);
      hi = MAX (hi, values[i]);
      if (values[i] > 0.0)
        least = MIN (least, values[i]);
    }
  if (lo > hi)
    return FALSE;

  self->kind = kind;
  self->logarithmic = kind == GS_AXIS_NUMBERS && lo >= 0.0 && isfinite (least) && hi / least > LOGARITHMIC_FROM;
  /* Zero has no place on a logarithmic line: it stands at its beginning. */
  if (self->logarithmic)
    lo = MAX (lo, MIN (least, 1.0) / 2.0);
  spread (self, forward (self, lo), forward (self, hi));

  return TRUE;
}

/**
 * gs_axis_place:
 * @self: an axis
 * @value: a number or day, possibly infinite
 *
 * Returns: where it lies, 0 to 1 between the ends of the line, outside beyond them
 */
double
gs_axis_place (const GsAxis *self, double value)
{
  double lo = forward (self, self->lo);

  if (isinf (value))
    return value;

  return (forward (self, value) - lo) / (forward (self, self->hi) - lo);
}

/**
 * gs_axis_value:
 * @self: an axis
 * @place: 0 to 1
 *
 * Returns: the number or day that lies there
 */
double
gs_axis_value (const GsAxis *self, double place)
{
  double lo = forward (self, self->lo);

  return backward (self, lo + place * (forward (self, self->hi) - lo));
}

/**
 * gs_axis_zoom:
 * @self: an axis
 * @place: what lies there stays there
 * @factor: how much larger things become; below 1 smaller
 */
void
gs_axis_zoom (GsAxis *self, double place, double factor)
{
  double lo = forward (self, self->lo);
  double length = forward (self, self->hi) - lo;
  double fixed = lo + place * length;

  g_return_if_fail (factor > 0.0);

  length /= factor;
  if (self->kind == GS_AXIS_DAYS)
    length = CLAMP (length, LEAST_DAYS, LAST_DAY - FIRST_DAY);
  set_ends (self, fixed - place * length, fixed + (1.0 - place) * length);
}

/**
 * gs_axis_move:
 * @self: an axis
 * @fraction: of what is seen; positive towards larger values
 */
void
gs_axis_move (GsAxis *self, double fraction)
{
  double lo = forward (self, self->lo);
  double length = forward (self, self->hi) - lo;

  set_ends (self, lo + fraction * length, lo + (1.0 + fraction) * length);
}

/**
 * gs_axis_keep_within:
 * @self: an axis
 * @bounds: one of the same kind that @self may not go beyond
 */
void
gs_axis_keep_within (GsAxis *self, const GsAxis *bounds)
{
  double least = forward (bounds, bounds->lo);
  double most = forward (bounds, bounds->hi);
  double lo = forward (self, self->lo);
  double length = MIN (forward (self, self->hi) - lo, most - least);

  lo = CLAMP (lo, least, most - length);
  set_ends (self, lo, lo + length);
}

/* Ticks ------------------------------------------------------------------------------- */

static void
tick_clear (gpointer data)
{
  g_free (((GsAxisTick *) data)->label);
}

static void
add_tick (GArray *ticks, double value, char *label)
{
  GsAxisTick tick = { value, label };

  g_array_append_val (ticks, tick);
}

/* The smallest of 1, 2 and 5 times a power of ten that is at least @step. */
static double
round_step (double step)
{
  double power = pow (10.0, floor (log10 (step)));
  double part = step / power;

  return power * (part <= 1.0 ? 1.0 : part <= 2.0 ? 2.0 : part <= 5.0 ? 5.0 : 10.0);
}

static char *
label_number (double value)
{
  if (fabs (value) >= 1e15)
    return g_strdup_printf ("%g", value);

  /* Grouped as the reader's country does. */
  return g_strdup_printf (value == floor (value) ? "%'.0f" : "%'g", value);
}

static void
add_number_ticks (GArray *ticks, const GsAxis *self, guint most)
{
  double step = round_step ((self->hi - self->lo) / most);

  for (double i = ceil (self->lo / step); i * step <= self->hi && ticks->len < most; i++)
    add_tick (ticks, i * step, label_number (i == 0.0 ? 0.0 : i * step));
}

static void
add_decades (GArray *ticks, const GsAxis *self, guint most)
{
  double lo = ceil (log10 (self->lo));
  double hi = floor (log10 (self->hi));
  double step = MAX (1.0, ceil ((hi - lo + 1.0) / most));

  for (double i = lo; i <= hi; i += step)
    add_tick (ticks, pow (10.0, i), label_number (pow (10.0, i)));
}

static char *
label_day (const GDate *date, const char *format)
{
  g_autoptr (GDateTime) day =
    g_date_time_new_utc (g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date), 0, 0, 0);

  return g_date_time_format (day, format);
}

/* Every @step days, counted from the same day whatever is seen. */
static void
add_day_ticks (GArray *ticks, const GsAxis *self, guint step, guint most)
{
  for (double i = ceil (self->lo / step); i * step <= self->hi && ticks->len < most; i++)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) (i * step));
      /* Translators: a day on the scale of a diagram, short. */
      add_tick (ticks, i * step, label_day (&date, _ ("%-d %b %Y")));
    }
}

/* Every @step months from a January on. */
static void
add_month_ticks (GArray *ticks, const GsAxis *self, guint step, guint most)
{
  guint month;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) self->lo);
  month = (guint) (g_date_get_month (&date) - 1) / step * step;
  g_date_set_dmy (&date, 1, (GDateMonth) (month + 1), g_date_get_year (&date));

  /* Years beyond four digits are none to GDate. */
  for (; g_date_get_julian (&date) <= self->hi && ticks->len < most && g_date_get_year (&date) < 9999;
       g_date_add_months (&date, step))
    {
      if (g_date_get_julian (&date) >= self->lo)
        /* Translators: a month on the scale of a diagram, short. */
        add_tick (ticks, g_date_get_julian (&date), label_day (&date, _ ("%b %Y")));
    }
}

static void
add_year_ticks (GArray *ticks, const GsAxis *self, guint step, guint most)
{
  guint year;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) self->lo);
  for (year = g_date_get_year (&date) / step * step; year <= 9999 && ticks->len < most; year += step)
    {
      if (year == 0)
        continue;
      g_date_set_dmy (&date, 1, G_DATE_JANUARY, (GDateYear) year);
      if (g_date_get_julian (&date) > self->hi)
        break;
      if (g_date_get_julian (&date) >= self->lo)
        add_tick (ticks, g_date_get_julian (&date), g_strdup_printf ("%u", year));
    }
}

static void
add_calendar_ticks (GArray *ticks, const GsAxis *self, guint most)
{
  const guint days[] = { 1, 2, 7, 14 };
  const guint months[] = { 1, 2, 3, 6 };
  double step = (self->hi - self->lo) / most;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      if (days[i] >= step)
        {
          add_day_ticks (ticks, self, days[i], most);
          return;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      if (months[i] * 30.4 >= step)
        {
          add_month_ticks (ticks, self, months[i], most);
          return;
        }
    }
  add_year_ticks (ticks, self, (guint) round_step (MAX (step / 365.25, 1.0)), most);
}

/**
 * gs_axis_get_ticks:
 * @self: an axis
 * @most: how many labels have room
 *
 * Returns: (transfer full) (element-type GsAxisTick): round values between the ends, with labels
 */
GArray *
gs_axis_get_ticks (const GsAxis *self, guint most)
{
  GArray *ticks;

  g_return_val_if_fail (self != NULL, NULL);

  ticks = g_array_new (FALSE, FALSE, sizeof (GsAxisTick));
  g_array_set_clear_func (ticks, tick_clear);
  if (most == 0 || self->hi <= self->lo)
    return ticks;

  if (self->kind == GS_AXIS_DAYS)
    add_calendar_ticks (ticks, self, most);
  else if (self->logarithmic)
    add_decades (ticks, self, most);
  else
    add_number_ticks (ticks, self, most);

  return ticks;
}
