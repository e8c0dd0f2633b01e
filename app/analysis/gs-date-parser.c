/* gs-date-parser.c: matching the grammar of dates at a place in a text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A match is the set of all places where it may end, as bits, so that nothing
 * has to be tried twice; how the longest came about is found out afterwards.
 */

#include "config.h"

#include "gs-date-parser.h"

#include "gs-date-pattern.h"

#define WINDOW 64 /* tokens; as many as there are bits */

struct _GsDateParser
{
  const GsReading *reading;
  const GsDateGrammar *grammar;
  guint64 *ends; /* [n rules × WINDOW], of the places tagged in at */
  guint *at;     /* 1 + token */
};

static guint64 match (GsDateParser *self, const GsDateNode *node, guint i);

static guint64
match_sequence (GsDateParser *self, const GsDateNode *node, guint first, guint i)
{
  guint64 ends = 1;

  for (guint k = first; k < node->nodes->len && ends != 0; k++)
    {
      guint64 next = 0;

      for (guint bit = 0; bit < WINDOW; bit++)
        {
          if ((ends >> bit) == 0)
            break;
          if ((ends >> bit) & 1)
            next |= match (self, node->nodes->pdata[k], i + bit) << bit;
        }
      ends = next;
    }

  return ends;
}

static guint64
match_rule (GsDateParser *self, int rule, guint i)
{
  guint slot = (guint) rule * WINDOW + i % WINDOW;

  if (self->at[slot] != i + 1)
    {
      guint64 ends = match (self, self->grammar->rules[rule], i);

      /* Matching may have gone round the window and taken the slot. */
      self->at[slot] = i + 1;
      self->ends[slot] = ends;
      return ends;
    }

  return self->ends[slot];
}

static gboolean
holds (GsDateParser *self, int guard, guint i)
{
  const GsLocale *locale = self->reading->locale;
  const GsToken *token = gs_reading_token (self->reading, i);

  switch (guard)
    {
    case 'D':
      return locale->day_first;
    case 'C':
      return locale->ordinal_point;
    case 'H':
      return locale->half_is_before;
    case 'U':
      return g_unichar_isupper (token->first);
    case 'X':
      return gs_reading_match (self->reading, i, GS_LEX_OF) == NULL
             && gs_reading_match (self->reading, i, GS_LEX_MONTH) == NULL
             && gs_reading_match (self->reading, i, GS_LEX_MONTH_WEAK) == NULL
             && gs_reading_match (self->reading, i, GS_LEX_PERIOD) == NULL && holds (self, 'E', i);
    case 'E':
      return token->kind != GS_TOKEN_WORD || gs_reading_known (self->reading, i) != NULL;
    default:
      g_assert_not_reached ();
    }
}

