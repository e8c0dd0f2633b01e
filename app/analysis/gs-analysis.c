/* gs-analysis.c: numbers and quantities in a text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-analysis.h"

#include "gs-reading.h"

#include <string.h>

static void
reading_init (GsReading *reading, const GsLexicon *lexicon, const char *text, gsize length)
{
  reading->lexicon = lexicon;
  reading->locale = gs_lexicon_locale (lexicon);
  reading->tokens = gs_tokens_new (text, length);
  reading->numbers = g_array_new (FALSE, TRUE, sizeof (GsNumber));
  reading->number_at = g_new0 (guint, reading->tokens->n + 1);
  gs_numbers_read (reading);
}

static void
reading_clear (GsReading *reading)
{
  gs_tokens_free (reading->tokens);
  g_array_unref (reading->numbers);
  g_free (reading->number_at);
}

/**
 * gs_analysis_knows:
 * @language: (nullable): a BCP 47 tag
 *
 * Returns: whether gs_analyse() finds anything in that language
 */
gboolean
gs_analysis_knows (const char *language)
{
  return gs_lexicon_get (language) != NULL;
}

/**
 * gs_analyse:
 * @text: what to read; bytes that are no UTF-8 count as one code point each
 * @length: its bytes, -1 when it ends with NUL
 * @language: (nullable): a BCP 47 tag; nothing is found in a language without grammar
 *
 * Reads the text once, in time that grows with its length. Any thread.
 *
 * Returns: (transfer full): what was found
 */
GsAnalysis *
gs_analyse (const char *text, gssize length, const char *language)
{
  const GsLexicon *lexicon = gs_lexicon_get (language);
  g_autofree char *valid = g_utf8_make_valid (text, length);
  GsAnalysis *analysis = g_new0 (GsAnalysis, 1);
  GsReading reading;

  analysis->numbers = g_array_new (FALSE, TRUE, sizeof (GsFinding));
  analysis->quantities = g_array_new (FALSE, TRUE, sizeof (GsFinding));
  if (lexicon == NULL)
    return analysis;

  reading_init (&reading, lexicon, valid, strlen (valid));
  gs_numbers_find (&reading, analysis->numbers);
  gs_quantities_find (&reading, analysis->quantities);
  reading_clear (&reading);

  return analysis;
}

void
gs_analysis_free (GsAnalysis *analysis)
{
  g_array_unref (analysis->numbers);
  g_array_unref (analysis->quantities);
  g_free (analysis);
}
