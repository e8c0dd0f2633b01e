/* test-faults.c: the disk fails at any moment, and nothing is lost or damaged.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For each call that SQLite makes of the system while a workspace is made,
 * filled, changed, merged and exported, a run in which that call fails. After
 * it the workspace opens, holds all that was reported as done and nothing by
 * halves, and is clean. GAINSAY_FAULTS=all tries every call, otherwise some;
 * GAINSAY_FAULT=sync those of one kind.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "gs-fault-script.h"
#include "gs-fault-vfs.h"
#include "gs-test.h"

/* Points that the ordinary run tries of each kind of fault. */
#define FEW 2
/* There are a hundred thousand allocations; so many of them are tried. */
#define MOST 2000

typedef enum
{
  MODE_ONCE,    /* it fails once, is tried again, and goes on */
  MODE_LASTING, /* it fails from then on; the program ends and starts again */
  MODE_SOME,    /* power: some of what was not synced is there */
  MODE_NONE,    /* power: nothing of it is */
} Mode;

static struct
{
  char *folder;
  char *other;
  GBytes *report;
  GPtrArray *states; /* after each step of a run without faults */
  guint64 calls[GS_N_FAULTS];
  guint n_points;
  guint n_lost;
  guint n_damaged;
  guint n_silent; /* nobody needed to hear of it */
} run;

static GsFaultScript *
script_new (void)
{
  GsFaultScript *self = g_new0 (GsFaultScript, 1);

  self->path = g_build_filename (run.folder, "faults.gainsay", NULL);
  self->other = g_strdup (run.other);
  self->report = g_bytes_ref (run.report);

  return self;
}

static void
script_free (GsFaultScript *self)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  gs_fault_script_close (self);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (self->path, suffixes[i], NULL);

      g_unlink (path);
    }
  gs_fault_vfs_forget ();
  g_bytes_unref (self->report);
  g_free (self->path);
  g_free (self->other);
  g_free (self);
}

static const char *
state_after (guint n_steps)
{
  return n_steps > 0 ? run.states->pdata[n_steps - 1] : NULL;
}

/* In words, and of a kind the faces know. */
static void
assert_told (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == GS_ERROR || error->domain == G_IO_ERROR || error->domain == G_FILE_ERROR);
  g_assert_true (*error->message != '\0' && g_utf8_validate (error->message, -1, NULL));
}

static gboolean
is_clean (GsWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = gs_workspace_check (workspace, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);

  return findings->len == 0;
}

/* What a fresh program finds: the state after @n_done steps, or with the one
 * that was under way. */
static gboolean
look_again (GsFaultScript *self, guint n_done, gboolean *clean)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autofree char *state = NULL;
  gboolean right;

  *clean = TRUE;
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return n_done == 0;

  workspace = gs_workspace_open (self->path, GS_OPEN_READ_WRITE, &error);
  if (workspace == NULL)
    {
      g_test_message ("%s", error->message);
      return FALSE;
    }
  state = gs_fault_state (workspace);
  *clean = is_clean (workspace);
  right = g_strcmp0 (state, state_after (n_done)) == 0
          || (n_done < run.states->len && g_strcmp0 (state, state_after (n_done + 1)) == 0);
  gs_workspace_close (workspace);

  return right;
}

/* Steps from @from on; gives the number of the first that fails. */
static guint
go_on (GsFaultScript *self, guint from, GError **error)
{
  while (from < gs_fault_script_length () && gs_fault_script_step (self, from, error))
    from++;

  return from;
}

/* In the same program: nothing of the step is there, it can be done now, and so
 * can all that follows. */
static gboolean
try_again (GsFaultScript *self, guint n_done)
{
  g_autoptr (GError) error = NULL;

  if (self->workspace != NULL)
    {
      g_autofree char *state = gs_fault_state (self->workspace);

      if (g_strcmp0 (state, state_after (n_done)) != 0)
        return FALSE;
    }

  n_done = go_on (self, n_done, &error);
  if (error != NULL)
    g_test_message ("again: %s: %s", gs_fault_script_name (n_done), error->message);

  return error == NULL;
}