static guint64
match (GsDateParser *self, const GsDateNode *node, guint i)
{
  guint64 ends = 0;

  if (i > self->reading->tokens->n)
    return 0;

  switch (node->kind)
    {
    case GS_DATE_NODE_RULE:
      return match_rule (self, node->what, i);
    case GS_DATE_NODE_LEAF:
      return gs_date_leaf_ends (self->reading, node->what, i);
    case GS_DATE_NODE_WORD:
      return i < self->reading->tokens->n && g_str_equal (gs_reading_token (self->reading, i)->word, node->word) ? 2
                                                                                                                 : 0;
    case GS_DATE_NODE_TOUCH:
      return gs_tokens_touch (self->reading->tokens, i) ? 1 : 0;
    case GS_DATE_NODE_GUARD:
      return holds (self, node->what, i) ? 1 : 0;
    case GS_DATE_NODE_SIDE:
      return 1;
    case GS_DATE_NODE_SEQUENCE:
      return match_sequence (self, node, 0, i);
    case GS_DATE_NODE_CHOICE:
      for (guint k = 0; k < node->nodes->len; k++)
        ends |= match (self, node->nodes->pdata[k], i);
      return ends;
    case GS_DATE_NODE_OPTIONAL:
      return 1 | match (self, node->nodes->pdata[0], i);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
ends_at (guint64 ends, guint i, guint end)
{
  return end - i < WINDOW && ((ends >> (end - i)) & 1);
}

static void derive (GsDateParser *self, const GsDateNode *node, guint i, guint end, GsDateValue *value);

static void
derive_sequence (GsDateParser *self, const GsDateNode *node, guint i, guint end, GsDateValue *value)
{
  for (guint k = 0; k < node->nodes->len; k++)
    {
      guint64 ends = match (self, node->nodes->pdata[k], i);

      /* The longest that leaves the rest something to match. */
      for (guint middle = end + 1; middle-- > i;)
        {
          if (ends_at (ends, i, middle) && ends_at (match_sequence (self, node, k + 1, middle), middle, end))
            {
              derive (self, node->nodes->pdata[k], i, middle, value);
              i = middle;
              break;
            }
        }
    }
}

/* Takes what the leaves between @i and @end say, by the first way that gets there. */
static void
derive (GsDateParser *self, const GsDateNode *node, guint i, guint end, GsDateValue *value)
{
  switch (node->kind)
    {
    case GS_DATE_NODE_RULE:
      derive (self, self->grammar->rules[node->what], i, end, value);
      break;
    case GS_DATE_NODE_LEAF:
      gs_date_leaf_take (self->reading, node->what, i, end, value);
      break;
    case GS_DATE_NODE_SIDE:
      value->side = (guint) node->what;
      value->is_range = value->is_range || node->what == 1;
      break;
    case GS_DATE_NODE_SEQUENCE:
      derive_sequence (self, node, i, end, value);
      break;
    case GS_DATE_NODE_CHOICE:
      for (guint k = 0; k < node->nodes->len; k++)
        {
          if (ends_at (match (self, node->nodes->pdata[k], i), i, end))
            {
              derive (self, node->nodes->pdata[k], i, end, value);
              return;
            }
        }
      break;
    case GS_DATE_NODE_OPTIONAL:
      if (end > i)
        derive (self, node->nodes->pdata[0], i, end, value);
      break;
    default:
      break;
    }
}

/**
 * gs_date_parser_new:
 * @reading: a text being read; must live as long
 *
 * Returns: (transfer full): a parser; for one thread at a time
 */
GsDateParser *
gs_date_parser_new (const GsReading *reading)
{
  GsDateParser *self = g_new0 (GsDateParser, 1);

  self->reading = reading;
  self->grammar = gs_date_grammar_get ();
  self->ends = g_new0 (guint64, self->grammar->n * WINDOW);
  self->at = g_new0 (guint, self->grammar->n * WINDOW);

  return self;
}

/**
 * gs_date_parser_free:
 * @self: (transfer full): a parser
 */
void
gs_date_parser_free (GsDateParser *self)
{
  g_free (self->ends);
  g_free (self->at);
  g_free (self);
}

/**
 * gs_date_parser_read:
 * @self: a parser
 * @i: position of a token
 * @value: (out caller-allocates): what the date says; only good when there is one
 *
 * Returns: position of the token after the longest date that starts at @i and does not
 *   contradict itself; @i for none
 */
guint
gs_date_parser_read (GsDateParser *self, guint i, GsDateValue *value)
{
  const GsDateNode *top = self->grammar->rules[0];
  guint64 ends = match_rule (self, 0, i);

  for (guint bit = WINDOW - 1; bit > 0 && ends != 0; bit--)
    {
      if (((ends >> bit) & 1) == 0)
        continue;
      for (guint k = 0; k < top->nodes->len; k++)
        {
          if (!ends_at (match (self, top->nodes->pdata[k], i), i, i + bit))
            continue;
          gs_date_value_init (value);
          derive (self, top->nodes->pdata[k], i, i + bit, value);
          if (!value->conflict)
            return i + bit;
        }
    }

  return i;
}
