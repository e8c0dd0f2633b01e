/* gs-prefill-chain.c: who says what a passage says, and through whom.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First every place near the passage where somebody is said to speak, then
 * which of them the passage belongs to: who stands in it, around its
 * quotation, in its sentence, or, when its mood says that it is reported, in
 * the sentence beside it.
 */

#include "config.h"

#include "gs-prefill-private.h"

#include <string.h>

#include "gs-speakers.h"

/* Deeper nesting does not occur in print. */
#define MOST_LEVELS 4

/* One place where somebody is said to speak; all are tokens, half-open. */
typedef struct
{
  guint name;
  guint name_end;
  guint verb;
  guint verb_end;
  guint first; /* all of it */
  guint end;
  const char *act;
  gboolean denies;
  gboolean according;
} Speech;

typedef struct
{
  GsPassage *passage;
  GArray *speeches; /* Speech, by place */
} Chain;

static const Speech *
speech_at (const Chain *self, guint i)
{
  return &g_array_index (self->speeches, Speech, i);
}

static void
find_speeches (Chain *self)
{
  const GsReading *reading = &self->passage->reading;
  guint last = 0;

  for (guint i = 0; i < reading->tokens->n; i++)
    {
      const GsLexEntry *says;
      Speech speech = { 0 };

      if (gs_reading_known (reading, i) == NULL || !gs_speaker_read (reading, i, &speech.name, &speech.name_end)
          || speech.name < last)
        continue;

      says = gs_reading_match (reading, i, GS_LEX_SAYS);
      speech.according = gs_reading_match (reading, i, GS_LEX_ACCORDING) != NULL;
      speech.verb = i;
      speech.verb_end = i + MAX (1, gs_reading_skip (reading, i, speech.according ? GS_LEX_ACCORDING : GS_LEX_SAYS));
      speech.act = !speech.according && says != NULL ? says->text : "says";
      speech.denies = !speech.according && says != NULL && says->value == 1;
      speech.first = MIN (speech.name, speech.verb);
      speech.end = MAX (speech.name_end, speech.verb_end);
      g_array_append_val (self->speeches, speech);
      last = speech.end;
      i = speech.end - 1;
    }
}

static gboolean
is_inside (const GsPassage *passage, const Speech *speech)
{
  return speech->first >= passage->first && speech->end <= passage->end;
}

static gboolean
in_sentence (const GsPassage *passage, const Speech *speech, guint sentence)
{
  return passage->sentences[speech->verb] == sentence;
}

static gboolean
is_pronoun (const GsPassage *passage, const Speech *speech)
{
  return gs_reading_match (&passage->reading, speech->name, GS_LEX_PERSON) != NULL;
}

/* Who speaks when it says "he": the last one named before. */
static const Speech *
resolve (const Chain *self, const Speech *speech)
{
  if (!is_pronoun (self->passage, speech))
    return speech;

  for (guint i = self->speeches->len; i-- > 0;)
    {
      const Speech *other = speech_at (self, i);

      if (other->verb < speech->verb && !is_pronoun (self->passage, other))
        return other;
    }

  return speech;
}

/* The quotation of the passage, if it is one and no mere word: tokens. */
static gboolean
find_quotation (const GsPassage *passage, guint *first, guint *end)
{
  guint quote = passage->quotes[passage->first];

  if (quote == 0 || passage->quotes[passage->end - 1] != quote)
    return FALSE;

  for (*first = passage->first; *first > 0 && passage->quotes[*first - 1] == quote; (*first)--)
    ;
  for (*end = passage->end; *end < passage->reading.tokens->n && passage->quotes[*end] == quote; (*end)++)
    ;

  return *end - *first > 3;
}

static gboolean
same_paragraph (const GsPassage *passage, guint from, guint to)
{
  for (guint i = from + 1; i <= to; i++)
    {
      if (gs_reading_token (&passage->reading, i)->gap == '\n')
        return FALSE;
    }

  return TRUE;
}

/* Who speaks a quotation stands right behind it, or before it, or behind the
 * next one of the same paragraph. */
static const Speech *
find_quoted (const Chain *self, guint first, guint end)
{
  const GsPassage *passage = self->passage;
  const Speech *before = NULL;

  for (guint i = 0; i < self->speeches->len; i++)
    {
      const Speech *speech = speech_at (self, i);

      if (passage->quotes[speech->verb] != 0)
        continue;
      if (speech->end <= first && same_paragraph (passage, speech->end - 1, first))
        before = speech;
      if (speech->first >= end && speech->first <= end + 12
          && (passage->sentences[speech->verb] == passage->sentences[end - 1] || speech->first <= end + 3))
        return speech;
      if (speech->first >= end && before == NULL && same_paragraph (passage, end, speech->first))
        return speech;
    }

  return before;
}

