/* bench-claims-table.c: does a table of a million claims open as one of a thousand?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bench-claims-table [--claims N] [--runs N] MAKE-WORKSPACE
 *
 * Every measurement runs in a process of its own, which opens the workspace in
 * the real window. A row counts as shown when a frame has been drawn that
 * began after its content had come.
 */

#include "config.h"

#include <stdlib.h>

#include <glib/gstdio.h>

#include "gs-claims-page.h"
#include "gs-row.h"
#include "gs-test.h"
#include "gs-window.h"

#define FEW 1000
#define JUMPS 21
#define DEADLINE 120.0

typedef struct
{
  GsWindow *window;
  guint position;  /* of the row that is waited for */
  gboolean filled; /* before the frame that is being drawn */
  gboolean drawn;
} Watch;

static GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static GListModel *
table_model (Watch *watch)
{
  GtkWidget *page = find_widget (GTK_WIDGET (watch->window), GS_TYPE_CLAIMS_PAGE);

  return G_LIST_MODEL (gtk_column_view_get_model (gs_claims_page_get_view (GS_CLAIMS_PAGE (page))));
}

static gboolean
is_filled (Watch *watch)
{
  GListModel *model = gs_window_get_workspace (watch->window) != NULL ? table_model (watch) : NULL;
  g_autoptr (GsRow) row = model != NULL ? g_list_model_get_item (model, watch->position) : NULL;

  return row != NULL && gs_row_get_record (row) != NULL;
}

static void
before_paint_cb (Watch *watch)
{
  watch->filled = is_filled (watch);
}

static void
after_paint_cb (Watch *watch)
{
  watch->drawn = watch->drawn || watch->filled;
}

/* Frames are only drawn when something changes: nothing is asked of the clock
 * but what the table itself asks for. */
static gboolean
was_drawn (gpointer data)
{
  return ((Watch *) data)->drawn;
}

static double
wait_for (Watch *watch, gint64 since)
{
  gs_test_pump_until (was_drawn, watch, DEADLINE);

  return (double) (g_get_monotonic_time () - since) / 1000.0;
}

static double
jump (Watch *watch, guint position)
{
  GtkWidget *page = find_widget (GTK_WIDGET (watch->window), GS_TYPE_CLAIMS_PAGE);
  GtkWidget *list = find_widget (GTK_WIDGET (gs_claims_page_get_view (GS_CLAIMS_PAGE (page))), GTK_TYPE_LIST_VIEW);
  gint64 began = g_get_monotonic_time ();

  watch->position = position;
  watch->drawn = FALSE;
  g_assert_true (gtk_widget_activate_action (list, "list.scroll-to-item", "u", position));

  return wait_for (watch, began);
}

static void
opened_cb (GsWindow *window)
{
  gs_window_show_page (window, "claims");
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
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

/* One process, one opening: prints first frame, first jump, median and
 * longest jump in milliseconds, and the peak of the memory in MB. */
static int
measure (const char *path)
{
  Watch watch = { 0 };
  double jumps[JUMPS];
  double opening, first;
  gint64 began;
  guint n;

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  began = g_get_monotonic_time ();
  watch.window = gs_window_new (NULL, 1366, 768);
  g_signal_connect (watch.window, "workspace-opened", G_CALLBACK (opened_cb), NULL);
  gtk_window_present (GTK_WINDOW (watch.window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (watch.window)), "before-paint",
                            G_CALLBACK (before_paint_cb), &watch);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (watch.window)), "after-paint",
                            G_CALLBACK (after_paint_cb), &watch);
  gs_window_open (watch.window, path);
  opening = wait_for (&watch, began);

  n = g_list_model_get_n_items (table_model (&watch));
  first = jump (&watch, n / 2);
  for (guint i = 0; i < JUMPS; i++)
    jumps[i] = jump (&watch, (guint) ((guint64) (i + 1) * 2654435761u % n));
  qsort (jumps, JUMPS, sizeof (double), compare_doubles);

  g_print ("%.2f %.2f %.2f %.2f %.2f\n", opening, first, jumps[JUMPS / 2], jumps[JUMPS - 1], peak_memory ());
  _exit (0); /* closing is not measured */
}

typedef struct
{
  double opening;
  double first_jump;
  double jump;
  double longest_jump;
  double memory;
} Result;

