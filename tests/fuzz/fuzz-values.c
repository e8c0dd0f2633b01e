/* fuzz-values.c: what is typed or stands in metadata: days, times, quantities.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz.h"

#include <string.h>

#include "gs-byline.h"
#include "gs-dates.h"
#include "gs-headline.h"
#include "gs-quantity.h"
#include "gs-time.h"

/* What is read is written so that it is read as the same. */
static void
check_time (const char *text)
{
  GsTimeRecord *time = gs_time_parse (text, NULL);
  g_autofree char *written = NULL;
  g_autofree char *again = NULL;
  GsTimeRecord *back;

  if (time == NULL)
    return;

  written = gs_time_format (time);
  back = gs_time_parse (written, NULL);
  g_assert (back != NULL);
  again = gs_time_format (back);
  g_assert_cmpstr (written, ==, again);
  gs_record_free (&gs_time_type, time);
  gs_record_free (&gs_time_type, back);
}

static void
check_quantity (const char *text)
{
  GsQuantityRecord *quantity = gs_quantity_parse (text, NULL);
  g_autofree char *written = NULL;
  g_autofree char *again = NULL;
  GsQuantityRecord *back;

  if (quantity == NULL)
    return;

  written = gs_quantity_format (quantity);
  back = gs_quantity_parse (written, NULL);
  g_assert (back != NULL);
  again = gs_quantity_format (back);
  g_assert_cmpstr (written, ==, again);
  gs_record_free (&gs_quantity_type, quantity);
  gs_record_free (&gs_quantity_type, back);
}

static void
check_metadata (const char *text)
{
  g_autofree char *byline = gs_byline_clean (text);
  g_autofree char *turned = gs_byline_turn (text);
  g_autofree char *headline = gs_headline_without_site (text, "Example", NULL, TRUE);
  g_autofree char *day = gs_dates_day_of (text);

  g_assert (byline == NULL || g_utf8_validate (byline, -1, NULL));
  g_assert (g_utf8_validate (turned, -1, NULL));
  g_assert (g_utf8_validate (headline, -1, NULL));
  g_assert (day == NULL || g_utf8_validate (day, -1, NULL));
}

static void
check_days (const char *text)
{
  GsDay day = { 0 };
  gsize end = 0;
  guint32 first = 0;
  guint32 last = 0;

  if (gs_dates_find (text, &day, &end))
    {
      g_autofree char *formatted = gs_dates_format (&day);

      g_assert (end <= strlen (text));
      g_assert (day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= 31);
    }
  if (gs_date_days (text, &first, &last))
    g_assert_cmpuint (first, <=, last);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) length);

  check_time (text);
  check_quantity (text);
  check_days (text);
  check_metadata (text);

  return 0;
}
