/* test-analysis-dates.c: dates and times in three languages, and which days they are.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis-case.h"

/* A Wednesday. */
#define REFERENCE "2023-03-15"

static const AnalysisCase cases[] = {
  /* Days. */
  { "en", "It fell on 24 February 2022.", "[24 February 2022]=2022-02-24" },
  { "nl", "Het viel op 24 februari 2022.", "[24 februari 2022]=2022-02-24" },
  { "de", "Es fiel am 24. Februar 2022.", "[24. Februar 2022]=2022-02-24" },
  { "en", "On February 24, 2022, it fell.", "[February 24, 2022]=2022-02-24" },
  { "en", "It fell on 3/4/2022.", "[3/4/2022]=2022-03-04" },
  { "nl", "Het viel op 3/4/2022.", "[3/4/2022]=2022-04-03" },
  { "de", "Es fiel am 03.04.2022.", "[03.04.2022]=2022-04-03" },
  { "en", "It is dated 2022-04-03.", "[2022-04-03]=2022-04-03" },
  { "en", "the third of April", "[the third of April]=2023-04-03" },
  { "de", "am dritten April", "[dritten April]=2023-04-03" },
  /* Months and years, to their last day; without a year the nearest. */
  { "en", "Built in October 2021.", "[October 2021]=2021-10-01..2021-10-31" },
  { "nl", "Gebouwd in oktober 2021.", "[oktober 2021]=2021-10-01..2021-10-31" },
  { "de", "Gebaut im Oktober 2021.", "[Oktober 2021]=2021-10-01..2021-10-31" },
  { "nl", "Het begon in november.", "[november]=2022-11-01..2022-11-30" },
  { "de", "Im Jahr 2019 war es anders.", "[Jahr 2019]=2019-01-01..2019-12-31" },
  { "en", "in the second week of 2024", "[the second week of 2024]=2024-01-08..2024-01-14" },
  { "en", "the nineties", "[the nineties]=1990-01-01..1999-12-31" },
  { "nl", "begin 2024", "[begin 2024]=2024-01-01..2024-05-02" },
  /* Relative. */
  { "en", "He left yesterday.", "[yesterday]=2023-03-14" },
  { "nl", "Hij vertrok gisteren.", "[gisteren]=2023-03-14" },
  { "de", "Er ging gestern.", "[gestern]=2023-03-14" },
  { "en", "last week", "[last week]=2023-03-06..2023-03-12" },
  { "nl", "vorige maand", "[vorige maand]=2023-02-01..2023-02-28" },
  { "de", "nächstes Jahr", "[nächstes Jahr]=2024-01-01..2024-12-31" },
  { "en", "three days ago", "[three days ago]=2023-03-12" },
  { "nl", "twee weken geleden", "[twee weken geleden]=2023-03-01" },
  { "de", "vor zwei Monaten", "[vor zwei Monaten]=2023-01-15" },
  { "en", "He spoke on Monday.", "[Monday]=2023-03-13" },
  { "de", "letzten Montag", "[letzten Montag]=2023-03-13" },
  /* Ranges and open ends. */
  { "en", "from 3 to 5 May 2022", "[from 3 to 5 May 2022]=2022-05-03..2022-05-05" },
  { "nl", "tussen 3 mei en 5 juni 2022", "[tussen 3 mei en 5 juni 2022]=2022-05-03..2022-06-05" },
  { "de", "von 2014 bis 2018", "[von 2014 bis 2018]=2014-01-01..2018-12-31" },
  { "en", "since August 2022", "[since August 2022]=2022-08-01.." },
  { "nl", "sinds augustus 2022", "[sinds augustus 2022]=2022-08-01.." },
  { "de", "seit August 2022", "[seit August 2022]=2022-08-01.." },
  { "en", "before 2014", "[before 2014]=..2013-12-31" },
  { "de", "bis Ende 2022", "[bis Ende 2022]=..2022-12-31" },
  { "en", "after 2014", "[after 2014]=2015-01-01.." },
  /* Times. */
  { "en", "tomorrow at 8:30 pm", "[tomorrow at 8:30 pm]=2023-03-16T20:30:00" },
  { "nl", "morgen om half negen", "[morgen om half negen]=2023-03-16T08:30:00" },
  { "de", "morgen um halb neun", "[morgen um halb neun]=2023-03-16T08:30:00" },
  /* Feasts, some of which follow Easter. */
  { "en", "Good Friday 2022", "[Good Friday 2022]=2022-04-15" },
  { "nl", "tweede pinksterdag 2022", "[tweede pinksterdag 2022]=2022-06-06" },
  { "de", "Heiligabend", "[Heiligabend]=2023-12-24" },
  /* Lengths and repetitions are found but are no days. */
  { "en", "for three weeks", "[three weeks]" },
  { "nl", "elke maandag", "[elke maandag]" },
  /* No dates. */
  { "en", "You may leave with 2000 men.", "" },
  { "nl", "Dat was zo.", "" },
  { "de", "Die Version 1.2.3 kostet 12,50 Euro.", "" },
};

