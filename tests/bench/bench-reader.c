/* bench-reader.c: what thousands of highlights cost the reader.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The floor of opening is the same text in the same view without highlights,
 * measured in the same run. A frame is what the frame clock takes from
 * before-paint to after-paint: layout and drawing.
 */

#include "config.h"

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "gs-reader-view-private.h"

#define ROUNDS 5
#define SCROLL_FRAMES 600
#define SCROLL_STEP 137.0
#define ADDITIONS 200

static int size = 1280000;
static int n_spans = 20000;
static int small_size = 300000;
static int small_spans = 3000;
static gboolean by_wall;

static const GOptionEntry options[] = {
  { "size", 0, 0, G_OPTION_ARG_INT, &size, "Characters of the long article", "N" },
  { "spans", 0, 0, G_OPTION_ARG_INT, &n_spans, "Highlights on it", "N" },
  { "small-size", 0, 0, G_OPTION_ARG_INT, &small_size, "Characters of the short article", "N" },
  { "small-spans", 0, 0, G_OPTION_ARG_INT, &small_spans, "Highlights on it", "N" },
  { NULL }
};

typedef struct
{
  GtkWindow *window;
  GtkScrolledWindow *scroller;
  GsReaderView *view;
  gint64 frame_began;
  guint frames;
  GArray *times; /* double, ms of each frame */
} Bench;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double two = *(const double *) b;

  return one < two ? -1 : one > two;
}

static double
quantile (GArray *times, double q)
{
  g_array_sort (times, compare_doubles);

  return times->len > 0 ? g_array_index (times, double, (guint) (q * (times->len - 1) + 0.5)) : 0.0;
}

/* Everything is measured twice: by the processor's time, which other programs
 * on the machine do not disturb, and by the wall clock, which is what the
 * analyst waits for and includes waiting for the next frame. */
static gint64
now (void)
{
  struct timespec time;

  if (by_wall)
    return g_get_monotonic_time ();

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static double
elapsed (gint64 since)
{
  return (double) (now () - since) / 1000.0;
}

/* Words in sentences in paragraphs, now and then one far too long. */
static char *
make_text (GRand *rand, int length)
{
  GString *text = g_string_sized_new ((gsize) length + 64);
  gint64 paragraph = 0;

  while ((int) text->len < length)
    {
      int letters = g_rand_int_range (rand, 2, 11);

      for (int i = 0; i < letters; i++)
        g_string_append_c (text, (char) ('a' + g_rand_int_range (rand, 0, 26)));
      if (g_rand_int_range (rand, 0, 12) == 0)
        g_string_append_c (text, '.');
      paragraph += letters + 1;
      if (paragraph > 600 && g_rand_int_range (rand, 0, 20) == 0 && g_rand_int_range (rand, 0, 200) != 0)
        {
          g_string_append_c (text, '\n');
          paragraph = 0;
        }
      else
        {
          g_string_append_c (text, ' ');
        }
    }
  g_string_truncate (text, (gsize) length);

  return g_string_free (text, FALSE);
}

static void
listing_free (gpointer data)
{
  gs_record_free (&gs_claim_listing_type, data);
}

static GPtrArray *
make_claims (GRand *rand, int length, int n)
{
  static const char *const colours[] = { "#3584e4", "#33d17a", "#f6d32d", "#ff7800",
                                         "#e01b24", "#9141ac", "#986a44", "#1c71d8" };
  GPtrArray *claims = g_ptr_array_new_with_free_func (listing_free);

  for (int i = 0; i < n; i++)
    {
      GsClaimListing *claim = gs_record_new (&gs_claim_listing_type);

      claim->uuid = g_strdup_printf ("claim-%d", i);
      claim->colour = g_strdup (colours[g_rand_int_range (rand, 0, G_N_ELEMENTS (colours))]);
      claim->start = g_rand_int_range (rand, 0, length - 400);
      claim->end = claim->start + g_rand_int_range (rand, 5, 300);
      g_ptr_array_add (claims, claim);
    }

  return claims;
}

static void
before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->frame_began = now ();
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  double time = elapsed (bench->frame_began);

  bench->frames++;
  g_array_append_val (bench->times, time);
}

static void
wait_frame (Bench *bench)
{
  guint frames = bench->frames;

  gtk_widget_queue_draw (GTK_WIDGET (bench->view));
  while (bench->frames == frames)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
quiet_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Until every line has been laid out: below all of GTK's own idles. */
static void
settle (void)
{
  gboolean quiet = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW + 100, 50, quiet_cb, &quiet, NULL);
  while (!quiet)
    g_main_context_iteration (NULL, TRUE);
}

