/* gs-speakers.c: who is said to have said something.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A speech verb has its speaker in front or, after a quotation, behind;
 * "according to" has it behind. How far the name reaches is a guess from
 * articles, capitals and the words that begin something else.
 */

#include "config.h"

#include "gs-speakers.h"

#include <math.h>
#include <string.h>

#define MOST_TOKENS 10
/* Words in small letters that may stand before the first capital: "the former defence minister". */
#define MOST_SMALL 3

static gboolean
is_word (const GsReading *reading, guint i)
{
  return i < reading->tokens->n && gs_reading_token (reading, i)->kind == GS_TOKEN_WORD;
}

static gboolean
is_capital (const GsReading *reading, guint i)
{
  return is_word (reading, i) && g_unichar_isupper (gs_reading_token (reading, i)->first);
}

static gboolean
opens_sentence (const GsReading *reading, guint i)
{
  return i == 0 || gs_reading_token (reading, i)->gap == '\n'
         || gs_reading_token (reading, i - 1)->kind == GS_TOKEN_MARK;
}

/* A speech verb, not the States of America. */
static guint
read_says (const GsReading *reading, guint i)
{
  return is_capital (reading, i) ? 0 : gs_reading_skip (reading, i, GS_LEX_SAYS);
}

/* Whether token @i belongs to no name: a clause, a verb. */
static gboolean
is_foreign_word (const GsReading *reading, guint i)
{
  if (!is_word (reading, i) || read_says (reading, i) > 0 || gs_reading_match (reading, i, GS_LEX_ACCORDING) != NULL)
    return TRUE;

  return (!is_capital (reading, i) || opens_sentence (reading, i))
         && gs_reading_match (reading, i, GS_LEX_CLAUSE) != NULL;
}

/* Whether something else begins at token @i: a clause, a verb, a new paragraph. */
static gboolean
is_foreign (const GsReading *reading, guint i)
{
  return gs_reading_token (reading, i)->gap == '\n' || is_foreign_word (reading, i);
}

/* "Belgische", "Ukrainian": what it tells of comes after it. */
static gboolean
is_nationality (const GsReading *reading, guint i)
{
  const char *const *ends = reading->locale->adjective_ends;

  for (guint k = 0; is_capital (reading, i) && ends[k] != NULL; k++)
    {
      if (strlen (ends[k]) > 1 && g_str_has_suffix (gs_reading_token (reading, i)->word, ends[k]))
        return TRUE;
    }

  return FALSE;
}

/* The token after a name that starts at @i; @i for none. */
static guint
read_name (const GsReading *reading, guint i)
{
  guint end = i + gs_reading_skip (reading, i, GS_LEX_DETERMINER);
  guint most = i + MOST_TOKENS;
  gboolean german = reading->locale->ordinal_point;
  gboolean capital = FALSE;
  guint small = 0;
  guint name = i;

  if (gs_reading_match (reading, i, GS_LEX_PERSON) != NULL)
    return i + 1;

  while (end < most && !is_foreign (reading, end))
    {
      guint link = name > i ? gs_reading_skip (reading, end, GS_LEX_LINK) : 0;

      if (is_capital (reading, end))
        capital = TRUE;
      else if (capital && !german && is_nationality (reading, end - 1))
        small++;
      else if (link > 0
               && (is_capital (reading, end + link)
                   || (german && gs_reading_match (reading, end + link, GS_LEX_DETERMINER))))
        end += link - 1;
      else if (link > 0)
        break;
      else if (capital || german || ++small > MOST_SMALL)
        {
          /* German nouns have capitals, so that only adjectives may go before. */
          if (!german || capital || ++small > MOST_SMALL)
            break;
          end++;
          continue;
        }
      end++;
      name = end;
      /* "volgens deskundigen gebruikt": without a capital one word is enough, a verb may follow. */
      if (!capital && small > 0 && !is_capital (reading, end)
          && gs_reading_match (reading, i, GS_LEX_DETERMINER) == NULL)
        break;
      if (gs_tokens_is_mark (reading->tokens, end, '-') && is_word (reading, end + 1)
          && gs_tokens_touch (reading->tokens, end + 1))
        end++;
    }

  return name;
}

/* The first token of a name that ends before @end; @end for none. */
static guint
read_name_back (const GsReading *reading, guint end)
{
  guint first = end;
  guint start = end;

  while (first > 0 && end - first < MOST_TOKENS)
    {
      guint i = first - 1;
      gboolean hyphen = gs_tokens_is_mark (reading->tokens, i, '-') && gs_tokens_touch (reading->tokens, first);

      if (!hyphen && !is_word (reading, i))
        break;
      /* "an official from a European country" is one name. */
      if (!hyphen && is_foreign_word (reading, i) && gs_reading_match (reading, i, GS_LEX_DETERMINER) == NULL
          && gs_reading_match (reading, i, GS_LEX_LINK) == NULL)
        break;
      first = i;
      if (!hyphen)
        start = first;
      /* An article opens the name unless a name goes on before it: "Ministry of the Interior". */
      if (gs_reading_match (reading, i, GS_LEX_DETERMINER) != NULL
          && (i == 0 || gs_reading_match (reading, i - 1, GS_LEX_LINK) == NULL))
        break;
      if (gs_reading_token (reading, i)->gap == '\n')
        break;
    }

  return start;
}

