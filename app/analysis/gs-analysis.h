/* gs-analysis.h: numbers and quantities in a text.
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
 *
 * One place in a text and what it says. Numbers have no unit.
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
} GsFinding;

/**
 * GsAnalysis:
 * @numbers: (element-type GsFinding): numbers, percentages' and amounts' too
 * @quantities: (element-type GsFinding): percent, money, measures, temperature, age
 *
 * Each sorted by place, none overlapping another of its kind.
 */
typedef struct
{
  GArray *numbers;
  GArray *quantities;
} GsAnalysis;

/* Whether @language (BCP 47) is one whose grammar is known. */
gboolean    gs_analysis_knows (const char *language);
GsAnalysis *gs_analyse        (const char *text,
                               gssize      length,
                               const char *language);
void        gs_analysis_free  (GsAnalysis *analysis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsAnalysis, gs_analysis_free)

G_END_DECLS
