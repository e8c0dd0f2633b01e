/* test-axis.c: a line of numbers or of days, and its ticks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-axis.h"

#include <locale.h>
#include <math.h>

static double
day (guint d, guint m, guint y)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) d, (GDateMonth) m, (GDateYear) y);

  return g_date_get_julian (&date);
}

static void
assert_ticks (const GsAxis *axis, guint most, const char *wanted)
{
  g_autoptr (GArray) ticks = gs_axis_get_ticks (axis, most);
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      const GsAxisTick *tick = &g_array_index (ticks, GsAxisTick, i);

      g_assert_cmpfloat (gs_axis_place (axis, tick->value), >=, 0.0);
      g_assert_cmpfloat (gs_axis_place (axis, tick->value), <=, 1.0);
      g_string_append_printf (labels, "%s%s", i > 0 ? "|" : "", tick->label);
    }
  g_assert_cmpstr (labels->str, ==, wanted);
  g_assert_cmpuint (ticks->len, <=, most);
}

static void
test_numbers (void)
{
  const double values[] = { 450, -INFINITY, 200, NAN, 999, INFINITY };
  GsAxis axis;

  g_assert_true (gs_axis_fit (&axis, GS_AXIS_NUMBERS, values, G_N_ELEMENTS (values)));
  g_assert_false (axis.logarithmic);
  g_assert_cmpfloat (axis.lo, <, 200);
  g_assert_cmpfloat (axis.hi, >, 999);
  g_assert_cmpfloat_with_epsilon (gs_axis_value (&axis, gs_axis_place (&axis, 450)), 450, 1e-9);
  g_assert_true (isinf (gs_axis_place (&axis, -INFINITY)));
  assert_ticks (&axis, 6, "200|400|600|800|1000");
  assert_ticks (&axis, 0, "");

  g_assert_false (gs_axis_fit (&axis, GS_AXIS_NUMBERS, values + 5, 1));
}

/* One number alone, nothing at all, and what differs by powers of ten. */
static void
test_extremes (void)
{
  const double one[] = { 0 };
  const double far_apart[] = { 0, 3, 250000 };
  GsAxis axis;

  g_assert_true (gs_axis_fit (&axis, GS_AXIS_NUMBERS, one, 1));
  g_assert_cmpfloat (axis.lo, <, 0);
  g_assert_cmpfloat (axis.hi, >, 0);

  g_assert_true (gs_axis_fit (&axis, GS_AXIS_NUMBERS, far_apart, 3));
  g_assert_true (axis.logarithmic);
  g_assert_cmpfloat (gs_axis_place (&axis, 0), <, 0);
  g_assert_cmpfloat_with_epsilon (gs_axis_value (&axis, gs_axis_place (&axis, 3)), 3, 1e-9);
  assert_ticks (&axis, 8, "1|10|100|1000|10000|100000");
  assert_ticks (&axis, 3, "1|100|10000");
}

static void
test_days (void)
{
  const struct
  {
    double lo, hi;
    const char *ticks;
  } cases[] = {
    { day (3, 5, 2022), day (4, 5, 2022), "2 May 2022|3 May 2022|4 May 2022|5 May 2022" },
    { day (24, 2, 2022), day (5, 11, 2022), "Mar 2022|May 2022|Jul 2022|Sep 2022|Nov 2022" },
    { day (1, 1, 2014), day (1, 1, 2024), "2014|2016|2018|2020|2022|2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double values[] = { cases[i].hi, cases[i].lo };
      GsAxis axis;

      g_assert_true (gs_axis_fit (&axis, GS_AXIS_DAYS, values, 2));
      assert_ticks (&axis, 6, cases[i].ticks);
    }
}

/* Whatever is done to it, a line of days stays one that a calendar knows. */
static void
test_zoom (void)
{
  const double values[] = { day (1, 1, 2022), day (31, 12, 2022) };
  GsAxis axis, whole;
  double fixed;

  g_assert_true (gs_axis_fit (&axis, GS_AXIS_DAYS, values, 2));
  whole = axis;
  fixed = gs_axis_value (&axis, 0.3);
  gs_axis_zoom (&axis, 0.3, 2.0);
  g_assert_cmpfloat_with_epsilon (gs_axis_value (&axis, 0.3), fixed, 1e-6);
  g_assert_cmpfloat_with_epsilon (axis.hi - axis.lo, (whole.hi - whole.lo) / 2.0, 1e-6);

  gs_axis_move (&axis, 10.0);
  gs_axis_keep_within (&axis, &whole);
  g_assert_cmpfloat_with_epsilon (axis.hi, whole.hi, 1e-6);
  for (guint i = 0; i < 100; i++)
    gs_axis_zoom (&axis, 0.5, 4.0);
  g_assert_cmpfloat (axis.hi - axis.lo, >=, 4.0);

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GArray) ticks = NULL;

      gs_axis_zoom (&axis, 0.5, 0.5);
      ticks = gs_axis_get_ticks (&axis, 10);
      g_assert_cmpuint (ticks->len, <=, 10);
    }
  g_assert_cmpfloat (axis.lo, >=, 1.0);
  gs_axis_keep_within (&axis, &whole);
  g_assert_cmpfloat_with_epsilon (axis.lo, whole.lo, 1e-6);
  g_assert_cmpfloat_with_epsilon (axis.hi, whole.hi, 1e-6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  g_test_add_func ("/ui/axis/numbers", test_numbers);
  g_test_add_func ("/ui/axis/extremes", test_extremes);
  g_test_add_func ("/ui/axis/days", test_days);
  g_test_add_func ("/ui/axis/zoom", test_zoom);

  return g_test_run ();
}
