/* gs-dateline.c: "BERLIN, June 9 (Agency) –": place, day and agency.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-dateline.h"

#include <string.h>

#include "gs-dates.h"
#include "gs-phrases.h"

/* A dateline opens one of the first blocks. */
#define HEAD_BLOCKS 15
#define MAX_PLACE_BYTES 80
#define MAX_AGENCY_BYTES 60
/* How much of the text is read for weekdays and years. */
#define EVIDENCE_BYTES 20000
/* The weekday and the years named leave one year, or it is not told. */
#define MAX_YEARS_BEFORE_FUTURE 4
#define MAX_YEARS_AFTER_PAST 2
#define MAX_WORDS_TO_VERB 3

typedef struct
{
  guint weekdays; /* bit n: weekday n is named */
  int not_before; /* latest year named as past, 0 none */
  int not_after;  /* earliest year named as future, 0 none */
} Evidence;

/* Words that put what follows them in the future. */
static const char *const future_words[] = { "will",       "would",  "could",    "might",   "may",      "plans",
                                            "plan",       "by",     "until",    "next",    "expected", "zal",
                                            "zullen",     "zou",    "zouden",   "kan",     "tegen",    "uiterlijk",
                                            "wird",       "werden", "soll",     "sollen",  "könnte",   "könnten",
                                            "spätestens", "d'ici",  "pourrait", "devrait", "sera",     "podría",
                                            "será",       "hasta",  "potrebbe", "entro",   "poderia",  "até" };

