/* test-kill.c: killing the program at random moments loses nothing that was done.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parent starts itself as a child that edits and imports, kills it with
 * SIGKILL at a random moment, and compares the workspace with what the child
 * had reported as done. GAINSAY_KILLS says how often, GAINSAY_KILL_SEED
 * repeats a run.
 */

#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "gs-ctl.h"
#include "gs-kill-script.h"
#include "gs-kill.h"
#include "gs-workspace.h"

#define DEFAULT_KILLS 10
#define DEFAULT_SEED 20260101
#define N_ACTIONS 200
/* Kills fall within this part of the time the whole script takes. */
#define WINDOW 0.95

static char *program;

/* What the child's lines amount to. */
typedef struct
{
  GPtrArray *standing; /* effects, oldest first */
  GPtrArray *undone;   /* the last undone last */
  char *in_flight;     /* what was begun and not done, or NULL */
  guint n_done;
} Ledger;

static void
ledger_clear (Ledger *ledger)
{
  g_ptr_array_unref (ledger->standing);
  g_ptr_array_unref (ledger->undone);
  g_free (ledger->in_flight);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ledger, ledger_clear)

static void
move_last (GPtrArray *from, GPtrArray *to)
{
  g_assert_cmpuint (from->len, >, 0);
  g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
}

static void
ledger_read (Ledger *ledger, const char *line)
{
  if (g_str_has_prefix (line, "begin "))
    {
      ledger->in_flight = g_strdup (line + strlen ("begin "));
      return;
    }
  if (!g_str_has_prefix (line, "done "))
    return;

  line += strlen ("done ");
  g_clear_pointer (&ledger->in_flight, g_free);
  ledger->n_done++;
  if (g_str_equal (line, "undo"))
    move_last (ledger->standing, ledger->undone);
  else if (g_str_equal (line, "redo"))
    move_last (ledger->undone, ledger->standing);
  else
    {
      g_ptr_array_set_size (ledger->undone, 0);
      g_ptr_array_add (ledger->standing, g_strdup (line));
    }
}

/* What is in a workspace: UUID of each article and claim → its note. */
static void
state_apply (GHashTable *state, const char *effect)
{
  g_auto (GStrv) words = g_strsplit (effect, " ", 4);

  g_assert_cmpuint (g_strv_length (words), >=, 3);
  g_hash_table_replace (state, g_strdup (words[2]), g_strdup (words[3] != NULL ? words[3] : ""));
}

static GHashTable *
state_from_ledger (const Ledger *ledger)
{
  GHashTable *state = gs_kill_state_new ();

  for (guint i = 0; i < ledger->standing->len; i++)
    state_apply (state, ledger->standing->pdata[i]);

  return state;
}

/* What the workspace holds if the action in flight did come through. */
static GHashTable *
state_with_flight (Ledger *ledger)
{
  if (g_str_equal (ledger->in_flight, "undo"))
    move_last (ledger->standing, ledger->undone);
  else if (g_str_equal (ledger->in_flight, "redo"))
    move_last (ledger->undone, ledger->standing);
  else if (g_str_has_prefix (ledger->in_flight, "= "))
    g_ptr_array_add (ledger->standing, g_strdup (ledger->in_flight));

  return state_from_ledger (ledger);
}

static gboolean
take_record_cb (const GsRecordType *type, gpointer record, gpointer user_data, GError **error)
{
  const GsHeadRecord *head = record;
  const char *note = type == &gs_claim_type ? ((GsClaimRecord *) record)->note : NULL;

  g_hash_table_replace (user_data, g_strdup (head->uuid), g_strdup (note != NULL ? note : ""));

  return TRUE;
}

static GHashTable *
state_from_workspace (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);
  GHashTable *state = gs_kill_state_new ();

  g_assert_no_error (error);
  gs_workspace_each (workspace, &gs_article_type, take_record_cb, state, &error);
  g_assert_no_error (error);
  gs_workspace_each (workspace, &gs_claim_type, take_record_cb, state, &error);
  g_assert_no_error (error);
  gs_workspace_close (workspace);

  return state;
}

/* The action in flight is there whole or not at all; all before it stands. */
static gboolean
nothing_lost (const char *workspace, Ledger *ledger)
{
  g_autoptr (GHashTable) found = state_from_workspace (workspace);
  g_autoptr (GHashTable) without = state_from_ledger (ledger);
  g_autoptr (GHashTable) with = NULL;
  gboolean makes_one;

  if (gs_kill_state_matches (found, without, 0))
    return TRUE;
  if (ledger->in_flight == NULL)
    return FALSE;

  makes_one = g_str_equal (ledger->in_flight, "import") || g_str_equal (ledger->in_flight, "claim");
  with = state_with_flight (ledger);

  return gs_kill_state_matches (found, with, makes_one ? 1 : 0);
}

