/* gs-lexicon.h: what the words of a language mean to the grammars.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-lexer.h"

G_BEGIN_DECLS

typedef enum
{
  /* Numbers. */
  GS_LEX_CARDINAL,
  GS_LEX_MULTIPLIER,
  GS_LEX_ORDINAL,
  GS_LEX_FRACTION, /* its denominator */
  GS_LEX_VAGUE,    /* "dozens": the lower bound */
  GS_LEX_ARTICLE,
  GS_LEX_AND,
  GS_LEX_POINT,
  GS_LEX_NEGATIVE,
  GS_LEX_OVER, /* "out of" */
  GS_LEX_HEDGE,
  GS_LEX_PRONOUN, /* after it "one" is none: "that one" */
  /* Units: the text is the canonical unit. */
  GS_LEX_MEASURE,
  GS_LEX_MONEY,
  GS_LEX_CODE, /* of a currency, may stand before its number */
  GS_LEX_CENT,
  GS_LEX_PERCENT,
  GS_LEX_HEAT,
  GS_LEX_OLD, /* after a duration: it is an age */
  GS_LEX_AGED, /* before a number or duration: it is an age */
  /* Dates. */
  GS_LEX_MONTH,
  GS_LEX_MONTH_WEAK, /* also another word: counts only beside a number or preposition */
  GS_LEX_WEEKDAY,
  GS_LEX_WEEKDAY_WEAK,
  GS_LEX_DAY,    /* "tomorrow": days from the reference */
  GS_LEX_NOW,
  GS_LEX_PERIOD, /* GsPeriod */
  GS_LEX_PART,   /* of a day: GsDayPart */
  GS_LEX_PART_DAY, /* "tonight", "vanmorgen" */
  GS_LEX_HOUR,   /* "noon": the hour */
  GS_LEX_SEASON,
  GS_LEX_FEAST,  /* month × 100 + day; from 2000: days after Easter + 2200; 0 not known */
  GS_LEX_MEAL,
  GS_LEX_DECADE, /* "nineties" */
  GS_LEX_NEXT,   /* by how many: next 1, this 0, last -1 */
  GS_LEX_EDGE,   /* GsEdge */
  GS_LEX_EDGE_ADVERB, /* "later": before a period */
  GS_LEX_SINCE,
  GS_LEX_BEFORE,
  GS_LEX_AFTER,
  GS_LEX_UNTIL,
  GS_LEX_FROM,
  GS_LEX_TO,
  GS_LEX_BETWEEN,
  GS_LEX_OF,
  GS_LEX_AT,
  GS_LEX_IN, /* from now: "in", "over" */
  GS_LEX_FOR,
  GS_LEX_AGO,
  GS_LEX_LATER,
  GS_LEX_OPEN, /* "or later", 1; "or earlier", -1 */
  GS_LEX_EVERY,
  GS_LEX_OFTEN, /* "weekly" */
  GS_LEX_ALL,
  GS_LEX_FEW,
  GS_LEX_ABOUT,
  GS_LEX_MORE, /* "more than" */
  GS_LEX_AMPM, /* 0 or 12 */
  GS_LEX_OCLOCK,
  GS_LEX_PAST,   /* minutes past 1, to -1 */
  GS_LEX_TH,     /* "th" behind digits */
  GS_LEX_ERA,    /* "year", "week", "q": before a number: GsPeriod */
  /* Speech. */
  GS_LEX_SAYS,
  GS_LEX_ACCORDING, /* 0 before its speaker, 1 behind */
  GS_LEX_LINK,      /* "of": inside of a name */
  GS_LEX_DETERMINER,
  GS_LEX_PERSON,    /* "he" */
  GS_LEX_CLAUSE,    /* begins something else than a name */
  GS_LEX_HELPER,    /* between a speaker and the verb: "has repeatedly" */
  GS_LEX_VIA,       /* before whom it was told: "in an interview with" */
  GS_LEX_BASIS,     /* before what a report rests on: "citing", "op basis van" */
  GS_LEX_PUBLIC,    /* told to, but passing nothing on: "reporters" */
  GS_LEX_CREDIT,    /* of a picture: "photo", "foto" */
  /* What a claim amounts to. */
  GS_LEX_NOT,       /* 1 as a verdict on somebody else's claim: "baseless" */
  GS_LEX_NOT_NOT,   /* looks like a denial: "not only" */
  GS_LEX_ASIDE,     /* begins a clause whose denials are not the claim's */
  GS_LEX_POSSIBLE,
  GS_LEX_PROBABLE,
  GS_LEX_UNCLEAR,
  GS_LEX_REPORTED,  /* by mood: "zou", "sei" */
  GS_LEX_PLANNED,
  GS_LEX_CONDITION, /* "if" */
  GS_LEX_HABIT,
  GS_LEX_SOME,      /* the text is the hedge, the value the lower bound */
  GS_LEX_FIRST,
  GS_LEX_ALWAYS,    /* over all of the time: "never", "constantly" */
  GS_LEX_SO_FAR,    /* up to the reference: "so far", "already" */
  GS_LEX_RECENT,    /* before a period: "recent", "letzten" */
  GS_LEX_SAME,      /* the date told before: "at that time" */
  GS_LEX_HAPPENING, /* "war": the kind of what happened */
  GS_LEX_N
} GsLexClass;

