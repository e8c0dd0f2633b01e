/* gs-analysis.h: numbers, quantities, dates and speakers in a text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Grammars and word lists for English, Dutch and German, no model. What is
 * found is a suggestion to an analyst and says where it stands in the text.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GsFinding:
 * @start: first code point
 * @end: the code point after the last
 * @value: the number meant; NaN when only an interval or nothing is said
 * @lo: lower bound of what it may be; negative infinity when unbounded
 * @hi: upper bound of what it may be; infinity when unbounded
 * @unit: (nullable): canonical unit, "km", "USD", "percent"; static
 * @hedge: (nullable): "about", "more-than", "less-than", "at-least", "up-to",
 *   "almost" or "some"; static
 * @from: (nullable): first day or second it may be, ISO 8601
 * @to: (nullable): last day or second it may be, inclusive
 *
 * One place in a text and what it says. Numbers have no unit; numbers and
 * quantities have no dates; dates have neither value nor bounds.
 */
typedef struct
{
  guint       start;
  guint       end;
  double      value;
  double      lo;
  double      hi;
  const char *unit;
  const char *hedge;
  char       *from;
  char       *to;
} GsFinding;

/**
 * GsAnalysis:
 * @numbers: (element-type GsFinding): numbers, percentages' and amounts' too
 * @quantities: (element-type GsFinding): percent, money, measures, temperature, age
 * @dates: (element-type GsFinding): dates, times, ranges, durations, repetitions
 * @speakers: (element-type GsFinding): who is said to have said something; only places
 *
 * Each sorted by place, none overlapping another of its kind.
 */
typedef struct
{
  GArray *numbers;
  GArray *quantities;
  GArray *dates;
  GArray *speakers;
} GsAnalysis;

/* Whether @language (BCP 47) is one whose grammar is known. */
gboolean    gs_analysis_knows (const char *language);
GsAnalysis *gs_analyse        (const char *text,
                               gssize      length,
                               const char *language,
                               const char *reference);
void        gs_analysis_free  (GsAnalysis *analysis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsAnalysis, gs_analysis_free)

G_END_DECLS
