/* gs-date-value.c: what a date says, and which days that makes.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-date-value.h"

#include <math.h>

#include "gs-date-days.h"

/**
 * gs_date_value_init:
 * @value: (out caller-allocates): a value of which nothing has been said; nothing to
 *   clear
 */
void
gs_date_value_init (GsDateValue *value)
{
  *value = (GsDateValue){ .amount = { NAN, NAN } };
  for (guint i = 0; i < sizeof (value->sides) / (sizeof (int)); i++)
    ((int *) value->sides)[i] = GS_UNSAID;
}

/**
 * gs_date_value_set:
 * @value: a value
 * @field: a field of one of its sides
 * @what: what is said of it; a conflict is noted where something else was said before
 */
void
gs_date_value_set (GsDateValue *value, int *field, int what)
{
  if (*field != GS_UNSAID && *field != what)
    value->conflict = TRUE;
  *field = what;
}

/* What @fields leave open and @others say. */
static void
complete (GsDateFields *fields, const GsDateFields *others)
{
  int *own = (int *) fields;
  const int *other = (const int *) others;

  for (guint i = 0; i < sizeof *fields / sizeof (int); i++)
    {
      if (own[i] == GS_UNSAID)
        own[i] = other[i];
    }
}

/* A number that may be a day or an hour is what its company is not. */
static void
settle_loose (GsDateFields *fields, gboolean clock)
{
  if (fields->loose == GS_UNSAID)
    return;
  if (!clock && fields->day == GS_UNSAID && fields->loose >= 1)
    fields->day = fields->loose;
  else if (fields->hour == GS_UNSAID && fields->loose <= 24)
    fields->hour = fields->loose;
  fields->loose = GS_UNSAID;
}

static gboolean
has_clock (const GsDateFields *fields)
{
  return fields->hour != GS_UNSAID || fields->part != GS_UNSAID || fields->half_day != GS_UNSAID;
}

/* Said of one end and meant of both: "from 3 to 5 May 2020". */
static void
share (GsDateFields *a, GsDateFields *b)
{
  gboolean earlier_said = a->year != GS_UNSAID || a->relative_day != GS_UNSAID || a->now != GS_UNSAID;

  if (a->hour != GS_UNSAID && b->hour != GS_UNSAID)
    {
      if (a->half_day == GS_UNSAID && a->part == GS_UNSAID && (b->half_day != 12 || a->hour <= b->hour))
        {
          a->half_day = b->half_day;
          a->part = b->part;
        }
      if (a->relative_day == GS_UNSAID && a->weekday == GS_UNSAID && a->day == GS_UNSAID && a->month == GS_UNSAID)
        {
          a->weekday = b->weekday;
          a->next = b->next;
          a->period = b->period;
          a->day = b->day;
          a->month = b->month;
          a->year = b->year;
        }
      if (b->relative_day == GS_UNSAID && b->weekday == GS_UNSAID && b->day == GS_UNSAID && b->month == GS_UNSAID)
        {
          b->relative_day = a->relative_day;
          b->weekday = a->weekday;
          b->day = a->day;
          b->month = a->month;
        }
    }
  if (a->year == GS_UNSAID && !earlier_said && a->month != GS_UNSAID)
    a->year = b->year;
  if (b->year == GS_UNSAID && b->month != GS_UNSAID)
    b->year = a->year;
  if (a->month == GS_UNSAID && a->day != GS_UNSAID)
    {
      a->month = b->month;
      a->year = b->year;
    }
  if (b->month == GS_UNSAID && b->day != GS_UNSAID && a->month != GS_UNSAID)
    {
      b->month = a->month;
      b->year = a->year;
    }
  if (a->next == GS_UNSAID && a->period == GS_UNSAID && a->month == GS_UNSAID && a->day != GS_UNSAID)
    {
      a->next = b->next;
      a->period = b->period;
    }
}