/* In the sentence of the passage, but outside of it: the one behind it, as in
 * "…, officials said", or the last one before it, as in "officials said that …". */
static const Speech *
find_around (const Chain *self)
{
  const GsPassage *passage = self->passage;
  guint sentence = passage->sentences[passage->first];
  const Speech *before = NULL;

  for (guint i = 0; i < self->speeches->len; i++)
    {
      const Speech *speech = speech_at (self, i);

      if (!in_sentence (passage, speech, sentence) || is_inside (passage, speech)
          || passage->quotes[speech->verb] != passage->quotes[passage->first])
        continue;
      if (speech->verb < passage->first)
        before = speech;
      else if (before == NULL || speech->verb_end + 6 >= passage->end)
        {
          if (gs_passage_is_mark (passage, speech->first - 1, ",”\"–-")
              || gs_passage_is_mark (passage, speech->verb - 1, ",”\"–-"))
            return speech;
        }
    }

  return before;
}

static gboolean
is_reported (const GsPassage *passage)
{
  return gs_passage_find (passage, passage->first, passage->end, GS_LEX_REPORTED) < passage->end;
}

static gboolean
begins_with (const GsPassage *passage, guint i, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  return g_strv_contains ((const char *const *) list, gs_reading_token (&passage->reading, i)->word);
}

/* In the sentence behind, which says who: "That is what the minister confirms". */
static const Speech *
find_behind (const Chain *self)
{
  const GsPassage *passage = self->passage;
  guint end;

  gs_passage_sentence (passage, passage->end - 1, &end);
  if (end >= passage->reading.tokens->n || gs_reading_token (&passage->reading, end)->gap == '\n')
    return NULL;

  for (guint i = 0; i < self->speeches->len; i++)
    {
      const Speech *speech = speech_at (self, i);

      if (!in_sentence (passage, speech, passage->sentences[end]) || passage->quotes[speech->verb] != 0)
        continue;
      if (begins_with (passage, end, "that|this|dat|dit|das|dies") && speech->first <= end + 2)
        return speech;
      /* "…, zo waarschuwen functionarissen": of both sentences. */
      if (gs_passage_is_mark (passage, speech->verb - 2, ",") && begins_with (passage, speech->verb - 1, "zo|so|aldus"))
        return speech;
    }

  return NULL;
}

/* In the sentence before, when the passage only goes on with it. */
static const Speech *
find_ahead (const Chain *self)
{
  const GsPassage *passage = self->passage;
  guint unused, first = gs_passage_sentence (passage, passage->first, &unused);
  const Speech *last = NULL;

  if (first == 0 || gs_reading_token (&passage->reading, first)->gap == '\n')
    return NULL;
  if (!is_reported (passage) && gs_reading_match (&passage->reading, first, GS_LEX_PERSON) == NULL
      && !begins_with (passage, first, "zij|they|sie"))
    return NULL;

  for (guint i = 0; i < self->speeches->len; i++)
    {
      const Speech *speech = speech_at (self, i);

      if (passage->sentences[speech->verb] + 1 == passage->sentences[first] && passage->quotes[speech->verb] == 0)
        last = speech;
    }

  return last;
}

/* A name as short as "Kirby" or "dem Journal" is told in full before. */
static char *
complete_name (const GsPassage *passage, char *name)
{
  const char *space = strrchr (name, ' ');
  const char *word = space != NULL ? space + 1 : name;
  const char *text = gs_text_get (passage->text);
  gsize length = strlen (word);
  char *best = name;

  if (!g_unichar_isupper (g_utf8_get_char (word)) || length < 3)
    return name;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + length, word))
    {
      const char *start = p;

      /* Capitals before it, with a space between. */
      while (start > text && start[-1] == ' ')
        {
          const char *before = start - 1;

          while (before > text && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (before)))
                 && strchr ("\"(“„", g_utf8_prev_char (before)[0]) == NULL)
            before = g_utf8_prev_char (before);
          /* The first word of a sentence has a capital anyhow. */
          if (!g_unichar_isupper (g_utf8_get_char (before)) || memchr (before, '.', (gsize) (start - before)) != NULL
              || before - 2 < text || before[-1] != ' ' || strchr (".!?:\n", before[-2]) != NULL)
            break;
          start = before;
        }
      if (start < p && !g_unichar_isalpha (g_utf8_get_char (p + length)) && p - start < 80)
        {
          if (best != name)
            g_free (best);
          best = g_strndup (start, (gsize) (p + length - start));
          break;
        }
    }
  if (best != name)
    g_free (name);

  return best;
}

