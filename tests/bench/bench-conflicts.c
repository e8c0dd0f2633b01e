/* bench-conflicts.c: what contradictions cost in a workspace of many claims.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bench-conflicts [--keep=FILE] [--as-it-is] [--actors=N] [CLAIMS…]
 *
 * Claims fall to questions by Zipf's law, so that the hottest of 5,000 has more
 * than a tenth of them; they stand in articles of three languages. For each
 * number of CLAIMS it prints what it takes to work out everything anew, to
 * follow one edit, and to show the first page of the board and of pairs; how
 * many pairs a comparison of all claims would look at; and how the time of
 * working out grows from one number to the next. With --keep the workspace of
 * the last number stays, and is used again if it is there already; with
 * --as-it-is it is not worked out anew either. Each question has an actor of
 * its own, or one of N, by Zipf's law too.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "gs-conflicts.h"
#include "gs-standpoints.h"

#define QUESTIONS 5000
#define SOURCES 200
#define CLAIMS_AN_ARTICLE 100
#define EDITS 1000
#define SHARED_EDITS 100 /* where they touch many questions */
#define PAGES 50
#define SHAKES 10
#define BATCH 5000

static const char *const things[] = { "beacons", "radios", "keels", "permits", "lenses", "cables", "buoys", "charts" };
static const char *const languages[] = { "en", "nl", "de" };

static gboolean as_it_is;
static int actors;
static double sums[QUESTIONS];
static guint64 per_question[QUESTIONS];

static char *
uuid_of (guint kind, guint number)
{
  return g_strdup_printf ("%08x-0000-8000-8000-%012x", kind, number);
}

static double
milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1e3;
}

/* Making ----------------------------------------------------------------------------- */

/* The share of number n is 1 ÷ (n + 1). */
static guint
one_of (GRand *rand, guint n)
{
  double at = g_rand_double_range (rand, 0, sums[n - 1]);
  guint lo = 0, hi = n - 1;

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
claim_new (GRand *rand, guint number)
{
  GsClaimRecord *claim = gs_record_new (&gs_claim_type);
  guint question = one_of (rand, QUESTIONS);
  g_autofree char *actor = g_strdup_printf ("office %u", actors > 0 ? one_of (rand, (guint) actors) : question);
  GsTimeRecord *time = gs_record_append (claim->times, &gs_time_type);

  claim->uuid = uuid_of (5, number);
  claim->article = uuid_of (4, number / CLAIMS_AN_ARTICLE);
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

static void
save_article (GsAction *action, guint number)
{
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);

  article->uuid = uuid_of (4, number);
  article->title = g_strdup_printf ("Log of the harbour, sheet %u", number);
  article->language = g_strdup (languages[number % G_N_ELEMENTS (languages)]);
  article->text = g_strdup_printf ("Sheet %u.", number);
  gs_action_save (action, &gs_article_type, article);
}

static void
make_claims (GsWorkspace *workspace, GRand *rand, guint n, gboolean store)
{
  for (guint done = 0; done < n; done += BATCH)
    {
      g_autoptr (GsAction) action = gs_action_new ("Claims");

      for (guint i = done; i < MIN (done + BATCH, n); i++)
        {
          g_autoptr (GsClaimRecord) claim = claim_new (rand, i);

          if (store && i % CLAIMS_AN_ARTICLE == 0)
            save_article (action, i / CLAIMS_AN_ARTICLE);
          if (store)
            gs_action_save (action, &gs_claim_type, claim);
        }
      if (store)
        perform (workspace, action);
    }
}

/* Measuring --------------------------------------------------------------------------- */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

static void
tell (const char *what, double *times, guint n)
{
  qsort (times, n, sizeof *times, compare_times);
  g_print ("%s: median %.2f ms, 99th percentile %.2f ms, longest %.2f ms\n", what, times[n / 2], times[n * 99 / 100],
           times[n - 1]);
}

static double
follow (GsWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  if (!gs_conflicts_update (workspace, NULL, &error))
    g_error ("%s", error->message);

  return milliseconds_since (start);
}

static double
rebuild (GsWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  if (!gs_conflicts_rebuild (workspace, &error))
    g_error ("%s", error->message);

  return milliseconds_since (start) / 1e3;
}

static void
edit_claims (GsWorkspace *workspace, GRand *rand, guint n)
{
  double stored[EDITS], followed[EDITS], listed[EDITS];
  guint edits = actors > 0 ? SHARED_EDITS : EDITS;

  for (guint i = 0; i < edits; i++)
    {
      g_autofree char *uuid = uuid_of (5, (guint) g_rand_int_range (rand, 0, (gint32) n));
      g_autoptr (GsClaimRecord) claim = gs_workspace_load (workspace, &gs_claim_type, uuid, NULL);
      g_autoptr (GsAction) action = gs_action_new ("Edit");
      gint64 start = g_get_monotonic_time ();

      claim->stance = !claim->stance;
      gs_action_save (action, &gs_claim_type, claim);
      perform (workspace, action);
      stored[i] = milliseconds_since (start);
      if (actors == 0)
        followed[i] = follow (workspace);
      start = g_get_monotonic_time ();
      g_ptr_array_unref (gs_conflicts_list (workspace, NULL, 0, 50, NULL));
      listed[i] = milliseconds_since (start);
      if (actors > 0)
        followed[i] = follow (workspace);
    }
  tell ("one edit stored", stored, edits);
  if (actors == 0)
    tell ("its conflicts updated", followed, edits);
  tell ("the first page of the board right after it", listed, edits);
  if (actors > 0)
    tell ("the other conflicts updated", followed, edits);
}

static void
show (GsWorkspace *workspace, const char *what, const GsConflictFilter *filter)
{
  double times[PAGES];
  guint n = 0;

  for (guint i = 0; i < PAGES; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) conflicts = gs_conflicts_list (workspace, filter, 0, 50, NULL);

      times[i] = milliseconds_since (start);
      n = conflicts->len;
    }
  g_print ("(%u conflicts) ", n);
  tell (what, times, PAGES);
}

