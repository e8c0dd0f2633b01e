/* test-merge.c: two copies of a workspace become one again.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-merge.h"
#include "gs-names.h"
#include "gs-test.h"
#include "memory-report.h"

/* Two files: the second is a copy of the first. */
typedef struct
{
  char *folder;
  char *paths[2];
  GsWorkspace *workspaces[2];
} Fork;

static void
open_both (Fork *fork)
{
  static const char *const names[] = { "Ann", "Bob" };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      fork->workspaces[i] = gs_workspace_open (fork->paths[i], GS_OPEN_READ_WRITE, &error);
      g_assert_no_error (error);
      gs_workspace_set_annotator (fork->workspaces[i], names[i]);
    }
}

/* @apart: the second is not a copy but made anew from the same report. */
static void
fork_init (Fork *fork, gboolean apart)
{
  g_autofree char *golden = gs_test_data ("golden/report/small.json");
  g_autoptr (GBytes) bytes = gs_test_read (golden);
  g_autoptr (GError) error = NULL;

  fork->folder = gs_test_make_folder ();
  fork->paths[0] = g_build_filename (fork->folder, "ours.gainsay", NULL);
  fork->paths[1] = g_build_filename (fork->folder, "theirs.gainsay", NULL);
  for (guint i = 0; i < (apart ? 2 : 1); i++)
    {
      g_autoptr (GsWorkspace) workspace = NULL;

      g_assert_true (gs_workspace_create (fork->paths[i], NULL, &error));
      workspace = gs_workspace_open (fork->paths[i], GS_OPEN_READ_WRITE, &error);
      gs_report_import (workspace, bytes, "small.json", NULL, &error);
      g_assert_no_error (error);
      gs_workspace_close (workspace);
    }
  if (!apart)
    {
      g_autoptr (GBytes) file = gs_test_read (fork->paths[0]);

      gs_test_write (fork->paths[1], g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file));
    }
  open_both (fork);
}

static void
fork_clear (Fork *fork)
{
  for (guint i = 0; i < 2; i++)
    {
      gs_workspace_close (fork->workspaces[i]);
      g_object_unref (fork->workspaces[i]);
      g_free (fork->paths[i]);
    }
  gs_test_remove_folder (fork->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fork, fork_clear)

static char *
first_claim (GsWorkspace *workspace)
{
  g_autoptr (GPtrArray) rows = gs_workspace_list_page (workspace, &gs_claim_listing_type, NULL, 0, 10, NULL);

  g_assert_cmpuint (rows->len, >, 1);

  return g_strdup (((GsClaimListing *) rows->pdata[0])->uuid);
}

static void
set_summary (GsWorkspace *workspace, const char *uuid, const char *summary, const char *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsClaimRecord) claim = gs_workspace_load (workspace, &gs_claim_type, uuid, &error);
  g_autoptr (GsAction) action = gs_action_new ("Change");

  g_assert_no_error (error);
  if (summary != NULL)
    {
      g_free (claim->summary);
      claim->summary = g_strdup (summary);
    }
  if (note != NULL)
    {
      g_free (claim->note);
      claim->note = g_strdup (note);
    }
  gs_action_save (action, &gs_claim_type, claim);
  gs_workspace_perform (workspace, action, &error);
  g_assert_no_error (error);
}

static char *
add_claim (GsWorkspace *workspace, const char *article, const char *tag)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  GsClaimDraft draft = { .article = (char *) article, .start = 1, .end = 9, .tags = tags, .sources = sources };
  char *uuid = NULL;

  g_ptr_array_add (tags, g_strdup (tag));
  g_ptr_array_add (sources, g_strdup ("A new voice"));
  draft.question = (char *) "Who says so?";
  gs_claim_draft_perform (workspace, &draft, &uuid, &error);
  g_assert_no_error (error);

  return uuid;
}

static GsMerge *
compare (Fork *fork, GsMergePreference preference)
{
  g_autoptr (GError) error = NULL;
  GsMerge *merge = gs_merge_compare (fork->workspaces[0], fork->workspaces[1], preference, NULL, &error);

  g_assert_no_error (error);

  return merge;
}

static guint
perform (GsMerge *merge)
{
  g_autoptr (GError) error = NULL;
  guint n = 99;

  g_assert_true (gs_merge_perform (merge, &n, &error));
  g_assert_no_error (error);

  return n;
}

static guint
merge_all (Fork *fork, GsMergePreference preference)
{
  g_autoptr (GsMerge) merge = compare (fork, preference);

  return perform (merge);
}

static char *
summary_of (GsWorkspace *workspace, const char *uuid)
{
  g_autoptr (GsClaimRecord) claim = gs_workspace_load (workspace, &gs_claim_type, uuid, NULL);

  return g_strdup (claim->summary);
}

static char *
article_of (GsWorkspace *workspace)
{
  g_autoptr (GPtrArray) rows = gs_workspace_list_page (workspace, &gs_article_listing_type, NULL, 0, 1, NULL);

  return g_strdup (((GsArticleListing *) rows->pdata[0])->uuid);
}

