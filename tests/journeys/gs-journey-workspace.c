/* gs-journey-workspace.c: waiting for what is shown and what is stored.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-ctl.h"
#include "gs-journey.h"

typedef struct
{
  GsJourney *journey;
  const char *name;
  const char *phrase;
  GsJourneyObject *found;
} Shown;

static gboolean
is_shown (gpointer data)
{
  Shown *shown = data;
  g_autofree char *text = NULL;

  g_clear_pointer (&shown->found, gs_journey_object_free);
  shown->found = gs_journey_look (shown->journey, ATSPI_ROLE_TEXT, shown->name);
  text = shown->found != NULL ? gs_journey_text (shown->found) : NULL;

  return text != NULL && strstr (text, shown->phrase) != NULL;
}

GsJourneyObject *
gs_journey_wait_text (GsJourney *self, const char *name, const char *phrase)
{
  Shown shown = { self, name, phrase, NULL };

  gs_journey_wait (self, phrase, is_shown, &shown);

  return shown.found;
}

typedef struct
{
  const char *workspace;
  const char *listing;
  guint wanted;
} Count;

static gboolean
has_count (gpointer data)
{
  const Count *count = data;
  g_autoptr (JsonNode) rows = gs_ctl_json (count->listing, count->workspace, NULL);

  return gs_ctl_length (rows) == count->wanted;
}

void
gs_journey_wait_count (GsJourney *self, const char *workspace, const char *listing, guint wanted)
{
  Count count = { workspace, listing, wanted };
  g_autofree char *what = g_strdup_printf ("%u %s in the workspace", wanted, listing);

  gs_journey_wait (self, what, has_count, &count);
}
