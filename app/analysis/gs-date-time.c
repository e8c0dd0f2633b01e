/* gs-date-time.c: days and seconds: reading, writing, adding.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-date-days.h"

#include <math.h>
#include <stdio.h>

#define DAY_SECONDS 86400

/**
 * gs_date_time_parse:
 * @iso: (nullable): a date, or a date and a time of day, ISO 8601
 * @time: (out caller-allocates): the same; without a time of day its second is -1
 *
 * Returns: whether there is such a day
 */
gboolean
gs_date_time_parse (const char *iso, GsDateTime *time)
{
  int year, month, day, hour, minute;
  int second = 0;
  int n;
  GDate date;

  *time = (GsDateTime){ 0, -1 };
  if (iso == NULL || (n = sscanf (iso, "%4d-%2d-%2dT%2d:%2d:%2d", &year, &month, &day, &hour, &minute, &second)) < 3)
    return FALSE;
  if (year < 1 || month < 1 || month > 12 || day < 1
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  time->day = g_date_get_julian (&date);
  if (n >= 5 && hour >= 0 && hour < 24 && minute >= 0 && minute < 60)
    time->second = hour * 3600 + minute * 60 + CLAMP (second, 0, 59);

  return TRUE;
}

static char *
format (gint64 day, int second)
{
  GDate date;

  /* The years 1 to 9999. */
  if (day < 1 || day > 3652059)
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  if (second < 0)
    return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), (guint) g_date_get_month (&date),
                            g_date_get_day (&date));

  return g_strdup_printf ("%04u-%02u-%02uT%02d:%02d:%02d", g_date_get_year (&date), (guint) g_date_get_month (&date),
                          g_date_get_day (&date), second / 3600, second / 60 % 60, second % 60);
}

/**
 * gs_date_time_format:
 * @time: a day or a second
 *
 * Returns: (transfer full) (nullable): it as ISO 8601; %NULL outside of the years 1 to
 *   9999
 */
char *
gs_date_time_format (const GsDateTime *time)
{
  return format (time->day, time->second);
}

/**
 * gs_date_time_format_next:
 * @time: a day or a second
 *
 * Returns: (transfer full) (nullable): the day after, the second itself where one is
 *   known, as ISO 8601; %NULL outside of the years 1 to 9999
 */
char *
gs_date_time_format_next (const GsDateTime *time)
{
  return time->second < 0 ? format (time->day + 1, -1) : format (time->day, time->second);
}

/**
 * gs_date_time_format_previous:
 * @time: a day or a second
 *
 * Returns: (transfer full) (nullable): the day before, the second itself where one is
 *   known, as ISO 8601; %NULL outside of the years 1 to 9999
 */
char *
gs_date_time_format_previous (const GsDateTime *time)
{
  return time->second < 0 ? format (time->day - 1, -1) : format (time->day, time->second);
}

static void
add_months (GsDateTime *time, int months)
{
  GDate date;

  if (time->day < 1 || time->day > 3652059)
    return;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) time->day);
  if (months >= 0 && g_date_get_year (&date) + months / 12 < 9998)
    g_date_add_months (&date, (guint) months);
  else if (months < 0 && g_date_get_year (&date) > -months / 12 + 2)
    g_date_subtract_months (&date, (guint) -months);
  time->day = g_date_get_julian (&date);
}

static void
add_seconds (GsDateTime *time, double seconds)
{
  gint64 total = (gint64) MAX (time->second, 0) + (gint64) seconds;
  gint64 days = total / DAY_SECONDS - (total % DAY_SECONDS < 0);

  time->day += days;
  time->second = (int) (total - days * DAY_SECONDS);
}

/**
 * gs_date_time_add:
 * @time: a day or a second, moved in place
 * @period: a #GsPeriod
 * @amount: how many; negative for earlier; whole days, or whole months of periods from
 *   a month on
 */
void
gs_date_time_add (GsDateTime *time, int period, double amount)
{
  static const double seconds[] = { 1, 60, 3600 };
  static const int days[] = { 0, 0, 0, 1, 7, 7, 14 };
  static const int months[] = { 0, 0, 0, 0, 0, 0, 0, 1, 3, 6, 12, 120, 1200 };

  if (period <= GS_PERIOD_HOUR)
    add_seconds (time, amount * seconds[period]);
  else if (period <= GS_PERIOD_FORTNIGHT)
    time->day += (gint64) round (amount * days[period]);
  else
    add_months (time, (int) round (amount * months[period]));
}
