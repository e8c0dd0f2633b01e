/* test-analysis-quantities.c: numbers and quantities in three languages.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "analysis-case.h"

static const AnalysisCase numbers[] = {
  { "en", "It lost 1,250 men and 3.5 tanks.", "[1,250]=1250 [3.5]=3.5" },
  { "nl", "Er vielen 1.250 doden en 3,5 gewonden.", "[1.250]=1250 [3,5]=3.5" },
  { "de", "Es gab 1.250 Tote und 3,5 Verletzte.", "[1.250]=1250 [3,5]=3.5" },
  { "en", "thirty-four ships, two hundred and seven planes", "[thirty-four]=34 [two hundred and seven]=207" },
  { "nl", "vierendertig schepen, tweehonderdzeven vliegtuigen", "[vierendertig]=34 [tweehonderdzeven]=207" },
  { "de", "vierunddreißig Schiffe, zweihundertsieben Flugzeuge", "[vierunddreißig]=34 [zweihundertsieben]=207" },
  { "en", "between one hundred and two hundred", "[one hundred]=100 [two hundred]=200" },
  { "en", "half a million people, two fifths of them children", "[half a million]=500000 [two fifths]=0.4" },
  { "nl", "een half miljoen mensen, twee vijfde kinderen", "[een half miljoen]=500000 [twee vijfde]=0.4" },
  { "de", "eine halbe Million Menschen, zwei Fünftel Kinder", "[eine halbe Million]=500000 [zwei Fünftel]=0.4" },
  { "nl", "4,7 miljoen", "[4,7 miljoen]=4700000" },
  { "de", "4,7 Millionen", "[4,7 Millionen]=4700000" },
  { "en", "minus six, -6 and 2014-6", "[minus six]=-6 [-6]=-6 [2014]=2014 [6]=6" },
  { "en", "dozens of drones, hundreds of men", "[dozens]=24..99 [hundreds]=200..999" },
  { "nl", "tientallen drones, duizenden mannen", "[tientallen]=20..99 [duizenden]=2000..9999" },
  { "de", "Dutzende Drohnen, Tausende Männer", "[Dutzende]=24..99 [Tausende]=2000..9999" },
  { "en", "about 450 drones, more than 20, at least 7", "[450]=405..495 [20]=20..inf [7]=7..inf" },
  { "nl", "ongeveer 450, meer dan 20, minstens 7", "[450]=405..495 [20]=20..inf [7]=7..inf" },
  { "de", "etwa 450, mehr als 20, mindestens 7", "[450]=405..495 [20]=20..inf [7]=7..inf" },
  { "en", "up to 40, almost 200", "[40]=0..40 [200]=170..200" },
  { "nl", "bijna 200", "[200]=170..200" },
  { "de", "bis zu 40, fast 200", "[40]=0..40 [200]=170..200" },
  { "en", "That one is none, says the first.", "" },
  { "de", "Ein Haus und eine Frau", "" },
  { "en", "¾ of it, 3 1/2 of those", "[¾]=0.75 [3 1/2]=3.5" },
};

static const AnalysisCase quantities[] = {
  { "en", "a range of 2,500 km at 185 km/h", "[2,500 km]=2500 km [185 km/h]=185 km/h" },
  { "nl", "een bereik van 2.500 kilometer met 185 kilometer per uur",
    "[2.500 kilometer]=2500 km [185 kilometer per uur]=185 km/h" },
  { "de", "eine Reichweite von 2.500 Kilometern bei 185 km/h", "[2.500 Kilometern]=2500 km [185 km/h]=185 km/h" },
  { "en", "worth $20,000 or €18.5 million", "[$20,000]=20000 USD [€18.5 million]=18500000 EUR" },
  { "nl", "voor € 18,5 miljoen of 20.000 dollar", "[€ 18,5 miljoen]=18500000 EUR [20.000 dollar]=20000 USD" },
  { "de", "für 18,5 Millionen Euro oder 20.000 US-Dollar",
    "[18,5 Millionen Euro]=18500000 EUR [20.000 US-Dollar]=20000 USD" },
  { "en", "some 40 percent", "[40 percent]=36..44 percent" },
  { "nl", "ruim 40 procent", "[40 procent]=40..inf percent" },
  { "de", "knapp 40 Prozent", "[40 Prozent]=34..40 percent" },
  { "en", "It was 12 degrees Celsius.", "[12 degrees Celsius]=12 °C" },
  { "de", "Es waren -12 °C.", "[-12 °C]=-12 °C" },
  { "en", "6 feet and 3 inches", "[6 feet and 3 inches]=6.25 ft" },
  { "de", "neun Euro und fünfzig Cent", "[neun Euro und fünfzig Cent]=9.5 EUR" },
  { "en", "a 50-kilogram warhead", "[50-kilogram]=50 kg" },
  /* Whose money it is. */
  { "en", "US$ 3.2 million, C$5 and 100 Swiss francs",
    "[US$ 3.2 million]=3200000 USD [C$5]=5 CAD [100 Swiss francs]=100 CHF" },
  { "de", "3,2 Mio. Schweizer Franken", "[3,2 Mio. Schweizer Franken]=3200000 CHF" },
  { "nl", "20 Zweedse kronen", "[20 Zweedse kronen]=20 SEK" },
  /* An article counts, where what follows is a measure and no rate. */
  { "nl", "op een kilometer van honderd m2", "[een kilometer]=1 km [honderd m2]=100 m²" },
  { "de", "einen Kilometer entfernt", "[einen Kilometer]=1 km" },
  { "en", "about a mile away, a foot, a bit, 40 miles a gallon", "[a mile]=0.9..1.1 mi [40 miles]=40 mi" },
  { "en", "not that one, but that one mile", "[one mile]=1 mi" },
};