static char *
describe (const char *text, const GArray *findings)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const GsFinding *finding = &g_array_index (findings, GsFinding, i);
      g_autofree char *part = g_utf8_substring (text, finding->start, finding->end);

      g_string_append_printf (line, "%s[%s]", i > 0 ? " " : "", part);
      if (finding->from != NULL && g_strcmp0 (finding->from, finding->to) == 0)
        g_string_append_printf (line, "=%s", finding->from);
      else if (finding->from != NULL || finding->to != NULL)
        g_string_append_printf (line, "=%s..%s", finding->from != NULL ? finding->from : "",
                                finding->to != NULL ? finding->to : "");
    }

  return g_string_free (line, FALSE);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GsAnalysis) analysis = gs_analyse (cases[i].text, -1, cases[i].language, REFERENCE);
      g_autofree char *found = describe (cases[i].text, analysis->dates);

      analysis_case_check (cases[i].text, analysis->dates);
      if (!g_str_equal (found, cases[i].expected))
        {
          g_test_message ("%s: “%s”: found %s, expected %s", cases[i].language, cases[i].text, found,
                          cases[i].expected);
          g_test_fail ();
        }
    }
}

/* What needs no reference is said without one; what does is found all the same. */
static void
test_no_reference (void)
{
  static const char *const references[] = { NULL, "", "soon", "2023-13-01", "0000-00-00" };

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autoptr (GsAnalysis) absolute = gs_analyse ("3 May 2022", -1, "en", references[i]);
      g_autoptr (GsAnalysis) relative = gs_analyse ("yesterday", -1, "en", references[i]);

      g_assert_cmpstr (g_array_index (absolute->dates, GsFinding, 0).from, ==, "2022-05-03");
      g_assert_cmpuint (relative->dates->len, ==, 1);
      g_assert_null (g_array_index (relative->dates, GsFinding, 0).from);
      g_assert_null (g_array_index (relative->dates, GsFinding, 0).to);
    }
}

/* There is no 30 February, and the calendar has two ends. */
static void
test_no_such_day (void)
{
  static const char *const texts[] = {
    "30 February 2022", "29 February 2023",   "99999 years ago",
    "in 99999 years",   "5000 centuries ago", "99999999999999 days ago",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GsAnalysis) analysis = gs_analyse (texts[i], -1, "en", REFERENCE);

      g_assert_cmpuint (analysis->dates->len, >=, 1);
      if (i < 2)
        g_assert_null (g_array_index (analysis->dates, GsFinding, 0).from);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/dates/cases", test_cases);
  g_test_add_func ("/analysis/dates/no-reference", test_no_reference);
  g_test_add_func ("/analysis/dates/no-such-day", test_no_such_day);

  return g_test_run ();
}
