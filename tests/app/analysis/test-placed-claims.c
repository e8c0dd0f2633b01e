/* test-placed-claims.c: where claims lie in time and among numbers.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "conflict-case.h"
#include "gs-placed-claims.h"

static double
day (guint d, guint m, guint y)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) d, (GDateMonth) m, (GDateYear) y);

  return g_date_get_julian (&date);
}

static GPtrArray *
read_placed (Case *self, GsPlacing placing, guint most, gboolean *all)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *placed = gs_placed_claims_read (self->workspace, self->question, placing, most, all, &error);

  g_assert_no_error (error);

  return placed;
}

static void
say_all (Case *self)
{
  static const Said said[] = {
    { IRAN, .time = "onset:..2022-02-24" },
    { US, .time = "2022-08", .uttered = "2022-11-05" },
    { IRAN, DENY, .time = "universal:2022-02-24.." },
    { US, .quantity = "200..999 drones" },
    { IRAN, .quantity = ">5" },
    { US },
  };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    g_free (case_say (self, &said[i], NULL));
}

static void
publish (Case *self, const char *article, const char *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsArticleRecord) record = gs_workspace_load (self->workspace, &gs_article_type, article, &error);
  g_autoptr (GsAction) action = gs_action_new ("Date");

  g_assert_no_error (error);
  record->published_lo = g_strdup (date);
  record->published_hi = g_strdup (date);
  gs_action_save (action, &gs_article_type, record);
  case_perform (self->workspace, action);
}

/* What has no date of its own was said, at the latest, when it was printed. */
static void
test_times (void)
{
  Case *self = case_new (GS_ANSWER_DATE, FALSE);
  g_autoptr (GPtrArray) placed = NULL;
  const GsPlacedClaim *claim;
  gboolean all;

  publish (self, self->article[0], "2022-11-07");
  say_all (self);
  placed = read_placed (self, GS_PLACED_IN_TIME, 100, &all);
  g_assert_true (all);
  g_assert_cmpuint (placed->len, ==, 3);

  claim = placed->pdata[0];
  g_assert_cmpint (claim->kind, ==, GS_TIME_ONSET);
  g_assert_true (isinf (claim->lo) && claim->lo < 0);
  g_assert_cmpfloat (claim->hi, ==, day (24, 2, 2022));
  g_assert_cmpstr (claim->voice, ==, "Iran");
  g_assert_cmpstr (claim->question_text, ==, "What was delivered?");
  g_assert_cmpfloat (claim->uttered_lo, ==, day (7, 11, 2022));

  claim = placed->pdata[1];
  g_assert_cmpint (claim->kind, ==, GS_TIME_EVENT);
  g_assert_cmpfloat (claim->lo, ==, day (1, 8, 2022));
  g_assert_cmpfloat (claim->hi, ==, day (31, 8, 2022));
  g_assert_cmpfloat (claim->uttered_lo, ==, day (5, 11, 2022));

  claim = placed->pdata[2];
  g_assert_cmpint (claim->stance, ==, GS_STANCE_DENIES);
  g_assert_cmpfloat (claim->lo, ==, day (24, 2, 2022));
  g_assert_true (isinf (claim->hi) && claim->hi > 0);

  case_free (self);
}

static void
test_quantities (void)
{
  Case *self = case_new (GS_ANSWER_NUMBER, FALSE);
  g_autoptr (GPtrArray) placed = NULL;
  const GsPlacedClaim *claim;

  say_all (self);
  placed = read_placed (self, GS_PLACED_AMONG_NUMBERS, 100, NULL);
  g_assert_cmpuint (placed->len, ==, 2);
  claim = placed->pdata[0];
  g_assert_cmpfloat (claim->lo, ==, 200);
  g_assert_cmpfloat (claim->hi, ==, 999);
  g_assert_cmpstr (claim->unit, ==, "drones");
  claim = placed->pdata[1];
  g_assert_cmpfloat (claim->lo, ==, 5);
  g_assert_true (isinf (claim->hi));
  g_assert_null (claim->unit);

  case_free (self);
}

/* Fewer than there are, and more than are read at once. */
static void
test_bound (void)
{
  Case *self = case_new (GS_ANSWER_DATE, FALSE);
  g_autoptr (GsAction) action = gs_action_new ("Say");
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) placed = NULL;
  const Said said = { IRAN, .time = "2022-08" };
  gboolean all;

  for (guint i = 0; i < 260; i++)
    {
      g_autoptr (GsClaimRecord) claim = case_claim (self, action, &said);

      gs_action_save (action, &gs_claim_type, claim);
    }
  case_perform (self->workspace, action);

  some = read_placed (self, GS_PLACED_IN_TIME, 7, &all);
  g_assert_cmpuint (some->len, ==, 7);
  g_assert_false (all);
  placed = read_placed (self, GS_PLACED_IN_TIME, 1000, &all);
  g_assert_cmpuint (placed->len, ==, 260);
  g_assert_true (all);

  case_free (self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/placed-claims/times", test_times);
  g_test_add_func ("/app/placed-claims/quantities", test_quantities);
  g_test_add_func ("/app/placed-claims/bound", test_bound);

  return g_test_run ();
}