/* A name has a capital or an article; a person's word is enough. */
static gboolean
is_name (const GsReading *reading, guint first, guint end)
{
  if (first >= end || end - first > MOST_TOKENS)
    return FALSE;
  if (gs_reading_match (reading, first, GS_LEX_PERSON) != NULL)
    return end == first + 1;
  if (gs_reading_match (reading, first, GS_LEX_DETERMINER) != NULL)
    return end > first + 1;
  for (guint i = first; i < end; i++)
    {
      if (is_capital (reading, i))
        return TRUE;
    }

  return FALSE;
}

/* After a quotation or comma the speaker may follow: "…”, sagte der Minister". */
static gboolean
is_inverted (const GsReading *reading, guint verb)
{
  const GsToken *before = verb > 0 ? gs_reading_token (reading, verb - 1) : NULL;

  return before != NULL && before->kind == GS_TOKEN_MARK;
}

/* "has repeatedly" between the speaker and the verb. */
static guint
skip_helpers (const GsReading *reading, guint verb)
{
  while (verb > 0)
    {
      const GsToken *token = gs_reading_token (reading, verb - 1);
      gboolean adverb =
        !reading->locale->verb_second && !g_unichar_isupper (token->first) && g_str_has_suffix (token->word, "ly");

      if (token->kind != GS_TOKEN_WORD || (!adverb && gs_reading_match (reading, verb - 1, GS_LEX_HELPER) == NULL))
        break;
      verb--;
    }

  return verb;
}

/* A name in quotation marks before the token @i: ‘CNN’. FALSE for a quotation. */
static gboolean
read_quoted_name (const GsReading *reading, guint i, guint *first, guint *end)
{
  static const gunichar marks[] = { '\'', '"', 0x2018, 0x2019, 0x201c, 0x201d, 0x201e };
  guint open;

  if (i < 3 || !is_inverted (reading, i) || !gs_tokens_touch (reading->tokens, i - 1))
    return FALSE;
  for (open = i - 1; open > 0 && is_capital (reading, open - 1) && i - open < 6; open--)
    ;
  if (open == i - 1 || open == 0 || gs_reading_token (reading, open)->n_gap > 0)
    return FALSE;

  for (guint k = 0; k < G_N_ELEMENTS (marks); k++)
    {
      if (gs_tokens_is_mark (reading->tokens, open - 1, marks[k]))
        {
          *first = open;
          *end = i - 1;
          return gs_reading_token (reading, i - 1)->first != ',';
        }
    }

  return FALSE;
}

/**
 * gs_speaker_read:
 * @reading: a text being read
 * @i: position of a token
 * @first: (out): first token of the speaker's name
 * @end: (out): the token after its last
 *
 * Returns: whether a speech verb or "according to" stands at @i and says who speaks
 */
gboolean
gs_speaker_read (const GsReading *reading, guint i, guint *first, guint *end)
{
  const GsLexEntry *according = gs_reading_match (reading, i, GS_LEX_ACCORDING);
  guint says = read_says (reading, i);

  if (according != NULL && according->value == 0)
    {
      *first = i + gs_lexicon_length (according);
      *end = read_name (reading, *first);
      /* "volgens deskundigen": here one small word will do. */
      return *end > *first;
    }
  *end = i;
  if (according != NULL)
    {
      *first = read_name_back (reading, i);
      /* "Berichten zufolge": elsewhere that is a verb. */
      if (*first == i && is_capital (reading, i - 1))
        *first = i - 1;
    }
  else if (says == 0)
    return FALSE;
  else if (read_quoted_name (reading, i, first, end))
    return TRUE;
  else
    {
      *end = is_inverted (reading, i) ? i : skip_helpers (reading, i);
      *first = is_inverted (reading, i) ? i : read_name_back (reading, *end);
      /* "zo waarschuwen functionarissen": nobody in front, so behind. */
      if (!is_name (reading, *first, *end) && (reading->locale->verb_second || is_inverted (reading, i)))
        {
          *first = i + says;
          *end = read_name (reading, *first);
        }
    }

  return is_name (reading, *first, *end);
}

/**
 * gs_speakers_find:
 * @reading: a text being read
 * @findings: (element-type GsFinding): gets the places of speakers appended, in order:
 *   "the minister" in "the minister said"
 */
void
gs_speakers_find (const GsReading *reading, GArray *findings)
{
  guint last = 0;

  for (guint i = 0; i < reading->tokens->n; i++)
    {
      GsFinding finding = { .value = NAN, .lo = NAN, .hi = NAN };
      guint first;
      guint end;

      if (gs_reading_known (reading, i) == NULL || !gs_speaker_read (reading, i, &first, &end) || first < last)
        continue;

      finding.start = gs_reading_token (reading, first)->start;
      finding.end = gs_reading_token (reading, end - 1)->end;
      g_array_append_val (findings, finding);
      last = end;
      /* "has warned" is one verb. */
      i = MAX (MAX (i + read_says (reading, i), i + 1), end) - 1;
    }
}
