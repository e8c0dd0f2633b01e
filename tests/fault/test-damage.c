/* test-damage.c: whatever is done to a workspace file, it is told of, and what is whole comes back.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file is damaged at random, opened, checked and used, which may fail but
 * not crash or hang, and then recovered: the new file is clean and has every
 * row whose pages were not touched. GAINSAY_FAULTS=all damages a thousand
 * files, GAINSAY_DAMAGE=N the N-th only.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "gs-conflicts.h"
#include "gs-fault-script.h"
#include "gs-page-census.h"
#include "gs-recovery.h"
#include "gs-test.h"

#define PAGE 4096
#define FEW 12
#define MANY 1000

static struct
{
  char *folder;
  char *path;
  char *damaged;
  char *recovered;
  GBytes *whole;
  GHashTable *census;
  guint n_refused; /* did not open */
  guint n_found;   /* opened, and the check found something */
  guint n_unseen;  /* the damage is where nothing is, or in words that nothing is compared with */
  guint64 n_rows;  /* on intact pages */
  guint n_missing;
  gint64 slowest;
} run;

/* Fills @touched (page numbers) and gives the damaged file. */
static GBytes *
damage (GRand *random, GHashTable *touched)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (run.whole, &size);
  guint8 *copy = g_memdup2 (data, size);
  double kind = g_rand_double (random);
  int n = 1 << g_rand_int_range (random, 0, kind < 0.4 ? 5 : 8);
  gsize left = size;

  if (kind < 0.2)
    left = (gsize) g_rand_int_range (random, 0, (gint32) size);
  for (gsize at = left / PAGE; at < size / PAGE && kind < 0.2; at++)
    g_hash_table_add (touched, GUINT_TO_POINTER (at + 1));

  for (int i = 0; i < n && kind >= 0.2; i++)
    {
      gsize at = (gsize) g_rand_int_range (random, 0, (gint32) size);
      gsize from = kind < 0.4 ? at / PAGE * PAGE : at;
      gsize to = kind < 0.4 ? from + PAGE : at + 1;

      g_hash_table_add (touched, GUINT_TO_POINTER (at / PAGE + 1));
      for (gsize j = from; j < to; j++)
        copy[j] = (guint8) g_rand_int_range (random, 0, 256);
    }

  return g_bytes_new_take (copy, left);
}

static void
assert_told (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == GS_ERROR || error->domain == G_IO_ERROR);
  g_assert_true (*error->message != '\0' && g_utf8_validate (error->message, -1, NULL));
}

static gboolean
look_at_record_cb (const GsRecordType *type, gpointer record, gpointer user_data, GError **error)
{
  return TRUE;
}

/* What an analyst may do with it; whatever fails says so. */
static void
use (GsWorkspace *workspace)
{
  g_autoptr (GsAction) action = gs_action_new ("Note");
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);
  GError *error = NULL;

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      if (!gs_workspace_each (workspace, gs_workspace_types[i], look_at_record_cb, NULL, &error))
        assert_told (error);
      g_clear_error (&error);
    }

  hits = gs_workspace_search (workspace, "ministry", 10, &error);
  if (hits == NULL)
    assert_told (error);
  g_clear_error (&error);
  conflicts = gs_conflicts_list (workspace, NULL, 0, 10, &error);
  if (conflicts == NULL)
    assert_told (error);
  g_clear_error (&error);

  tag->name = g_strdup ("after the damage");
  gs_action_save (action, &gs_tag_type, tag);
  if (!gs_workspace_perform (workspace, action, &error) || !gs_workspace_undo (workspace, NULL, &error))
    assert_told (error);
  g_clear_error (&error);
}

static void
try_to_open (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = gs_workspace_open (run.damaged, GS_OPEN_READ_WRITE, &error);
  g_autoptr (GPtrArray) findings = NULL;

  if (workspace == NULL)
    {
      assert_told (error);
      run.n_refused++;
      return;
    }

  findings = gs_workspace_check (workspace, &error);
  if (findings == NULL)
    assert_told (error);
  if (findings == NULL || findings->len > 0)
    run.n_found++;
  else
    run.n_unseen++;
  use (workspace);
  gs_workspace_close (workspace);
}

