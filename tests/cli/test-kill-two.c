/* test-kill-two.c: two programs on one workspace, both killed at random moments.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parent starts itself twice on one workspace. Both children edit, import,
 * undo, redo and export at once; each is killed with SIGKILL at a moment of its
 * own. Then the history in the file is compared with what both had reported,
 * the records with what the history says, and gainsayctl checks the file. The
 * next round goes on with the same workspace. GAINSAY_KILLS says how many
 * kills, GAINSAY_KILL_SEED repeats a run.
 */

#include "config.h"

#include <signal.h>
#include <string.h>

#include "gs-ctl.h"
#include "gs-kill-mixed.h"
#include "gs-kill.h"
#include "gs-workspace.h"

#define DEFAULT_KILLS 10
#define DEFAULT_SEED 20260102
#define N_ACTIONS 60
/* Kills fall within this part of the time a whole script takes. */
#define WINDOW 0.9
/* After so many rounds comes a new workspace. */
#define ROUNDS 10

static char *program;

/* What a workspace must hold. */
typedef struct
{
  GHashTable *net;     /* label → done and redone less undone (int) */
  GHashTable *effects; /* label → effect */
  guint n_done;        /* committed steps that were reported */
} Ledger;

/* What one child was about when it was killed. */
typedef struct
{
  char *label; /* (nullable): of a step to be made, or "!undo", "!redo" */
} Flight;

static void
ledger_init (Ledger *ledger)
{
  ledger->net = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ledger->effects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
ledger_clear (Ledger *ledger)
{
  g_hash_table_unref (ledger->net);
  g_hash_table_unref (ledger->effects);
}

static int
net_of (const Ledger *ledger, const char *label)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (ledger->net, label));
}

static void
count (Ledger *ledger, const char *label, int by)
{
  g_hash_table_replace (ledger->net, g_strdup (label), GINT_TO_POINTER (net_of (ledger, label) + by));
  ledger->n_done++;
}

static void
assert_whole_report (const char *path)
{
  g_autoptr (GBytes) bytes = gs_test_read (path);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (JsonNode) report = gs_ctl_parse (text);

  g_assert_true (JSON_NODE_HOLDS_OBJECT (report));
}

static void
done (Ledger *ledger, const char *what)
{
  if (g_str_has_prefix (what, "!undo "))
    count (ledger, what + strlen ("!undo "), -1);
  else if (g_str_has_prefix (what, "!redo "))
    count (ledger, what + strlen ("!redo "), 1);
  else if (g_str_has_prefix (what, "!export "))
    assert_whole_report (what + strlen ("!export "));
  else
    count (ledger, what, 1);
}

static void
ledger_read (Ledger *ledger, Flight *flight, const char *line)
{
  if (g_str_has_prefix (line, "begin "))
    {
      g_auto (GStrv) words = g_strsplit (line + strlen ("begin "), "\t", 2);

      if (words[1] != NULL)
        g_hash_table_replace (ledger->effects, g_strdup (words[0]), g_strdup (words[1]));
      flight->label = g_strdup (words[0]);
      return;
    }

  g_clear_pointer (&flight->label, g_free);
  if (g_str_has_prefix (line, "done "))
    done (ledger, line + strlen ("done "));
  else
    g_assert_cmpstr (line, ==, "failed");
}

/* What is in the file --------------------------------------------------------- */

/* Article's path or claim's UUID → note. */
static void
state_apply (GHashTable *state, const char *effect)
{
  g_auto (GStrv) words = g_strsplit (effect, " ", 3);

  g_assert_nonnull (words[1]);
  g_hash_table_replace (state, g_strdup (words[1]), g_strdup (words[2] != NULL ? words[2] : ""));
}

static gboolean
take_record_cb (const GsRecordType *type, gpointer record, gpointer user_data, GError **error)
{
  const GsClaimRecord *claim = record;
  const GsArticleRecord *article = record;

  if (type == &gs_claim_type)
    g_hash_table_replace (user_data, g_strdup (claim->uuid), g_strdup (claim->note != NULL ? claim->note : ""));
  else
    g_hash_table_replace (user_data, g_strdup (article->path), g_strdup (""));

  return TRUE;
}

typedef struct
{
  GHashTable *records;
  GPtrArray *history; /* GsHistoryListing, newest first */
} Found;

