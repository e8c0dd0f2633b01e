/* bench-window-import.c: does the window answer while ten thousand files come in?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bench-window-import [--files N] [--page PAGE]
 *
 * Mixed files are imported into the real window as a drop would, each import
 * in a process of its own. The frame clock tells how long each frame took; a
 * timer of the highest priority, how long the main loop left it waiting for
 * whatever it was doing. Then the import is cancelled by its button, begun
 * again and cancelled again, and in the end must have lost nothing.
 */

#include "config.h"

#include <stdlib.h>
#include <time.h>

#include <glib/gstdio.h>

#include "gs-import-bar.h"
#include "gs-mixed-files.h"
#include "gs-ui-test.h"
#include "gs-window.h"

#define FEW 1000
#define TICK 5 /* ms */
#define CANCELS 8
#define DEADLINE 600.0
/* In milliseconds. */
#define LONGEST_FRAME 50.0
#define LONGEST_CANCEL 1000.0
/* The memory of many files against that of few. */
#define MOST_MEMORY 1.3

typedef struct
{
  GsWindow *window;
  GsImportBar *bar;
  gint64 began;
  gint64 paint_began;
  double paint_cpu; /* ms that this thread had used by then */
  double most_cpu;  /* in a frame */
  gint64 ticked;
  GArray *frames; /* ms of each */
  GArray *stalls; /* ms that each tick was late */
  guint wanted;   /* inputs that shall be done */
} Watch;

/* Says when it was, which is where one begins to look for why. */
static void
note (Watch *watch, GArray *values, const char *what, double value)
{
  g_array_append_val (values, value);
  if (value > LONGEST_FRAME)
    g_printerr ("%s: %.1f ms, %.2f s after the beginning, %u files done\n", what, value,
                (double) (g_get_monotonic_time () - watch->began) / 1e6, gs_import_bar_get_progress (watch->bar)->done);
}

static double
cpu_of_thread (void)
{
  struct timespec used;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);

  return (double) used.tv_sec * 1000.0 + (double) used.tv_nsec / 1e6;
}

static void
before_paint_cb (Watch *watch)
{
  watch->paint_cpu = cpu_of_thread ();
  watch->paint_began = g_get_monotonic_time ();
}

static void
after_paint_cb (Watch *watch)
{
  watch->most_cpu = MAX (watch->most_cpu, cpu_of_thread () - watch->paint_cpu);
  note (watch, watch->frames, "frame", (double) (g_get_monotonic_time () - watch->paint_began) / 1000.0);
}

static gboolean
tick_cb (gpointer data)
{
  Watch *watch = data;
  gint64 now = g_get_monotonic_time ();

  note (watch, watch->stalls, "main loop", (double) (now - watch->ticked) / 1000.0 - TICK);
  watch->ticked = now;

  return G_SOURCE_CONTINUE;
}

static gboolean
has_workspace (gpointer data)
{
  return gs_window_get_workspace (data) != NULL && gs_window_is_settled (data);
}

static gboolean
is_idle (gpointer data)
{
  return !gs_import_bar_is_active (((Watch *) data)->bar);
}

static gboolean
is_far_enough (gpointer data)
{
  Watch *watch = data;

  return is_idle (watch) || gs_import_bar_get_progress (watch->bar)->done >= watch->wanted;
}

static void
open_window (Watch *watch, const char *path, const char *page)
{
  GdkFrameClock *clock;
  g_autoptr (GError) error = NULL;

  adw_init ();
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !gs_workspace_create (path, NULL, &error))
    g_error ("%s", error->message);

  watch->frames = g_array_new (FALSE, FALSE, sizeof (double));
  watch->stalls = g_array_new (FALSE, FALSE, sizeof (double));
  watch->window = gs_window_new (NULL, 1366, 768);
  watch->bar = GS_IMPORT_BAR (gs_ui_test_find (GTK_WIDGET (watch->window), GS_TYPE_IMPORT_BAR));
  gtk_window_present (GTK_WINDOW (watch->window));
  gs_window_open (watch->window, path);
  gs_test_pump_until (has_workspace, watch->window, DEADLINE);
  gs_window_show_page (watch->window, page);
  gs_ui_test_settle ();

  clock = gtk_widget_get_frame_clock (GTK_WIDGET (watch->window));
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), watch);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), watch);
}

