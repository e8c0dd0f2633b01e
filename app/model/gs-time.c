/* gs-time.c: dates and times as an analyst types them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-time.h"

#include <string.h>

#include "gs-error.h"
#include "gs-gettext.h"

static gboolean
scan_digits (const char **p, int n, guint *value)
{
  *value = 0;
  for (int i = 0; i < n; i++, (*p)++)
    {
      if (!g_ascii_isdigit (**p))
        return FALSE;
      *value = *value * 10 + (guint) (**p - '0');
    }

  return TRUE;
}

static guint32
julian (guint day, guint month, guint year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return g_date_get_julian (&date);
}

/**
 * gs_date_days:
 * @date: (nullable): "2022", "2022-10", "2022-10-17", or an instant
 * @first: (out): Julian day of GDate
 * @last: (out): likewise
 *
 * Returns: whether @date is a date
 */
gboolean
gs_date_days (const char *date, guint32 *first, guint32 *last)
{
  guint year, month = 0, day = 0;
  const char *p = date;

  if (p == NULL || !scan_digits (&p, 4, &year) || year == 0)
    return FALSE;
  if (*p == '-' && (p++, !scan_digits (&p, 2, &month) || month < 1 || month > 12))
    return FALSE;
  if (month > 0 && *p == '-' && (p++, !scan_digits (&p, 2, &day) || day < 1))
    return FALSE;
  if (*p == 'T' && day > 0)
    {
      g_autoptr (GDateTime) instant = g_date_time_new_from_iso8601 (date, NULL);

      if (instant == NULL)
        return FALSE;
    }
  else if (*p != '\0')
    return FALSE;

  if (day > 0 && day > g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year))
    return FALSE;

  *first = julian (day > 0 ? day : 1, month > 0 ? month : 1, year);
  if (day > 0)
    *last = *first;
  else if (month > 0)
    *last = julian (g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year), month, year);
  else
    *last = julian (31, 12, year);

  return TRUE;
}

/**
 * gs_time_days:
 * @time: a time
 * @first: (out): earliest day, 0 when unbounded
 * @last: (out): latest day, G_MAXUINT32 when unbounded
 *
 * The days between which all of @time lies. An onset lies where its start does.
 */
void
gs_time_days (const GsTimeRecord *time, guint32 *first, guint32 *last)
{
  const char *end = time->end_hi;
  guint32 unused;

  if (end == NULL && time->end_lo == NULL && time->kind == GS_TIME_ONSET)
    end = time->start_hi;
  if (!gs_date_days (time->start_lo, first, &unused))
    *first = 0;
  if (!gs_date_days (end, &unused, last))
    *last = G_MAXUINT32;
}

/* Takes a date, or nothing at all, off [p, end). */
static gboolean
take_date (const char *p, const char *end, char **date)
{
  g_autofree char *text = g_strstrip (g_strndup (p, (gsize) (end - p)));
  guint32 first, last;

  *date = NULL;
  if (*text == '\0')
    return TRUE;
  if (!gs_date_days (text, &first, &last))
    return FALSE;
  *date = g_steal_pointer (&text);

  return TRUE;
}

/* "A/B", either of which may be missing. */
static gboolean
take_pair (const char *p, const char *end, char **lo, char **hi)
{
  const char *slash = memchr (p, '/', (gsize) (end - p));

  return slash != NULL && take_date (p, slash, lo) && take_date (slash + 1, end, hi);
}

static gboolean
in_order (const char *lo, const char *hi)
{
  guint32 lo_first, lo_last, hi_first, hi_last;

  return lo == NULL || hi == NULL || !gs_date_days (lo, &lo_first, &lo_last) || !gs_date_days (hi, &hi_first, &hi_last)
         || lo_first <= hi_last;
}

static gboolean
parse_when (const char *p, GsTimeRecord *time)
{
  const char *end = p + strlen (p);
  const char *dots = strstr (p, "..");
  const char *slash = strchr (p, '/');
  char **hi = time->kind == GS_TIME_ONSET ? &time->start_hi : &time->end_hi;

  if (dots != NULL && slash != NULL)
    return take_pair (p, dots, &time->start_lo, &time->start_hi)
           && take_pair (dots + 2, end, &time->end_lo, &time->end_hi) && in_order (time->start_lo, time->start_hi)
           && in_order (time->end_lo, time->end_hi) && in_order (time->start_lo, time->end_hi);

  if (dots == NULL && slash == NULL)
    {
      if (!take_date (p, end, &time->start_lo) || time->start_lo == NULL)
        return FALSE;
      *hi = g_strdup (time->start_lo);
      return TRUE;
    }

  /* ISO 8601 writes an interval with a slash. */
  return take_date (p, dots != NULL ? dots : slash, &time->start_lo)
         && take_date (dots != NULL ? dots + 2 : slash + 1, end, hi) && in_order (time->start_lo, *hi);
}

/**
 * gs_time_parse:
 * @text: a time as typed, see the head of gs-time.h
 * @error: GS_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the time, or %NULL if it cannot be understood
 */
GsTimeRecord *
gs_time_parse (const char *text, GError **error)
{
  GsTimeRecord *time;
  const char *p, *colon;
  gboolean known = TRUE;

  g_return_val_if_fail (text != NULL, NULL);

  time = gs_record_new (&gs_time_type);
  p = text;
  colon = strchr (text, ':');
  /* An instant has colons too, but behind its digits. */
  if (colon != NULL && !g_ascii_isdigit (*text) && *text != '.')
    {
      g_autofree char *kind = g_strstrip (g_strndup (text, (gsize) (colon - text)));

      known = gs_word_from_nick (&gs_time_kinds, kind, &time->kind);
      p = colon + 1;
    }
  if (known && parse_when (p, time))
    return time;

  g_set_error (error, GS_ERROR, GS_ERROR_INVALID,
               _ ("“%s” is not a time. Write for example “2022-08”, “2022-08-01..2022-08-31”, “..2022-02-24” or "
                  "“onset:2022-08”."),
               text);
  gs_record_free (&gs_time_type, time);

  return NULL;
}

/**
 * gs_time_format:
 * @time: a time
 *
 * Returns: (transfer full): the text that gs_time_parse() reads as this time
 */
char *
gs_time_format (const GsTimeRecord *time)
{
  gboolean onset, plain;
  const char *hi;
  GString *out;

  g_return_val_if_fail (time != NULL, NULL);

  onset = time->kind == GS_TIME_ONSET;
  hi = onset ? time->start_hi : time->end_hi;
  plain = time->end_lo == NULL && (onset ? time->end_hi : time->start_hi) == NULL;
  out = g_string_new (NULL);
  if (time->kind != GS_TIME_EVENT)
    g_string_append_printf (out, "%s:", gs_word_to_nick (&gs_time_kinds, time->kind));

#define OR_NOTHING(date) ((date) != NULL ? (date) : "")
  if (!plain)
    g_string_append_printf (out, "%s/%s..%s/%s", OR_NOTHING (time->start_lo), OR_NOTHING (time->start_hi),
                            OR_NOTHING (time->end_lo), OR_NOTHING (time->end_hi));
  else if (hi != NULL && g_strcmp0 (time->start_lo, hi) == 0)
    g_string_append (out, hi);
  else
    g_string_append_printf (out, "%s..%s", OR_NOTHING (time->start_lo), OR_NOTHING (hi));
#undef OR_NOTHING

  return g_string_free (out, FALSE);
}
