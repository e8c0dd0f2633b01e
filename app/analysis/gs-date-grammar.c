/* gs-date-grammar.c: how dates and times are written, in all three languages.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The languages differ in their words, which the lexicon has, far more than in
 * the order of them. What one has and another has not rarely does harm there.
 * Where two ways lead to the same end the first is taken, so the likelier
 * reading stands first.
 */

#include "config.h"

#include "gs-date-parser.h"

/* Three numbers, or two of them and a month, with the same mark between them. */
#define BY(mark)                                                                                                  \
  "YYYY _ \"" mark "\" _ (MM | mname) _ \"" mark "\" _ DD | YYYY _ \"" mark "\" _ DD _ \"" mark "\" _ mname"      \
  " | {D} DD _ \"" mark "\" _ MM _ \"" mark "\" _ years | MM _ \"" mark "\" _ DD _ \"" mark "\" _ years"          \
  " | DD _ \"" mark "\" _ (MM | mname) _ \"" mark "\" _ years | mname _ \"" mark "\" _ DD _ \"" mark "\" _ years" \
  " | mname _ \"" mark "\" _ YYYY _ \"" mark "\" _ DD | YYYY _ \"" mark "\" _ MM | MM _ \"" mark "\" _ YYYY"

const GsDateRule gs_date_rules[] = {
  { "date", "repeated | ranged | bounded | relative | strong | duration | NOW" },

  /* Repetitions. */
  { "repeated", "OFTEN | EVERY every (glue @2 company)? | @2 clock EVERY every | @2 strong EVERY every"
                " | @2 ordinal OF EVERY every" },
  { "every", "NUM SPAN | ord SPAN | FEW SPAN | SPAN | \"other\" SPAN | @2 weekday | @2 PART" },

  /* Open ends: since, before, or later. */
  { "bounded",
    "bound ABOUT? DEF? point (glue @2 company)? | point OPEN (glue @2 company)?"
    " | @2 company (glue (bound ABOUT? (clock | loose_time))) | bound FEAST | (BEFORE | AFTER | ABOUT | at_clock) DEF? "
    "MEAL | bound ABOUT? HH _ \".\" _ MI {E} BARE" },
  { "bound", "SINCE | BEFORE | AFTER | UNTIL" },

  /* Ranges. */
  { "ranged", "(@2 company glue)? @0 range (glue @2 company)?" },
  { "range", "AT? FROM ABOUT? end TO @1 end | AT? BETWEEN end (AND | TO) @1 end | strong TO @1 end | dashed"
             " | loose TO @1 strong | YEAR TO @1 end | ord TO @1 monthday | monthday TO @1 ord" },
  { "dashed", "monthday _? \"-\" @1 day | DD _ \"-\" _ @1 monthday | strong _ \"-\" _ @1 end | (numeric | slashed) _ "
              "\"-\" _ @1 numeric"
              " | slashed _ \"-\" _ @1 slashed | LOOSE _? \"-\" @1 (clock | strong) | weekday LOOSE \"-\" @1 LOOSE" },
  { "end", "NOW | strong | ordinal | DEF? loose | pair | YYYY | year | MONTH_WEAK | compact" },
  { "loose", "LOOSE | HH _ \".\" _ MI" },
  { "compact", "loose" },
  { "pair", "MM _ \"-\" _ DD | {D} DD _ \"-\" _ MM" },

  /* Lengths of time, and what they lead to. */
  { "duration", "MORE? ABOUT? length | ALL SPAN | ALL DEF? SPAN" },
  { "length", "NUM \"-\"? SPAN (AND? NUM SPAN)? | NUM SPAN AND (ONE? (HALF | QUARTER) SPAN? | HALF) | FEW SPAN | ONE "
              "SPAN (AND? ONE? (HALF | QUARTER))?"
              " | NUM AND NUM SPAN | NUM AND HALF SPAN | NUM (ONE | DEF) SPAN | HALF (ONE | DEF)? SPAN" },
  { "relative",
    "ABOUT? length AGO | ABOUT? length LATER | IN ABOUT? length | {C} AGO ABOUT? length"
    " | MORE? length (AFTER | BEFORE | SINCE | FROM | LATER) DEF? point | IN length (on | glue) @2 weekday"
    " | (weekday)? length (AFTER | BEFORE | FROM) (NOW | point) | weekday length LATER | FOR length \",\"? FROM point"
    " | IN length SINCE point | (ONE | DEF)? length SINCE point" },
  { "on", "AT" },

  /* One day, period or time, alone or with what says more about it. */
  { "point", "strong | ordinal | year | monthy | MONTH_WEAK" },
  { "strong", "AT DEF? DD _ TH {X} | AT? timed | dated (glue company)? | clock (glue company)? | loose glue? dayish | "
              "ABOUT? hours (glue company)?" },
  { "timed", "(AT | EDGE | EDGE_ADVERB) DEF? EDGE? AT? DEF? PART (glue company)? | NEXT PART (glue company)? | "
             "EDGE_ADVERB? PART_DAY (glue company)?"
             " | EDGE_ADVERB (AT | OF)? NEXT? DEF? PART | LOOSE AT? PART_DAY | LOOSE \",\" PART_DAY" },
  { "company", "item (glue item (glue item (glue item)?)?)?" },
  { "item", "dated | clock | ABOUT? hours | loose_time | PART | NEXT PART | PART_DAY | ordinal | year" },
  { "loose_time", "HH _ \".\" _ MI | ABOUT? HH | hyphenated | pair | HH _ \".\" _ DD" },
  { "hyphenated", "DD _ \"-\" _ MM | DD _ \".\" _ MM" },
  { "dayish", "dated" },
  { "glue", "\",\"? | \",\"? AT | \",\"? OF | \",\"? AT DEF | \"-\" | \"(\" | \")\" \"-\"? | \":\" | OF the? | \",\"? "
            "DEF | ABOUT" },
  { "the", "DEF" },
  { "dated",
    "(EDGE OF?)? DEF? calendar BARE | edged | period BARE | weekday BARE | EDGE_ADVERB? (AT | OF)? DAY | feast | season"
    " | yeared BARE | decade | nth | quarter" },

  /* Days of the calendar. */
  { "calendar", "numeric | slashed | monthday | monthy | YYYYMMDD | month" },
  { "numeric", BY ("/") " | " BY ("-") " | " BY (".") " | {C} DD _ \".\" MM _ \".\" YYYY | slashed \",\" YYYY"
                                                      " | hyphenated \",\" YYYY" },
  { "slashed", "{D} DD _ \"/\" _ MM | MM _ \"/\" _ DD | DD _ \"/\" _ MM | DD _ SEP _ mname | mname _ SEP _ DD"
               " | {C} DD _ \".\" MM _ \".\" | {C} ord MM _ \".\"" },
  { "years", "YYYY | \"'\" _ YY | YY" },
  { "mname", "MONTH | MONTH_WEAK" },
  { "month", "NEXT? MONTH | NEXT {U} MONTH_WEAK | (AT | OF) MONTH_WEAK" },
  { "monthy", "mname \",\"? OF? year | mname _? SEP _? years | year SEP? mname | mname \"'\" _ YY | mname OF YY" },
  { "monthday", "NEXT? DEF? day (dayword)? \",\"? OF? mname \".\"? yearly? | NEXT? mname \".\"? \",\"? DEF? day "
                "yearly? | DD _? mname yearly?"
                " | mname _ DD | mname HOURS yearly? | HOURS mname yearly? | {C} ord ord yearly?" },
  { "dayword", "DAY_WORD" },
  { "yearly", "\",\"? OF? (ERA_YEAR? YYYY | \"'\" _ YY | YEAR_WORDS) | \",\"? OF YY | \",\"? OF period | spoken_year" },
  { "spoken_year", "YEAR_WORDS" },
  { "day", "ord | DD" },
  { "ord", "ORD | DD _? TH | {C} DD _ \".\"" },
  { "ordinal", "DEF ord (dayword OF)? | ord | AT DEF? ord" },
  { "year", "ERA_YEAR? OF? YYYY | \"'\" _ YY | YEAR_WORDS" },
  { "yeared", "ERA_YEAR YYYY | YEAR | YEAR OPEN" },

  /* Weekdays. */
  { "weekday", "NEXT? WEEKDAY \".\"? | NEXT WEEKDAY_WEAK \".\"? | WEEKDAY_WEAK \".\"? _? (AT | \",\")? @0 BARE dayof | "
               "AT WEEKDAY_WEAK \".\"? BARE AT? clock" },
  { "dayof", "calendar" },

  /* Periods. */
  { "period",
    "EDGE_ADVERB? (AT | OF)? DEF? (NEXT | NEXT COUNT | COUNT NEXT | NEXT FEW | FEW NEXT) PERIOD EDGE_ADVERB? | DEF LONG"
    " | DEF? PERIOD OF (monthday | NEXT PERIOD) | (ONE | DEF) PERIOD SINCE point | (EDGE | EDGE_ADVERB) (AT | OF)? "
    "DEF? NEXT? PERIOD"
    " | DEF? ERA_WEEK NTH_DIGIT | NEXT? (ALL | DEF)? weekend | PERIOD \"to\" \"date\" | \"till\" \"date\" | ALL SPAN" },
  { "weekend", "weekends" },
  { "weekends", "AT? DEF? WEEKEND" },
  { "edged",
    "DEF? EDGE OF? DEF? (period | month | monthy | yeared | year | weekday | DAY | season | feast | MONTH_WEAK)" },
  { "nth", "DEF? (NTH | NTH_DIGIT _? TH | NTH_LAST | {C} NTH_DIGIT _ \".\") COUNT? UNIT OF? DEF? (period | monthy | "
           "month | year | mname)"
           " | DEF? (NTH | NTH_DIGIT _? TH) WEEKDAY PART? OF? DEF? (period | monthy | month | year)"
           " | DEF? (NTH | NTH_DIGIT _? TH | {C} NTH_DIGIT _ \".\") century" },
  { "century", "\"century\" | \"eeuw\" | \"jahrhundert\" | \"jahrhunderts\"" },
  { "quarter", "ERA_QUARTER _ NTH_DIGIT \"-\"? (OF? year)? | year \"-\"? ERA_QUARTER _ NTH_DIGIT" },
  { "season", "NEXT? DEF? SEASON (OF? (year | period))?" },
  { "feast", "NEXT? FEAST (\",\"? OF? (year | period))? | FEAST \"weekend\" year? | \"weekend\" OF FEAST year?" },
  { "decade", "DEF? DECADE | YYYY _? \"s\" | YYYY \"'\" _ \"s\" | \"'\"? _? TENS _? \"s\" | ERA_YEAR \"'\"? TENS | {C} "
              "YYYY _ \"er\" PERIOD | {C} YYYY _ \"ern\"" },

  /* Times of day. */
  { "clock", "(AT | ABOUT)? (AT | ABOUT)? colon PART? | (AT | ABOUT)? HH _? AMPM | (AT | ABOUT)? hours AMPM | (AT | "
             "ABOUT)? HH _ \".\" _ MI \".\"? (AMPM | OCLOCK)"
             " | (AT | ABOUT)? HH _ \".\" AMPM | at_clock HH _ \".\" _ MI BARE | (AT | ABOUT)? oclock PART? | PART (AT "
             "| ABOUT)? (oclock | colon | HH) | DEF? HOUR | (AT | ABOUT)? past PART?"
             " | (AT | ABOUT)? HH BARE AT? DEF? PART | (AT | ABOUT)? HOURS AT DEF? PART | (AT | ABOUT)? HOURS AMPM" },
  { "at_clock", "\"at\" | \"om\" | \"um\" | \"rond\" | \"around\" | \"omstreeks\"" },
  { "colon", "HH _ \":\" _ MI (_ \":\" _ SS)? AMPM? OCLOCK? BARE" },
  { "oclock", "(HH | HOURS) _? OCLOCK (AND? MI)? AMPM? | HH _ \".\" _ MI _? OCLOCK" },
  { "past", "(PAST_MINUTES | QUARTER | HALF) minutes? PAST (oclock | HH | HOURS) | {H} HALF (oclock | HH | HOURS) | "
            "{C} quarter_to (HH | HOURS)" },
  { "minutes", "\"min\" | \"minutes\" | \"minute\" | \"mins\" | \"minuten\" | \"minuut\"" },
  { "quarter_to", "\"dreiviertel\" | \"viertel\"" },
  { "hours", "HOURS (PAST_MINUTES AMPM? | AMPM)" },
  { NULL, NULL },
};
