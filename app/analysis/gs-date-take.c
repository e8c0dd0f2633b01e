/* gs-date-take.c: what the words and numbers of a date say.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-date-leaves.h"
#include "gs-date-parser.h"

#include <math.h>
#include <stdlib.h>

/* The entry of @lex_class that takes the tokens from @i to @end. */
static const GsLexEntry *
entry_between (const GsReading *reading, GsLexClass lex_class, guint i, guint end)
{
  const GPtrArray *entries = gs_reading_known (reading, i);

  for (guint k = 0; entries != NULL && k < entries->len; k++)
    {
      const GsLexEntry *entry = entries->pdata[k];

      if (entry->lex_class == lex_class && gs_lexicon_length (entry) == end - i
          && gs_lexicon_stands (entry, reading->tokens, i))
        return entry;
    }

  return NULL;
}

static int
class_value (const GsReading *reading, int lex_class, guint i, guint end)
{
  const GsLexEntry *entry = entry_between (reading, (GsLexClass) lex_class, i, end);

  return entry != NULL ? (int) entry->value : 0;
}

static int
digits (const GsReading *reading, guint i)
{
  return (int) g_ascii_strtoll (gs_reading_token (reading, i)->word, NULL, 10);
}

static int
number_value (const GsReading *reading, guint i, guint end)
{
  const GsNumber *number = gs_reading_number (reading, i);
  const GsLexEntry *entry = entry_between (reading, GS_LEX_CARDINAL, i, end);

  if (number != NULL && number->first == i && number->end == end)
    return (int) CLAMP (number->value, 0, 1e6);
  if (gs_reading_token (reading, i)->kind == GS_TOKEN_DIGITS)
    return (int) CLAMP (g_ascii_strtod (gs_reading_token (reading, i)->word, NULL), 0, 1e6);

  return entry != NULL ? (int) entry->value : 1;
}

static void
take_amount (GsDateValue *value, double amount)
{
  if (value->n_amounts < G_N_ELEMENTS (value->amount))
    value->amount[value->n_amounts] = amount;
}

static void
take_span (GsDateValue *value, int period)
{
  if (value->n_amounts < G_N_ELEMENTS (value->amount))
    value->amount_period[value->n_amounts++] = period;
}

static void
take_full_date (GsDateValue *value, GsDateFields *fields, int number)
{
  gs_date_value_set (value, &fields->year, number / 10000);
  gs_date_value_set (value, &fields->month, number / 100 % 100);
  gs_date_value_set (value, &fields->day, number % 100);
}

/* Ordinals, quarters: "the third week", "Q2". */
static void
take_ordinal (GsDateValue *value, GsDateFields *fields, int ordinal, int period)
{
  gs_date_value_set (value, &fields->ordinal, ordinal);
  if (period != GS_UNSAID)
    gs_date_value_set (value, &fields->unit, period);
}