static void
assert_clean (GsWorkspace *workspace)
{
  g_autoptr (GPtrArray) findings = gs_workspace_check (workspace, NULL);

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* A copy that nobody has touched brings nothing. */
static void
test_same (void)
{
  g_auto (Fork) fork = { 0 };

  fork_init (&fork, FALSE);
  g_assert_cmpuint (merge_all (&fork, GS_MERGE_THEIRS), ==, 0);
}

/* What is new there comes in, once; what has the same name is one. */
static void
test_added (void)
{
  g_auto (Fork) fork = { 0 };
  g_autofree char *article = NULL, *mine = NULL, *yours = NULL;
  g_autoptr (GsMerge) merge = NULL;
  gint64 tags, sources, questions;

  fork_init (&fork, FALSE);
  article = article_of (fork.workspaces[0]);
  mine = add_claim (fork.workspaces[0], article, "fresh/one");
  yours = add_claim (fork.workspaces[1], article, "fresh/one");
  tags = gs_workspace_count (fork.workspaces[0], &gs_tag_type, NULL);
  sources = gs_workspace_count (fork.workspaces[0], &gs_source_type, NULL);
  questions = gs_workspace_count (fork.workspaces[0], &gs_question_type, NULL);

  merge = compare (&fork, GS_MERGE_OURS);
  g_assert_cmpuint (gs_merge_get_count (merge, &gs_claim_type)->added, ==, 1);
  g_assert_cmpuint (gs_merge_get_count (merge, &gs_tag_type)->united, ==, 2);
  g_assert_cmpuint (gs_merge_get_differences (merge)->len, ==, 0);
  /* The claim and who made it. */
  g_assert_cmpuint (perform (merge), ==, 2);
  g_assert_cmpint (gs_workspace_count (fork.workspaces[0], &gs_tag_type, NULL), ==, tags);
  g_assert_cmpint (gs_workspace_count (fork.workspaces[0], &gs_source_type, NULL), ==, sources);
  g_assert_cmpint (gs_workspace_count (fork.workspaces[0], &gs_question_type, NULL), ==, questions);
  assert_clean (fork.workspaces[0]);
  g_assert_cmpuint (merge_all (&fork, GS_MERGE_OURS), ==, 0);

  /* One step. */
  g_assert_true (gs_workspace_undo (fork.workspaces[0], NULL, NULL));
  g_assert_cmpuint (merge_all (&fork, GS_MERGE_OURS), ==, 2);
}

/* Only one side has changed it: that is how it is. */
static void
test_one_side (void)
{
  g_auto (Fork) fork = { 0 };
  g_autofree char *claim = NULL, *summary = NULL, *kept = NULL;

  fork_init (&fork, FALSE);
  claim = first_claim (fork.workspaces[0]);
  set_summary (fork.workspaces[1], claim, "Theirs", NULL);
  /* The change, and who made it. */
  g_assert_cmpuint (merge_all (&fork, GS_MERGE_OURS), ==, 2);
  summary = summary_of (fork.workspaces[0], claim);
  g_assert_cmpstr (summary, ==, "Theirs");
  g_assert_cmpuint (merge_all (&fork, GS_MERGE_OURS), ==, 0);

  set_summary (fork.workspaces[0], claim, "Ours now", NULL);
  g_assert_cmpuint (merge_all (&fork, GS_MERGE_OURS), ==, 0);
  kept = summary_of (fork.workspaces[0], claim);
  g_assert_cmpstr (kept, ==, "Ours now");
}

/* Both have changed it: each field is told, and the preference decides. */
static void
test_both_sides (void)
{
  for (int preference = GS_MERGE_OURS; preference <= GS_MERGE_NEWER; preference++)
    {
      g_auto (Fork) fork = { 0 };
      g_autofree char *claim = NULL, *summary = NULL;
      g_autoptr (GsMerge) merge = NULL;
      GPtrArray *differences;
      const GsMergeDifference *first;

      fork_init (&fork, FALSE);
      claim = first_claim (fork.workspaces[0]);
      set_summary (fork.workspaces[0], claim, "Ours", NULL);
      g_usleep (2000);
      set_summary (fork.workspaces[1], claim, "Theirs", "A note");

      merge = compare (&fork, preference);
      differences = gs_merge_get_differences (merge);
      g_assert_cmpuint (differences->len, ==, 2);
      first = differences->pdata[0];
      g_assert_cmpstr (first->field->name, ==, "summary");
      g_assert_cmpstr (first->ours, ==, "Ours");
      g_assert_cmpstr (first->theirs, ==, "Theirs");
      g_assert_cmpstr (first->our_name, ==, "Ann");
      g_assert_cmpstr (first->their_name, ==, "Bob");
      perform (merge);
      summary = summary_of (fork.workspaces[0], claim);
      g_assert_cmpstr (summary, ==, preference == GS_MERGE_OURS ? "Ours" : "Theirs");
      g_assert_cmpuint (merge_all (&fork, preference), ==, 0);
      assert_clean (fork.workspaces[0]);
    }
}

/* A decision of one's own: their note, our summary. */
static void
test_decided (void)
{
  g_auto (Fork) fork = { 0 };
  g_autofree char *claim = NULL;
  g_autoptr (GsMerge) merge = NULL;
  g_autoptr (GsClaimRecord) merged = NULL;

  fork_init (&fork, FALSE);
  claim = first_claim (fork.workspaces[0]);
  set_summary (fork.workspaces[0], claim, "Ours", NULL);
  set_summary (fork.workspaces[1], claim, "Theirs", "A note");
  merge = compare (&fork, GS_MERGE_OURS);
  ((GsMergeDifference *) gs_merge_get_differences (merge)->pdata[1])->take_theirs = TRUE;
  perform (merge);
  merged = gs_workspace_load (fork.workspaces[0], &gs_claim_type, claim, NULL);
  g_assert_cmpstr (merged->summary, ==, "Ours");
  g_assert_cmpstr (merged->note, ==, "A note");
}

static void
delete_claim (GsWorkspace *workspace, const char *uuid)
{
  g_autoptr (GsAction) action = gs_action_new ("Delete");

  gs_action_delete (action, &gs_claim_type, uuid);
  g_assert_true (gs_workspace_perform (workspace, action, NULL));
}

/* Deleted here stays deleted, unless they have changed it since. */
static void
test_deleted (void)
{
  g_auto (Fork) fork = { 0 };
  g_autofree char *claim = NULL;
  gint64 n;

  fork_init (&fork, FALSE);
  claim = first_claim (fork.workspaces[0]);
  delete_claim (fork.workspaces[0], claim);
  n = gs_workspace_count (fork.workspaces[0], &gs_claim_type, NULL);
  g_assert_cmpuint (merge_all (&fork, GS_MERGE_THEIRS), ==, 0);
  g_assert_cmpint (gs_workspace_count (fork.workspaces[0], &gs_claim_type, NULL), ==, n);

  set_summary (fork.workspaces[1], claim, "Worth keeping", NULL);
  merge_all (&fork, GS_MERGE_OURS);
  g_assert_cmpint (gs_workspace_count (fork.workspaces[0], &gs_claim_type, NULL), ==, n + 1);
  assert_clean (fork.workspaces[0]);
}

/* Made from the same report but never one file: still the same records. */
static void
test_apart (void)
{
  g_auto (Fork) fork = { 0 };
  g_autofree char *claim = NULL, *summary = NULL;

  fork_init (&fork, TRUE);
  g_assert_cmpuint (merge_all (&fork, GS_MERGE_THEIRS), ==, 0);
  claim = first_claim (fork.workspaces[0]);
  set_summary (fork.workspaces[1], claim, "Theirs", NULL);
  merge_all (&fork, GS_MERGE_NEWER);
  summary = summary_of (fork.workspaces[0], claim);
  g_assert_cmpstr (summary, ==, "Theirs");
}

/* Random ones: into an empty workspace all comes over, and twice is once. */
static void
test_random (void)
{
  for (guint seed = 1; seed <= 10; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GsMemoryReport) report = gs_memory_report_random (rand, 8);
      g_autofree char *folder = gs_test_make_folder ();
      g_autofree char *path = g_build_filename (folder, "theirs.gainsay", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GsWorkspace) ours = gs_workspace_new_in_memory (&error);
      g_autoptr (GsWorkspace) theirs = NULL;
      g_autoptr (GsMerge) merge = NULL;
      g_autoptr (GsMerge) again = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GPtrArray) their_findings = NULL;
      guint n;

      g_assert_true (gs_workspace_create (path, NULL, &error));
      theirs = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);
      gs_memory_report_tame (report);
      gs_memory_report_load (report, theirs, &error);
      g_assert_no_error (error);

      merge = gs_merge_compare (ours, theirs, GS_MERGE_OURS, NULL, &error);
      g_assert_no_error (error);
      perform (merge);
      for (guint i = 0; i < gs_n_workspace_types; i++)
        g_assert_cmpint (gs_workspace_count (ours, gs_workspace_types[i], NULL), ==,
                         gs_workspace_count (theirs, gs_workspace_types[i], NULL));
      /* Random places are as wrong here as there. */
      findings = gs_workspace_check (ours, NULL);
      their_findings = gs_workspace_check (theirs, NULL);
      g_assert_cmpuint (findings->len, ==, their_findings->len);
      again = gs_merge_compare (ours, theirs, GS_MERGE_THEIRS, NULL, &error);
      n = perform (again);
      g_assert_cmpuint (n, ==, 0);
      gs_workspace_close (theirs);
      gs_test_remove_folder (g_steal_pointer (&folder));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/same", test_same);
  g_test_add_func ("/merge/added", test_added);
  g_test_add_func ("/merge/one-side", test_one_side);
  g_test_add_func ("/merge/both-sides", test_both_sides);
  g_test_add_func ("/merge/decided", test_decided);
  g_test_add_func ("/merge/deleted", test_deleted);
  g_test_add_func ("/merge/apart", test_apart);
  g_test_add_func ("/merge/random", test_random);

  return g_test_run ();
}
