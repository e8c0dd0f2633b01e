/* gs-anchor.c: a place in a text by its quote, prefix and suffix.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-anchor.h"

#include <string.h>

/* Code points of context on either side, to begin with and at most. A text
 * that repeats itself for longer than the latter has no unique places, and its
 * spans rest on their position alone. */
#define CONTEXT 32
#define CONTEXT_MAX 4096

/* A moved quote is believed if the second-best place agrees with the context
 * in this many code points less. */
#define MARGIN 8

/* A quote that stands once and is this long is its own proof. */
#define LONG_QUOTE 24

/* Byte offsets of every place where @quote stands, overlapping ones too. */
static GArray *
find_places (const GsText *text, const char *quote)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (gsize));
  const char *begin = gs_text_get (text);

  for (const char *p = strstr (begin, quote); p != NULL; p = strstr (g_utf8_next_char (p), quote))
    {
      gsize place = (gsize) (p - begin);

      g_array_append_val (places, place);
    }

  return places;
}

/* How many code points of @suffix follow at @p. */
static gint64
matching_after (const char *p, const char *suffix)
{
  gint64 n = 0;

  while (*suffix != '\0' && g_utf8_get_char (p) == g_utf8_get_char (suffix))
    {
      p = g_utf8_next_char (p);
      suffix = g_utf8_next_char (suffix);
      n++;
    }

  return n;
}

/* How many code points of the end of @prefix stand before @p. */
static gint64
matching_before (const char *begin, const char *p, const char *prefix)
{
  const char *q = prefix + strlen (prefix);
  gint64 n = 0;

  while (q > prefix && p > begin)
    {
      q = g_utf8_prev_char (q);
      p = g_utf8_prev_char (p);
      if (g_utf8_get_char (q) != g_utf8_get_char (p))
        break;
      n++;
    }

  return n;
}

/* Drops the places other than @own that have this context too. */
static void
keep_alike (const GsText *text, GArray *places, gsize own, gsize length, const char *prefix, const char *suffix)
{
  const char *begin = gs_text_get (text);
  gsize n_prefix = strlen (prefix), n_suffix = strlen (suffix);
  guint kept = 0;

  for (guint i = 0; i < places->len; i++)
    {
      gsize place = g_array_index (places, gsize, i);

      if (place == own || place < n_prefix || memcmp (begin + place - n_prefix, prefix, n_prefix) != 0
          || strncmp (begin + place + length, suffix, n_suffix) != 0)
        continue;

      g_array_index (places, gsize, kept++) = place;
    }

  g_array_set_size (places, kept);
}

/**
 * gs_anchor_describe:
 * @text: the text
 * @span: a span with start and end, in code points
 *
 * Fills exact, prefix and suffix. The context is 32 code points on either side
 * where the text has them, doubled until no other place has quote and context.
 *
 * Returns: whether the range lies in the text and is not empty
 */
gboolean
gs_anchor_describe (const GsText *text, GsSpanRecord *span)
{
  g_autoptr (GArray) places = NULL;
  gsize own, length;

  g_return_val_if_fail (text != NULL && span != NULL, FALSE);

  if (span->start < 0 || span->end <= span->start || span->end > gs_text_length (text))
    return FALSE;

  own = gs_text_to_byte (text, span->start);
  length = gs_text_to_byte (text, span->end) - own;
  g_free (span->exact);
  span->exact = gs_text_slice (text, span->start, span->end);
  places = find_places (text, span->exact);

  for (gint64 context = CONTEXT;; context *= 2)
    {
      g_free (span->prefix);
      g_free (span->suffix);
      span->prefix = gs_text_slice (text, MAX (0, span->start - context), span->start);
      span->suffix = gs_text_slice (text, span->end, span->end + context);
      keep_alike (text, places, own, length, span->prefix, span->suffix);
      if (places->len == 0 || context >= CONTEXT_MAX)
        break;
    }
  span->orphaned = FALSE;

  return TRUE;
}

/* How well a place agrees with the context; -1 if the quote does not end
 * there: a mark that combines with its last letter makes it another word. */
