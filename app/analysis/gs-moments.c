/* gs-moments.c: dates and times in a text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-moments.h"

#include <math.h>
#include <string.h>

#include "gs-date-parser.h"

/* Inside of a word or number no date begins: "6,107.31 August", "ABC-12". */
static gboolean
may_start (const GsReading *reading, guint i)
{
  const GsToken *token = gs_reading_token (reading, i);
  const GsToken *before = i > 0 ? gs_reading_token (reading, i - 1) : NULL;

  guint n;

  if (token->kind == GS_TOKEN_MARK && token->first != '\'')
    return FALSE;
  if (token->kind == GS_TOKEN_WORD && gs_reading_known (reading, i) == NULL && gs_reading_number (reading, i) == NULL
      && gs_ordinal_read (reading, i, &n) == 0)
    return FALSE;
  if (before == NULL || token->n_gap > 0)
    return TRUE;
  if (before->kind == GS_TOKEN_MARK && token->kind == GS_TOKEN_DIGITS && i > 1
      && strchr (".,/:-+", before->first) != NULL && gs_tokens_touch (reading->tokens, i - 1)
      && gs_reading_token (reading, i - 2)->kind == GS_TOKEN_DIGITS)
    return FALSE;
  if (before->kind == GS_TOKEN_MARK
      && (g_unichar_type (before->first) == G_UNICODE_CURRENCY_SYMBOL || before->first == '$'))
    return FALSE;

  return before->kind == GS_TOKEN_MARK;
}

/* A mark at the end belongs to the sentence, but "Dec." and "3." keep theirs. */
static gboolean
is_loose_mark (const GsReading *reading, guint i)
{
  const GsToken *token = gs_reading_token (reading, i);
  const GsToken *before = gs_reading_token (reading, i - 1);

  if (token->kind != GS_TOKEN_MARK)
    return FALSE;
  if (token->first == '.')
    return before->kind == GS_TOKEN_WORD && before->end - before->start > 4;

  return strchr ("-,(:/", token->word[0]) != NULL;
}

static guint
trim (const GsReading *reading, guint i, guint end)
{
  while (end > i + 1 && is_loose_mark (reading, end - 1))
    end--;

  return end;
}

/**
 * gs_moments_find:
 * @reading: a text whose numbers have been read
 * @reference: (nullable): when it was written, ISO 8601
 * @findings: (element-type GsFinding): gets dates and times appended, in order
 */
void
gs_moments_find (const GsReading *reading, const char *reference, GArray *findings)
{
  g_autoptr (GsDateParser) parser = gs_date_parser_new (reading);
  GsDateValue value;

  for (guint i = 0; i < reading->tokens->n;)
    {
      GsFinding finding = { .value = NAN, .lo = NAN, .hi = NAN };
      guint end = may_start (reading, i) ? trim (reading, i, gs_date_parser_read (parser, i, &value)) : i;

      if (end <= i)
        {
          i++;
          continue;
        }
      finding.start = gs_reading_token (reading, i)->start;
      finding.end = gs_reading_token (reading, end - 1)->end;
      gs_date_value_resolve (&value, reference, &finding.from, &finding.to);
      g_array_append_val (findings, finding);
      i = end;
    }
}
