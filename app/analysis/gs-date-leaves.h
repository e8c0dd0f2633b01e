/* gs-date-leaves.h: the leaves of the grammar of dates that are no class of the lexicon.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-lexicon.h"

G_BEGIN_DECLS

/* Leaves that are no class of the lexicon, or part of one. */
enum
{
  LEAF_DD = GS_LEX_N, /* a day of a month, in digits */
  LEAF_MM,            /* a month */
  LEAF_YYYY,
  LEAF_YEAR, /* such digits, where nothing says that they count something else */
  LEAF_YY,
  LEAF_YEAR_WORDS,
  LEAF_YYYYMMDD,
  LEAF_TENS,   /* 90 of "the 90s" */
  LEAF_HH,     /* 0 to 24 */
  LEAF_MI,     /* two digits */
  LEAF_SS,
  LEAF_HOURS,  /* in words, 1 to 24 */
  LEAF_LOOSE,  /* a day or an hour, 0 to 31 */
  LEAF_ORD,    /* 1 to 31, in words */
  LEAF_NTH,    /* the same, of a period */
  LEAF_NTH_DIGIT,
  LEAF_NTH_LAST,
  LEAF_NUM,    /* of a duration */
  LEAF_COUNT,  /* of "next three weeks" */
  LEAF_ONE,    /* "an", of a duration */
  LEAF_SPAN,   /* a period, of a duration */
  LEAF_LONG,   /* an hour or longer, "the day" */
  LEAF_DEF,    /* "the" */
  LEAF_HALF,
  LEAF_QUARTER,
  LEAF_PAST_MINUTES,
  LEAF_ERA_YEAR,
  LEAF_ERA_WEEK,
  LEAF_ERA_QUARTER,
  LEAF_UNIT,     /* of an ordinal */
  LEAF_WEEKEND,
  LEAF_DAY_WORD, /* "the 15th day of" */
  LEAF_SEP,
  LEAF_BARE, /* matches nothing, before what is no name, amount or decimals */
};

G_END_DECLS
