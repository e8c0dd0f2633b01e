/* gs-hedges.c: "about", "more than", "almost": what they make of a number.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reading.h"

#include <math.h>
#include <string.h>

/* The longest hedge has four words: "in the region of". */
#define HEDGE_WORDS 4

/**
 * gs_hedge_before:
 * @self: a text being read
 * @i: position of a token
 * @hedge: (out) (nullable): the longest hedge that ends before it; static
 *
 * Returns: position of the token at which the hedge starts; @i for none
 */
guint
gs_hedge_before (const GsReading *self, guint i, const char **hedge)
{
  guint first = i;

  *hedge = NULL;
  for (guint back = 1; back <= HEDGE_WORDS && back <= i; back++)
    {
      const GsLexEntry *entry = gs_reading_match (self, i - back, GS_LEX_HEDGE);

      if (entry != NULL && gs_lexicon_length (entry) == back)
        {
          *hedge = entry->text;
          first = i - back;
        }
    }

  return first;
}

/**
 * gs_hedge_bounds:
 * @hedge: (nullable): a hedge such as "about"
 * @value: the number it stands before
 * @lo: (out): lower bound of what is meant; negative infinity for none
 * @hi: (out): upper bound; infinity for none
 */
void
gs_hedge_bounds (const char *hedge, double value, double *lo, double *hi)
{
  *lo = *hi = value;

  if (hedge == NULL)
    return;

  if (g_str_equal (hedge, "about"))
    {
      *lo = value - fabs (value) / 10;
      *hi = value + fabs (value) / 10;
    }
  else if (g_str_equal (hedge, "more-than") || g_str_equal (hedge, "at-least"))
    *hi = INFINITY;
  else if (g_str_equal (hedge, "less-than"))
    *lo = -INFINITY;
  else if (g_str_equal (hedge, "up-to"))
    *lo = MIN (0, value);
  else if (g_str_equal (hedge, "almost"))
    *lo = value - fabs (value) * 0.15;
}
