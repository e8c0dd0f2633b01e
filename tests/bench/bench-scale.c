/* bench-scale.c: is a workspace of a million claims as fast as one of ten thousand?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bench-scale [--claims N] [--runs N] [--keep FOLDER] [--only PART] [--asks] MAKE-WORKSPACE
 *
 * Makes a workspace of N claims in N ÷ 10 articles and one of a hundredth of
 * that, and measures in both whatever a page or a command asks for, and the
 * window itself. A thing is good that takes at most 50 ms or one and a half
 * times as long as in the small one.
 */

#include "config.h"

#include "bench-scale.h"

#include <stdlib.h>
#include <string.h>

#include "gs-conflicts.h"
#include "gs-similar.h"
#include "gs-test.h"

#define ROUNDS 9
#define ARTICLES 500 /* prepared at a time */
#define ENOUGH G_USEC_PER_SEC
#define MOST_RATIO 1.5
#define MOST_TIME 50.0 /* ms */

static void
run (const char *const *argv, char **output)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

/* Conflicts are worked out once, as after an import, and so are the keys by
 * which articles that are alike find each other. */
static void
work_out (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);
  gint64 place = 0;
  gboolean more = TRUE;

  g_assert_no_error (error);
  gs_conflicts_update (workspace, NULL, &error);
  g_assert_no_error (error);
  while (more && gs_similar_prepare (workspace, &place, ARTICLES, &more, &error))
    ;
  g_assert_no_error (error);
  gs_workspace_close (workspace);
}

static char *
make_workspace (const char *maker, const char *folder, int claims)
{
  g_autofree char *number = g_strdup_printf ("%d", claims);
  g_autofree char *name = g_strdup_printf ("scale-%d.gainsay", claims);
  char *path = g_build_filename (folder, name, NULL);
  const char *const argv[] = { maker, "--whole", path, number, NULL };
  gint64 began = g_get_monotonic_time ();

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    run (argv, NULL);
  work_out (path);
  g_printerr ("%d claims: ready after %.0f s\n", claims, (double) (g_get_monotonic_time () - began) / 1e6);

  return path;
}

/* What → the least of its times: whatever else the machine does only adds. */
static void
measure (const char *path, const char *mode, const char *only, GPtrArray *names, GHashTable *times)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  const char *const argv[] = { self, mode, path, only != NULL ? "--only" : NULL, only, NULL };
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;

  run (argv, &output);
  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *name = strchr (lines[i], '\t');
      double time = g_ascii_strtod (lines[i], NULL);
      double *kept;

      if (name++ == NULL)
        continue;

      kept = g_hash_table_lookup (times, name);
      if (kept == NULL)
        {
          kept = g_new (double, 1);
          *kept = time;
          g_hash_table_insert (times, g_strdup (name), kept);
          if (names != NULL)
            g_ptr_array_add (names, g_strdup (name));
        }
      *kept = MIN (*kept, time);
    }
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The median of some rounds in milliseconds; of what is slow, of fewer. */
static double
time_ask (GsWorkspace *workspace, guint ask)
{
  double times[ROUNDS];
  gint64 first = g_get_monotonic_time ();
  guint n = 0;

  while (n < ROUNDS && (n == 0 || g_get_monotonic_time () - first < ENOUGH))
    {
      gint64 began = g_get_monotonic_time ();

      bench_scale_ask (workspace, ask, n);
      times[n++] = (double) (g_get_monotonic_time () - began) / 1000.0;
    }
  qsort (times, n, sizeof (double), compare_doubles);

  return times[n / 2];
}

/* Prints for each ask its time, a tab, and its name. */
static void
ask_all (const char *path, const char *only)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < bench_scale_n_asks (); i++)
    {
      if (only == NULL || strstr (bench_scale_ask_name (i), only) != NULL)
        g_print ("%.3f\t%s\n", time_ask (workspace, i), bench_scale_ask_name (i));
    }
  gs_workspace_close (workspace);
}

static gboolean
judge (const char *name, double few, double many)
{
  gboolean good = many <= MOST_TIME || many <= few * MOST_RATIO;

  g_print ("%-58s %9.1f %9.1f %7.2f  %s\n", name, few, many, many / few, good ? "met" : "MISSED");

  return good;
}

static int
compare (const char *few_path, const char *many_path, int claims, int runs, const char *only, gboolean asks)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) few = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) many = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint missed = 0;

  /* In turns, so that both meet the same weather. */
  for (int i = 0; i < runs; i++)
    {
      measure (few_path, "--ask", only, names, few);
      measure (many_path, "--ask", only, NULL, many);
    }
  for (int i = 0; i < runs && !asks; i++)
    {
      measure (few_path, "--show", NULL, names, few);
      measure (many_path, "--show", NULL, NULL, many);
    }

  g_print ("%-58s %9d %9d   ratio\n", "milliseconds, at so many claims", claims / 100, claims);
  for (guint i = 0; i < names->len; i++)
    missed += !judge (names->pdata[i], *(double *) g_hash_table_lookup (few, names->pdata[i]),
                      *(double *) g_hash_table_lookup (many, names->pdata[i]));
  g_print ("%u measured, %u neither within %g ms nor within %g times\n", names->len, missed, MOST_TIME, MOST_RATIO);

  return missed == 0 ? 0 : 1;
}

int
main (int argc, char *argv[])
{
  int claims = 1000000, runs = 3;
  gboolean asks = FALSE;
  g_autofree char *ask = NULL, *show = NULL, *keep = NULL, *only = NULL;
  const GOptionEntry entries[] = {
    { "claims", 0, 0, G_OPTION_ARG_INT, &claims, "Claims of the large workspace", "N" },
    { "runs", 0, 0, G_OPTION_ARG_INT, &runs, "Processes a workspace", "N" },
    { "keep", 0, 0, G_OPTION_ARG_FILENAME, &keep, "Keep the workspaces there for the next time", "FOLDER" },
    { "only", 0, 0, G_OPTION_ARG_STRING, &only, "Only what has PART in its name", "PART" },
    { "asks", 0, 0, G_OPTION_ARG_NONE, &asks, "Leave the window out", NULL },
    { "ask", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &ask, "Measure in this process", "FILE" },
    { "show", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &show, "The same, the window", "FILE" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("MAKE-WORKSPACE");
  g_autoptr (GError) error = NULL;
  g_autofree char *few_path = NULL, *many_path = NULL;
  char *folder;
  int status;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || (ask == NULL && show == NULL && argc != 2))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Name the program make-workspace.");
      return 2;
    }
  if (ask != NULL)
    ask_all (ask, only);
  if (show != NULL)
    bench_scale_show_all (show);
  if (ask != NULL || show != NULL)
    return 0;

  folder = keep != NULL ? g_strdup (keep) : gs_test_make_folder ();
  few_path = make_workspace (argv[1], folder, claims / 100);
  many_path = make_workspace (argv[1], folder, claims);
  status = compare (few_path, many_path, claims, runs, only, asks);
  if (keep == NULL)
    gs_test_remove_folder (folder);
  else
    g_free (folder);

  return status;
}
