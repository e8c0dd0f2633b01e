/* test-history.c: whatever is done can be undone to the start and done again to the end.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random sequences of every kind of action; after each step back and each step
 * forward every table must hold what it held then. Some sequences are in a
 * file that is closed and opened again between any two steps.
 * GAINSAY_SEQUENCES says how many, GAINSAY_SEQUENCE_SEED repeats a run.
 */

#include "config.h"

#include <string.h>

#include "gs-names.h"
#include "gs-test.h"
#include "history-kinds.h"

#define DEFAULT_SEQUENCES 30
#define DEFAULT_SEED 20260103
#define MAX_STEPS 10
/* So many follow each other in one workspace. */
#define PER_WORKSPACE 10
/* Of so many workspaces one is a file that is opened again and again. */
#define PER_FILE 8

typedef struct
{
  Case base;
  char *path;  /* (nullable): of the file */
  guint *done; /* of each kind, how many steps */
  guint n_steps;
  guint n_differences;
} Run;

static gint64
last_step (GsWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = gs_workspace_history (workspace, 1, &error);

  g_assert_no_error (error);

  return history->len > 0 ? ((GsHistoryListing *) history->pdata[0])->id : 0;
}

gboolean
history_run (const HistoryKind *kind, Case *self)
{
  g_autoptr (GError) error = NULL;
  gint64 before = last_step (self->workspace);

  self->n++;
  kind->run (self, &error);
  /* What it needs may not be there, or contradict what is. */
  if (error != NULL && error->domain != GS_ERROR)
    g_error ("%s: %s", kind->name, error->message);
  if (g_error_matches (error, GS_ERROR, GS_ERROR_FAILED))
    g_error ("%s: %s", kind->name, error->message);

  return last_step (self->workspace) != before;
}

static void
tell_difference (const char *found, const char *wanted, const char *when)
{
  g_auto (GStrv) a = g_strsplit (found, "\n", -1);
  g_auto (GStrv) b = g_strsplit (wanted, "\n", -1);

  for (guint i = 0; a[i] != NULL && b[i] != NULL; i++)
    {
      if (!g_str_equal (a[i], b[i]))
        g_test_message ("%s: differs: %s", when, a[i]);
    }
}

static void
compare (Run *run, const char *wanted, const char *when)
{
  g_autofree char *found = history_digest (run->base.workspace);

  if (g_str_equal (found, wanted))
    return;

  tell_difference (found, wanted, when);
  run->n_differences++;
}

/* Closes and opens the file between two steps, now and then. */
static void
restart (Run *run)
{
  g_autoptr (GError) error = NULL;

  if (run->path == NULL || g_rand_int_range (run->base.random, 0, 3) > 0)
    return;

  g_clear_object (&run->base.workspace);
  run->base.workspace = gs_workspace_open (run->path, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
step (Run *run, gboolean back, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *when = NULL;

  restart (run);
  if (back)
    gs_workspace_undo (run->base.workspace, &label, &error);
  else
    gs_workspace_redo (run->base.workspace, &label, &error);
  if (error != NULL)
    {
      g_test_message ("%s: %s", back ? "undo" : "redo", error->message);
      run->n_differences++;
      return;
    }
  when = g_strdup_printf ("%s “%s”", back ? "undone" : "redone", label);
  compare (run, wanted, when);
}

/* The index and all that is counted must follow, too. Quotes and zones of made
 * up records are nonsense, and known to be. */
static guint
count_findings (GsWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = gs_workspace_check (workspace, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const char *finding = findings->pdata[i];

      if (strstr (finding, "quote") != NULL || strstr (finding, "zone") != NULL || strstr (finding, "page") != NULL
          || strstr (finding, "does not stand") != NULL)
        continue;
      g_test_message ("%s", finding);
      n++;
    }

  return n;
}

static void
run_sequence (Run *run)
{
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func (g_free);
  int n_wanted = g_rand_int_range (run->base.random, 2, MAX_STEPS + 1);
  guint n_before = run->n_differences;

  g_ptr_array_add (digests, history_digest (run->base.workspace));
  while ((int) digests->len <= n_wanted)
    {
      guint which = (guint) g_rand_int_range (run->base.random, 0, (gint32) n_history_kinds);

      restart (run);
      if (!history_run (&history_kinds[which], &run->base))
        continue;
      run->done[which]++;
      g_ptr_array_add (digests, history_digest (run->base.workspace));
    }
  run->n_steps += digests->len - 1;

  for (guint i = digests->len - 1; i > 0; i--)
    step (run, TRUE, digests->pdata[i - 1]);
  for (guint i = 1; i < digests->len; i++)
    step (run, FALSE, digests->pdata[i]);
  /* The next sequence drops some of them. */
  for (guint i = (guint) g_rand_int_range (run->base.random, 0, 3); i > 0; i--)
    {
      step (run, TRUE, digests->pdata[digests->len - 2]);
      g_ptr_array_set_size (digests, (int) digests->len - 1);
    }
  if (run->n_differences > n_before)
    run->n_differences = n_before + 1;
}

static void
open_workspaces (Run *run, const char *folder, guint n)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&run->base.workspace);
  g_clear_object (&run->base.theirs);
  g_clear_pointer (&run->path, g_free);
  if (n % PER_FILE == PER_FILE - 1)
    {
      g_autofree char *name = g_strdup_printf ("history-%u.gainsay", n);

      run->path = g_build_filename (folder, name, NULL);
      gs_workspace_create (run->path, NULL, &error);
      g_assert_no_error (error);
      run->base.workspace = gs_workspace_open (run->path, GS_OPEN_READ_WRITE, &error);
    }
  else
    run->base.workspace = gs_workspace_new_in_memory (&error);
  g_assert_no_error (error);
  run->base.theirs = gs_workspace_new_in_memory (&error);
  g_assert_no_error (error);
}