static GArray *
numbers_of (GsAnalysis *analysis)
{
  return analysis->numbers;
}

static GArray *
quantities_of (GsAnalysis *analysis)
{
  return analysis->quantities;
}

static void
check_cases (const AnalysisCase *cases, guint n, GArray *(*findings_of) (GsAnalysis *) )
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GsAnalysis) analysis = gs_analyse (cases[i].text, -1, cases[i].language, NULL);
      g_autofree char *found = analysis_case_describe (cases[i].text, findings_of (analysis));

      analysis_case_check (cases[i].text, findings_of (analysis));
      if (!g_str_equal (found, cases[i].expected))
        g_test_message ("%s: %s", cases[i].language, cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_numbers (void)
{
  check_cases (numbers, G_N_ELEMENTS (numbers), numbers_of);
}

static void
test_quantities (void)
{
  check_cases (quantities, G_N_ELEMENTS (quantities), quantities_of);
}

/* Offsets count code points, not bytes and not UTF-16. */
static void
test_code_points (void)
{
  const char *text = "🎉é\u0301 🇳🇱 7 km";
  g_autoptr (GsAnalysis) analysis = gs_analyse (text, -1, "en", NULL);
  const GsFinding *finding = &g_array_index (analysis->quantities, GsFinding, 0);

  g_assert_cmpuint (analysis->quantities->len, ==, 1);
  g_assert_cmpuint (finding->start, ==, 7);
  g_assert_cmpuint (finding->end, ==, 11);
}

static void
test_languages (void)
{
  g_autoptr (GsAnalysis) unknown = gs_analyse ("7 km", -1, "fr", NULL);
  g_autoptr (GsAnalysis) regional = gs_analyse ("1.500 km", -1, "nl-BE", NULL);

  g_assert_false (gs_analysis_knows ("fr"));
  g_assert_false (gs_analysis_knows ("deu"));
  g_assert_false (gs_analysis_knows (NULL));
  g_assert_cmpuint (unknown->numbers->len, ==, 0);
  g_assert_cmpfloat (g_array_index (regional->numbers, GsFinding, 0).value, ==, 1500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/numbers", test_numbers);
  g_test_add_func ("/analysis/quantities", test_quantities);
  g_test_add_func ("/analysis/code-points", test_code_points);
  g_test_add_func ("/analysis/languages", test_languages);

  return g_test_run ();
}
