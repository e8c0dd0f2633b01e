/* gs-backup-rotation.c: which backups are kept.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-backup-private.h"

/* These stay however little room there is. */
#define AT_LEAST 2

/* Days are those of the clock that names the files: UTC. */
static char *
day_of (const GsBackupFile *file)
{
  return g_strndup (file->at, strlen ("2026-11-21"));
}

static char *
week_of (const GsBackupFile *file)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (file->at, utc);

  return at != NULL ? g_date_time_format (at, "%G-W%V") : day_of (file);
}

/* The latest of each of the last @n periods in which there is one. */
static void
keep_periods (const GPtrArray *files, guint n, char *(*period_of) (const GsBackupFile *file), gboolean *keep)
{
  g_autofree char *last = NULL;

  for (guint i = 0; i < files->len && n > 0; i++)
    {
      g_autofree char *period = period_of (files->pdata[i]);

      if (g_strcmp0 (period, last) == 0)
        continue;
      keep[i] = TRUE;
      n--;
      g_free (last);
      last = g_steal_pointer (&period);
    }
}

/* The oldest go first. */
static void
keep_within (const GPtrArray *files, gint64 room, gboolean *keep)
{
  gint64 taken = 0;
  guint n = 0;

  for (guint i = 0; i < files->len; i++)
    {
      if (!keep[i])
        continue;
      taken += ((GsBackupFile *) files->pdata[i])->size;
      if (++n > AT_LEAST && taken > room)
        keep[i] = FALSE;
    }
}

void
gs_backup_rotate (const GPtrArray *files, const GsBackupPolicy *policy, gboolean *keep)
{
  for (guint i = 0; i < files->len; i++)
    keep[i] = i < MAX (policy->keep_last, AT_LEAST);

  keep_periods (files, policy->keep_days, day_of, keep);
  keep_periods (files, policy->keep_weeks, week_of, keep);
  if (policy->room > 0)
    keep_within (files, policy->room, keep);
}
