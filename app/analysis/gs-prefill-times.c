/* gs-prefill-times.c: when a passage says that it was.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-prefill-private.h"

#include "gs-date-days.h"
#include "gs-moments.h"

/* "Recent weeks", "a few days" are at most so many. */
#define MOST_OF_FEW 8
/* Words between "the" and "war": "the Russian", "the beginning of the". */
#define MOST_BETWEEN 6

typedef struct
{
  GsPassage *passage;
  GArray *dates; /* GsFinding, of all that was read */
  guint before;  /* tokens: the sentence in which the passage begins */
  guint after;
  gboolean taken; /* whether the passage itself says a time */
} Reader;

static char *
day_before (const char *date)
{
  GsDateTime time;

  if (date == NULL || !gs_date_time_parse (date, &time))
    return NULL;
  gs_date_time_add (&time, GS_PERIOD_DAY, -1);

  return gs_date_time_format (&time);
}

static char *
periods_before (const char *date, int period, double amount)
{
  GsDateTime time;

  if (date == NULL || !gs_date_time_parse (date, &time))
    return NULL;
  time.second = -1;
  gs_date_time_add (&time, period, -amount);

  return gs_date_time_format (&time);
}

/* The kind by the words of the sentence; a denial over a time is one over all of it. */
static GsTimeKind
guess_kind (const Reader *self, gboolean since)
{
  GsPassage *passage = self->passage;
  gboolean denied = gs_passage_find (passage, passage->first, passage->end, GS_LEX_NOT) < passage->end
                    && gs_passage_find (passage, passage->first, passage->end, GS_LEX_NOT_NOT) == passage->end;

  if (gs_passage_find (passage, passage->first, passage->end, GS_LEX_ALWAYS) < passage->end || (since && denied))
    return GS_TIME_UNIVERSAL;
  if (gs_passage_find (passage, passage->first, passage->end, GS_LEX_FIRST) < passage->end)
    return GS_TIME_ONSET;

  return since ? GS_TIME_STATE : GS_TIME_EVENT;
}

static gboolean
is_taken (const Reader *self, gint64 start, gint64 end)
{
  const GPtrArray *found = self->passage->found;

  for (guint i = 0; i < found->len; i++)
    {
      const GsSuggestion *other = found->pdata[i];

      if (other->kind == GS_SUGGEST_TIME && other->start < end && start < other->end)
        return TRUE;
    }

  return FALSE;
}

/* @lo, @hi: (transfer full) (nullable). */
static void
suggest (Reader *self, guint first, guint end, GsTimeKind kind, char *lo, char *hi, const char *anchor)
{
  GsPassage *passage = self->passage;
  gint64 start = passage->base + gs_reading_token (&passage->reading, first)->start;
  gint64 stop = passage->base + gs_reading_token (&passage->reading, end - 1)->end;
  GsSuggestion *suggestion;

  if (is_taken (self, start, stop) || (lo == NULL && hi == NULL && kind == GS_TIME_EVENT))
    {
      g_free (lo);
      g_free (hi);
      return;
    }

  suggestion = gs_passage_suggest (passage, GS_SUGGEST_TIME, first, end);
  suggestion->time = gs_record_new (&gs_time_type);
  suggestion->time->kind = kind;
  suggestion->time->start_lo = lo;
  if (kind == GS_TIME_ONSET)
    suggestion->time->start_hi = hi;
  else
    suggestion->time->end_hi = hi;
  suggestion->time->anchor = g_strdup (anchor);
  suggestion->time->text = g_strdup (suggestion->text);
  self->taken |= first >= passage->first && end <= passage->end;
}

static void
finding_tokens (const GsPassage *passage, const GsFinding *finding, guint *first, guint *end)
{
  guint n = passage->reading.tokens->n;

  for (*first = 0; *first < n && gs_reading_token (&passage->reading, *first)->end <= finding->start; (*first)++)
    ;
  for (*end = *first; *end < n && gs_reading_token (&passage->reading, *end)->start < finding->end; (*end)++)
    ;
}

