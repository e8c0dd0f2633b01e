/* gs-prefill-amounts.c: how much and how many a passage says.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-prefill-private.h"

#include <math.h>
#include <string.h>

#include "gs-moments.h"

/* Words between a number and what it counts: "additional", "fully-built". */
#define MOST_BETWEEN 4

static gboolean
is_word (const GsPassage *self, guint i)
{
  return i < self->reading.tokens->n && gs_reading_token (&self->reading, i)->kind == GS_TOKEN_WORD;
}

/* Whether the word at @i describes what is counted rather than names it. */
static gboolean
is_adjective (const GsPassage *self, guint i)
{
  const GsToken *token = gs_reading_token (&self->reading, i);
  const GsLocale *locale = self->reading.locale;

  if (locale->ordinal_point)
    return !g_unichar_isupper (token->first);
  if (locale->verb_second)
    return g_str_has_suffix (token->word, "e") && !g_str_has_suffix (token->word, "ie");

  return !g_str_has_suffix (token->word, "s") && is_word (self, i + 1)
         && gs_reading_match (&self->reading, i + 1, GS_LEX_CLAUSE) == NULL;
}

/* The token of what is counted from @i on; the number of tokens for none. */
static guint
find_counted (const GsPassage *self, guint i)
{
  guint none = self->reading.tokens->n;

  i += gs_reading_skip (&self->reading, i, GS_LEX_LINK);
  for (guint k = 0; k < MOST_BETWEEN; k++, i++)
    {
      if (gs_passage_is_mark (self, i, "-"))
        continue;
      if (!is_word (self, i) || gs_reading_match (&self->reading, i, GS_LEX_CLAUSE) != NULL)
        return none;
      if (!is_adjective (self, i))
        return i;
    }

  return none;
}

/* "Shahed 136", "Su-35": part of a name, unless it counts what comes after. */
static gboolean
is_designation (const GsPassage *self, guint i)
{
  if (i == 0 || gs_reading_token (&self->reading, i)->kind != GS_TOKEN_DIGITS)
    return FALSE;
  if (gs_passage_is_mark (self, i - 1, "-–") && gs_tokens_touch (self->reading.tokens, i))
    return TRUE;

  return gs_passage_is_capital (self, i - 1) && self->sentences[i - 1] == self->sentences[i]
         && find_counted (self, i + 1) == self->reading.tokens->n;
}

static gboolean
overlaps (const GArray *findings, guint start, guint end)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const GsFinding *finding = &g_array_index (findings, GsFinding, i);

      if (finding->start < end && start < finding->end)
        return TRUE;
    }

  return FALSE;
}

static guint
token_at (const GsPassage *self, guint start)
{
  guint i = self->first;

  while (i < self->end && gs_reading_token (&self->reading, i)->end <= start)
    i++;

  return i;
}

static guint
token_after (const GsPassage *self, guint end)
{
  guint i = self->first;

  while (i < self->end && gs_reading_token (&self->reading, i)->start < end)
    i++;

  return i;
}

static GsQuantityRecord *
suggest (GsPassage *self, guint first, guint end, double lo, double hi, const char *unit, const char *hedge)
{
  GsSuggestion *suggestion = gs_passage_suggest (self, GS_SUGGEST_QUANTITY, first, end);
  GsQuantityRecord *quantity = gs_record_new (&gs_quantity_type);

  suggestion->quantity = quantity;
  quantity->lo = isinf (lo) ? NAN : lo;
  quantity->hi = isinf (hi) ? NAN : hi;
  quantity->unit = g_strdup (unit);
  quantity->hedge = g_strdup (hedge);
  quantity->text = g_strdup (suggestion->text);

  return quantity;
}

/* What stands at @i and after as a unit: (transfer full) (nullable). @end: (out). */
static char *
read_counted (const GsPassage *self, guint i, guint *end)
{
  guint counted = find_counted (self, i);

  if (counted == self->reading.tokens->n || counted >= self->end)
    return NULL;
  *end = counted + 1;

  return gs_passage_slice (self, counted, counted + 1);
}

static void
suggest_finding (GsPassage *self, const GsFinding *finding)
{
  g_autofree char *counted = NULL;
  const char *hedge = NULL;
  guint first = token_at (self, finding->start);
  guint end = token_after (self, finding->end);
  double lo = isnan (finding->lo) ? finding->value : finding->lo;
  double hi = isnan (finding->hi) ? finding->value : finding->hi;
  GsQuantityRecord *quantity;

  if (first >= end || is_designation (self, first))
    return;

  if (finding->unit == NULL)
    counted = read_counted (self, end, &end);
  first = gs_hedge_before (&self->reading, first, &hedge);
  /* "mehrere Dutzend" is what "Dutzende" is. */
  if (first > self->first && gs_reading_match (&self->reading, first - 1, GS_LEX_SOME) != NULL)
    {
      first--;
      if (lo == hi && gs_reading_token (&self->reading, first + 1)->kind == GS_TOKEN_WORD && lo >= 12)
        {
          hi = lo < 100 ? 99 : lo * 10 - 1;
          lo *= 2;
        }
    }
  first = MAX (first, self->first);
  quantity = suggest (self, first, end, lo, hi, finding->unit != NULL ? finding->unit : counted, finding->hedge);
  quantity->lo_open = g_strcmp0 (finding->hedge, "more-than") == 0;
  quantity->hi_open = g_strcmp0 (finding->hedge, "less-than") == 0 || g_strcmp0 (finding->hedge, "almost") == 0;
}