/* The first page after a change that may count on any question. */
static void
show_after_rename (GsWorkspace *workspace)
{
  double times[SHAKES];

  for (guint i = 0; i < SHAKES; i++)
    {
      g_autofree char *uuid = uuid_of (2, i);
      g_autoptr (GsSourceRecord) source = gs_workspace_load (workspace, &gs_source_type, uuid, NULL);
      g_autoptr (GsAction) action = gs_action_new ("Rename");
      g_autoptr (GPtrArray) conflicts = NULL;
      gint64 start;

      source->name[0] = source->name[0] == 'O' ? 'o' : 'O';
      gs_action_save (action, &gs_source_type, source);
      perform (workspace, action);
      start = g_get_monotonic_time ();
      conflicts = gs_conflicts_list (workspace, NULL, 0, 50, NULL);
      times[i] = milliseconds_since (start);
    }
  tell ("first page after a source was renamed", times, SHAKES);
}

static void
show_question (GsWorkspace *workspace, guint number)
{
  double opened[PAGES], paired[PAGES];
  g_autofree char *question = uuid_of (3, number);
  guint n_positions = 0, n_pairs = 0;

  for (guint i = 0; i < PAGES; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GsConflict) conflict = gs_conflicts_of (workspace, question, NULL);
      g_autoptr (GPtrArray) pairs = NULL;

      opened[i] = milliseconds_since (start);
      start = g_get_monotonic_time ();
      pairs = gs_conflicts_pairs (workspace, question, 0, 50, NULL);
      paired[i] = milliseconds_since (start);
      n_positions = conflict != NULL ? conflict->positions->len : 0;
      n_pairs = pairs->len;
    }
  g_print ("question %u, %" G_GUINT64_FORMAT " claims:\n(%u positions) ", number, per_question[number], n_positions);
  tell ("opened", opened, PAGES);
  g_print ("(%u pairs) ", n_pairs);
  tell ("first page of its pairs", paired, PAGES);
}

static void
tell_naive (guint n)
{
  double on_questions = 0;

  for (guint i = 0; i < QUESTIONS; i++)
    on_questions += (double) per_question[i] * ((double) per_question[i] - 1) / 2;
  g_print ("hottest question: %" G_GUINT64_FORMAT " claims; pairs of claims: %.3g, of them on one question: %.3g\n",
           per_question[0], (double) n * ((double) n - 1) / 2, on_questions);
}

/* Returns: seconds of working out everything anew. */
static double
measure (const char *path, guint n, gboolean made)
{
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20221105);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  double seconds = 0, again = 0;

  if ((!made && !gs_workspace_create (path, "Benchmark", &error))
      || (workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error)) == NULL)
    g_error ("%s", error->message);

  memset (per_question, 0, sizeof per_question);
  if (!made)
    make_names (workspace);
  make_claims (workspace, rand, n, !made);
  g_print ("\n%u claims stored in %.1f s\n", n, milliseconds_since (start) / 1e3);
  tell_naive (n);
  if (!made || !as_it_is)
    {
      seconds = rebuild (workspace);
      again = rebuild (workspace);
      g_print ("full rebuild: %.2f s, %.2f s\n", seconds, again);
    }
  edit_claims (workspace, rand, n);
  show (workspace, "first page of the board", NULL);
  show (workspace, "of what is undecided", &(GsConflictFilter){ .undecided = TRUE });
  show (workspace, "of self-contradictions across languages",
        &(GsConflictFilter){ .cross_language = TRUE, .self_contradiction = TRUE });
  show_after_rename (workspace);
  show_question (workspace, 0);
  show_question (workspace, QUESTIONS / 50);
  gs_workspace_close (workspace);

  return MIN (seconds, again);
}

int
main (int argc, char *argv[])
{
  g_autofree char *keep = NULL;
  const GOptionEntry entries[] = {
    { "keep", 0, 0, G_OPTION_ARG_FILENAME, &keep, "Where the last workspace stays", "FILE" },
    { "actors", 0, 0, G_OPTION_ARG_INT, &actors, "How many actors all questions share", "N" },
    { "as-it-is", 0, 0, G_OPTION_ARG_NONE, &as_it_is, "Do not work it out anew", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("[CLAIMS…]");
  g_autofree char *folder = g_dir_make_tmp ("gainsay-bench-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  double before = 0;
  guint n_before = 0;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  for (guint i = 0; i < QUESTIONS; i++)
    sums[i] = (i > 0 ? sums[i - 1] : 0) + 1.0 / (i + 1);

  for (int i = 1; i < MAX (argc, 2); i++)
    {
      guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[i], NULL, 10) : 20000;
      g_autofree char *own = g_build_filename (folder, "bench.gainsay", NULL);
      const char *path = keep != NULL && i == MAX (argc, 2) - 1 ? keep : own;
      double now = measure (path, n, path == keep && g_file_test (path, G_FILE_TEST_EXISTS));

      if (n_before > 0)
        g_print ("from %u to %u claims a rebuild takes %.1f times as long\n", n_before, n, now / before);
      before = now;
      n_before = n;
      g_unlink (own);
    }
  g_rmdir (folder);

  return 0;
}
