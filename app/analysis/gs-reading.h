/* gs-reading.h: a text that is being read: its tokens, lexicon and numbers.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-analysis.h"
#include "gs-lexicon.h"

G_BEGIN_DECLS

/* Tokens of a number and what it says. */
typedef struct
{
  guint    first; /* tokens, half-open */
  guint    end;
  double   value; /* NaN for "dozens" */
  double   lo;
  double   hi;
  gboolean in_words;
  gboolean whole;  /* digits alone, as a year or day would be */
  gboolean listed; /* whether it is a finding; "180" of "180ml" only serves the unit */
} GsNumber;

typedef struct
{
  const GsLexicon *lexicon;
  const GsLocale  *locale;
  GsTokens        *tokens;
  const GPtrArray **known;    /* for each token: what gs_lexicon_look() says */
  GArray          *numbers;   /* GsNumber, sorted */
  guint           *number_at; /* for each token: 1 + index of the number that starts there, or 0 */
} GsReading;

static inline const GsToken *
gs_reading_token (const GsReading *self,
                  guint            i)
{
  return gs_tokens_at (self->tokens, i);
}

static inline const GsLexEntry *
gs_reading_match (const GsReading *self,
                  guint            i,
                  GsLexClass       lex_class)
{
  return i < self->tokens->n ? gs_lexicon_match (self->known[i], self->tokens, i, lex_class) : NULL;
}

/* The entries whose first word is that of token @i; NULL for none. */
static inline const GPtrArray *
gs_reading_known (const GsReading *self,
                  guint            i)
{
  return i < self->tokens->n ? self->known[i] : NULL;
}

/* The number that starts at token @i; NULL for none. */
static inline const GsNumber *
gs_reading_number (const GsReading *self,
                   guint            i)
{
  guint index = i < self->tokens->n ? self->number_at[i] : 0;

  return index > 0 ? &g_array_index (self->numbers, GsNumber, index - 1) : NULL;
}

/* Tokens, meanings and numbers of @text, which is UTF-8. */
void  gs_reading_init (GsReading       *self,
                       const GsLexicon *lexicon,
                       const char      *text,
                       gsize            length);
void  gs_reading_clear (GsReading      *self);

/* How many tokens the entry of @lex_class at @i takes, 0 for none. */
guint gs_reading_skip (const GsReading *self,
                       guint            i,
                       GsLexClass       lex_class);

/* Digits at token @i: 12,5 · 1.500 · 1 234 567 · .5 · 1,1^23 · ¾. FALSE for none. */
gboolean gs_digits_read     (const GsReading *self,
                             guint            i,
                             GsNumber        *number);
/* Number words, digits among them: "3,5 miljoen", "einundzwanzig". */
gboolean gs_words_read      (const GsReading *self,
                             guint            i,
                             GsNumber        *number);
/* A word put together of number morphemes: "eenentwintig". FALSE for none. */
gboolean gs_compound_read   (const GsLocale  *locale,
                             const char      *word,
                             double          *value);
/* A word that is an ordinal by its ending or the table; 0 for none. @n: (out): tokens. */
guint    gs_ordinal_read    (const GsReading *self,
                             guint            i,
                             guint           *n);
/* Fills self->numbers. */
void     gs_numbers_read    (GsReading       *self);

/* A hedge in front of token @i: the token it starts at, else @i. @hedge: (out) (nullable). */
guint    gs_hedge_before    (const GsReading *self,
                             guint            i,
                             const char     **hedge);
/* Bounds of @value under @hedge. */
void     gs_hedge_bounds    (const char      *hedge,
                             double           value,
                             double          *lo,
                             double          *hi);

void     gs_numbers_find    (const GsReading *self,
                             GArray          *findings);
void     gs_quantities_find (const GsReading *self,
                             GArray          *findings);

G_END_DECLS
