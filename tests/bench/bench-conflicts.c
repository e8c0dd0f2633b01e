/* bench-conflicts.c: what contradictions cost in a workspace of many claims.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bench-conflicts [CLAIMS]
 *
 * Claims fall to questions by Zipf's law. Prints what it takes to work out all
 * standpoints, to follow one edit, and to show the first page of the board and
 * of pairs; and how many pairs a comparison of all claims of a question would
 * look at.
 */

#include "config.h"

#include "gs-conflicts.h"
#include "gs-standpoints.h"

#define QUESTIONS 5000
#define SOURCES 200
#define EDITS 200
#define BATCH 5000

static const char *const things[] = { "beacons", "radios", "keels", "permits", "lenses", "cables", "buoys", "charts" };

static char *
uuid_of (guint kind, guint number)
{
  return g_strdup_printf ("%08x-0000-8000-8000-%012x", kind, number);
}

/* The share of question n is 1 ÷ (n + 1). */
static guint
question_of (GRand *rand, const double *sums)
{
  double at = g_rand_double_range (rand, 0, sums[QUESTIONS - 1]);
  guint lo = 0, hi = QUESTIONS - 1;

  while (lo < hi)
    {
      guint middle = (lo + hi) / 2;

      if (sums[middle] < at)
        lo = middle + 1;
      else
        hi = middle;
    }

  return lo;
}

static void
perform (GsWorkspace *workspace, GsAction *action)
{
  g_autoptr (GError) error = NULL;

  if (!gs_workspace_perform (workspace, action, &error))
    g_error ("%s", error->message);
}

static void
set_slot (GsClaimRecord *claim, const char *name, const char *entity)
{
  GsSlotRecord *slot = gs_record_append (claim->slots, &gs_slot_type);

  slot->name = g_strdup (name);
  slot->entity = g_strdup (entity);
}

static GsClaimRecord *
claim_new (GRand *rand, const double *sums, guint number, guint64 *per_question)
{
  GsClaimRecord *claim = gs_record_new (&gs_claim_type);
  guint question = question_of (rand, sums);
  g_autofree char *actor = g_strdup_printf ("office %u", question);
  GsTimeRecord *time = gs_record_append (claim->times, &gs_time_type);

  claim->uuid = uuid_of (5, number);
  claim->question = uuid_of (3, question);
  claim->summary = g_strdup_printf ("Claim %u", number);
  claim->stance = g_rand_int_range (rand, 0, 4) == 0 ? GS_STANCE_DENIES : GS_STANCE_ASSERTS;
  set_slot (claim, "actor", actor);
  set_slot (claim, "action", "deliver");
  set_slot (claim, "object", things[g_rand_int_range (rand, 0, G_N_ELEMENTS (things))]);
  time->start_lo = g_strdup_printf ("2025-%02d", g_rand_int_range (rand, 1, 13));
  time->end_hi = g_strdup (time->start_lo);
  ((GsHopRecord *) gs_record_append (claim->hops, &gs_hop_type))->source =
    uuid_of (2, (guint) g_rand_int_range (rand, 0, g_rand_int_range (rand, 1, SOURCES)));
  per_question[question]++;

  return claim;
}

static void
make_names (GsWorkspace *workspace)
{
  g_autoptr (GsAction) action = gs_action_new ("Names");

  for (guint i = 0; i < SOURCES; i++)
    {
      g_autoptr (GsSourceRecord) source = gs_record_new (&gs_source_type);

      source->uuid = uuid_of (2, i);
      source->name = g_strdup_printf ("Office %u", i);
      source->kind = GS_SOURCE_ORGANISATION;
      gs_action_save (action, &gs_source_type, source);
    }
  for (guint i = 0; i < QUESTIONS; i++)
    {
      g_autoptr (GsQuestionRecord) question = gs_record_new (&gs_question_type);

      question->uuid = uuid_of (3, i);
      question->text = g_strdup_printf ("What was delivered in case %u?", i);
      gs_action_save (action, &gs_question_type, question);
    }
  perform (workspace, action);
}