static char *
clean_name (const GsPassage *passage, guint first, guint end)
{
  const GsReading *reading = &passage->reading;
  char *name;

  /* "the ministry" is "ministry"; "de vier bronnen" keep their number. */
  while (first + 1 < end && gs_reading_match (reading, first, GS_LEX_DETERMINER) != NULL
         && gs_reading_match (reading, first, GS_LEX_CARDINAL) == NULL
         && gs_reading_match (reading, first, GS_LEX_FEW) == NULL)
    first++;
  name = gs_passage_slice (passage, first, end);
  g_strdelimit (name, "\n", ' ');

  return end - first <= 1 ? complete_name (passage, name) : name;
}

static GsSuggestion *
suggest (Chain *self, guint name, guint name_end, guint first, guint end, const char *act, GsHopMode mode)
{
  GsPassage *passage = self->passage;
  GsSuggestion *suggestion = gs_passage_suggest (passage, GS_SUGGEST_HOP, first, end);
  const GsNumber *number;

  suggestion->name = clean_name (passage, name, name_end);
  suggestion->hop = gs_record_new (&gs_hop_type);
  suggestion->hop->act = g_strdup (act);
  suggestion->hop->mode = (int) mode;
  suggestion->hop->cue = g_strdup (suggestion->text);
  suggestion->hop->cue_start = suggestion->start;
  suggestion->hop->cue_end = suggestion->end;
  for (guint i = name; i < name_end; i++)
    {
      number = gs_reading_number (&passage->reading, i);
      if (number != NULL && number->value >= 1 && number->value < 1000)
        suggestion->hop->count = (gint64) number->value;
    }

  return suggestion;
}

/* A name that begins at @i, in quotation marks or not: the token after it. */
static guint
read_name (const GsPassage *passage, guint i, guint *first)
{
  while (gs_passage_is_mark (passage, i, "‘'\"“„’«"))
    i++;
  *first = i;
  while (gs_passage_is_capital (passage, i) && i < *first + 6)
    {
      i++;
      if (gs_passage_is_mark (passage, i, "-") && gs_passage_is_capital (passage, i + 1))
        i++;
    }

  return i;
}

/* To whom it was told, in the sentence of @speech: an outlet between the speaker and us. */
static void
suggest_told (Chain *self, const Speech *speech)
{
  GsPassage *passage = self->passage;
  const GsReading *reading = &passage->reading;
  guint end, first = gs_passage_sentence (passage, speech->verb, &end);

  for (guint i = first; i < end; i++)
    {
      const GsLexEntry *via = gs_reading_match (reading, i, GS_LEX_VIA);
      guint name, name_end;

      if (via == NULL)
        continue;
      name = i + gs_lexicon_length (via);
      name += gs_reading_skip (reading, name, GS_LEX_DETERMINER);
      name_end = read_name (passage, name, &name);
      /* A short word is told to somebody only near the verb. */
      if (name_end == name || gs_reading_match (reading, name, GS_LEX_PUBLIC) != NULL
          || (gs_lexicon_length (via) == 1 && (i < speech->verb || i > speech->end + 14))
          || (name < speech->name_end && speech->name < name_end))
        continue;
      if (passage->reading.locale->ordinal_point && gs_lexicon_length (via) == 1
          && !(i == speech->end || i == speech->verb_end))
        continue;
      suggest (self, name, name_end, i, name_end, "reports", GS_MODE_UNKNOWN);
      return;
    }
}

/* What a report rests on, in the sentence of @speech: "citing four sources". */
static void
suggest_basis (Chain *self, const Speech *speech)
{
  GsPassage *passage = self->passage;
  const GsReading *reading = &passage->reading;
  guint end, first = gs_passage_sentence (passage, speech->verb, &end);

  for (guint i = first; i < end; i++)
    {
      guint length = gs_reading_skip (reading, i, GS_LEX_BASIS);
      guint name = i + length, name_end;

      if (length == 0 || i < speech->verb)
        continue;
      for (name_end = name; name_end < end && name_end < name + 6; name_end++)
        {
          if (gs_reading_token (reading, name_end)->kind == GS_TOKEN_MARK
              && !gs_passage_is_mark (passage, name_end, "-"))
            break;
          if (gs_passage_is_mark (passage, name_end, "-") && !gs_tokens_touch (reading->tokens, name_end + 1))
            break;
          if (name_end > name && gs_reading_match (reading, name_end, GS_LEX_CLAUSE) != NULL
              && gs_reading_match (reading, name_end, GS_LEX_DETERMINER) == NULL)
            break;
        }
      if (name_end > name)
        suggest (self, name, name_end, i, name_end, "says", GS_MODE_INDIRECT);
      return;
    }
}

