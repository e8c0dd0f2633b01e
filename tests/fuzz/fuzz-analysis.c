/* fuzz-analysis.c: the grammars of numbers, quantities, dates and speakers.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first line of the input is the language and, after a space, the day of
 * the article; the rest is its text.
 */

#include "config.h"

#include "fuzz.h"

#include <string.h>

#include "gs-analysis.h"

static void
check (GArray *findings, guint chars)
{
  guint at = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const GsFinding *finding = &g_array_index (findings, GsFinding, i);

      g_assert (finding->start >= at && finding->end > finding->start && finding->end <= chars);
      at = finding->end;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autofree char *all = g_utf8_make_valid ((const char *) data, (gssize) length);
  g_autoptr (GsAnalysis) analysis = NULL;
  char *text = strchr (all, '\n');
  char *reference;
  guint chars;

  if (text == NULL)
    return 0;

  *text++ = '\0';
  reference = strchr (all, ' ');
  if (reference != NULL)
    *reference++ = '\0';

  analysis = gs_analyse (text, -1, all, reference);
  chars = (guint) g_utf8_strlen (text, -1);
  check (analysis->numbers, chars);
  check (analysis->quantities, chars);
  check (analysis->dates, chars);
  check (analysis->speakers, chars);

  return 0;
}