static gboolean
resolve_range (GsDateValue *value, const GsDateTime *reference, GsDateSpan *span)
{
  GsDateFields *a = &value->sides[0];
  GsDateFields *b = &value->sides[1];
  gboolean clock =
    has_clock (a) || has_clock (b) || (a->loose != GS_UNSAID && b->loose != GS_UNSAID && b->month == GS_UNSAID);
  GsDateSpan end;

  settle_loose (a, clock);
  settle_loose (b, clock);
  share (a, b);
  complete (a, &value->sides[2]);
  complete (b, &value->sides[2]);
  if (!gs_date_days_of (a, reference, span) || !gs_date_days_of (b, reference, &end))
    return FALSE;

  span->to = end.to;
  /* "from Monday to Friday", "from November to February": the end comes after. */
  if (span->to.day < span->from.day && b->year == GS_UNSAID)
    gs_date_span_end_after (span, b, a->month != GS_UNSAID);

  return span->to.day > span->from.day || (span->to.day == span->from.day && span->to.second >= span->from.second);
}

static gboolean
resolve_amount (const GsDateValue *value, const GsDateTime *reference, GsDateSpan *span)
{
  gboolean from_now = span->from.day == 0;
  GsDateTime moment = from_now ? *reference : span->from;
  gboolean earlier = value->direction < 0 || value->bound == GS_BOUND_BEFORE;

  for (guint i = 0; i < value->n_amounts; i++)
    {
      if (isnan (value->amount[i]) || fabs (value->amount[i]) > 1e5)
        return FALSE;
      /* Days from now are days, not moments. */
      if (from_now && value->amount_period[i] >= GS_PERIOD_DAY)
        moment.second = -1;
      gs_date_time_add (&moment, value->amount_period[i], earlier ? -value->amount[i] : value->amount[i]);
    }
  span->from = span->to = moment;

  return TRUE;
}

/* An open end keeps the bound it has. */
static void
take_bound (GsDateBound bound, const GsDateSpan *span, char **from, char **to)
{
  switch (bound)
    {
    case GS_BOUND_SINCE:
      *from = gs_date_time_format (&span->from);
      break;
    case GS_BOUND_AFTER:
      *from = gs_date_time_format_next (&span->to);
      break;
    case GS_BOUND_BEFORE:
      *to = gs_date_time_format_previous (&span->from);
      break;
    case GS_BOUND_UNTIL:
      *to = gs_date_time_format (&span->to);
      break;
    default:
      *from = gs_date_time_format (&span->from);
      *to = gs_date_time_format (&span->to);
      break;
    }
}

/**
 * gs_date_value_resolve:
 * @said: what was said
 * @reference: (nullable): when it was said, ISO 8601; without it only a date that says
 *   its year is resolved
 * @from: (out) (transfer full) (nullable): first day or second, ISO 8601; %NULL for an
 *   open beginning
 * @to: (out) (transfer full) (nullable): last day or second, both ends included; %NULL
 *   for an open end
 *
 * Both are %NULL for a mere length or a repetition.
 */
void
gs_date_value_resolve (const GsDateValue *said, const char *reference, char **from, char **to)
{
  GsDateValue value = *said;
  GsDateSpan span = { 0 };
  GsDateTime now;
  gboolean resolved;

  *from = *to = NULL;
  if (value.repeats || !gs_date_time_parse (reference, &now))
    {
      /* Without a reference a date that says its year can still be read. */
      if (value.repeats || value.sides[0].year == GS_UNSAID)
        return;
      gs_date_time_parse ("2000-01-01", &now);
    }

  if (value.is_range)
    resolved = resolve_range (&value, &now, &span);
  else
    {
      settle_loose (&value.sides[0], TRUE);
      settle_loose (&value.sides[2], TRUE);
      complete (&value.sides[0], &value.sides[2]);
      resolved = gs_date_days_of (&value.sides[0], &now, &span);
      if (value.n_amounts > 0 && (resolved || value.direction != 0))
        {
          resolved = resolve_amount (&value, &now, &span);
          value.bound = GS_BOUND_NONE;
        }
    }
  /* "The week beginning 4 February" is a week. */
  if (value.sides[0].period != GS_UNSAID && value.sides[0].next == GS_UNSAID && value.sides[0].day != GS_UNSAID)
    value.bound = value.bound == GS_BOUND_SINCE ? GS_BOUND_NONE : value.bound;
  if (resolved)
    take_bound (value.is_range ? GS_BOUND_NONE : value.bound, &span, from, to);
}