static GSubprocess *
start_child (const char *workspace, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);
  GSubprocess *child =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--child", workspace, seed_text, NULL);

  g_assert_no_error (error);

  return child;
}

/* Runs a child and kills it after @seconds, if it has not ended before; a
 * negative number lets it end. Returns whether it was killed. */
static gboolean
run_child (const char *workspace, guint32 seed, double seconds, Ledger *ledger, double *took)
{
  g_autoptr (GSubprocess) child = start_child (workspace, seed);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  g_autofree char *ready = gs_kill_read_line (lines);
  gint64 begun = g_get_monotonic_time ();
  char *line;

  g_assert_cmpstr (ready, ==, "ready");
  ledger->standing = g_ptr_array_new_with_free_func (g_free);
  ledger->undone = g_ptr_array_new_with_free_func (g_free);

  if (seconds >= 0.0)
    {
      g_usleep ((gulong) (seconds * G_USEC_PER_SEC));
      g_subprocess_send_signal (child, SIGKILL);
    }

  while ((line = gs_kill_read_line (lines)) != NULL)
    {
      ledger_read (ledger, line);
      g_free (line);
    }
  *took = (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC;
  g_subprocess_wait (child, NULL, NULL);

  return g_subprocess_get_if_signaled (child) && g_subprocess_get_term_sig (child) == SIGKILL;
}

static double
time_whole_script (const char *workspace, guint32 seed)
{
  g_auto (Ledger) ledger = { 0 };
  double took = 0.0;

  g_assert_false (run_child (workspace, seed, -1.0, &ledger, &took));
  g_assert_cmpuint (ledger.n_done, ==, N_ACTIONS);
  g_assert_true (nothing_lost (workspace, &ledger));
  g_assert_true (gs_kill_is_clean (workspace));

  return took;
}

static void
test_kill (void)
{
  guint n_wanted = gs_test_number ("GAINSAY_KILLS", DEFAULT_KILLS);
  guint32 seed = gs_test_number ("GAINSAY_KILL_SEED", DEFAULT_SEED);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *folder = gs_test_make_folder ();
  g_autofree char *timed = gs_ctl_new_workspace (folder);
  double whole = time_whole_script (timed, seed);
  guint n_killed = 0;
  guint n_lost = 0;
  guint n_damaged = 0;
  guint n_done = 0;

  g_test_message ("seed %u, the whole script takes %.2f s", seed, whole);

  while (n_killed < n_wanted)
    {
      g_autofree char *name = g_strdup_printf ("kill-%u.gainsay", n_killed);
      g_autofree char *workspace = g_build_filename (folder, name, NULL);
      g_auto (Ledger) ledger = { 0 };
      guint32 child_seed = g_rand_int (random);
      double moment = g_rand_double_range (random, 0.0, whole * WINDOW);
      double took;

      g_free (gs_ctl_expect (0, "new", workspace, NULL));
      if (!run_child (workspace, child_seed, moment, &ledger, &took))
        {
          /* It was faster than the one that was timed, perhaps on a machine that was busy then. */
          whole = MIN (whole, took);
          g_assert_cmpint (unlink (workspace), ==, 0);
          continue;
        }

      n_killed++;
      n_done += ledger.n_done;
      if (!nothing_lost (workspace, &ledger))
        {
          g_test_message ("lost: kill %u after %.3f s, child seed %u", n_killed, moment, child_seed);
          n_lost++;
        }
      if (!gs_kill_is_clean (workspace))
        n_damaged++;
      g_assert_cmpint (unlink (workspace), ==, 0);
    }

  g_test_message ("%u kills, %u lost, %u damaged (%u actions done before them)", n_killed, n_lost, n_damaged, n_done);
  g_assert_cmpuint (n_lost, ==, 0);
  g_assert_cmpuint (n_damaged, ==, 0);
  g_assert_cmpuint (n_done, >, n_killed);
  gs_test_remove_folder (g_steal_pointer (&folder));
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--child"))
    return gs_kill_script_run (argv[2], (guint32) g_ascii_strtoull (argv[3], NULL, 10), N_ACTIONS);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/kill", test_kill);

  return g_test_run ();
}