static void
start (Bench *bench)
{
  GdkFrameClock *clock;

  bench->view = GS_READER_VIEW (gs_reader_view_new ());
  bench->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  bench->times = g_array_new (FALSE, FALSE, sizeof (double));
  bench->window = GTK_WINDOW (gtk_window_new ());
  gtk_scrolled_window_set_child (bench->scroller, GTK_WIDGET (bench->view));
  gtk_window_set_default_size (bench->window, 1366, 768);
  gtk_window_set_child (bench->window, GTK_WIDGET (bench->scroller));
  gtk_window_present (bench->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (bench->view));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->view));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  settle ();
}

/* From having the text in memory to the first frame that shows it. */
static double
open_once (Bench *bench, const char *text, const GPtrArray *claims)
{
  gint64 began;
  double time;

  gs_reader_view_set_text (bench->view, "", NULL);
  wait_frame (bench);
  settle ();

  began = now ();
  gs_reader_view_set_text (bench->view, text, NULL);
  if (claims != NULL)
    gs_reader_view_set_claims (bench->view, claims);
  wait_frame (bench);
  time = elapsed (began);

  return time;
}

static void
bench_open (Bench *bench, const char *name, const char *text, const GPtrArray *claims)
{
  g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) marked = g_array_new (FALSE, FALSE, sizeof (double));
  double floor;
  double with;

  for (int i = 0; i < ROUNDS; i++)
    {
      double time = open_once (bench, text, NULL);

      g_array_append_val (plain, time);
      time = open_once (bench, text, claims);
      g_array_append_val (marked, time);
    }

  floor = quantile (plain, 0.5);
  with = quantile (marked, 0.5);
  g_print ("  %s: open %.1f ms with %u highlights, %.1f ms without (floor): ratio %.2f\n", name, with, claims->len,
           floor, with / floor);
}

static void
bench_scroll (Bench *bench)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (bench->scroller);

  settle ();
  gtk_adjustment_set_value (adjustment, 0.0);
  wait_frame (bench);
  g_array_set_size (bench->times, 0);
  for (int i = 1; i <= SCROLL_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment, i * SCROLL_STEP);
      wait_frame (bench);
    }
  g_print ("  scroll: %d frames of %.0f pixels: median %.2f ms, p99 %.2f ms, worst %.2f ms\n", SCROLL_FRAMES,
           SCROLL_STEP, quantile (bench->times, 0.5), quantile (bench->times, 0.99), quantile (bench->times, 1.0));
}

/* Page by page through the whole article: nothing of a page is painted yet. */
static void
bench_pages (Bench *bench)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (bench->scroller);
  double upper = gtk_adjustment_get_upper (adjustment);

  g_array_set_size (bench->times, 0);
  for (int i = 0; i < SCROLL_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment, upper * i / SCROLL_FRAMES);
      wait_frame (bench);
    }
  g_print ("  jump: %d jumps over the article: median %.2f ms, p99 %.2f ms, worst %.2f ms\n", SCROLL_FRAMES,
           quantile (bench->times, 0.5), quantile (bench->times, 0.99), quantile (bench->times, 1.0));
}

static void
bench_add (Bench *bench, GRand *rand)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (bench->scroller);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 top;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2.0);
  wait_frame (bench);
  top = gs_reader_view_get_top (bench->view);
  for (int i = 0; i < ADDITIONS; i++)
    {
      g_autofree char *uuid = g_strdup_printf ("added-%d", i);
      GsClaimListing claim = { .uuid = uuid, .colour = (char *) "#ff7800" };
      gint64 began;
      double time;

      claim.start = top + g_rand_int_range (rand, 0, 1500);
      claim.end = claim.start + g_rand_int_range (rand, 5, 300);
      began = now ();
      gs_reader_view_add_claim (bench->view, &claim);
      gs_reader_view_prepare (bench->view);
      time = elapsed (began);
      g_array_append_val (times, time);
      gs_reader_view_remove_claim (bench->view, uuid);
      gs_reader_view_prepare (bench->view);
    }
  g_print ("  add one: median %.2f ms, p99 %.2f ms, worst %.2f ms until ready to draw\n", quantile (times, 0.5),
           quantile (times, 0.99), quantile (times, 1.0));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("- how fast highlights are");
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20221105);
  g_autofree char *text = NULL;
  g_autofree char *small_text = NULL;
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GPtrArray) small_claims = NULL;
  Bench bench = { 0 };

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || size < 1000 || small_size < 1000)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "sizes must be at least 1000");
      return 2;
    }

  text = make_text (rand, size);
  claims = make_claims (rand, size, n_spans);
  small_text = make_text (rand, small_size);
  small_claims = make_claims (rand, small_size, small_spans);

  adw_init ();
  start (&bench);
  for (int i = 0; i < 2; i++)
    {
      by_wall = i == 1;
      g_print ("%s\n", by_wall ? "By the wall clock:" : "By the processor's time:");
      bench_open (&bench, "short", small_text, small_claims);
      bench_open (&bench, "long", text, claims);
      bench_scroll (&bench);
      bench_pages (&bench);
      bench_add (&bench, rand);
    }

  return EXIT_SUCCESS;
}
