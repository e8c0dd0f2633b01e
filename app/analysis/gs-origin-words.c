/* gs-origin-words.c: words that tell what an origin is.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-origin-words.h"

/* What an outlet does that has it from nobody else. */
static const char *const observing[] = {
  "caption-credit", "photo-credit", "observes",     "observed",    "witnesses",
  "witnessed",      "sees",         "saw",          "photographs", "photographed",
  "films",          "filmed",       "measures",     "measured",    "visits",
  "visited",        "ziet",         "zag",          "filmt",       "filmde",
  "bezoekt",        "fotografeert", "waarneemt",    "sieht",       "sah",
  "besucht",        "beobachtet",   "fotografiert", "getuigt",     "verifies",
  "geolocates",     NULL,
};

/* Nobody in particular, when a group is called by them. */
static const char *const generic[] = {
  "various",    "media",        "observers", "reports",     "report",   "countries", "experts",       "analysts",
  "some",       "many",         "others",    "critics",     "rumours",  "rumors",    "verschillende", "diverse",
  "waarnemers", "berichten",    "landen",    "deskundigen", "sommigen", "velen",     "critici",       "geruchten",
  "analisten",  "verschiedene", "medien",    "beobachter",  "berichte", "länder",    "experten",      "einige",
  "viele",      "kritiker",     "gerüchte",  "analysten",   NULL,
};

/**
 * gs_origin_words_observes:
 * @act: (nullable): a speech act, as typed
 *
 * Returns: whether it says that the speaker was there
 */
gboolean
gs_origin_words_observes (const char *act)
{
  g_autofree char *folded = act != NULL ? g_utf8_strdown (act, -1) : NULL;

  return folded != NULL && g_strv_contains (observing, g_strstrip (folded));
}

/**
 * gs_origin_words_generic:
 * @name: (nullable): a name
 *
 * Returns: whether it is that of nobody in particular
 */
gboolean
gs_origin_words_generic (const char *name)
{
  g_autofree char *folded = name != NULL ? g_utf8_strdown (name, -1) : NULL;
  g_auto (GStrv) words = folded != NULL ? g_strsplit_set (folded, " ,;-", -1) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (g_strv_contains (generic, words[i]))
        return TRUE;
    }

  return FALSE;
}
