/* test-analysis-speakers.c: who is said to have said something, in three languages.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis-case.h"

static const AnalysisCase cases[] = {
  { "en", "The foreign minister said on Monday that it was false.", "[The foreign minister]" },
  { "en", "Anna Visser told reporters nothing.", "[Anna Visser]" },
  { "en", "It rained.\n\nThe paper has repeatedly denied that.", "[The paper]" },
  { "en", "Then an official from a coastal country said so.", "[an official from a coastal country]" },
  { "nl", "‘Tribune’ meldt dat het regent.", "[Tribune]" },
  { "en", "“It is false,” said Anna Visser.", "[Anna Visser]" },
  { "en", "According to the Ministry of Defence, it fell.", "[the Ministry of Defence]" },
  { "en", "It fell, he said, at noon.", "[he]" },
  { "nl", "Minister Anna Visser zei dat het niet klopt.", "[Minister Anna Visser]" },
  { "nl", "Volgens het ministerie van Defensie is het gevallen.", "[het ministerie van Defensie]" },
  { "nl", "“Het klopt niet”, aldus Anna Visser.", "[Anna Visser]" },
  { "nl", "Dat klopt niet, zegt de Belgische premier.", "[de Belgische premier]" },
  { "de", "Die Ministerin sagte, das stimme nicht.", "[Die Ministerin]" },
  { "de", "„Das stimmt nicht“, sagte Anna Fischer.", "[Anna Fischer]" },
  { "de", "Laut Anna Fischer stimmt das nicht.", "[Anna Fischer]" },
  { "de", "Dem Ministerium zufolge stimmt das nicht.", "[Dem Ministerium]" },
  { "en", "The ship sank in the harbour.", "" },
  { "nl", "Het schip zonk in de haven.", "" },
  { "de", "Das Schiff sank im Hafen.", "" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GsAnalysis) analysis = gs_analyse (cases[i].text, -1, cases[i].language, NULL);
      g_autofree char *found = analysis_case_describe (cases[i].text, analysis->speakers);

      analysis_case_check (cases[i].text, analysis->speakers);
      if (!g_str_equal (found, cases[i].expected))
        {
          g_test_message ("%s: “%s”: found %s, expected %s", cases[i].language, cases[i].text, found,
                          cases[i].expected);
          g_test_fail ();
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/speakers/cases", test_cases);

  return g_test_run ();
}