static void
found_read (Found *found, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);

  g_assert_no_error (error);
  found->records = gs_kill_state_new ();
  gs_workspace_each (workspace, &gs_article_type, take_record_cb, found->records, &error);
  g_assert_no_error (error);
  gs_workspace_each (workspace, &gs_claim_type, take_record_cb, found->records, &error);
  g_assert_no_error (error);
  found->history = gs_workspace_history (workspace, G_MAXUINT, &error);
  g_assert_no_error (error);
  gs_workspace_close (workspace);
}

static void
found_clear (Found *found)
{
  g_hash_table_unref (found->records);
  g_ptr_array_unref (found->history);
}

static gboolean
take_flight (Flight *flights, const char *label)
{
  for (guint i = 0; i < 2; i++)
    {
      if (g_strcmp0 (flights[i].label, label) == 0)
        {
          g_clear_pointer (&flights[i].label, g_free);
          return TRUE;
        }
    }

  return FALSE;
}

/* What one step is besides what was reported must be what somebody was about. */
static gboolean
explain (Ledger *ledger, Flight *flights, const char *label, int standing)
{
  int net = net_of (ledger, label);

  while (net < standing && (take_flight (flights, label) || take_flight (flights, "!redo")))
    net++;
  while (net > standing && take_flight (flights, "!undo"))
    net--;
  /* Not replaced, since the key is the label. */
  g_hash_table_insert (ledger->net, g_strdup (label), GINT_TO_POINTER (net));

  return net == standing;
}

static guint
count_lost (Ledger *ledger, Flight *flights, const Found *found)
{
  g_autoptr (GHashTable) standing = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) labels = NULL;
  guint n_lost = 0;

  for (guint i = 0; i < found->history->len; i++)
    {
      const GsHistoryListing *step = found->history->pdata[i];

      g_hash_table_insert (standing, step->label, GINT_TO_POINTER (step->undone ? 0 : 1));
      g_assert_true (g_hash_table_contains (ledger->effects, step->label));
      if (!g_hash_table_contains (ledger->net, step->label))
        g_hash_table_insert (ledger->net, g_strdup (step->label), NULL);
    }

  labels = g_hash_table_get_keys (ledger->net);
  for (GList *l = labels; l != NULL; l = l->next)
    {
      if (explain (ledger, flights, l->data, GPOINTER_TO_INT (g_hash_table_lookup (standing, l->data))))
        continue;
      g_test_message ("lost: “%s”", (const char *) l->data);
      n_lost++;
    }

  return n_lost;
}

/* Whether the records are what the steps that stand amount to. */
static gboolean
records_follow (const Ledger *ledger, const Found *found)
{
  g_autoptr (GHashTable) wanted = gs_kill_state_new ();

  for (guint i = found->history->len; i > 0; i--)
    {
      const GsHistoryListing *step = found->history->pdata[i - 1];

      if (!step->undone)
        state_apply (wanted, g_hash_table_lookup (ledger->effects, step->label));
    }

  return gs_kill_state_matches (found->records, wanted, 0);
}

/* Children -------------------------------------------------------------------- */

typedef struct
{
  GSubprocess *process;
  GDataInputStream *lines;
} Child;

static void
child_start (Child *child, const char *workspace, const char *folder, const char *name, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);
  g_autofree char *ready = NULL;

  child->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--child", workspace, folder,
                                     name, seed_text, NULL);
  g_assert_no_error (error);
  child->lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child->process));
  ready = gs_kill_read_line (child->lines);
  g_assert_cmpstr (ready, ==, "ready");
}

/* Returns whether it was killed, and did not end by itself. */
static gboolean
child_finish (Child *child, Ledger *ledger, Flight *flight)
{
  gboolean killed;
  char *line;

  while ((line = gs_kill_read_line (child->lines)) != NULL)
    {
      ledger_read (ledger, flight, line);
      g_free (line);
    }
  g_subprocess_wait (child->process, NULL, NULL);
  killed = g_subprocess_get_if_signaled (child->process);
  if (killed)
    g_assert_cmpint (g_subprocess_get_term_sig (child->process), ==, SIGKILL);
  else
    g_assert_true (g_subprocess_get_successful (child->process));
  g_object_unref (child->lines);
  g_object_unref (child->process);

  return killed;
}

static void
sleep_until (gint64 moment)
{
  gint64 rest = moment - g_get_monotonic_time ();

  if (rest > 0)
    g_usleep ((gulong) rest);
}