static void
import (Watch *watch, const char *folder)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  g_ptr_array_add (paths, (gpointer) folder);
  gs_window_import_paths (watch->window, paths);
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The value below which @share of them lie. */
static double
quantile (GArray *values, double share)
{
  g_array_sort (values, compare_doubles);

  return values->len > 0 ? g_array_index (values, double, (guint) (share * (values->len - 1))) : 0.0;
}

static double
peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);

  return g_ascii_strtod (line + strlen ("VmHWM:"), NULL) / 1024.0;
}

static gint64
count_articles (Watch *watch)
{
  g_autoptr (GError) error = NULL;
  gint64 n = gs_workspace_count (gs_window_get_workspace (watch->window), &gs_article_type, &error);

  g_assert_no_error (error);

  return n;
}

/* One process, one import: prints its figures. */
static int
measure (const char *folder, const char *path, const char *page)
{
  Watch watch = { 0 };
  const GsImportProgress *progress;
  double seconds;

  open_window (&watch, path, page);
  watch.ticked = watch.began = g_get_monotonic_time ();
  g_timeout_add_full (G_PRIORITY_HIGH, TICK, tick_cb, &watch, NULL);
  import (&watch, folder);
  gs_test_pump_until (is_idle, &watch, DEADLINE);
  seconds = (double) (g_get_monotonic_time () - watch.began) / 1e6;
  /* The first article that came in is shown in the end. */
  for (guint i = 0; i < 5; i++)
    {
      gs_test_pump_until (has_workspace, watch.window, DEADLINE);
      gs_ui_test_settle ();
    }

  progress = gs_import_bar_get_progress (watch.bar);
  g_print ("%u %u %u %" G_GINT64_FORMAT " %.2f %u %.2f %.2f %.2f %.2f %.1f %.2f\n", progress->done, progress->imported,
           progress->refused, count_articles (&watch), seconds, watch.frames->len, quantile (watch.frames, 1.0),
           quantile (watch.frames, 0.99), quantile (watch.stalls, 1.0), quantile (watch.stalls, 0.99), peak_memory (),
           watch.most_cpu);
  _exit (0); /* closing is not measured */
}

static GtkWidget *
find_cancel (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_cancel (child);

  return found;
}

/* Cancels CANCELS times on the way through @n files and then lets it finish:
 * prints how long the longest took, and what there is in the end. */
static int
measure_cancel (const char *folder, const char *path, const char *page, int n)
{
  Watch watch = { 0 };
  double longest = 0.0;
  guint lost = 0;

  open_window (&watch, path, page);
  watch.began = g_get_monotonic_time ();
  for (guint i = 0; i < CANCELS; i++)
    {
      const GsImportProgress *progress;
      gint64 before, began;

      watch.wanted = (guint) ((gint64) n * (i + 1) / (CANCELS + 1));
      before = count_articles (&watch);
      import (&watch, folder);
      gs_test_pump_until (is_far_enough, &watch, DEADLINE);
      began = g_get_monotonic_time ();
      g_signal_emit_by_name (find_cancel (GTK_WIDGET (watch.bar)), "clicked");
      gs_test_pump_until (is_idle, &watch, DEADLINE);
      longest = MAX (longest, (double) (g_get_monotonic_time () - began) / 1000.0);

      progress = gs_import_bar_get_progress (watch.bar);
      lost += progress->imported != count_articles (&watch) - before;
    }
  import (&watch, folder);
  gs_test_pump_until (is_idle, &watch, DEADLINE);

  g_print ("%.2f %u %" G_GINT64_FORMAT " %u\n", longest, lost, count_articles (&watch),
           gs_import_bar_get_progress (watch.bar)->refused);
  _exit (0);
}

/* The figures that a process of this program printed, @n of them. */
static void
run_once (const char *mode, const char *folder, const char *path, const char *page, int files, double *figures, guint n)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *number = g_strdup_printf ("%d", files);
  const char *argv[] = { self, mode, folder, path, "--page", page, "--files", number, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);

  parts = g_strsplit (g_strstrip (output), " ", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, n);
  for (guint i = 0; i < n; i++)
    figures[i] = g_ascii_strtod (parts[i], NULL);
}