static GsHopMode
mode_of (const Chain *self, const Speech *speech, gboolean quoted)
{
  if (quoted)
    return GS_MODE_DIRECT;

  return is_reported (self->passage) && !is_inside (self->passage, speech) ? GS_MODE_REPORTATIVE : GS_MODE_INDIRECT;
}

static void
suggest_speech (Chain *self, const Speech *speech, gboolean quoted)
{
  const Speech *who = resolve (self, speech);

  suggest_told (self, who);
  suggest (self, who->name, who->name_end, speech->first, speech->end, speech->act, mode_of (self, speech, quoted));
  suggest_basis (self, speech);
}

/* A caption ends in who made the picture, or the next zone says so. */
static void
suggest_credit (Chain *self)
{
  GsPassage *passage = self->passage;
  gint64 start = passage->base + gs_reading_token (&passage->reading, passage->first)->start;
  const GPtrArray *zones = passage->article->zones;

  for (guint i = 0; i < zones->len; i++)
    {
      const GsZoneRecord *zone = zones->pdata[i];
      const GsZoneRecord *next = i + 1 < zones->len ? zones->pdata[i + 1] : NULL;
      gint64 credit_start = -1, credit_end = -1;

      if (start < zone->start || start >= zone->end || zone->kind != GS_ZONE_CAPTION)
        continue;

      for (guint k = passage->first; k < passage->reading.tokens->n; k++)
        {
          gint64 at = passage->base + gs_reading_token (&passage->reading, k)->start;

          if (at >= zone->end)
            break;
          if (gs_passage_is_mark (passage, k, "("))
            credit_start = at + 1;
          if (gs_passage_is_mark (passage, k, ")") && at + 2 >= zone->end)
            credit_end = at;
        }
      if ((credit_start < 0 || credit_end < 0) && next != NULL && next->kind == GS_ZONE_CREDIT)
        {
          credit_start = next->start;
          credit_end = next->end;
        }
      if (credit_start >= 0 && credit_end > credit_start)
        {
          GsSuggestion *suggestion = g_new0 (GsSuggestion, 1);

          suggestion->kind = GS_SUGGEST_HOP;
          suggestion->start = credit_start;
          suggestion->end = credit_end;
          suggestion->text = gs_text_slice (passage->text, credit_start, credit_end);
          suggestion->name = g_strstrip (g_strdup (suggestion->text));
          suggestion->hop = gs_record_new (&gs_hop_type);
          suggestion->hop->act = g_strdup ("reports");
          suggestion->hop->cue = g_strdup (suggestion->text);
          suggestion->hop->cue_start = credit_start;
          suggestion->hop->cue_end = credit_end;
          g_ptr_array_add (passage->found, suggestion);
        }
      return;
    }
}

/* Speakers inside of the passage, outermost first: "Kirby said that Iran announced …".
 * @outer: (nullable): who "they" are that only believe what they said. */
static guint
suggest_inner (Chain *self, const Speech *outer, guint *denied)
{
  guint n = 0;

  for (guint i = 0; i < self->speeches->len && n < MOST_LEVELS; i++)
    {
      const Speech *speech = speech_at (self, i);

      if (!is_inside (self->passage, speech) || (outer != NULL && is_pronoun (self->passage, speech)))
        continue;
      suggest_speech (self, speech, FALSE);
      if (speech->denies)
        *denied = speech->verb;
      n++;
    }

  return n;
}

void
gs_prefill_chain (GsPassage *passage, guint *denied)
{
  g_autoptr (GArray) speeches = g_array_new (FALSE, TRUE, sizeof (Speech));
  Chain self = { .passage = passage, .speeches = speeches };
  const Speech *outer = NULL;
  guint first = 0, end = 0, before = passage->found->len;
  gboolean quoted = find_quotation (passage, &first, &end);

  find_speeches (&self);
  if (quoted)
    outer = find_quoted (&self, first, end);
  if (outer == NULL)
    outer = find_around (&self);
  if (outer != NULL)
    {
      suggest_speech (&self, outer, quoted);
      if (outer->denies)
        *denied = outer->verb;
    }
  suggest_inner (&self, outer, denied);
  if (passage->found->len > before)
    return;

  outer = find_ahead (&self);
  if (outer == NULL)
    outer = find_behind (&self);
  if (outer != NULL)
    suggest_speech (&self, outer, FALSE);
  else
    suggest_credit (&self);
}