static gboolean
is_whole (const GsCensusRow *row, GHashTable *touched)
{
  for (guint i = 0; i < row->pages->len; i++)
    {
      if (g_hash_table_contains (touched, GUINT_TO_POINTER (g_array_index (row->pages, guint32, i))))
        return FALSE;
    }

  return TRUE;
}

/* Every row whose pages are intact is in the new file. */
static void
compare (GHashTable *touched, guint seed)
{
  g_autoptr (GHashTable) found = gs_census_take (run.recovered, FALSE);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, run.census);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const GsCensusRow *row = value;
      const GsCensusRow *there = g_hash_table_lookup (found, key);

      if (!is_whole (row, touched))
        continue;

      run.n_rows++;
      if (there == NULL || strcmp (row->content, there->content) != 0)
        {
          g_test_message ("damage %u: %s: %s is %s", seed, (char *) key, row->content,
                          there != NULL ? there->content : "missing");
          run.n_missing++;
        }
    }
}

static void
assert_clean (const char *path, guint seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_no_error (error);
  findings = gs_workspace_check (workspace, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("damage %u: %s", seed, (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
  use (workspace);
  gs_workspace_close (workspace);
}

/* A file of which nothing is left need not come back. */
static gboolean
has_rows (GHashTable *touched)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, run.census);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      if (is_whole (row, touched))
        return TRUE;
    }

  return FALSE;
}

static void
try_to_recover (GBytes *bytes, GHashTable *touched, guint seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GsRecovery) recovery = NULL;

  gs_test_write (run.damaged, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  recovery = gs_recover (run.damaged, run.recovered, NULL, NULL, NULL, &error);
  after = gs_test_read (run.damaged);
  g_assert_true (g_bytes_equal (bytes, after));

  if (recovery == NULL)
    {
      assert_told (error);
      g_assert_false (g_file_test (run.recovered, G_FILE_TEST_EXISTS));
      if (has_rows (touched))
        g_error ("damage %u: %s", seed, error->message);
      return;
    }

  assert_clean (run.recovered, seed);
  compare (touched, seed);
  g_unlink (run.recovered);
}

static void
try_damage (guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GHashTable) touched = g_hash_table_new (NULL, NULL);
  g_autoptr (GBytes) bytes = damage (random, touched);
  gint64 begun = g_get_monotonic_time ();
  g_autofree char *log = g_strconcat (run.damaged, "-wal", NULL);
  g_autofree char *shared = g_strconcat (run.damaged, "-shm", NULL);

  gs_test_write (run.damaged, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  try_to_open ();
  g_unlink (log);
  g_unlink (shared);
  try_to_recover (bytes, touched, seed);
  run.slowest = MAX (run.slowest, g_get_monotonic_time () - begun);
}

static void
test_damage (void)
{
  const char *only = g_getenv ("GAINSAY_DAMAGE");
  guint n = g_strcmp0 (g_getenv ("GAINSAY_FAULTS"), "all") == 0 ? MANY : FEW;

  if (only != NULL)
    try_damage ((guint) g_ascii_strtoull (only, NULL, 10));
  for (guint i = 0; i < n && only == NULL; i++)
    try_damage (i);

  g_test_message ("%u damaged files of %u pages: %u refused, %u found by the check, %u where nothing shows", n,
                  (guint) (g_bytes_get_size (run.whole) / PAGE), run.n_refused, run.n_found, run.n_unseen);
  g_test_message ("%" G_GUINT64_FORMAT " rows on intact pages, %u missing; the slowest took %.2f s", run.n_rows,
                  run.n_missing, (double) run.slowest / G_USEC_PER_SEC);
  g_assert_cmpuint (run.n_missing, ==, 0);
}