/* "a limited number of drones": no number, and still an amount. */
static void
suggest_vague (GsPassage *self, guint i, const GsLexEntry *some)
{
  g_autofree char *counted = NULL;
  guint end = i + gs_lexicon_length (some);
  gboolean all = some->value < 0;

  if (end > self->end)
    return;

  /* The definite article stands between "all" and what it is all of. */
  end += gs_reading_skip (&self->reading, end, GS_LEX_DETERMINER);
  counted = read_counted (self, end, &end);
  if (counted == NULL && !all && !g_str_equal (some->text, "some"))
    return;

  suggest (self, i, MIN (end, self->end),
           all               ? 1
           : some->value > 0 ? some->value
                             : -INFINITY,
           all ? 1 : INFINITY, all ? "fraction" : counted, some->text);
}

/* Durations that state how long, such as "almost half a year". */
static void
suggest_durations (GsPassage *self, const GArray *dates)
{
  for (guint i = 0; i < dates->len; i++)
    {
      const GsFinding *date = &g_array_index (dates, GsFinding, i);
      guint first = token_at (self, date->start), end = token_after (self, date->end);
      const GsLexEntry *period = end > 0 ? gs_reading_match (&self->reading, end - 1, GS_LEX_PERIOD) : NULL;
      guint at = first + 1;

      if (date->from != NULL || date->to != NULL || period == NULL || first >= end || period->value < GS_PERIOD_HOUR)
        continue;
      for (at = first; at < end && gs_reading_number (&self->reading, at) == NULL; at++)
        ;
      if (at == end)
        continue;

      {
        static const char *const units[] = { "seconds", "minutes",    "hours",    "days",     "weekends",
                                             "weeks",   "fortnights", "months",   "quarters", "half years",
                                             "years",   "decades",    "centuries" };
        const GsNumber *number = gs_reading_number (&self->reading, at);
        gboolean years = (int) period->value == GS_PERIOD_YEAR && number->hi < 1;
        double factor = years ? 12 : 1;
        const char *hedge = NULL;

        gs_hedge_before (&self->reading, at, &hedge);
        /* Half a year is six months. */
        suggest (self, first, end, number->lo * factor, number->hi * factor,
                 units[years ? GS_PERIOD_MONTH : (int) period->value], hedge);
      }
    }
}

void
gs_prefill_amounts (GsPassage *self)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, TRUE, sizeof (GsFinding));
  g_autoptr (GArray) quantities = g_array_new (FALSE, TRUE, sizeof (GsFinding));
  g_autoptr (GArray) dates = g_array_new (FALSE, TRUE, sizeof (GsFinding));
  guint start = gs_reading_token (&self->reading, self->first)->start;
  guint end = gs_reading_token (&self->reading, self->end - 1)->end;

  gs_numbers_find (&self->reading, numbers);
  gs_quantities_find (&self->reading, quantities);
  gs_moments_find (&self->reading, NULL, dates);

  for (guint i = 0; i < quantities->len; i++)
    {
      const GsFinding *finding = &g_array_index (quantities, GsFinding, i);

      if (finding->start >= start && finding->end <= end && !(isnan (finding->value) && isnan (finding->lo)))
        suggest_finding (self, finding);
    }
  for (guint i = 0; i < numbers->len; i++)
    {
      const GsFinding *finding = &g_array_index (numbers, GsFinding, i);

      if (finding->start >= start && finding->end <= end && !overlaps (quantities, finding->start, finding->end)
          && !overlaps (dates, finding->start, finding->end))
        suggest_finding (self, finding);
    }
  for (guint i = self->first; i < self->end; i++)
    {
      const GsLexEntry *some = gs_reading_match (&self->reading, i, GS_LEX_SOME);
      const GsToken *token = gs_reading_token (&self->reading, i);

      if (some == NULL)
        continue;
      if (!overlaps (dates, token->start, token->end)
          && !overlaps (numbers, gs_reading_token (&self->reading, i + gs_lexicon_length (some))->start,
                        gs_reading_token (&self->reading, i + gs_lexicon_length (some))->end))
        suggest_vague (self, i, some);
      i += gs_lexicon_length (some) - 1;
    }
  suggest_durations (self, dates);
  for (guint i = 0; i < dates->len; i++)
    {
      GsFinding *finding = &g_array_index (dates, GsFinding, i);

      g_free (finding->from);
      g_free (finding->to);
    }
}
