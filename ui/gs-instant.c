/* gs-instant.c: instants of records, as the analyst's clock and calendar have them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-instant.h"

/**
 * gs_instant_format:
 * @at: (nullable): ISO 8601, in UTC where it does not say otherwise
 * @format: as for g_date_time_format()
 *
 * Returns: (transfer full): local time; @at itself where it is no instant, "" for %NULL
 */
char *
gs_instant_format (const char *at, const char *format)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) instant = at != NULL ? g_date_time_new_from_iso8601 (at, utc) : NULL;
  g_autoptr (GDateTime) local = instant != NULL ? g_date_time_to_local (instant) : NULL;

  return local != NULL ? g_date_time_format (local, format) : g_strdup (at != NULL ? at : "");
}
