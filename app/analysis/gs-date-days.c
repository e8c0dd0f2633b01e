/* gs-date-days.c: from what is said of a day to the day.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What leaves the year open means the nearest one, and a weekday alone the
 * latest one: articles tell of what just was.
 */

#include "config.h"

#include "gs-date-days.h"

static gint64
julian (int year, int month, int day)
{
  GDate date;

  if (year < 1 || year > 9998 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return g_date_get_julian (&date);
}

static void
split (gint64 day, int *year, int *month, int *weekday)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) CLAMP (day, 1, 3652059));
  *year = g_date_get_year (&date);
  *month = (int) g_date_get_month (&date);
  *weekday = (int) g_date_get_weekday (&date);
}

/**
 * gs_date_easter:
 * @year: in the Gregorian calendar
 *
 * By the algorithm printed without name in Nature of 20 April 1876, as in Meeus,
 * Astronomical Algorithms.
 *
 * Returns: the Julian day of Easter, as GDate counts
 */
guint32
gs_date_easter (int year)
{
  int a = year % 19;
  int b = year / 100;
  int c = year % 100;
  int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;

  return (guint32) julian (year, f / 31, f % 31 + 1);
}

static GsDateSpan
days (gint64 first, gint64 last)
{
  return (GsDateSpan){ { first, -1 }, { last, -1 } };
}

static GsDateSpan
months_from (int year, int month, int n)
{
  int end = month - 1 + n;

  return days (julian (year, month, 1), julian (year + end / 12, end % 12 + 1, 1) - 1);
}

/* The period around @day: its week, month, … */
static GsDateSpan
period_around (gint64 day, int period)
{
  int year, month, weekday;

  split (day, &year, &month, &weekday);
  switch (period)
    {
    case GS_PERIOD_WEEKEND:
      return days (day - weekday + 6, day - weekday + 7);
    case GS_PERIOD_WEEK:
    case GS_PERIOD_FORTNIGHT:
      return days (day - weekday + 1, day - weekday + 7);
    case GS_PERIOD_MONTH:
      return months_from (year, month, 1);
    case GS_PERIOD_QUARTER:
      return months_from (year, (month - 1) / 3 * 3 + 1, 3);
    case GS_PERIOD_HALF:
      return months_from (year, (month - 1) / 6 * 6 + 1, 6);
    case GS_PERIOD_YEAR:
      return months_from (year, 1, 12);
    case GS_PERIOD_DECADE:
      return days (julian (year / 10 * 10, 1, 1), julian (year / 10 * 10 + 10, 1, 1) - 1);
    case GS_PERIOD_CENTURY:
      return days (julian ((year - 1) / 100 * 100 + 1, 1, 1), julian ((year - 1) / 100 * 100 + 101, 1, 1) - 1);
    default:
      return days (day, day);
    }
}

/* "next week", "the last three months", "this year". */
static GsDateSpan
shifted_period (const GsDateFields *fields, const GsDateTime *reference)
{
  GsDateTime moment = { reference->day, fields->period < GS_PERIOD_DAY ? reference->second : -1 };
  GsDateTime first = moment;
  int next = fields->next == GS_UNSAID ? 0 : fields->next;

  if (fields->count != GS_UNSAID && next != 0)
    {
      gs_date_time_add (&moment, fields->period, (next > 0 ? 1.0 : -1.0) * fields->count);
      if (fields->period < GS_PERIOD_DAY && first.second < 0)
        first.second = 0;
      if (fields->period < GS_PERIOD_DAY)
        return (GsDateSpan){ next > 0 ? first : moment, next > 0 ? moment : first };
      return next > 0 ? days (first.day + 1, moment.day) : days (moment.day, first.day - 1);
    }
  if (fields->period < GS_PERIOD_DAY)
    return days (reference->day, reference->day);
  gs_date_time_add (&moment, fields->period, next);

  return period_around (moment.day, fields->period);
}

/* The year in which a date that names none lies nearest to the reference. */
static int
nearest_year (const GsDateFields *fields, const GsDateTime *reference)
{
  int month = fields->month != GS_UNSAID ? fields->month : 1;
  int day = fields->day != GS_UNSAID ? fields->day : 15;
  int year, this_month, weekday;
  gint64 best = G_MAXINT64;
  int nearest;

  split (reference->day, &year, &this_month, &weekday);
  nearest = year;
  if (fields->month == GS_UNSAID || (fields->next != GS_UNSAID && fields->period == GS_UNSAID && fields->next == 0))
    return year;
  if (fields->next != GS_UNSAID && fields->period == GS_UNSAID)
    return fields->next > 0 ? year + (month <= this_month) : year - (month >= this_month);
  if (fields->next != GS_UNSAID && fields->period == GS_PERIOD_YEAR)
    return year + fields->next;

  for (int k = year - 1; k <= year + 1; k++)
    {
      gint64 far = julian (k, month, MIN (day, 28)) - reference->day;

      if (ABS (far) < best)
        {
          best = ABS (far);
          nearest = k;
        }
    }

  return nearest;
}

