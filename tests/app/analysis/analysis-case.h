/* analysis-case.h: what a text should be found to say, as one line of a table.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-analysis.h"
#include "gs-test.h"

G_BEGIN_DECLS

/* @expected: each finding's text in brackets, what it means behind it, and
 * findings separated by spaces: "[3 km]=3 km [dozens]=24..99". */
typedef struct
{
  const char *language;
  const char *text;
  const char *expected;
} AnalysisCase;

/* The findings as @expected writes them. */
char *analysis_case_describe (const char         *text,
                              const GArray       *findings);
/* Spans inside @text, sorted, apart. */
void  analysis_case_check    (const char         *text,
                              const GArray       *findings);

G_END_DECLS