static gboolean
judge (const char *what, const char *unit, double value, double target)
{
  gboolean good = value <= target;

  g_print ("  %-44s %8.1f %-3s (at most %g: %s)\n", what, value, unit, target, good ? "met" : "MISSED");

  return good;
}

/* Imports @n files; the figures are as measure() prints them. */
static gboolean
run_import (const char *folder, const char *page, guint n, double figures[12])
{
  g_autofree char *files = g_strdup_printf ("%s/files-%u", folder, n);
  g_autofree char *path = g_strdup_printf ("%s/import-%u.gainsay", folder, n);
  GsMixedFiles mixed;
  gboolean good;

  g_mkdir (files, 0700);
  mixed = gs_mixed_files_write (files, n);
  run_once ("--measure", files, path, page, (int) n, figures, 12);
  good = (guint) figures[0] == mixed.files && (guint) figures[1] == mixed.articles && (guint) figures[2] == mixed.broken
         && (guint) figures[3] == mixed.articles;
  g_print ("%u files: %.0f articles imported, %.0f files refused, %.1f s, %.0f files a second%s\n", n, figures[1],
           figures[2], figures[4], figures[0] / figures[4], good ? "" : ": NOT what there is to import");
  g_print ("  %.0f frames: longest %.1f ms (processor %.1f ms), p99 %.1f ms; main loop busy: longest %.1f ms, p99 %.1f "
           "ms; peak %.0f MB\n",
           figures[5], figures[6], figures[11], figures[7], figures[8], figures[9], figures[10]);

  return good;
}

static gboolean
run_cancel (const char *folder, const char *page, guint n, const double imported[12])
{
  g_autofree char *files = g_strdup_printf ("%s/files-%u", folder, n);
  g_autofree char *path = g_strdup_printf ("%s/cancel-%u.gainsay", folder, n);
  double figures[4];
  gboolean good;

  run_once ("--cancel", files, path, page, (int) n, figures, 4);
  good = figures[1] <= 0.0 && (guint) figures[2] == (guint) imported[3] && (guint) figures[3] == (guint) imported[2];
  g_print ("cancelled %u times and gone on: %.0f articles, %.0f files refused%s\n", CANCELS, figures[2], figures[3],
           good ? "" : ": NOT as without");

  return judge ("longest time from Cancel to the summary", "ms", figures[0], LONGEST_CANCEL) && good;
}

static int
run (const char *folder, const char *page, int n)
{
  double few[12], many[12];
  gboolean compared = n >= 10 * FEW;
  gboolean good;

  good = !compared || run_import (folder, page, FEW, few);
  good = run_import (folder, page, (guint) n, many) && good;
  good = judge ("longest frame", "ms", many[6], LONGEST_FRAME) && good;
  good = judge ("longest time the main loop was busy", "ms", many[8], LONGEST_FRAME) && good;
  if (compared)
    good = judge ("peak memory against that of 1,000 files", "x", many[10] / few[10], MOST_MEMORY) && good;
  good = run_cancel (folder, page, (guint) n, many) && good;

  return good ? 0 : 1;
}

int
main (int argc, char *argv[])
{
  int n = 10000;
  gboolean measured = FALSE, cancelled = FALSE;
  g_autofree char *page = NULL;
  const GOptionEntry entries[] = {
    { "files", 0, 0, G_OPTION_ARG_INT, &n, "How many files", "N" },
    { "page", 0, 0, G_OPTION_ARG_STRING, &page, "Page that is shown meanwhile", "PAGE" },
    { "measure", 0, 0, G_OPTION_ARG_NONE, &measured, "Import FOLDER into WORKSPACE in this process", NULL },
    { "cancel", 0, 0, G_OPTION_ARG_NONE, &cancelled, "The same, cancelled many times", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("[FOLDER WORKSPACE]");
  g_autoptr (GError) error = NULL;
  char *folder;
  int status;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || n < 1 || argc != (measured || cancelled ? 3 : 1))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Name a folder and a workspace, or nothing.");
      return 2;
    }
  if (page == NULL)
    page = g_strdup ("articles");
  if (measured)
    return measure (argv[1], argv[2], page);
  if (cancelled)
    return measure_cancel (argv[1], argv[2], page, n);

  folder = gs_test_make_folder ();
  status = run (folder, page, n);
  gs_test_remove_folder (folder);

  return status;
}