static void
try_point (GsFault fault, guint64 n, Mode mode, guint32 seed)
{
  GsFaultScript *self = script_new ();
  g_autoptr (GRand) random = mode == MODE_SOME ? g_rand_new_with_seed (seed) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean kept;
  gboolean clean = TRUE;
  guint n_done;

  gs_fault_vfs_arm (fault, n, mode == MODE_LASTING);
  n_done = go_on (self, 0, &error);
  if (n_done < gs_fault_script_length ())
    assert_told (error);
  else
    run.n_silent++;

  if (mode == MODE_ONCE)
    {
      gs_fault_vfs_disarm ();
      kept = try_again (self, n_done);
      gs_fault_script_close (self);
      kept = look_again (self, gs_fault_script_length (), &clean) && kept;
    }
  else
    {
      gs_fault_script_close (self);
      gs_fault_vfs_disarm ();
      if (fault == GS_FAULT_POWER)
        gs_fault_vfs_cut (random);
      kept = look_again (self, n_done, &clean);
    }

  run.n_points += gs_fault_vfs_fired ();
  run.n_lost += !kept;
  run.n_damaged += !clean;
  if (!kept || !clean)
    g_test_message ("%s %" G_GUINT64_FORMAT ", mode %d, seed %u: %s after “%s”%s%s", gs_fault_name (fault), n, mode,
                    seed, kept ? "damaged" : "lost",
                    n_done < gs_fault_script_length () ? gs_fault_script_name (n_done) : "all",
                    error != NULL ? ": " : "", error != NULL ? error->message : "");
  script_free (self);
}

/* Once without faults: what there is after each step, and how many calls it takes. */
static void
learn (void)
{
  GsFaultScript *self = script_new ();
  g_autoptr (GError) error = NULL;

  run.states = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < gs_fault_script_length (); i++)
    {
      gs_fault_script_step (self, i, &error);
      g_assert_no_error (error);
      g_ptr_array_add (run.states, NULL);
      if (self->workspace == NULL)
        {
          g_autoptr (GsWorkspace) workspace = gs_workspace_open (self->path, GS_OPEN_READ_WRITE, &error);

          g_assert_no_error (error);
          run.states->pdata[i] = gs_fault_state (workspace);
        }
      else
        run.states->pdata[i] = gs_fault_state (self->workspace);
    }
  g_assert_true (is_clean (self->workspace));
  script_free (self);

  self = script_new ();
  gs_fault_vfs_arm (GS_FAULT_OPEN, 0, FALSE);
  g_assert_cmpuint (go_on (self, 0, &error), ==, gs_fault_script_length ());
  gs_fault_script_close (self);
  for (guint i = 0; i < GS_N_FAULTS; i++)
    run.calls[i] = gs_fault_vfs_count (i);
  script_free (self);
}

static void
try_fault (GsFault fault, Mode mode)
{
  gboolean all = g_strcmp0 (g_getenv ("GAINSAY_FAULTS"), "all") == 0;
  guint64 step = MAX (run.calls[fault] / (all ? MOST : FEW), 1);
  gint64 begun = g_get_monotonic_time ();
  guint n_before = run.n_points;
  const char *only = g_getenv ("GAINSAY_FAULT");

  if (only != NULL && !g_str_equal (only, gs_fault_name (fault)))
    return;

  /* Where not all are tried, those in the middle of each part. */
  for (guint64 n = (step + 1) / 2; n <= run.calls[fault]; n += step)
    try_point (fault, n, mode, (guint32) n);
  g_test_message ("%s, mode %d: %u points of %" G_GUINT64_FORMAT " calls, %.1f s", gs_fault_name (fault), mode,
                  run.n_points - n_before, run.calls[fault],
                  (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC);
}

static void
test_faults (void)
{
  for (guint i = 0; i < GS_N_FAULTS; i++)
    {
      if (i == GS_FAULT_POWER)
        continue;
      try_fault (i, MODE_ONCE);
      try_fault (i, MODE_LASTING);
    }
}

static void
test_power (void)
{
  try_fault (GS_FAULT_POWER, MODE_NONE);
  try_fault (GS_FAULT_POWER, MODE_SOME);
}

static void
test_nothing_lost (void)
{
  g_test_message ("%u points, %u lost, %u damaged (%u of them harmless where they struck)", run.n_points, run.n_lost,
                  run.n_damaged, run.n_silent);
  g_assert_cmpuint (run.n_points, >, 0);
  g_assert_cmpuint (run.n_lost, ==, 0);
  g_assert_cmpuint (run.n_damaged, ==, 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *golden = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  gs_fault_vfs_install ();
  golden = gs_test_data ("golden/report/small.json");
  run.folder = gs_test_make_folder ();
  run.other = g_build_filename (run.folder, "other.gainsay", NULL);
  run.report = gs_test_read (golden);
  gs_fault_script_prepare (run.other);
  learn ();

  g_test_add_func ("/fault/calls", test_faults);
  g_test_add_func ("/fault/power", test_power);
  g_test_add_func ("/fault/nothing-lost", test_nothing_lost);
  status = g_test_run ();

  g_ptr_array_unref (run.states);
  g_bytes_unref (run.report);
  g_free (run.other);
  gs_test_remove_folder (run.folder);

  return status;
}