static gboolean
is_future_word (const char *word, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (future_words); i++)
    {
      if (strlen (future_words[i]) == length && memcmp (future_words[i], word, length) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
note_year (Evidence *evidence, int year, gboolean future)
{
  if (year < 1990 || year > 2100)
    return;
  if (future)
    evidence->not_after = evidence->not_after == 0 ? year : MIN (evidence->not_after, year);
  else
    evidence->not_before = MAX (evidence->not_before, year);
}

/* A year waits for a few words, since Dutch and German put the verb last. */
typedef struct
{
  Evidence *evidence;
  gboolean future; /* a word of the future stood in this sentence */
  int year;        /* waiting, 0 none */
  int words;       /* since it */
} Gathering;

static void
settle_year (Gathering *gathering, gboolean future)
{
  if (gathering->year != 0)
    note_year (gathering->evidence, gathering->year, future);
  gathering->year = 0;
}

static void
gather_word (Gathering *gathering, const char *word, gsize length)
{
  int weekday = gs_dates_weekday (word, length);

  if (weekday > 0)
    gathering->evidence->weekdays |= 1u << weekday;
  if (is_future_word (word, length))
    {
      gathering->future = TRUE;
      settle_year (gathering, TRUE);
    }
  if (gathering->year != 0 && ++gathering->words > MAX_WORDS_TO_VERB)
    settle_year (gathering, FALSE);
  if (length == 4 && g_ascii_isdigit (word[0]))
    {
      settle_year (gathering, FALSE);
      gathering->year = atoi (word);
      gathering->words = 0;
      if (gathering->future)
        settle_year (gathering, TRUE);
    }
}

/* Weekdays and years of the text. A year is future when a word of the future
 * stands before it in its sentence, or right after it. */
static void
gather_evidence (const char *text, Evidence *evidence)
{
  Gathering gathering = { .evidence = evidence };
  const char *end = text + MIN (strlen (text), EVIDENCE_BYTES);
  g_autofree char *lower = NULL;

  while (end > text && ((guchar) *end & 0xc0) == 0x80)
    end--;
  lower = g_utf8_strdown (text, end - text);

  for (const char *at = lower; *at != '\0';)
    {
      const char *start = at;

      while (*at != '\0' && (g_unichar_isalnum (g_utf8_get_char (at)) || *at == '\''))
        at = g_utf8_next_char (at);
      if (at > start)
        gather_word (&gathering, start, (gsize) (at - start));
      if (*at == '.' || *at == '\n' || *at == '!' || *at == '?')
        {
          settle_year (&gathering, FALSE);
          gathering.future = FALSE;
        }
      if (*at != '\0')
        at = g_utf8_next_char (at);
    }
  settle_year (&gathering, FALSE);
}

/* The one year near those named in which the day falls on the weekday named. */
static int
infer_year (const GsDay *day, const Evidence *evidence)
{
  int anchor = evidence->not_after != 0 ? evidence->not_after : evidence->not_before;
  int step = evidence->not_after != 0 ? -1 : 1;
  int reach = evidence->not_after != 0 ? MAX_YEARS_BEFORE_FUTURE : MAX_YEARS_AFTER_PAST;

  if (anchor == 0 || evidence->weekdays == 0)
    return 0;

  for (int i = 0; i <= reach; i++)
    {
      int year = anchor + step * i;
      GDate date;

      if (year < evidence->not_before
          || !g_date_valid_dmy ((GDateDay) day->day, (GDateMonth) day->month, (GDateYear) year))
        continue;
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, (GDateDay) day->day, (GDateMonth) day->month, (GDateYear) year);
      if (evidence->weekdays & (1u << g_date_get_weekday (&date)))
        return year;
    }

  return 0;
}

static void
set_published (GsDocument *document, GsDay day, int basis)
{
  g_autofree char *formatted = NULL;

  if (document->article->published_lo != NULL)
    return;

  if (day.year == 0)
    {
      Evidence evidence = { 0 };

      gather_evidence (document->text->str, &evidence);
      day.year = infer_year (&day, &evidence);
      basis = GS_BASIS_WEEKDAY;
    }

  formatted = gs_dates_format (&day);
  if (formatted == NULL)
    return;
  document->article->published_lo = g_strdup (formatted);
  document->article->published_hi = g_steal_pointer (&formatted);
  document->article->published_basis = basis;
}

/* "EUROPA PRESS" → its usual name; an agency nobody listed keeps its name. */
static char *
agency_name (const char *text, gsize length)
{
  g_autofree char *written = g_strndup (text, length);
  gsize used;
  const char *known;

  g_strstrip (written);
  known = gs_phrases_agency (written, &used);
  if (known != NULL)
    return g_strdup (known);

  /* Not "(links)" or "(58)": one to four words with capitals. */
  if (!g_unichar_isupper (g_utf8_get_char (written)) || strlen (written) < 2
      || strpbrk (written, "0123456789.;:") != NULL)
    return NULL;

  return g_steal_pointer (&written);
}

static gboolean
is_dash (const char *at)
{
  at += strspn (at, " ");

  return g_str_has_prefix (at, "-") || g_str_has_prefix (at, "\xe2\x80\x93") || g_str_has_prefix (at, "\xe2\x80\x94");
}

/* A place is written in capitals or begins with one, and is short. */
static gboolean
is_place (const char *text, gsize length)
{
  g_autofree char *place = g_strndup (text, length);

  g_strstrip (place);

  return *place == '\0' || (g_unichar_isupper (g_utf8_get_char (place)) && strpbrk (place, ".!?;\"") == NULL);
}

/* "June 9 (AGENCY) –", "PLACE, 9 June (Agency) -", "PLACE (Agency) —",
 * "PLACE, June 9. /AGENCY/." */
static gboolean
read_dateline (GsDocument *document, const GsBlock *block)
{
  gsize length = block->end - block->start;
  g_autofree char *head = NULL;
  g_autofree char *before = NULL;
  char *open;
  char *close;
  g_autofree char *agency = NULL;
  GsDay day = { 0 };
  gboolean dated;
  gsize after = 0;

  length = MIN (length, MAX_PLACE_BYTES + MAX_AGENCY_BYTES + 8);
  head = g_utf8_make_valid (document->text->str + block->start, length);
  open = head + strcspn (head, "(/");
  close = *open != '\0' ? strchr (open + 1, *open == '(' ? ')' : '/') : NULL;
  if (close == NULL || open - head > MAX_PLACE_BYTES || close - open > MAX_AGENCY_BYTES)
    return FALSE;
  if (*open == '(' ? !is_dash (close + 1) : close[1] != '.')
    return FALSE;

  before = g_strndup (head, open - head);
  dated = gs_dates_find (before, &day, &after);
  if (!dated && !is_place (before, strlen (before)))
    return FALSE;
  if (dated && after + 4 < strlen (before))
    return FALSE;

  agency = agency_name (open + 1, close - open - 1);
  if (agency == NULL)
    return FALSE;

  if (document->article->agency == NULL)
    document->article->agency = g_steal_pointer (&agency);
  if (dated)
    set_published (document, day, GS_BASIS_DATELINE);

  return TRUE;
}

/* "By Some One": a few words, all but the small ones with capitals. */
static char *
read_byline (GsDocument *document, const GsBlock *block)
{
  g_autofree char *text = gs_document_block_text (document, block);
  g_autofree char *lower = g_utf8_strdown (text, -1);
  gsize skip = gs_phrases_byline (lower);
  g_auto (GStrv) words = NULL;
  guint capitals = 0;
  guint others = 0; /* but for "van der", "and", "de la" */

  if (skip == 0 || strlen (lower) != strlen (text) || block->final || block->words > 9)
    return NULL;

  words = g_strsplit (text + skip, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean capital = g_unichar_isupper (g_utf8_get_char (words[i]));

      capitals += capital;
      others += !capital && strlen (words[i]) > 3;
    }

  return capitals >= 2 && others * 2 <= capitals ? g_strdup (text + skip) : NULL;
}

/* A line that is little more than a date. */
static gboolean
read_date_line (GsDocument *document, const GsBlock *block)
{
  g_autofree char *text = gs_document_block_text (document, block);
  GsDay day;

  if (block->words > 9 || block->final || !gs_dates_find (text, &day, NULL) || day.year == 0)
    return FALSE;

  set_published (document, day, GS_BASIS_DATELINE);

  return TRUE;
}

/**
 * gs_dateline_read:
 * @document: whose blocks have been found; its agency, byline and published are filled
 *   where still absent
 *
 * Looks for a dateline, a byline and a line with a date among the first blocks. A day
 * without a year gets the one in which it falls on the weekday that the text names,
 * within what the years named in the text allow (basis weekday); where that leaves more
 * than one year, none.
 */
void
gs_dateline_read (GsDocument *document)
{
  guint n = MIN (document->blocks->len, HEAD_BLOCKS);

  for (guint i = 0; i < n; i++)
    {
      GsBlock *block = gs_document_block (document, i);
      g_autofree char *byline = NULL;

      if (block->kind != GS_ZONE_BODY && block->kind != GS_ZONE_SUBHEAD)
        continue;
      if (read_dateline (document, block))
        {
          block->kind = GS_ZONE_BODY;
          block->flags |= GS_BLOCK_FIXED;
          break;
        }
      if (gs_block_is_prose (block))
        continue;

      byline = read_byline (document, block);
      if (byline != NULL)
        {
          block->kind = GS_ZONE_CREDIT;
          if (document->article->byline == NULL)
            document->article->byline = g_steal_pointer (&byline);
        }
      else if (read_date_line (document, block))
        {
          block->kind = GS_ZONE_CREDIT;
        }
    }
}
