/* analysis-case.c: what a text should be found to say, as one line of a table.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis-case.h"

#include <math.h>

static void
append_meaning (GString *line, const GsFinding *finding)
{
  if (isfinite (finding->value) && finding->lo == finding->hi)
    g_string_append_printf (line, "=%.10g", finding->value);
  else if (!isnan (finding->lo) && finding->lo != finding->hi)
    g_string_append_printf (line, "=%.10g..%.10g", finding->lo, finding->hi);
  if (finding->unit != NULL)
    g_string_append_printf (line, " %s", finding->unit);
}

char *
analysis_case_describe (const char *text, const GArray *findings)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const GsFinding *finding = &g_array_index (findings, GsFinding, i);
      g_autofree char *part = g_utf8_substring (text, finding->start, finding->end);

      g_string_append_printf (line, "%s[%s]", i > 0 ? " " : "", part);
      append_meaning (line, finding);
    }

  return g_string_free (line, FALSE);
}

void
analysis_case_check (const char *text, const GArray *findings)
{
  glong length = g_utf8_strlen (text, -1);
  guint end = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const GsFinding *finding = &g_array_index (findings, GsFinding, i);

      g_assert_cmpuint (finding->start, >=, end);
      g_assert_cmpuint (finding->end, >, finding->start);
      g_assert_cmpint (finding->end, <=, length);
      end = finding->end;
    }
}
