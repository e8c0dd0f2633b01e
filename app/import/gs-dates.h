/* gs-dates.h: dates as articles write them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int year;  /* 0 when not said */
  int month; /* 1–12 */
  int day;   /* 1–31 */
} GsDay;

/* Month (1–12) or weekday (1 Monday – 7 Sunday) that the lower-case word
 * @word of @length bytes names in one of many languages; 0 for none. */
int      gs_dates_month   (const char  *word,
                           gsize        length);
int      gs_dates_weekday (const char  *word,
                           gsize        length);

/* The first whole date in @text ("9 June 2023", "June 9", "9. Juni 2023",
 * "2023-06-09", "09.06.2023"): with a year or without. @end: (out) (optional):
 * the byte after it. */
gboolean gs_dates_find    (const char  *text,
                           GsDay       *day,
                           gsize       *end);

/* (transfer full) (nullable): "2023-06-09"; NULL if there is no such day. */
char    *gs_dates_format  (const GsDay *day);

/* (transfer full) (nullable): the day of an ISO 8601 or RFC 2822 instant, as
 * written in its own time zone; NULL if it is neither or no such day. */
char    *gs_dates_day_of  (const char  *instant);

G_END_DECLS