static gboolean
take_digits (const GsReading *reading, int leaf, guint i, GsDateValue *value, GsDateFields *fields)
{
  int number = digits (reading, i);

  switch (leaf)
    {
    case LEAF_DD:
      gs_date_value_set (value, &fields->day, number);
      return TRUE;
    case LEAF_MM:
      gs_date_value_set (value, &fields->month, number);
      return TRUE;
    case LEAF_YYYY:
    case LEAF_YEAR:
      gs_date_value_set (value, &fields->year, number);
      return TRUE;
    case LEAF_YY:
      gs_date_value_set (value, &fields->year, number < 50 ? 2000 + number : 1900 + number);
      return TRUE;
    case LEAF_YYYYMMDD:
      take_full_date (value, fields, number);
      return TRUE;
    case LEAF_TENS:
      gs_date_value_set (value, &fields->decade, 1900 + number);
      return TRUE;
    case LEAF_HH:
      gs_date_value_set (value, &fields->hour, number);
      return TRUE;
    case LEAF_MI:
      gs_date_value_set (value, &fields->minute, number);
      return TRUE;
    case LEAF_SS:
      gs_date_value_set (value, &fields->second, number);
      return TRUE;
    case LEAF_NTH_DIGIT:
      take_ordinal (value, fields, number, GS_UNSAID);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
take_number (const GsReading *reading, int leaf, guint i, guint end, GsDateValue *value, GsDateFields *fields)
{
  guint n;

  switch (leaf)
    {
    case LEAF_YEAR_WORDS:
      gs_date_value_set (value, &fields->year, number_value (reading, i, end));
      return TRUE;
    case LEAF_HOURS:
      gs_date_value_set (value, &fields->hour, number_value (reading, i, end));
      return TRUE;
    case LEAF_LOOSE:
      gs_date_value_set (value, &fields->loose, number_value (reading, i, end));
      return TRUE;
    case LEAF_ORD:
      gs_date_value_set (value, &fields->day, (int) gs_ordinal_read (reading, i, &n));
      return TRUE;
    case LEAF_NTH:
      take_ordinal (value, fields, (int) gs_ordinal_read (reading, i, &n), GS_UNSAID);
      return TRUE;
    case LEAF_NTH_LAST:
      take_ordinal (value, fields, -1, GS_UNSAID);
      return TRUE;
    case LEAF_NUM:
      take_amount (value, gs_reading_number (reading, i)->value);
      return TRUE;
    case LEAF_ONE:
      take_amount (value, 1);
      return TRUE;
    case LEAF_COUNT:
      gs_date_value_set (value, &fields->count, number_value (reading, i, end));
      return TRUE;
    case LEAF_PAST_MINUTES:
      gs_date_value_set (value, &fields->minute, number_value (reading, i, end));
      return TRUE;
    case LEAF_QUARTER:
      gs_date_value_set (value, &fields->minute, 15);
      return TRUE;
    case LEAF_HALF:
      gs_date_value_set (value, &fields->minute, reading->locale->half_is_before ? -30 : 30);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
take_calendar (int leaf, int what, GsDateValue *value, GsDateFields *fields)
{
  switch (leaf)
    {
    case GS_LEX_MONTH:
    case GS_LEX_MONTH_WEAK:
      gs_date_value_set (value, &fields->month, what);
      return TRUE;
    case GS_LEX_WEEKDAY:
    case GS_LEX_WEEKDAY_WEAK:
      gs_date_value_set (value, &fields->weekday, what);
      return TRUE;
    case GS_LEX_DAY:
      gs_date_value_set (value, &fields->relative_day, what);
      return TRUE;
    case GS_LEX_NOW:
      gs_date_value_set (value, &fields->now, 1);
      return TRUE;
    case LEAF_UNIT:
      gs_date_value_set (value, &fields->unit, what);
      return TRUE;
    case LEAF_WEEKEND:
      gs_date_value_set (value, &fields->period, GS_PERIOD_WEEKEND);
      return TRUE;
    case GS_LEX_PERIOD:
    case LEAF_LONG:
      gs_date_value_set (value, &fields->period, what);
      return TRUE;
    case GS_LEX_SEASON:
      gs_date_value_set (value, &fields->season, what);
      return TRUE;
    case GS_LEX_FEAST:
      gs_date_value_set (value, &fields->feast, what);
      return TRUE;
    case GS_LEX_DECADE:
      gs_date_value_set (value, &fields->decade, what);
      return TRUE;
    case GS_LEX_NEXT:
      gs_date_value_set (value, &fields->next, what);
      return TRUE;
    case GS_LEX_EDGE:
    case GS_LEX_EDGE_ADVERB:
      gs_date_value_set (value, &fields->edge, what);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
take_other (int leaf, int what, GsDateValue *value, GsDateFields *fields)
{
  switch (leaf)
    {
    case GS_LEX_PART_DAY:
      /* "gisteravond" is evening and -100, "morgenochtend" morning and 100. */
      gs_date_value_set (value, &fields->relative_day, (what + 150) / 100 - 1);
      gs_date_value_set (value, &fields->part, (what + 200) % 100);
      break;
    case GS_LEX_PART:
      gs_date_value_set (value, &fields->part, what);
      break;
    case GS_LEX_HOUR:
    case GS_LEX_MEAL:
      gs_date_value_set (value, &fields->hour, what);
      break;
    case GS_LEX_AMPM:
      gs_date_value_set (value, &fields->half_day, what);
      break;
    case GS_LEX_PAST:
      if (what < 0 && fields->minute != GS_UNSAID)
        fields->minute = -fields->minute;
      break;
    case GS_LEX_SINCE:
      value->bound = GS_BOUND_SINCE;
      break;
    case GS_LEX_BEFORE:
      value->bound = GS_BOUND_BEFORE;
      break;
    case GS_LEX_AFTER:
      value->bound = GS_BOUND_AFTER;
      break;
    case GS_LEX_UNTIL:
      value->bound = GS_BOUND_UNTIL;
      break;
    case GS_LEX_OPEN:
      value->bound = what > 0 ? GS_BOUND_SINCE : GS_BOUND_UNTIL;
      break;
    case GS_LEX_AGO:
    case GS_LEX_LATER:
      value->direction = what;
      break;
    case GS_LEX_IN:
      value->direction = 1;
      break;
    case GS_LEX_EVERY:
    case GS_LEX_OFTEN:
      value->repeats = TRUE;
      break;
    case LEAF_SPAN:
      take_span (value, what);
      break;
    case GS_LEX_FEW:
      take_amount (value, NAN);
      break;
    default:
      break;
    }
}

/**
 * gs_date_leaf_take:
 * @reading: a text being read
 * @leaf: from gs_date_leaf_find()
 * @i: position of its first token
 * @end: position after its last, as gs_date_leaf_ends() told
 * @value: gets what the leaf says
 */
void
gs_date_leaf_take (const GsReading *reading, int leaf, guint i, guint end, GsDateValue *value)
{
  GsDateFields *fields = &value->sides[value->side];
  int what;

  if (take_digits (reading, leaf, i, value, fields) || take_number (reading, leaf, i, end, value, fields))
    return;

  if (leaf == LEAF_ERA_QUARTER)
    {
      take_ordinal (value, fields, GS_UNSAID, class_value (reading, GS_LEX_ERA, i, end));
      return;
    }
  if (leaf == LEAF_ERA_WEEK)
    {
      take_ordinal (value, fields, GS_UNSAID, GS_PERIOD_WEEK);
      return;
    }
  what =
    class_value (reading, leaf == LEAF_SPAN || leaf == LEAF_LONG || leaf == LEAF_UNIT ? GS_LEX_PERIOD : leaf, i, end);
  if (!take_calendar (leaf, what, value, fields))
    take_other (leaf, what, value, fields);
}