typedef enum
{
  GS_PERIOD_SECOND,
  GS_PERIOD_MINUTE,
  GS_PERIOD_HOUR,
  GS_PERIOD_DAY,
  GS_PERIOD_WEEKEND,
  GS_PERIOD_WEEK,
  GS_PERIOD_FORTNIGHT,
  GS_PERIOD_MONTH,
  GS_PERIOD_QUARTER,
  GS_PERIOD_HALF,
  GS_PERIOD_YEAR,
  GS_PERIOD_DECADE,
  GS_PERIOD_CENTURY,
} GsPeriod;

typedef enum
{
  GS_PART_NONE,
  GS_PART_MORNING,
  GS_PART_NOON,
  GS_PART_AFTERNOON,
  GS_PART_EVENING,
  GS_PART_NIGHT,
  GS_PART_DAYTIME,
} GsDayPart;

typedef enum
{
  GS_EDGE_NONE,
  GS_EDGE_EARLY,
  GS_EDGE_MID,
  GS_EDGE_LATE,
} GsEdge;

/* As in a table: several spellings of one meaning, separated by "|". */
typedef struct
{
  GsLexClass  lex_class;
  double      value;
  const char *spellings;
  const char *text;
} GsLexRow;

typedef struct
{
  GsLexClass  lex_class;
  double      value;
  const char *text;
  GPtrArray  *words; /* its tokens' words */
} GsLexEntry;

/**
 * GsLocale:
 * @language: its code
 * @words: what its words mean to numbers and units, ended by a row without spellings
 * @date_words: what its words mean to dates
 * @speech_words: what its words mean to who said what
 * @cue_words: what its words mean to how a claim is meant
 * @decimal: mark before decimals
 * @group: mark between thousands
 * @day_first: whether 4/5 is the fourth of May
 * @half_is_before: whether "half eight" is 7:30
 * @ordinal_point: whether "3." is an ordinal
 * @verb_second: whether the speaker may follow the verb without a quotation before it
 * @morphemes: (nullable): parts that numbers are compounded of, NULL for no compounds
 * @ordinal_ends: (nullable) (array zero-terminated=1): endings that make a compound an ordinal
 * @unit_ends: (array zero-terminated=1): endings a unit may have beyond the table
 * @adjective_ends: (array zero-terminated=1): endings of "Canadian" before "dollar"
 */
typedef struct
{
  const char        *language;
  const GsLexRow    *words;
  const GsLexRow    *date_words;
  const GsLexRow    *speech_words;
  const GsLexRow    *cue_words;
  gunichar           decimal;
  gunichar           group;
  gboolean           day_first;
  gboolean           half_is_before;
  gboolean           ordinal_point;
  gboolean           verb_second;
  const GsLexRow    *morphemes;
  const char *const *ordinal_ends;
  const char *const *unit_ends;
  const char *const *adjective_ends;
} GsLocale;

extern const GsLocale gs_locale_en;
extern const GsLocale gs_locale_nl;
extern const GsLocale gs_locale_de;
extern const GsLexRow gs_locale_en_speech[];
extern const GsLexRow gs_locale_nl_speech[];
extern const GsLexRow gs_locale_de_speech[];
extern const GsLexRow gs_locale_en_cues[];
extern const GsLexRow gs_locale_nl_cues[];
extern const GsLexRow gs_locale_de_cues[];
extern const GsLexRow gs_locale_en_dates[];
extern const GsLexRow gs_locale_nl_dates[];
extern const GsLexRow gs_locale_de_dates[];
/* Units, codes and marks that are the same everywhere. */
extern const GsLexRow gs_locale_common[];

typedef struct _GsLexicon GsLexicon;

/* The lexicon of a BCP 47 tag, made once and never freed; NULL if not known.
 * Any thread. */
const GsLexicon  *gs_lexicon_get    (const char       *language);
const GsLocale   *gs_lexicon_locale (const GsLexicon  *self);
/* The longest of @entries that is of @lex_class and stands at token @i; NULL for none. */
const GsLexEntry *gs_lexicon_match  (const GPtrArray  *entries,
                                     const GsTokens   *tokens,
                                     guint             i,
                                     GsLexClass        lex_class);
/* All entries whose first word is that of token @i; not all need go on so. */
const GPtrArray  *gs_lexicon_look   (const GsLexicon  *self,
                                     const GsTokens   *tokens,
                                     guint             i);
/* Whether the words of @entry stand at token @i. */
gboolean          gs_lexicon_stands (const GsLexEntry *entry,
                                     const GsTokens   *tokens,
                                     guint             i);
/* How many tokens the entry takes. */
guint             gs_lexicon_length (const GsLexEntry *entry);

G_END_DECLS
