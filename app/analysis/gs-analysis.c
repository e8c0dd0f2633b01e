/* gs-analysis.c: numbers, quantities, dates and speakers in a text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-analysis.h"

#include "gs-moments.h"
#include "gs-reading.h"
#include "gs-speakers.h"

#include <string.h>

static void
finding_clear (gpointer data)
{
  GsFinding *finding = data;

  g_free (finding->from);
  g_free (finding->to);
}

static GArray *
findings_new (void)
{
  GArray *findings = g_array_new (FALSE, TRUE, sizeof (GsFinding));

  g_array_set_clear_func (findings, finding_clear);

  return findings;
}

/**
 * gs_reading_init:
 * @reading: (out caller-allocates): gets what was read
 * @lexicon: what the words mean
 * @text: valid UTF-8
 * @length: its bytes
 *
 * Free with gs_reading_clear().
 */
void
gs_reading_init (GsReading *reading, const GsLexicon *lexicon, const char *text, gsize length)
{
  reading->lexicon = lexicon;
  reading->locale = gs_lexicon_locale (lexicon);
  reading->tokens = gs_tokens_new (text, length);
  reading->known = g_new0 (const GPtrArray *, reading->tokens->n + 1);
  for (guint i = 0; i < reading->tokens->n; i++)
    reading->known[i] = gs_lexicon_look (lexicon, reading->tokens, i);
  reading->numbers = g_array_new (FALSE, TRUE, sizeof (GsNumber));
  reading->number_at = g_new0 (guint, reading->tokens->n + 1);
  gs_numbers_read (reading);
}

/**
 * gs_reading_clear:
 * @reading: a text that was read
 */
void
gs_reading_clear (GsReading *reading)
{
  gs_tokens_free (reading->tokens);
  g_free (reading->known);
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
 * @reference: (nullable): ISO 8601, the day that "yesterday" is relative to;
 *   without it dates that need one have neither from nor to
 *
 * Reads the text once, in time that grows with its length. Any thread.
 *
 * Returns: (transfer full): what was found
 */
GsAnalysis *
gs_analyse (const char *text, gssize length, const char *language, const char *reference)
{
  const GsLexicon *lexicon = gs_lexicon_get (language);
  g_autofree char *valid = g_utf8_make_valid (text, length);
  GsAnalysis *analysis = g_new0 (GsAnalysis, 1);
  GsReading reading;

  analysis->numbers = findings_new ();
  analysis->quantities = findings_new ();
  analysis->dates = findings_new ();
  analysis->speakers = findings_new ();
  if (lexicon == NULL)
    return analysis;

  gs_reading_init (&reading, lexicon, valid, strlen (valid));
  gs_numbers_find (&reading, analysis->numbers);
  gs_quantities_find (&reading, analysis->quantities);
  gs_moments_find (&reading, reference, analysis->dates);
  gs_speakers_find (&reading, analysis->speakers);
  gs_reading_clear (&reading);

  return analysis;
}

/**
 * gs_analysis_free:
 * @analysis: (transfer full): an analysis
 */
void
gs_analysis_free (GsAnalysis *analysis)
{
  g_array_unref (analysis->numbers);
  g_array_unref (analysis->quantities);
  g_array_unref (analysis->dates);
  g_array_unref (analysis->speakers);
  g_free (analysis);
}
