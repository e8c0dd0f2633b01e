/* bench-scale-window.c: what an analyst does in the window, until it is drawn.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thing is shown when a frame has been drawn that began after its content
 * had come.
 */

#include "config.h"

#include "bench-scale.h"

#include "gs-claims-page.h"
#include "gs-compare-page.h"
#include "gs-library.h"
#include "gs-paged-list.h"
#include "gs-reader.h"
#include "gs-search-popover.h"
#include "gs-ui-test.h"
#include "gs-window.h"

#define DEADLINE 120.0
#define JUMPS 9

typedef struct
{
  GsWindow *window;
  GsTestCondition ready;
  gpointer data;
  gboolean asked; /* for a frame to show it */
  gboolean began; /* that frame has begun */
  gboolean drawn;
} Watch;

static gpointer
find (Watch *watch, GType type)
{
  return gs_ui_test_find (GTK_WIDGET (watch->window), type);
}

static void
before_paint_cb (Watch *watch)
{
  watch->began = watch->asked;
}

static void
after_paint_cb (Watch *watch)
{
  watch->drawn = watch->drawn || watch->began;
}

static gboolean
was_drawn (gpointer data)
{
  Watch *watch = data;

  if (!watch->asked && watch->ready (watch))
    {
      watch->asked = TRUE;
      gtk_widget_queue_draw (GTK_WIDGET (watch->window));
    }

  return watch->drawn;
}

static double
wait_for (Watch *watch, GsTestCondition ready, gpointer data, gint64 since)
{
  watch->ready = ready;
  watch->data = data;
  watch->asked = watch->began = watch->drawn = FALSE;
  gs_test_pump_until (was_drawn, watch, DEADLINE);

  return (double) (g_get_monotonic_time () - since) / 1000.0;
}

static void
tell (const char *what, double time)
{
  g_print ("%.3f\t%s\n", time, what);
  gs_ui_test_settle ();
}

static gboolean
is_settled (gpointer data)
{
  Watch *watch = data;

  return gs_window_get_workspace (watch->window) != NULL && gs_window_is_settled (watch->window);
}

static void
open_window (Watch *watch, const char *path)
{
  gint64 began = g_get_monotonic_time ();

  watch->window = gs_window_new (NULL, 1366, 768);
  gtk_window_present (GTK_WINDOW (watch->window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (watch->window)), "before-paint",
                            G_CALLBACK (before_paint_cb), watch);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (watch->window)), "after-paint",
                            G_CALLBACK (after_paint_cb), watch);
  gs_window_open (watch->window, path);
  tell ("window: open to the first frame", wait_for (watch, is_settled, NULL, began));
}

static void
show_page (Watch *watch, const char *page)
{
  g_autofree char *what = g_strdup_printf ("window: the page %s", page);
  gint64 began = g_get_monotonic_time ();

  gs_window_show_page (watch->window, page);
  tell (what, wait_for (watch, is_settled, NULL, began));
}

static void
article_shown_cb (gboolean *shown)
{
  *shown = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) ((Watch *) data)->data;
}

static void
show_article (Watch *watch)
{
  gboolean shown = FALSE;
  GtkWidget *reader = find (watch, GS_TYPE_READER);
  gulong handler = g_signal_connect_swapped (reader, "article-shown", G_CALLBACK (article_shown_cb), &shown);
  gint64 began = g_get_monotonic_time ();

  gs_window_show_article (watch->window, "00000004-0000-8000-8000-000000000017", NULL);
  tell ("window: an article", wait_for (watch, is_true, &shown, began));
  g_signal_handler_disconnect (reader, handler);
}

static gboolean
shows_pair (gpointer data)
{
  GtkStack *stack = GTK_STACK (gs_ui_test_find (find (data, GS_TYPE_COMPARE_PAGE), GTK_TYPE_STACK));

  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), "pair") == 0;
}

static void
show_pair (Watch *watch)
{
  gint64 began = g_get_monotonic_time ();

  gs_window_show_pair (watch->window, "00000003-0000-8000-8000-000000000000", NULL);
  tell ("window: side by side", wait_for (watch, shows_pair, NULL, began));
}

static GListModel *
table (Watch *watch)
{
  return G_LIST_MODEL (gtk_column_view_get_model (gs_claims_page_get_view (find (watch, GS_TYPE_CLAIMS_PAGE))));
}

/* The row at the place that watch->data points to has its content. */
static gboolean
is_filled (gpointer data)
{
  Watch *watch = data;
  g_autoptr (GsRow) row = g_list_model_get_item (table (watch), *(guint *) watch->data);

  return row != NULL && gs_row_get_record (row) != NULL;
}

static void
jump (Watch *watch)
{
  GtkWidget *view = GTK_WIDGET (gs_claims_page_get_view (find (watch, GS_TYPE_CLAIMS_PAGE)));
  GtkWidget *list = gs_ui_test_find (view, GTK_TYPE_LIST_VIEW);
  double longest = 0.0;

  for (guint i = 0; i < JUMPS; i++)
    {
      guint place = (guint) ((guint64) (i + 1) * 2654435761u % g_list_model_get_n_items (table (watch)));
      gint64 began = g_get_monotonic_time ();

      g_assert_true (gtk_widget_activate_action (list, "list.scroll-to-item", "u", place));
      longest = MAX (longest, wait_for (watch, is_filled, &place, began));
    }
  tell ("window: the longest of nine jumps in the table of claims", longest);
}

static void
filter_claims (Watch *watch)
{
  GtkDropDown *stance = GTK_DROP_DOWN (gs_ui_test_find (find (watch, GS_TYPE_CLAIMS_PAGE), GTK_TYPE_DROP_DOWN));
  gint64 began = g_get_monotonic_time ();

  gtk_drop_down_set_selected (stance, 2);
  tell ("window: claims that deny", wait_for (watch, is_settled, NULL, began));
  began = g_get_monotonic_time ();
  gtk_drop_down_set_selected (stance, 0);
  tell ("window: all claims again", wait_for (watch, is_settled, NULL, began));
}

static gboolean
has_hits (gpointer data)
{
  GtkWidget *list = gs_ui_test_find (find (data, GS_TYPE_SEARCH_POPOVER), GTK_TYPE_LIST_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) > 0;
}

static void
search (Watch *watch)
{
  GtkWidget *popover = find (watch, GS_TYPE_SEARCH_POPOVER);
  GtkWidget *entry = gs_ui_test_find (popover, GTK_TYPE_SEARCH_ENTRY);
  gint64 began;

  gtk_popover_popup (GTK_POPOVER (popover));
  gs_ui_test_settle ();
  began = g_get_monotonic_time ();
  gtk_editable_set_text (GTK_EDITABLE (entry), "lighthouse");
  tell ("window: a search, and its typing pause", wait_for (watch, has_hits, NULL, began));
  gtk_popover_popdown (GTK_POPOVER (popover));
  gs_ui_test_settle ();
}

/**
 * bench_scale_show_all:
 * @path: a workspace made by make-workspace --whole
 *
 * Opens it in the real window and does what an analyst does, with the clock running. Ends the process.
 */
void
bench_scale_show_all (const char *path)
{
  Watch watch = { 0 };

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  open_window (&watch, path);
  show_article (&watch);
  search (&watch);
  show_page (&watch, "claims");
  filter_claims (&watch);
  jump (&watch);
  show_page (&watch, "sources");
  show_page (&watch, "conflicts");
  show_pair (&watch);
  show_page (&watch, "timeline");
  _exit (0); /* closing is not measured */
}
