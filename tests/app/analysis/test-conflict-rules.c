/* test-conflict-rules.c: which two claims contradict each other, and which only seem to.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "conflict-case.h"

typedef struct
{
  const char *name;
  int answer;
  gboolean exclusive;
  Said x;
  Said y;
  const char *rule; /* NULL: no pair */
  int type;
  int conflict_class;
  double score;
} Row;

static const Row rows[] = {
  { "opposite", 0, FALSE, { IRAN, DENY }, { US }, "polarity", GS_LINK_CONTRADICTS, GS_CLASS_DISPUTE, 70 },
  { "both assert", 0, FALSE, { IRAN }, { US } },
  { "both deny", 0, TRUE, { IRAN, DENY, .value = "a" }, { US, DENY, .value = "b" } },
  { "who knows denies nothing", 0, FALSE, { IRAN, DENY, .certainty = GS_CERTAINTY_UNKNOWN }, { US } },
  { "only possible",
    0,
    FALSE,
    { IRAN, DENY },
    { US, .certainty = GS_CERTAINTY_POSSIBLE },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    50 },
  { "planned",
    0,
    FALSE,
    { IRAN, DENY },
    { US, .status = GS_STATUS_PLANNED },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    55 },
  { "trap: denies an extent", 0, FALSE, { IRAN, DENY, .slot = "extent" }, { US } },
  { "trap: denies an outcome", 0, FALSE, { IRAN, DENY, .slot = "outcome" }, { US } },
  { "trap: not concluded, but negotiating", 0, FALSE, { IRAN, DENY, .most = 3 }, { US, .least = 2 } },
  { "not concluded, but delivered",
    0,
    FALSE,
    { IRAN, DENY, .most = 3 },
    { US, .least = 5 },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    70 },
  { "an extent asserted is no guard",
    0,
    FALSE,
    { IRAN, DENY },
    { US, .slot = "extent" },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    70 },
  { "within the time denied",
    0,
    FALSE,
    { IRAN, DENY, .time = "universal:2022-02-24.." },
    { US, .time = "2022-08" },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    80 },
  { "times overlap",
    0,
    FALSE,
    { IRAN, DENY, .time = "2022-08-15..2023" },
    { US, .time = "2022-08" },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    75 },
  { "trap: denies another time than others assert", 0, FALSE, { IRAN, DENY, .time = "2021" }, { US, .time = "2022" } },
  { "one party, two times",
    0,
    FALSE,
    { IRAN, DENY, .time = "2021" },
    { .sources = "CNN>Minister", .article = 1, .time = "2022" },
    "polarity-scope",
    GS_LINK_TENSION,
    GS_CLASS_SELF_CONTRADICTION,
    60 },
  { "trap: both times told in one article", 0, FALSE, { IRAN, DENY, .time = "2021" }, { IRAN, .time = "2022" } },
  { "one article, but the denial states its scope",
    0,
    FALSE,
    { IRAN, DENY, .time = "2021", .scope = "to Russia" },
    { IRAN, .time = "2022" },
    "polarity-scope",
    GS_LINK_TENSION,
    GS_CLASS_SELF_CONTRADICTION,
    60 },
  { "one party, two scopes",
    0,
    FALSE,
    { IRAN, DENY, .scope = "for use in war" },
    { .sources = "CNN>Iran", .article = 1, .scope = "before the war", .uttered = "2022-11-05" },
    "polarity-scope",
    GS_LINK_TENSION,
    GS_CLASS_MIS_ATTRIBUTION,
    55 },
  { "two parties, two scopes",
    0,
    FALSE,
    { IRAN, DENY, .scope = "a" },
    { US, .scope = "b" },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    60 },
  { "colleagues",
    0,
    FALSE,
    { .sources = "VRT>Minister", DENY },
    { .sources = "CNN>Envoy", .article = 1 },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_SELF_CONTRADICTION,
    80 },
  { "one speaker, one outlet",
    0,
    FALSE,
    { IRAN, DENY },
    { IRAN, .article = 1 },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_SELF_CONTRADICTION,
    80 },
  { "one speaker, two outlets",
    0,
    FALSE,
    { IRAN, DENY },
    { .sources = "CNN>Iran", .article = 1 },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_MIS_ATTRIBUTION,
    75 },
  { "one speaker, two outlets, two days",
    0,
    FALSE,
    { IRAN, DENY, .uttered = "2022-10-18" },
    { .sources = "CNN>Iran", .article = 1, .uttered = "2022-11-05" },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_SELF_CONTRADICTION,
    80 },
  { "trap: officials need not be the same",
    0,
    FALSE,
    { .sources = "VRT>officials", DENY },
    { .sources = "VRT>officials", .article = 1 },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    70 },
  { "the voice of one article",
    0,
    FALSE,
    { DENY },
    { .article = 0 },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_SELF_CONTRADICTION,
    80 },
  { "values",
    GS_ANSWER_VALUE,
    TRUE,
    { IRAN, .value = "drones" },
    { US, .value = "missiles" },
    "exclusive-value",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    60 },
  { "the same value", GS_ANSWER_VALUE, TRUE, { IRAN, .value = " DRÖNES " }, { US, .value = "drönes" } },
  { "values of an open question", GS_ANSWER_VALUE, FALSE, { IRAN, .value = "drones" }, { US, .value = "missiles" } },
  { "no value", GS_ANSWER_VALUE, TRUE, { IRAN }, { US, .value = "missiles" } },
  { "numbers that exclude each other",
    GS_ANSWER_NUMBER,
    TRUE,
    { IRAN, .value = "few", .quantity = "..20 drones" },
    { US, .value = "450", .quantity = "450 drones" },
    "exclusive-value",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    75 },
  { "trap: hundreds hold 450",
    GS_ANSWER_NUMBER,
    TRUE,
    { IRAN, .value = "hundreds", .quantity = "200..999 drones" },
    { US, .value = "450", .quantity = "450 drones" } },
  { "trap: more than 100 may be fewer than 500",
    GS_ANSWER_NUMBER,
    TRUE,
    { IRAN, .value = "more", .quantity = ">100" },
    { US, .value = "fewer", .quantity = "<500" } },
  { "quantities beside the answer",
    GS_ANSWER_VALUE,
    TRUE,
    { IRAN, .value = "ships", .quantity = "2..4" },
    { US, .value = "drones", .quantity = "3" },
    "exclusive-value",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    40 },
  { "numbers of different things",
    GS_ANSWER_NUMBER,
    TRUE,
    { IRAN, .value = "20", .quantity = "20 ships" },
    { US, .value = "450", .quantity = "450 drones" },
    "exclusive-value",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    60 },
  { "an open bound",
    GS_ANSWER_NUMBER,
    TRUE,
    { IRAN, .value = "fewer", .quantity = "<450" },
    { US, .value = "450", .quantity = "450" },
    "exclusive-value",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    75 },
  { "dates that exclude each other",
    GS_ANSWER_DATE,
    TRUE,
    { IRAN, .value = "before the war", .time = "onset:..2022-02-23" },
    { US, .value = "August", .time = "onset:2022-08" },
    "onset",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    75 },
  { "trap: August is in the summer",
    GS_ANSWER_DATE,
    TRUE,
    { IRAN, .value = "summer", .time = "2022-06..2022-08" },
    { US, .value = "August", .time = "2022-08" } },
  { "numbers at different times",
    GS_ANSWER_NUMBER,
    TRUE,
    { IRAN, .value = "20", .time = "2022" },
    { US, .value = "450", .time = "2023" },
    "exclusive-value",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    45 },
  { "trap: denies another value", GS_ANSWER_NUMBER, TRUE, { IRAN, DENY, .value = "500" }, { US, .value = "450" } },
  { "denies that value",
    GS_ANSWER_NUMBER,
    TRUE,
    { IRAN, DENY, .value = "450" },
    { US, .value = "450" },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    70 },
  { "denies any value",
    GS_ANSWER_NUMBER,
    TRUE,
    { IRAN, DENY },
    { US, .value = "450" },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    70 },
  { "yes and no",
    GS_ANSWER_YES_NO,
    TRUE,
    { IRAN, DENY, .value = "no" },
    { US, .value = "yes" },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    70 },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  Case *self = case_new (row->answer, row->exclusive);
  g_autofree char *x = case_say (self, &row->x, NULL), *y = case_say (self, &row->y, NULL);
  g_autoptr (GPtrArray) pairs = case_pairs (self);
  g_autoptr (GsConflict) conflict = gs_conflicts_of (self->workspace, self->question, NULL);

  g_assert_cmpuint (pairs->len, ==, row->rule != NULL);
  g_assert_true ((conflict != NULL) == (row->rule != NULL));
  if (row->rule != NULL)
    {
      const GsPair *pair = pairs->pdata[0];

      g_assert_cmpstr (pair->rule, ==, row->rule);
      g_assert_cmpint (pair->type, ==, row->type);
      g_assert_cmpint (pair->conflict_class, ==, row->conflict_class);
      g_test_message ("%s", pair->addends);
      g_assert_cmpfloat (pair->score, ==, row->score);
      g_assert_true (g_uuid_string_is_valid (pair->link));
      g_assert_true (strstr (pair->explanation, "has it") != NULL);
      g_assert_true (strstr (pair->explanation, "What was delivered?") != NULL);
      g_assert_true (*pair->reconcile != '\0');
      g_assert_cmpint (pair->verdict, ==, GS_VERDICT_UNDECIDED);
      g_assert_cmpstr (conflict->kind, ==, row->rule);
      g_assert_cmpint (conflict->undecided, ==, 1);
      if (row->x.denies != row->y.denies)
        g_assert_cmpstr (pair->a, ==, row->x.denies ? y : x);
    }
  case_free (self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/conflicts/rules/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }

  return g_test_run ();
}