static void
test_random (void)
{
  guint n_wanted = gs_test_number ("GAINSAY_SEQUENCES", DEFAULT_SEQUENCES);
  guint32 seed = gs_test_number ("GAINSAY_SEQUENCE_SEED", DEFAULT_SEED);
  g_autofree char *folder = gs_test_make_folder ();
  g_autofree guint *done = g_new0 (guint, n_history_kinds);
  Run run = { .done = done };

  run.base.random = g_rand_new_with_seed (seed);
  for (guint i = 0; i < n_wanted; i++)
    {
      if (i % PER_WORKSPACE == 0)
        open_workspaces (&run, folder, i / PER_WORKSPACE);
      run_sequence (&run);
      if (i % PER_WORKSPACE == PER_WORKSPACE - 1)
        run.n_differences += count_findings (run.base.workspace);
    }

  for (guint i = 0; i < n_history_kinds; i++)
    g_test_message ("%6u × %s", done[i], history_kinds[i].name);
  g_test_message ("%u sequences of %u actions undone and redone: %u differences", n_wanted, run.n_steps,
                  run.n_differences);
  g_assert_cmpuint (run.n_differences, ==, 0);
  /* Or else a kind is never tried. */
  for (guint i = 0; i < n_history_kinds; i++)
    g_assert_cmpuint (done[i], >, 0);

  g_clear_object (&run.base.workspace);
  g_clear_object (&run.base.theirs);
  g_rand_free (run.base.random);
  g_free (run.path);
  gs_test_remove_folder (g_steal_pointer (&folder));
}

/* Tags below a tag that another takes the place of stand below that one. */
static void
test_replaced_tag (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = gs_workspace_new_in_memory (&error);
  g_autoptr (GsAction) make = gs_action_new ("Make");
  g_autoptr (GsAction) replace = gs_action_new ("Replace");
  g_autoptr (GsAction) loop = gs_action_new ("Replace by what is below");
  g_autofree char *below = gs_names_ensure_tag (workspace, make, "vehicle/lorry/old", &error);
  g_autofree char *gone = gs_names_ensure_tag (workspace, make, "vehicle/lorry", &error);
  g_autofree char *into = gs_names_ensure_tag (workspace, make, "truck", &error);
  g_autofree char *found = NULL;

  gs_workspace_perform (workspace, make, &error);
  g_assert_no_error (error);
  gs_action_replace (loop, &gs_tag_type, gone, below);
  g_assert_false (gs_workspace_perform (workspace, loop, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_INVALID);
  g_clear_error (&error);

  gs_action_replace (replace, &gs_tag_type, gone, into);
  gs_action_delete (replace, &gs_tag_type, gone);
  gs_workspace_perform (workspace, replace, &error);
  g_assert_no_error (error);
  found = gs_workspace_find_name (workspace, &gs_tag_type, "truck/old", &error);
  g_assert_cmpstr (found, ==, below);
  g_assert_cmpuint (count_findings (workspace), ==, 0);
}

/* The vocabulary ------------------------------------------------------------------ */

static const char *const makers[] = { "gs_action_new (", "gs_workspace_act (", "gs_workspace_store_articles (",
                                      "gs_db_action_begin (" };

static gboolean
makes_steps (const char *path)
{
  g_autoptr (GBytes) bytes = gs_test_read (path);
  const char *text = g_bytes_get_data (bytes, NULL);
  gssize length = (gssize) g_bytes_get_size (bytes);

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      if (g_strstr_len (text, length, makers[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Whatever makes actions for others belongs to no kind. */
static gboolean
is_known (const char *name)
{
  g_autofree char *word = g_strdup_printf (" %s ", name);

  if (g_str_equal (name, "gs-action.c") || g_str_equal (name, "gs-workspace-history.c"))
    return TRUE;

  for (guint i = 0; i < n_history_kinds; i++)
    {
      g_autofree char *words = g_strdup_printf (" %s ", history_kinds[i].files);

      if (strstr (words, word) != NULL)
        return TRUE;
    }

  return FALSE;
}

static guint
look_through (const char *folder, guint *n_makers)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_unknown = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n_unknown += look_through (path, n_makers);
      else if (g_str_has_suffix (name, ".c") && makes_steps (path))
        {
          ++*n_makers;
          if (is_known (name))
            continue;
          g_test_message ("%s makes steps of the history that no kind in history-kinds.c stands for", path);
          n_unknown++;
        }
    }

  return n_unknown;
}

static void
test_vocabulary (void)
{
  static const char *const rooms[] = { "../app", "../ui", "../cli" };
  guint n_makers = 0, n_unknown = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *folder = gs_test_data (rooms[i]);

      n_unknown += look_through (folder, &n_makers);
    }

  g_assert_cmpuint (n_unknown, ==, 0);
  g_assert_cmpuint (n_makers, >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/random", test_random);
  g_test_add_func ("/history/replaced-tag", test_replaced_tag);
  g_test_add_func ("/history/vocabulary", test_vocabulary);

  return g_test_run ();
}