static GsDateSpan
feast_days (const GsDateFields *fields, int year)
{
  gint64 day = fields->feast == 0     ? 0
               : fields->feast < 2000 ? julian (year, fields->feast / 100, fields->feast % 100)
                                      : gs_date_easter (year) + fields->feast - 2200;

  return days (day, day);
}

/* "next Easter" is the first one after the reference. */
static GsDateSpan
nearest_feast (const GsDateFields *fields, const GsDateTime *reference, int year)
{
  GsDateSpan span = feast_days (fields, year);

  if (fields->next == GS_UNSAID || fields->next == 0 || fields->period != GS_UNSAID || fields->year != GS_UNSAID)
    return span;
  if (fields->next > 0 && span.from.day <= reference->day)
    return feast_days (fields, year + 1);
  if (fields->next < 0 && span.from.day >= reference->day)
    return feast_days (fields, year - 1);

  return span;
}

static GsDateSpan
season_days (const GsDateFields *fields, int year)
{
  static const int first[] = { 3, 6, 9, 12 };

  return months_from (year, first[fields->season - 1], 3);
}

/* "the 15th" of this, the next or the last month. */
static GsDateSpan
calendar_days (const GsDateFields *fields, const GsDateTime *reference)
{
  int year, month, weekday;

  split (reference->day, &year, &month, &weekday);
  if (fields->month == GS_UNSAID && fields->next != GS_UNSAID && fields->period == GS_PERIOD_MONTH)
    {
      GsDateSpan shifted = shifted_period (fields, reference);

      split (shifted.from.day, &year, &month, &weekday);
    }
  else if (fields->month != GS_UNSAID)
    {
      month = fields->month;
      year = fields->year != GS_UNSAID ? fields->year : nearest_year (fields, reference);
    }
  if (fields->year != GS_UNSAID)
    year = fields->year;

  if (fields->day == GS_UNSAID)
    return months_from (year, month, 1);

  return days (julian (year, month, fields->day), julian (year, month, fields->day));
}

/* "the week of 10 April". */
static GsDateSpan
calendar_period (const GsDateFields *fields, const GsDateTime *reference)
{
  GsDateSpan span = calendar_days (fields, reference);
  gboolean around = fields->period != GS_UNSAID && fields->next == GS_UNSAID && fields->day != GS_UNSAID;

  return around && span.from.day > 0 ? period_around (span.from.day, fields->period) : span;
}

/* Where @fields put the whole; narrowed afterwards. */
static gboolean
find_base (const GsDateFields *fields, const GsDateTime *reference, GsDateSpan *span)
{
  int year, month, weekday;
  gboolean shifts = fields->period != GS_UNSAID;

  split (reference->day, &year, &month, &weekday);
  if (fields->year != GS_UNSAID)
    year = fields->year;
  else if (shifts && fields->period == GS_PERIOD_YEAR && fields->next != GS_UNSAID)
    year += fields->next;

  if (fields->now != GS_UNSAID)
    *span = (GsDateSpan){ *reference, *reference };
  else if (fields->relative_day != GS_UNSAID)
    *span = days (reference->day + fields->relative_day, reference->day + fields->relative_day);
  else if (fields->feast != GS_UNSAID)
    *span = nearest_feast (fields, reference, year);
  else if (fields->season != GS_UNSAID)
    *span = season_days (fields, year);
  else if (fields->month != GS_UNSAID || fields->day != GS_UNSAID)
    *span = calendar_period (fields, reference);
  else if (fields->decade != GS_UNSAID)
    *span = days (julian (fields->decade, 1, 1), julian (fields->decade + 10, 1, 1) - 1);
  else if (fields->year != GS_UNSAID)
    *span = months_from (year, 1, 12);
  else if (shifts)
    *span = shifted_period (fields, reference);
  else if (fields->weekday != GS_UNSAID)
    *span = period_around (reference->day + 7 * (fields->next != GS_UNSAID ? fields->next : 0), GS_PERIOD_WEEK);
  else if (fields->ordinal != GS_UNSAID && fields->unit != GS_UNSAID)
    *span = months_from (year, 1, 12);
  else if (fields->hour != GS_UNSAID || fields->part != GS_UNSAID)
    *span = days (reference->day, reference->day);
  else
    return FALSE;

  return span->from.day > 0 && span->to.day >= span->from.day;
}

