/* test-analysis-hostile.c: any bytes at all, and a megabyte of them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <time.h>

#include "analysis-case.h"

static const char *const languages[] = { "en", "nl", "de" };

static void
check_spans (const GArray *findings, guint length)
{
  guint end = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const GsFinding *finding = &g_array_index (findings, GsFinding, i);

      g_assert_cmpuint (finding->start, >=, end);
      g_assert_cmpuint (finding->end, >, finding->start);
      g_assert_cmpuint (finding->end, <=, length);
      g_assert_cmpint (finding->from != NULL && finding->to != NULL ? strcmp (finding->from, finding->to) : 0, <=, 0);
      end = finding->end;
    }
}

static void
check_bytes (const char *bytes, gsize length)
{
  g_autofree char *valid = g_utf8_make_valid (bytes, (gssize) length);
  guint n = (guint) g_utf8_strlen (valid, -1);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GsAnalysis) analysis = gs_analyse (bytes, (gssize) length, languages[i], "2023-03-15");

      check_spans (analysis->numbers, n);
      check_spans (analysis->quantities, n);
      check_spans (analysis->dates, n);
      check_spans (analysis->speakers, n);
    }
}

static void
test_bytes (void)
{
  for (guint run = 0; run < 200; run++)
    {
      char bytes[200];

      for (guint i = 0; i < sizeof bytes; i++)
        bytes[i] = (char) g_test_rand_int_range (0, 256);
      check_bytes (bytes, sizeof bytes);
    }
}

/* What the grammars know, in any order: this reaches further than bytes do. */
static void
test_words (void)
{
  static const char *const words[] = {
    "3",
    "31",
    "2022",
    "0",
    "999999999999999999999",
    ".",
    ",",
    ":",
    "/",
    "-",
    "'",
    "%",
    "$",
    "€",
    "½",
    "^",
    "e",
    "k",
    " ",
    " ",
    " ",
    " ",
    "one",
    "two",
    "hundred",
    "thousand",
    "million",
    "half",
    "quarter",
    "third",
    "a",
    "the",
    "and",
    "of",
    "point",
    "minus",
    "about",
    "next",
    "last",
    "week",
    "month",
    "years",
    "Monday",
    "May",
    "june",
    "from",
    "to",
    "between",
    "before",
    "since",
    "ago",
    "later",
    "every",
    "morning",
    "tonight",
    "pm",
    "o'clock",
    "past",
    "summer",
    "Easter",
    "1990s",
    "een",
    "ein",
    "en",
    "und",
    "honderd",
    "zweiundzwanzig",
    "om",
    "um",
    "uur",
    "Uhr",
    "vor",
    "voor",
    "bis",
    "tot",
    "nächsten",
    "vorige",
    "miljoen",
    "km",
    "dollar",
    "\n",
    "é",
    "🎉",
    "th",
    "e",
    "q",
    "century",
    "day",
    "now",
    "today",
    "or later",
    "more than",
    "(",
    ")",
    "per",
  };

  for (guint run = 0; run < 100; run++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int i = g_test_rand_int_range (1, 40); i > 0; i--)
        {
          g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
          if (g_test_rand_bit ())
            g_string_append_c (text, ' ');
        }
      check_bytes (text->str, text->len);
    }
}

/* Time of this thread alone: the machine may be busy with others. */
static double
processor_seconds (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now), ==, 0);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static double
seconds_for (const char *piece, gsize bytes)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GsAnalysis) analysis = NULL;
  double start;

  while (text->len < bytes)
    g_string_append (text, piece);
  start = processor_seconds ();
  analysis = gs_analyse (text->str, (gssize) text->len, "en", "2023-03-15");

  return processor_seconds () - start;
}

/* Ten times the text takes ten times as long, not a hundred times. */
static void
test_linear (void)
{
  static const char *const pieces[] = {
    "On Monday, 3 May 2022, about 450 drones flew 1,200 km. ",
    "1 ",
    "a",
    "next ",
    "-",
    "1.",
    "from ",
    "hundred and ",
    "1,000,",
    "1'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      gsize bytes = i == 0 ? 1000000 : 20000;
      double tenth = seconds_for (pieces[i], bytes / 10);
      double whole = seconds_for (pieces[i], bytes);

      g_test_message ("“%s”: %.4f s for a tenth, %.4f s for %zu bytes", pieces[i], tenth, whole, bytes);
      g_assert_cmpfloat (whole, <, MAX (tenth, 0.005) * 40);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/hostile/bytes", test_bytes);
  g_test_add_func ("/analysis/hostile/words", test_words);
  g_test_add_func ("/analysis/hostile/linear", test_linear);

  return g_test_run ();
}
