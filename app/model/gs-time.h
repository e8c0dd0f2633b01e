/* gs-time.h: dates and times as an analyst types them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     [("event" | "onset" | "state" | "universal") ":"] when
 *     when: DATE | DATE..DATE | ..DATE | DATE..
 *           | DATE/DATE..DATE/DATE (earliest/latest start..earliest/latest end)
 *     DATE: 2022 | 2022-10 | 2022-10-17
 *
 * "A..B" bounds the whole: its start is not before A, its end not after B. An
 * onset has no end: there A and B bound its start.
 */

#pragma once

#include "gs-records.h"

G_BEGIN_DECLS

/* "2022-08", "2022-08-01..2022-08-31", "..2022-02-24", "onset:2022-08": NULL
 * with GS_ERROR_INVALID if it cannot be understood. */
GsTimeRecord *gs_time_parse  (const char          *text,
                              GError             **error);
/* The inverse, for display and editing. (transfer full) */
char         *gs_time_format (const GsTimeRecord  *time);

/* First and last day that @date may mean, as Julian days of GDate: "2022-02"
 * is 1 to 28 February. Instants count as their day. FALSE if it is no date. */
gboolean      gs_date_days   (const char          *date,
                              guint32             *first,
                              guint32             *last);
/* The days between which all of @time lies; 0 and G_MAXUINT32 where unbounded. */
void          gs_time_days   (const GsTimeRecord  *time,
                              guint32             *first,
                              guint32             *last);

G_END_DECLS