static void
run_once (const char *self, const char *path, Result *result)
{
  const char *argv[] = { self, "--measure", path, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);

  parts = g_strsplit (g_strstrip (output), " ", 5);
  g_assert_cmpuint (g_strv_length (parts), ==, 5);
  result->opening = g_ascii_strtod (parts[0], NULL);
  result->first_jump = g_ascii_strtod (parts[1], NULL);
  result->jump = g_ascii_strtod (parts[2], NULL);
  result->longest_jump = g_ascii_strtod (parts[3], NULL);
  result->memory = g_ascii_strtod (parts[4], NULL);
}

/* The least of each figure: whatever else the machine does only adds. */
static void
keep_least (Result *least, const Result *result)
{
  for (guint field = 0; field < sizeof (Result) / sizeof (double); field++)
    {
      double *kept = &((double *) least)[field];

      *kept = MIN (*kept, ((const double *) result)[field]);
    }
}

/* In turns, so that both meet the same weather; the first run of each warms
 * the page cache and does not count. */
static void
run_all (const char *self, const char *few_path, const char *many_path, int runs, Result *few, Result *many)
{
  Result result;

  run_once (self, few_path, &result);
  run_once (self, many_path, &result);
  *few = *many = (Result){ G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };
  for (int i = 0; i < runs; i++)
    {
      run_once (self, few_path, &result);
      keep_least (few, &result);
      run_once (self, many_path, &result);
      keep_least (many, &result);
    }
}

static char *
make_workspace (const char *maker, const char *folder, int claims)
{
  g_autofree char *name = g_strdup_printf ("%d.gainsay", claims);
  g_autofree char *number = g_strdup_printf ("%d", claims);
  char *path = g_build_filename (folder, name, NULL);
  const char *argv[] = { maker, path, number, NULL };
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time ();
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  g_print ("made %d claims in %.1f s\n", claims, (double) (g_get_monotonic_time () - began) / 1e6);

  return path;
}

static gboolean
print_ratio (const char *what, const char *unit, double few, double many, double target)
{
  double ratio = many / few;
  gboolean good = ratio <= target;

  g_print ("%-34s %8.1f %-2s %8.1f %-2s  ratio %.2f", what, few, unit, many, unit, ratio);
  if (target < G_MAXDOUBLE)
    g_print ("  (at most %.1f: %s)", target, good ? "met" : "MISSED");
  g_print ("\n");

  return good;
}

int
main (int argc, char *argv[])
{
  int claims = 1000000, runs = 5;
  g_autofree char *measured = NULL;
  const GOptionEntry entries[] = {
    { "claims", 0, 0, G_OPTION_ARG_INT, &claims, "Claims of the large workspace", "N" },
    { "runs", 0, 0, G_OPTION_ARG_INT, &runs, "Processes a workspace", "N" },
    { "measure", 0, 0, G_OPTION_ARG_FILENAME, &measured, "Measure this workspace in this process", "FILE" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("MAKE-WORKSPACE");
  g_autoptr (GError) error = NULL;
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *few_path = NULL;
  g_autofree char *many_path = NULL;
  char *folder;
  Result few, many;
  gboolean good;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || (measured == NULL && argc != 2))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Name the program make-workspace.");
      return 2;
    }
  if (measured != NULL)
    return measure (measured);

  folder = gs_test_make_folder ();
  few_path = make_workspace (argv[1], folder, FEW);
  many_path = make_workspace (argv[1], folder, claims);
  run_all (self, few_path, many_path, runs, &few, &many);
  gs_test_remove_folder (folder);

  g_print ("%-34s %11d %11d  claims\n", "", FEW, claims);
  good = print_ratio ("first frame with rows", "ms", few.opening, many.opening, 1.5);
  good = print_ratio ("row after a jump (median)", "ms", few.jump, many.jump, 1.5) && good;
  good = print_ratio ("peak memory", "MB", few.memory, many.memory, 1.3) && good;
  print_ratio ("longest jump", "ms", few.longest_jump, many.longest_jump, G_MAXDOUBLE);
  print_ratio ("jump at once after the first frame", "ms", few.first_jump, many.first_jump, G_MAXDOUBLE);

  return good ? 0 : 1;
}