static gint64
judge_place (const GsText *text, gsize place, const GsSpanRecord *span, gboolean *one_side)
{
  const char *begin = gs_text_get (text);
  const char *after = begin + place + strlen (span->exact);
  const char *prefix = span->prefix != NULL ? span->prefix : "";
  const char *suffix = span->suffix != NULL ? span->suffix : "";
  gint64 n_before = matching_before (begin, begin + place, prefix);
  gint64 n_after = matching_after (after, suffix);

  if (n_after == 0 && g_unichar_ismark (g_utf8_get_char (after)))
    return -1;

  *one_side = (*prefix != '\0' && n_before == g_utf8_strlen (prefix, -1))
              || (*suffix != '\0' && n_after == g_utf8_strlen (suffix, -1));

  return n_before + n_after;
}

static gint64
context_length (const GsSpanRecord *span)
{
  return (span->prefix != NULL ? g_utf8_strlen (span->prefix, -1) : 0)
         + (span->suffix != NULL ? g_utf8_strlen (span->suffix, -1) : 0);
}

/* Byte offset of the one place that may be believed, or -1. */
static gssize
choose_place (const GsText *text, const GArray *places, const GsSpanRecord *span)
{
  gint64 full = context_length (span), best = -1, second = -1;
  gboolean best_one_side = FALSE;
  gssize choice = -1;

  for (guint i = 0; i < places->len; i++)
    {
      gsize place = g_array_index (places, gsize, i);
      gboolean one_side = FALSE;
      gint64 score = judge_place (text, place, span, &one_side);

      if (score > best)
        {
          second = best;
          best = score;
          best_one_side = one_side;
          choice = (gssize) place;
        }
      else
        second = MAX (second, score);
    }

  if (choice < 0)
    return -1;
  if (second < 0)
    {
      /* The only place: its surroundings or its length must vouch for it. */
      return best_one_side || 2 * best >= full || g_utf8_strlen (span->exact, -1) >= LONG_QUOTE ? choice : -1;
    }
  if (best == full)
    return second < full ? choice : -1;

  return best_one_side && best - second >= MARGIN ? choice : -1;
}

/**
 * gs_anchor_resolve:
 * @text: the text, perhaps another revision than the span was made on
 * @span: a span with its quote
 *
 * The position is believed if the quote stands there in its context. Otherwise
 * the span moves to the one place where quote and context agree best; if there
 * is no such place, or more than one, it is marked orphaned and keeps its last
 * known position. A place that merely looks likely is not taken.
 *
 * Returns: whether it was found
 */
gboolean
gs_anchor_resolve (const GsText *text, GsSpanRecord *span)
{
  g_autoptr (GArray) places = NULL;
  gboolean one_side = FALSE;
  gssize choice;
  gsize own;

  g_return_val_if_fail (text != NULL && span != NULL, FALSE);

  span->orphaned = TRUE;
  if (span->exact == NULL || *span->exact == '\0')
    return FALSE;

  own = gs_text_to_byte (text, span->start);
  if (span->start >= 0 && span->start < gs_text_length (text)
      && g_str_has_prefix (gs_text_get (text) + own, span->exact)
      && judge_place (text, own, span, &one_side) == context_length (span))
    choice = (gssize) own;
  else
    {
      places = find_places (text, span->exact);
      choice = choose_place (text, places, span);
    }
  if (choice < 0)
    return FALSE;

  span->start = gs_text_from_byte (text, (gsize) choice);
  span->end = span->start + g_utf8_strlen (span->exact, -1);
  span->orphaned = FALSE;

  return TRUE;
}

/**
 * gs_anchor_find:
 * @text: the text
 * @quote: what to find
 * @nth: which occurrence, from 1
 *
 * Returns: its offset in code points, -1 if there are fewer
 */
gint64
gs_anchor_find (const GsText *text, const char *quote, guint nth)
{
  const char *begin, *p;

  g_return_val_if_fail (text != NULL && quote != NULL, -1);

  if (*quote == '\0' || nth == 0)
    return -1;

  begin = gs_text_get (text);
  for (p = strstr (begin, quote); p != NULL && nth > 1; nth--)
    p = strstr (g_utf8_next_char (p), quote);

  return p != NULL ? gs_text_from_byte (text, (gsize) (p - begin)) : -1;
}
