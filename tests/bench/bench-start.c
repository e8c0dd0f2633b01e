/* bench-start.c: how long it takes until there is something to see.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bench-start BARE-WINDOW [--rounds N]
 *
 * From exec() to the first frame, of the program on an empty workspace and of
 * a bare libadwaita window of the same size, in turns, each in a process of
 * its own. Compared are the medians of the main thread's processor time, which other
 * programs on the machine disturb least; the wall clock is told beside.
 */

#include "config.h"

#include <stdlib.h>

#include "first-frame.h"
#include "gs-application.h"
#include "gs-locale.h"
#include "gs-test.h"
#include "gs-window.h"
#include "gs-workspace.h"

#define TARGET 1.3
#define WIDTH "1280"
#define HEIGHT "800"

typedef struct
{
  GArray *processor; /* double, ms */
  GArray *wall;
} Times;

static int rounds = 15;

static const GOptionEntry options[] = {
  { "rounds", 0, 0, G_OPTION_ARG_INT, &rounds, "How often each is started", "N" },
  { NULL },
};

static gboolean
is_ready (GtkWindow *window)
{
  return GS_IS_WINDOW (window) && gs_window_get_workspace (GS_WINDOW (window)) != NULL;
}

/* The program itself, as main() of ui/main.c runs it. */
static int
run_program (const char *path)
{
  g_autoptr (GsApplication) application = NULL;
  const char *arguments[] = { "gainsay", "--new-instance", path, NULL };

  gs_locale_init ();
  g_set_application_name ("Gainsay");
  application = gs_application_new ();
  first_frame_watch (GTK_APPLICATION (application), is_ready);

  return g_application_run (G_APPLICATION (application), 3, (char **) arguments);
}

static void
note (const char *output, const char *what, gint64 began, Times *times)
{
  const char *line = g_strstr_len (output, -1, what);
  char *end = NULL;
  double wall, processor;

  g_assert_nonnull (line);
  wall = (double) (g_ascii_strtoll (line + strlen (what), &end, 10) - began) / 1000.0;
  processor = (double) g_ascii_strtoll (end, NULL, 10) / 1000.0;
  g_array_append_val (times->wall, wall);
  g_array_append_val (times->processor, processor);
}

static void
start (const char *const *arguments, Times *frame, Times *ready)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  gint64 began = g_get_monotonic_time ();

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  note (output, "frame ", began, frame);
  note (output, "ready ", began, ready);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double two = *(const double *) b;

  return one < two ? -1 : one > two;
}

static double
median (GArray *values)
{
  g_array_sort (values, compare_doubles);

  return g_array_index (values, double, values->len / 2);
}

static void
times_init (Times *times)
{
  times->processor = g_array_new (FALSE, FALSE, sizeof (double));
  times->wall = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
tell (const char *what, Times *times)
{
  g_print ("  %-46s %6.1f ms of the processor, %6.1f ms\n", what, median (times->processor), median (times->wall));
}

static int
measure (const char *program, const char *bare, const char *workspace)
{
  const char *one[] = { bare, WIDTH, HEIGHT, NULL };
  const char *two[] = { program, "--child", workspace, NULL };
  Times bare_frame, bare_ready, frame, ready;
  double ratio;

  times_init (&bare_frame);
  times_init (&bare_ready);
  times_init (&frame);
  times_init (&ready);

  /* The first start of each only warms the page cache. */
  for (int i = -1; i < rounds; i++)
    {
      start (one, &bare_frame, &bare_ready);
      start (two, &frame, &ready);
      if (i == -1)
        {
          g_array_set_size (bare_frame.processor, 0);
          g_array_set_size (bare_frame.wall, 0);
          g_array_set_size (frame.processor, 0);
          g_array_set_size (frame.wall, 0);
          g_array_set_size (ready.processor, 0);
          g_array_set_size (ready.wall, 0);
        }
    }

  ratio = median (frame.processor) / median (bare_frame.processor);
  g_print ("from exec() to the first frame, %s x %s, medians of %d:\n", WIDTH, HEIGHT, rounds);
  tell ("a bare libadwaita window", &bare_frame);
  tell ("the program on an empty workspace", &frame);
  tell ("and the first frame that shows the workspace", &ready);
  g_print ("  first frame against the bare window's          %6.2f x (wall clock %.2f)  (at most %.1f: %s)\n", ratio,
           median (frame.wall) / median (bare_frame.wall), TARGET, ratio <= TARGET ? "met" : "MISSED");
  g_print ("  frame with the workspace against it            %6.2f x (wall clock %.2f)\n",
           median (ready.processor) / median (bare_frame.processor), median (ready.wall) / median (bare_frame.wall));

  return ratio <= TARGET ? 0 : 1;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL, *path = NULL;
  int status;

  if (argc == 3 && g_str_equal (argv[1], "--child"))
    return run_program (argv[2]);

  context = g_option_context_new ("BARE-WINDOW");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2 || rounds < 1)
    {
      g_printerr ("Usage: bench-start BARE-WINDOW [--rounds N]\n");
      return 2;
    }

  folder = gs_test_make_folder ();
  path = g_build_filename (folder, "empty.gainsay", NULL);
  g_assert_true (gs_workspace_create (path, "Empty", &error));
  status = measure (argv[0], argv[1], path);
  gs_test_remove_folder (g_steal_pointer (&folder));

  return status;
}