/* "A few weeks", "recent months": a stretch that ends with the article. */
static gboolean
suggest_stretch (Reader *self, guint first, guint end)
{
  GsPassage *passage = self->passage;
  guint at = gs_passage_find (passage, first, end, GS_LEX_PERIOD);
  const GsLexEntry *period = gs_reading_match (&passage->reading, at, GS_LEX_PERIOD);

  if (at == end || period->value < GS_PERIOD_DAY || passage->reference == NULL)
    return FALSE;
  if (gs_reading_match (&passage->reading, end, GS_LEX_BEFORE) != NULL
      || gs_reading_match (&passage->reading, end, GS_LEX_AFTER) != NULL)
    return FALSE;
  if (gs_passage_find (passage, first, end, GS_LEX_FEW) == end
      && gs_passage_find (passage, first, end, GS_LEX_RECENT) == end)
    return FALSE;

  suggest (self, first, end, guess_kind (self, FALSE),
           periods_before (passage->reference, (int) period->value, MOST_OF_FEW), g_strdup (passage->reference),
           "doc-relative");

  return TRUE;
}

static void
suggest_date (Reader *self, const GsFinding *date)
{
  GsPassage *passage = self->passage;
  guint first, end;
  gboolean since, before;
  GsTimeKind kind;

  finding_tokens (passage, date, &first, &end);
  if (date->from == NULL && date->to == NULL)
    {
      suggest_stretch (self, first, end);
      return;
    }

  since = gs_reading_match (&passage->reading, first, GS_LEX_SINCE) != NULL;
  before = first > 0 && gs_reading_match (&passage->reading, first - 1, GS_LEX_BEFORE) != NULL;
  kind = guess_kind (self, since);
  if (before && date->from != NULL)
    suggest (self, first - 1, end, kind, NULL, day_before (date->from), "doc-relative");
  else if (since && kind != GS_TIME_ONSET)
    suggest (self, first, end, kind, g_strdup (date->from), g_strdup (passage->reference), "doc-relative");
  else if (since)
    {
      /* What began "since this summer" began in it; its end, its length says. */
      GsDateTime time;
      guint at = gs_passage_find (passage, first, end, GS_LEX_SEASON);
      char *hi = NULL;

      if (gs_date_time_parse (date->from, &time))
        {
          gs_date_time_add (&time, GS_PERIOD_MONTH, at < end ? 3 : 1);
          gs_date_time_add (&time, GS_PERIOD_DAY, -1);
          hi = gs_date_time_format (&time);
        }
      suggest (self, first, end, kind, g_strdup (date->from), hi, "doc-relative");
    }
  else
    suggest (self, first, end, kind, g_strdup (date->from), g_strdup (date->to), "doc-relative");
}

/* "Months before the war": by how much at least. */
static char *
before_happening (const GsPassage *passage, const char *start, guint word, guint *first)
{
  const GsLexEntry *period = word > 0 ? gs_reading_match (&passage->reading, word - 1, GS_LEX_PERIOD) : NULL;

  if (period == NULL)
    return day_before (start);
  *first = word - 1;

  return periods_before (start, (int) period->value, 1);
}

/* The token of "since", "before" that governs the happening at @i; @i for none. */
static guint
find_relation (const GsPassage *passage, guint i, GsLexClass *relation)
{
  static const GsLexClass classes[] = { GS_LEX_SINCE, GS_LEX_BEFORE, GS_LEX_AFTER, GS_LEX_FROM };

  for (guint back = 1; back <= MOST_BETWEEN && back <= i; back++)
    {
      if (passage->sentences[i - back] != passage->sentences[i] || gs_passage_is_mark (passage, i - back, ",;:()"))
        break;
      for (guint k = 0; k < G_N_ELEMENTS (classes); k++)
        {
          if (gs_reading_match (&passage->reading, i - back, classes[k]) != NULL)
            {
              *relation = classes[k];
              return i - back;
            }
        }
    }

  return i;
}

/* "The early stages of the invasion": not all of it. */
static gboolean
is_early (const GsPassage *passage, guint first, guint end)
{
  return gs_passage_find (passage, first, end, GS_LEX_EDGE) < end;
}

static void
suggest_happening (Reader *self, guint i, const GsLexEntry *entry)
{
  GsPassage *passage = self->passage;
  GsLexClass relation = GS_LEX_N;
  guint word = find_relation (passage, i, &relation);
  guint end = i + gs_lexicon_length (entry);
  guint first = word, sentence_end;
  guint sentence = gs_passage_sentence (passage, i, &sentence_end);
  g_autofree char *near = gs_passage_slice (passage, sentence, sentence_end);
  const GsHappening *happening;
  GsTimeKind kind;

  if (word == i)
    return;
  happening = gs_happening_find (entry->text, near, gs_text_get (passage->text), passage->reference);
  if (happening == NULL)
    return;

  kind = guess_kind (self, relation == GS_LEX_SINCE);
  if (relation == GS_LEX_BEFORE)
    {
      char *hi = before_happening (passage, happening->start, word, &first);

      suggest (self, first, end, kind, NULL, hi, "absolute");
    }
  else if (is_early (passage, word, end))
    {
      GsDateTime time;
      char *hi = NULL;

      if (gs_date_time_parse (happening->start, &time))
        {
          gs_date_time_add (&time, GS_PERIOD_MONTH, 3);
          hi = gs_date_time_format (&time);
        }
      suggest (self, word, end, GS_TIME_ONSET, g_strdup (happening->start), hi, "absolute");
    }
  else
    suggest (self, word, end, kind, g_strdup (happening->start), g_strdup (passage->reference), "absolute");
}