/* What is whole comes back whole, history and all. */
static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) touched = g_hash_table_new (NULL, NULL);
  g_autoptr (GsRecovery) recovery = gs_recover (run.path, run.recovered, NULL, NULL, NULL, &error);
  g_autoptr (GsWorkspace) before = NULL;
  g_autoptr (GsWorkspace) after = NULL;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  guint n_missing = run.n_missing;

  g_assert_no_error (error);
  g_assert_true (recovery->whole);
  compare (touched, 0);
  g_assert_cmpuint (run.n_missing, ==, n_missing);

  before = gs_workspace_open (run.path, GS_OPEN_READ_ONLY, &error);
  after = gs_workspace_open (run.recovered, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  one = gs_fault_state (before);
  other = gs_fault_state (after);
  g_assert_cmpstr (one, ==, other);
  g_assert_cmpstr (gs_workspace_get_title (after), ==, gs_workspace_get_title (before));
  g_assert_true (gs_workspace_undo (after, NULL, &error));
  gs_workspace_close (before);
  gs_workspace_close (after);
  g_unlink (run.recovered);
}

static void
test_refusals (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other = g_build_filename (run.folder, "other", NULL);
  g_autofree char *prose = g_strnfill (20000, 'x');
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_null (gs_recover (other, run.recovered, NULL, NULL, NULL, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_OPEN);
  g_clear_error (&error);
  gs_test_write (other, prose, -1);
  g_assert_null (gs_recover (other, run.recovered, NULL, NULL, NULL, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_OPEN);
  g_clear_error (&error);
  g_assert_null (gs_recover (run.path, other, NULL, NULL, NULL, &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_EXISTS);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (gs_recover (run.path, run.recovered, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (run.recovered, G_FILE_TEST_EXISTS));
}

typedef struct
{
  double last;
  GThread *thread; /* that is to be told */
} Told;

static void
told_cb (double fraction, gpointer data)
{
  Told *told = data;

  g_assert_true (g_thread_self () == told->thread);
  g_assert_cmpfloat (fraction, >=, told->last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  told->last = fraction;
}

static void
test_async (void)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GsRecovery) recovery = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  Told told = { 0.0, g_thread_self () };
  gint64 patience = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  gs_recover_async (run.path, run.recovered, told_cb, &told, NULL, gs_test_take_result_cb, &result);
  /* Nobody runs the main context meanwhile, and nobody else is to. */
  while (!g_file_test (run.recovered, G_FILE_TEST_EXISTS) && g_get_monotonic_time () < patience)
    g_usleep (1000);
  gs_test_wait_result (&result, 60.0);
  recovery = gs_recover_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (told.last, >, 0.0);
  lines = gs_recovery_describe (recovery);
  g_assert_cmpuint (lines->len, >, 5);
  g_object_unref (result);
  g_unlink (run.recovered);
}

static void
prepare (void)
{
  g_autofree char *golden = gs_test_data ("golden/report/small.json");

  run.folder = gs_test_make_folder ();
  run.path = g_build_filename (run.folder, "whole.gainsay", NULL);
  run.damaged = g_build_filename (run.folder, "damaged.gainsay", NULL);
  run.recovered = g_build_filename (run.folder, "recovered.gainsay", NULL);
  gs_fault_script_fill (run.path, golden, 250);
  run.whole = gs_test_read (run.path);
  run.census = gs_census_take (run.path, TRUE);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  prepare ();
  g_test_add_func ("/fault/damage/whole", test_whole);
  g_test_add_func ("/fault/damage/refusals", test_refusals);
  g_test_add_func ("/fault/damage/async", test_async);
  g_test_add_func ("/fault/damage/random", test_damage);
  status = g_test_run ();

  g_hash_table_unref (run.census);
  g_bytes_unref (run.whole);
  g_free (run.path);
  g_free (run.damaged);
  g_free (run.recovered);
  gs_test_remove_folder (run.folder);

  return status;
}
