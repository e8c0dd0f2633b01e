/* gs-prefill-meaning.c: whether a passage denies, and how surely it speaks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-prefill-private.h"

/* Where the first clause that is not the claim's own begins. A passage may
 * begin with such a word, since it was cut out of a sentence. */
static guint
find_aside (const GsPassage *self)
{
  for (guint i = self->first + 3; i < self->end; i++)
    {
      if (gs_reading_match (&self->reading, i, GS_LEX_ASIDE) != NULL
          && (gs_passage_is_mark (self, i - 1, ",–-(")
              || gs_reading_match (&self->reading, i, GS_LEX_ASIDE)->words->len > 1))
        return i;
    }

  return self->end;
}

/* The token of a denial in the claim's own words; the end for none. */
static guint
find_denial (const GsPassage *self)
{
  guint stop = find_aside (self);

  for (guint i = self->first; i < stop; i++)
    {
      const GsLexEntry *not_not = gs_reading_match (&self->reading, i, GS_LEX_NOT_NOT);
      const GsLexEntry *says = gs_reading_match (&self->reading, i, GS_LEX_SAYS);

      if (not_not != NULL)
        i += gs_lexicon_length (not_not) - 1;
      else if (gs_reading_match (&self->reading, i, GS_LEX_NOT) != NULL || (says != NULL && says->value == 1))
        return i;
    }

  return self->end;
}

static void
suggest (GsPassage *self, GsSuggestionKind kind, guint at, GsLexClass lex_class, int value)
{
  guint length = MAX (1, gs_reading_skip (&self->reading, at, lex_class));

  gs_passage_suggest (self, kind, at, MIN (at + length, self->reading.tokens->n))->value = value;
}

static void
read_stance (GsPassage *self, guint denied)
{
  guint at = find_denial (self);

  /* Who denies what is itself put as a denial asserts nothing more. */
  if (at < self->end)
    suggest (self, GS_SUGGEST_STANCE, at, GS_LEX_NOT, GS_STANCE_DENIES);
  else if (denied > 0)
    suggest (self, GS_SUGGEST_STANCE, denied, GS_LEX_SAYS, GS_STANCE_DENIES);
}

static void
read_certainty (GsPassage *self)
{
  static const struct
  {
    GsLexClass lex_class;
    GsCertainty certainty;
  } cues[] = {
    { GS_LEX_UNCLEAR, GS_CERTAINTY_UNKNOWN },
    { GS_LEX_POSSIBLE, GS_CERTAINTY_POSSIBLE },
    { GS_LEX_PROBABLE, GS_CERTAINTY_PROBABLE },
  };
  guint stop = find_aside (self);

  for (guint i = 0; i < G_N_ELEMENTS (cues); i++)
    {
      guint at = gs_passage_find (self, self->first, stop, cues[i].lex_class);

      if (at < stop)
        {
          suggest (self, GS_SUGGEST_CERTAINTY, at, cues[i].lex_class, cues[i].certainty);
          return;
        }
    }
}

static void
read_status (GsPassage *self)
{
  static const struct
  {
    GsLexClass lex_class;
    GsStatus status;
  } cues[] = {
    { GS_LEX_UNCLEAR, GS_STATUS_UNKNOWN },       { GS_LEX_POSSIBLE, GS_STATUS_POSSIBLE },
    { GS_LEX_HABIT, GS_STATUS_HABITUAL },        { GS_LEX_PLANNED, GS_STATUS_PLANNED },
    { GS_LEX_CONDITION, GS_STATUS_CONDITIONAL },
  };
  guint stop = find_aside (self);
  guint denial = find_denial (self);

  for (guint i = 0; i < G_N_ELEMENTS (cues); i++)
    {
      guint at = gs_passage_find (self, self->first, stop, cues[i].lex_class);

      if (at < stop)
        {
          suggest (self, GS_SUGGEST_STATUS, at, cues[i].lex_class, cues[i].status);
          return;
        }
    }
  if (denial < self->end)
    suggest (self, GS_SUGGEST_STATUS, denial, GS_LEX_NOT, GS_STATUS_NEGATED);
}

void
gs_prefill_meaning (GsPassage *self, guint denied)
{
  read_stance (self, denied);
  read_certainty (self);
  read_status (self);
}