/* "At that time": as the last date before says. */
static void
suggest_same (Reader *self, guint i, const GsLexEntry *same)
{
  GsPassage *passage = self->passage;
  guint start = gs_reading_token (&passage->reading, i)->start;
  const GsFinding *last = NULL;

  for (guint k = 0; k < self->dates->len; k++)
    {
      const GsFinding *date = &g_array_index (self->dates, GsFinding, k);

      if (date->end <= start && date->from != NULL && date->to != NULL)
        last = date;
    }
  if (last != NULL)
    suggest (self, i, i + gs_lexicon_length (same), guess_kind (self, FALSE), g_strdup (last->from),
             g_strdup (last->to), "text-relative");
}

static void
read_words (Reader *self, guint first, guint end)
{
  GsPassage *passage = self->passage;

  for (guint i = first; i < end; i++)
    {
      const GsLexEntry *same = gs_reading_match (&passage->reading, i, GS_LEX_SAME);
      const GsLexEntry *happening = gs_reading_match (&passage->reading, i, GS_LEX_HAPPENING);
      const GsLexEntry *recent = gs_reading_match (&passage->reading, i, GS_LEX_RECENT);

      if (same != NULL)
        suggest_same (self, i, same);
      else if (happening != NULL)
        suggest_happening (self, i, happening);
      else if (recent != NULL && gs_reading_match (&passage->reading, i + gs_lexicon_length (recent), GS_LEX_PERIOD))
        suggest_stretch (self, i, i + gs_lexicon_length (recent) + 1);
    }
}

static void
read_dates (Reader *self, guint first, guint end)
{
  const GsPassage *passage = self->passage;

  for (guint i = 0; first < end && i < self->dates->len; i++)
    {
      const GsFinding *date = &g_array_index (self->dates, GsFinding, i);

      if (date->start >= gs_reading_token (&passage->reading, first)->start
          && date->end <= gs_reading_token (&passage->reading, end - 1)->end)
        suggest_date (self, date);
    }
}

/* "Never", "so far" when nothing says it better: up to the article's day. */
static void
read_open (Reader *self)
{
  GsPassage *passage = self->passage;
  guint always = gs_passage_find (passage, passage->first, passage->end, GS_LEX_ALWAYS);
  guint so_far = gs_passage_find (passage, passage->first, passage->end, GS_LEX_SO_FAR);
  guint at = always < passage->end ? always : so_far;
  const GsLexEntry *entry =
    gs_reading_match (&passage->reading, at, always < passage->end ? GS_LEX_ALWAYS : GS_LEX_SO_FAR);

  if (at < passage->end)
    suggest (self, at, at + gs_lexicon_length (entry), guess_kind (self, at == so_far && at != always), NULL,
             g_strdup (passage->reference), "doc-relative");
}

void
gs_prefill_times (GsPassage *passage)
{
  Reader self = { .passage = passage };
  guint unused;

  self.dates = g_array_new (FALSE, TRUE, sizeof (GsFinding));
  gs_moments_find (&passage->reading, passage->reference, self.dates);
  self.before = gs_passage_sentence (passage, passage->first, &unused);
  gs_passage_sentence (passage, passage->end - 1, &self.after);

  read_words (&self, passage->first, passage->end);
  read_dates (&self, passage->first, passage->end);
  if (!self.taken)
    read_open (&self);
  /* Beside it in the same sentence: when it was said, if not when it was. */
  if (!self.taken)
    {
      read_words (&self, self.before, passage->first);
      read_dates (&self, self.before, passage->first);
      read_words (&self, passage->end, self.after);
      read_dates (&self, passage->end, self.after);
    }

  for (guint i = 0; i < self.dates->len; i++)
    {
      GsFinding *date = &g_array_index (self.dates, GsFinding, i);

      g_free (date->from);
      g_free (date->to);
    }
  g_array_unref (self.dates);
}