static double
make_claims (GsWorkspace *workspace, GRand *rand, const double *sums, guint n, guint64 *per_question)
{
  gint64 start = g_get_monotonic_time ();

  for (guint done = 0; done < n; done += BATCH)
    {
      g_autoptr (GsAction) action = gs_action_new ("Claims");

      for (guint i = done; i < MIN (done + BATCH, n); i++)
        {
          g_autoptr (GsClaimRecord) claim = claim_new (rand, sums, i, per_question);

          gs_action_save (action, &gs_claim_type, claim);
        }
      perform (workspace, action);
    }

  return (double) (g_get_monotonic_time () - start) / 1e6;
}

static double
bring_up_to_date (GsWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GsStandpoints) standpoints = gs_standpoints_new (workspace, &error);

  if (standpoints == NULL)
    g_error ("%s", error->message);

  return (double) (g_get_monotonic_time () - start) / 1e3;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

static void
edit_claims (GsWorkspace *workspace, GRand *rand, guint n)
{
  double times[EDITS];

  for (guint i = 0; i < EDITS; i++)
    {
      g_autofree char *uuid = uuid_of (5, (guint) g_rand_int_range (rand, 0, (gint32) n));
      g_autoptr (GsClaimRecord) claim = gs_workspace_load (workspace, &gs_claim_type, uuid, NULL);
      g_autoptr (GsAction) action = gs_action_new ("Edit");

      claim->stance = !claim->stance;
      gs_action_save (action, &gs_claim_type, claim);
      perform (workspace, action);
      times[i] = bring_up_to_date (workspace);
    }
  qsort (times, EDITS, sizeof *times, compare_times);
  g_print ("one edit followed: median %.2f ms, 99th percentile %.2f ms\n", times[EDITS / 2], times[EDITS * 99 / 100]);
}

static void
show (GsWorkspace *workspace, const char *question)
{
  g_autoptr (GPtrArray) conflicts = NULL, pairs = NULL;
  gint64 start = g_get_monotonic_time ();

  conflicts = gs_conflicts_list (workspace, NULL, 0, 20, NULL);
  g_print ("first page of the board: %u conflicts, %.1f ms\n", conflicts->len,
           (double) (g_get_monotonic_time () - start) / 1e3);
  start = g_get_monotonic_time ();
  pairs = gs_conflicts_pairs (workspace, question, 0, 50, NULL);
  g_print ("first page of pairs on the hottest question: %u pairs, %.1f ms\n", pairs->len,
           (double) (g_get_monotonic_time () - start) / 1e3);
}

int
main (int argc, char *argv[])
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 20000;
  g_autofree char *folder = g_dir_make_tmp ("gainsay-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.gainsay", NULL);
  g_autofree char *hottest = uuid_of (3, 0);
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20221105);
  g_autoptr (GError) error = NULL;
  g_autofree guint64 *per_question = g_new0 (guint64, QUESTIONS);
  g_autofree double *sums = g_new (double, QUESTIONS);
  double naive = 0;

  for (guint i = 0; i < QUESTIONS; i++)
    sums[i] = (i > 0 ? sums[i - 1] : 0) + 1.0 / (i + 1);
  if (!gs_workspace_create (path, "Benchmark", &error)
      || (workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error)) == NULL)
    g_error ("%s", error->message);

  make_names (workspace);
  g_print ("%u claims stored in %.1f s\n", n, make_claims (workspace, rand, sums, n, per_question));
  g_print ("all standpoints worked out: %.0f ms\n", bring_up_to_date (workspace));
  for (guint i = 0; i < QUESTIONS; i++)
    naive += (double) per_question[i] * ((double) per_question[i] - 1) / 2;
  g_print ("hottest question: %" G_GUINT64_FORMAT " claims; pairs of claims on one question: %.3g\n", per_question[0],
           naive);
  edit_claims (workspace, rand, n);
  show (workspace, hottest);
  show (workspace, hottest);
  gs_workspace_close (workspace);

  return 0;
}
