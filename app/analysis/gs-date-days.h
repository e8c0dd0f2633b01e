/* gs-date-days.h: from what is said of a day to the day.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-date-value.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 day;    /* Julian, as GDate counts */
  int    second; /* of the day; -1 when only the day is known */
} GsDateTime;

/* Both ends included. */
typedef struct
{
  GsDateTime from;
  GsDateTime to;
} GsDateSpan;

gboolean gs_date_time_parse           (const char         *iso,
                                       GsDateTime         *time);
/* (transfer full) (nullable): ISO 8601; NULL outside of the years 1 to 9999. */
char    *gs_date_time_format          (const GsDateTime   *time);
/* The day after, or the day before; the second itself where one is known. */
char    *gs_date_time_format_next     (const GsDateTime   *time);
char    *gs_date_time_format_previous (const GsDateTime   *time);
void     gs_date_time_add             (GsDateTime         *time,
                                       int                 period,
                                       double              amount);

/* FALSE when nothing says a day or time, or there is no such day. */
gboolean gs_date_days_of              (const GsDateFields *fields,
                                       const GsDateTime   *reference,
                                       GsDateSpan         *span);
/* Moves the end a week or, @by_year, a year on. */
void     gs_date_span_end_after       (GsDateSpan         *span,
                                       const GsDateFields *end,
                                       gboolean            by_year);

G_END_DECLS