static void
narrow_to_weekday (const GsDateFields *fields, const GsDateTime *reference, GsDateSpan *span)
{
  int year, month, weekday;
  gint64 day;

  split (span->from.day, &year, &month, &weekday);
  day = span->from.day + (fields->weekday - weekday + 7) % 7;
  if (fields->ordinal != GS_UNSAID && fields->ordinal > 0)
    day += 7 * (fields->ordinal - 1);
  /* "Last Monday" is the latest one before, wherever weeks begin. */
  if (fields->next == -1 && fields->period == GS_UNSAID && day + 7 < reference->day)
    day += 7;
  /* Alone it is the latest one. */
  if (fields->next == GS_UNSAID && fields->period == GS_UNSAID && fields->month == GS_UNSAID
      && fields->year == GS_UNSAID && fields->ordinal == GS_UNSAID && day > reference->day)
    day -= 7;
  *span = days (day, day);
}

/* "the third week of", "Q2", "the last month of". */
static void
narrow_to_ordinal (const GsDateFields *fields, GsDateSpan *span)
{
  GsDateTime moment = { fields->ordinal > 0 ? span->from.day : span->to.day, -1 };

  if (fields->unit < GS_PERIOD_DAY)
    return;
  if (fields->ordinal > 0)
    gs_date_time_add (&moment, fields->unit, fields->ordinal - 1);
  *span = period_around (moment.day, fields->unit);
}

static void
narrow_to_edge (int edge, GsDateSpan *span)
{
  gint64 third = (span->to.day - span->from.day + 1) / 3;

  if (third == 0)
    return;
  if (edge == GS_EDGE_MID)
    *span = days (span->from.day + third, span->to.day - third);
  else if (edge == GS_EDGE_EARLY)
    span->to.day = span->from.day + third;
  else
    span->from.day = span->to.day - third;
}

static void
narrow_to_clock (const GsDateFields *fields, GsDateSpan *span)
{
  static const int parts[][2] = { { 0, 24 }, { 6, 12 }, { 11, 14 }, { 12, 18 }, { 18, 24 }, { 20, 24 }, { 8, 18 } };
  int part = fields->part != GS_UNSAID ? fields->part : GS_PART_NONE;
  int hour = fields->hour;

  if (hour != GS_UNSAID)
    {
      gboolean late =
        fields->half_day == 12 || (fields->half_day != 0 && (part == GS_PART_AFTERNOON || part == GS_PART_EVENING));
      int minute = fields->minute != GS_UNSAID ? fields->minute : 0;
      int second = fields->second != GS_UNSAID ? fields->second : 0;

      if (hour < 12 && late)
        hour += 12;
      else if (hour == 12 && (fields->half_day == 0 || part == GS_PART_NIGHT))
        hour = 0;
      span->from.second = (hour * 3600 + minute * 60 + second + 86400) % 86400;
      span->to = span->from;
    }
  else if (part != GS_PART_NONE)
    {
      span->from.second = parts[part][0] * 3600;
      span->to.second = parts[part][1] * 3600 - 1;
    }
}

/**
 * gs_date_days_of:
 * @fields: what was said of a day or time
 * @reference: the day on which it was said
 * @span: (out caller-allocates): the days or seconds meant
 *
 * Returns: %FALSE when nothing says a day or time, or there is no such day
 */
gboolean
gs_date_days_of (const GsDateFields *fields, const GsDateTime *reference, GsDateSpan *span)
{
  if (!find_base (fields, reference, span))
    return FALSE;

  if (fields->weekday != GS_UNSAID && span->to.day > span->from.day)
    narrow_to_weekday (fields, reference, span);
  else if (fields->ordinal != GS_UNSAID && fields->unit != GS_UNSAID)
    narrow_to_ordinal (fields, span);
  if (fields->edge != GS_UNSAID)
    narrow_to_edge (fields->edge, span);
  if (span->from.day == span->to.day && fields->now == GS_UNSAID)
    narrow_to_clock (fields, span);

  return TRUE;
}

/**
 * gs_date_span_end_after:
 * @span: a range; its end is moved on
 * @end: what was said of the end; a weekday without a month moves by whole weeks to the
 *   next one after the beginning
 * @by_year: whether any other end moves a year on
 */
void
gs_date_span_end_after (GsDateSpan *span, const GsDateFields *end, gboolean by_year)
{
  if (end->weekday != GS_UNSAID && end->month == GS_UNSAID)
    span->to.day += (span->from.day - span->to.day + 6) / 7 * 7;
  else if (by_year)
    gs_date_time_add (&span->to, GS_PERIOD_YEAR, 1);
}