typedef struct
{
  char *folder;
  char *workspace;
  Ledger ledger;
  GRand *random;
  gint64 whole; /* microseconds that a script takes */
  guint n_rounds;
} Run;

static void
run_new_workspace (Run *run)
{
  g_autofree char *name = g_strdup_printf ("two-%u.gainsay", run->n_rounds);

  if (run->workspace != NULL)
    ledger_clear (&run->ledger);
  g_free (run->workspace);
  run->workspace = g_build_filename (run->folder, name, NULL);
  g_free (gs_ctl_expect (0, "new", run->workspace, NULL));
  ledger_init (&run->ledger);
}

/* Runs both and kills both, each at a moment of its own; with @kill FALSE lets
 * them end. Returns how many were killed; @flights get what they were about. */
static guint
run_both (Run *run, gboolean kill, Flight *flights)
{
  Child children[2];
  gint64 moments[2];
  gint64 begun;
  guint first;
  guint n = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("%c%u", 'a' + i, run->n_rounds);

      child_start (&children[i], run->workspace, run->folder, name, g_rand_int (run->random));
      moments[i] = (gint64) (g_rand_double_range (run->random, 0.0, (double) run->whole * WINDOW));
    }

  begun = g_get_monotonic_time ();
  first = moments[0] < moments[1] ? 0 : 1;
  for (guint i = 0; kill && i < 2; i++)
    {
      guint which = i == 0 ? first : 1 - first;

      sleep_until (begun + moments[which]);
      g_subprocess_send_signal (children[which].process, SIGKILL);
    }

  for (guint i = 0; i < 2; i++)
    n += child_finish (&children[i], &run->ledger, &flights[i]) ? 1 : 0;
  run->n_rounds++;
  if (!kill)
    run->whole = g_get_monotonic_time () - begun;

  return n;
}

/* Returns how many steps are lost. */
static guint
look (Run *run, Flight *flights)
{
  Found found = { NULL };
  guint n_lost;

  found_read (&found, run->workspace);
  n_lost = count_lost (&run->ledger, flights, &found);
  if (n_lost == 0 && !records_follow (&run->ledger, &found))
    n_lost = 1;
  found_clear (&found);
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&flights[i].label, g_free);

  return n_lost;
}

static void
test_kill_two (void)
{
  guint n_wanted = gs_test_number ("GAINSAY_KILLS", DEFAULT_KILLS);
  guint32 seed = gs_test_number ("GAINSAY_KILL_SEED", DEFAULT_SEED);
  Run run = { .folder = gs_test_make_folder (), .random = g_rand_new_with_seed (seed) };
  Flight flights[2] = { { NULL } };
  guint n_killed = 0, n_lost = 0, n_damaged = 0, n_done = 0;

  run_new_workspace (&run);
  g_assert_cmpuint (run_both (&run, FALSE, flights), ==, 0);
  g_assert_cmpuint (look (&run, flights), ==, 0);
  g_assert_true (gs_kill_is_clean (run.workspace));
  g_test_message ("seed %u, both together take %.2f s", seed, (double) run.whole / G_USEC_PER_SEC);

  while (n_killed < n_wanted)
    {
      if (run.n_rounds % ROUNDS == 0)
        run_new_workspace (&run);
      run.ledger.n_done = 0;
      n_killed += run_both (&run, TRUE, flights);
      n_done += run.ledger.n_done;
      n_lost += look (&run, flights);
      n_damaged += gs_kill_is_clean (run.workspace) ? 0 : 1;
    }

  g_test_message ("%u kills of two programs, %u committed actions lost, %u workspaces damaged (%u actions)", n_killed,
                  n_lost, n_damaged, n_done);
  g_assert_cmpuint (n_lost, ==, 0);
  g_assert_cmpuint (n_damaged, ==, 0);
  g_assert_cmpuint (n_done, >, n_killed);
  ledger_clear (&run.ledger);
  g_rand_free (run.random);
  g_free (run.workspace);
  gs_test_remove_folder (run.folder);
}

int
main (int argc, char **argv)
{
  if (argc == 6 && g_str_equal (argv[1], "--child"))
    return gs_kill_mixed_run (argv[2], argv[3], argv[4], (guint32) g_ascii_strtoull (argv[5], NULL, 10), N_ACTIONS);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/kill-two", test_kill_two);

  return g_test_run ();
}
