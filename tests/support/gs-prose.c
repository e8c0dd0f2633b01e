/* gs-prose.c: running text that was never written by anybody, the same each time.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-prose.h"

#include <math.h>

#define VOCABULARY 40000.0

static const char *const words[] = {
  "the",        "minister",  "said",      "that",    "of",         "and",       "ship",     "harbour",   "in",
  "on",         "a",         "delivery",  "report",  "to",         "officials", "evidence", "denied",    "claims",
  "with",       "from",      "cargo",     "arrived", "before",     "after",     "port",     "authority", "spokesman",
  "according",  "documents", "seen",      "by",      "not",        "several",   "hundred",  "crates",    "inspection",
  "government", "between",   "company",   "which",   "had",        "been",      "was",      "is",        "for",
  "their",      "statement", "published", "week",    "region",     "border",    "witness",  "radio",     "night",
  "convoy",     "bridge",    "river",     "letter",  "ambassador", "council"
};

guint32
gs_prose_random (guint32 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;

  return *state;
}

/* Real texts follow Zipf: the word of rank n comes up one n-th as often as the
 * first. Ranks past the list are spelled from syllables. */
static void
append_word (GString *text, guint32 *state)
{
  static const char *const syllables[] = { "ba",  "ker", "lon", "mi",  "ste", "vor", "an",  "dro", "ul", "pe",
                                           "tis", "ga",  "rev", "osh", "in",  "cal", "que", "far", "no", "thel" };
  double uniform = (double) gs_prose_random (state) / 4294967296.0;
  guint rank = (guint) pow (VOCABULARY, uniform) - 1;

  if (rank < G_N_ELEMENTS (words))
    {
      g_string_append (text, words[rank]);
      return;
    }
  for (guint rest = rank; rest > 0; rest /= G_N_ELEMENTS (syllables))
    g_string_append (text, syllables[rest % G_N_ELEMENTS (syllables)]);
}

void
gs_prose_sentence (GString *text, guint32 *state)
{
  guint n = 8 + gs_prose_random (state) % 16;

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      append_word (text, state);
    }
  g_string_append (text, ". ");
}

void
gs_prose_fill (GString *text, guint32 *state, gsize length)
{
  gsize end = text->len + length;

  while (text->len < end)
    gs_prose_sentence (text, state);
}
