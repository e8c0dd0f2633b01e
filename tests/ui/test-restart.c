/* test-restart.c: what the next start finds as it was left.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claims-columns.h"
#include "gs-reader-view.h"
#include "gs-reader.h"
#include "gs-settings.h"
#include "gs-window-fixture.h"

static gboolean
is_ready (gpointer data)
{
  return gs_window_get_workspace (data) != NULL && gs_window_is_settled (data)
         && gs_ui_test_find (data, GS_TYPE_READER) != NULL
         && gs_reader_view_get_length (GS_READER_VIEW (gs_ui_test_find (data, GS_TYPE_READER_VIEW))) > 0;
}

/* One that remembers, as the program opens it. */
static GsWindow *
start (GsWindowFixture *self)
{
  GsWindow *window = gs_window_new (NULL, 0, 0);

  gtk_window_present (GTK_WINDOW (window));
  gs_window_open (window, self->path);
  gs_test_pump_until (is_ready, window, 20);
  gs_ui_test_settle ();

  return window;
}

static void
stop (GsWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  gs_ui_test_settle ();
}

static GtkAdjustment *
get_place (GsWindow *window)
{
  GtkWidget *view = gs_ui_test_find (GTK_WIDGET (window), GS_TYPE_READER_VIEW);

  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
}

static gboolean
is_down (gpointer data)
{
  return gtk_adjustment_get_value (get_place (data)) > 0.0;
}

static void
test_reader (GsWindowFixture *self, gconstpointer data)
{
  GsWindow *window = start (self);
  GtkWidget *reader = gs_ui_test_find (GTK_WIDGET (window), GS_TYPE_READER);
  GtkWidget *view = gs_ui_test_find (reader, GS_TYPE_READER_VIEW);
  g_autofree char *article = g_strdup (gs_reader_get_article (GS_READER (reader)));
  double zoom;

  g_assert_true (gtk_widget_activate_action (reader, "reader.zoom-in", NULL));
  zoom = gs_reader_view_get_zoom (GS_READER_VIEW (view));
  g_assert_cmpfloat (zoom, >, 1.0);
  g_settings_set_int (gs_settings_get (), "reading-width", 50);
  gs_ui_test_settle ();
  gtk_adjustment_set_value (get_place (window), 400.0);
  gs_ui_test_settle ();
  stop (window);

  window = start (self);
  reader = gs_ui_test_find (GTK_WIDGET (window), GS_TYPE_READER);
  view = gs_ui_test_find (reader, GS_TYPE_READER_VIEW);
  g_assert_cmpstr (gs_reader_get_article (GS_READER (reader)), ==, article);
  g_assert_cmpfloat_with_epsilon (gs_reader_view_get_zoom (GS_READER_VIEW (view)), zoom, 0.001);
  gs_test_pump_until (is_down, window, 10);
  stop (window);
  g_settings_reset (gs_settings_get (), "reading-width");
  g_settings_reset (gs_settings_get (), "article-zoom");
}

static void
test_table (GsWindowFixture *self, gconstpointer data)
{
  GsWindow *window = start (self);
  GtkColumnView *view;
  GtkPaned *paned = GTK_PANED (gs_ui_test_find (GTK_WIDGET (window), GTK_TYPE_PANED));
  int order;
  gboolean descending;

  gtk_paned_set_position (paned, 391);
  gs_window_show_page (window, "claims");
  gs_ui_test_settle ();
  view = gs_window_find (window, GTK_TYPE_COLUMN_VIEW, NULL);
  gs_claims_columns_show_sort (view, GS_ORDER_TEXT, TRUE);
  gs_ui_test_settle ();
  stop (window);

  window = start (self);
  view = gs_window_find (window, GTK_TYPE_COLUMN_VIEW, NULL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (view)));
  gs_claims_columns_get_sort (view, &order, &descending);
  g_assert_cmpint (order, ==, GS_ORDER_TEXT);
  g_assert_true (descending);
  paned = GTK_PANED (gs_ui_test_find (GTK_WIDGET (window), GTK_TYPE_PANED));
  g_assert_cmpint (gtk_paned_get_position (paned), ==, 391);
  stop (window);
}

static void
test_recent (GsWindowFixture *self, gconstpointer data)
{
  g_auto (GStrv) recent = NULL;
  g_autofree char *last = NULL;

  stop (start (self));
  recent = gs_settings_get_recent ();
  last = gs_settings_get_string ("last-workspace");
  g_assert_cmpstr (recent[0], ==, self->path);
  g_assert_cmpstr (last, ==, self->path);
}

/* Where nothing is to move, what comes and goes is there or gone at once. */
static void
assert_still (GtkWidget *widget)
{
  if (GTK_IS_REVEALER (widget) && gtk_widget_get_mapped (widget))
    {
      GtkRevealer *revealer = GTK_REVEALER (widget);
      gboolean revealed = gtk_revealer_get_reveal_child (revealer);

      gtk_revealer_set_reveal_child (revealer, !revealed);
      g_assert_cmpint (gtk_revealer_get_child_revealed (revealer), ==, !revealed);
      gtk_revealer_set_reveal_child (revealer, revealed);
      g_assert_cmpint (gtk_revealer_get_child_revealed (revealer), ==, revealed);
    }
  if (GTK_IS_STACK (widget))
    g_assert_false (gtk_stack_get_transition_running (GTK_STACK (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_still (child);
}

static void
test_still (GsWindowFixture *self, gconstpointer data)
{
  static const char *const pages[] = { "articles", "claims", "sources", "conflicts", "timeline" };
  gboolean moves = TRUE;

  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &moves, NULL);
  g_assert_false (moves);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gs_window_show_page (self->window, pages[i]);
      assert_still (GTK_WIDGET (self->window));
      gs_window_fixture_settle (self);
      assert_still (GTK_WIDGET (self->window));
    }
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

#define TEST(path, func) \
  g_test_add (path, GsWindowFixture, NULL, gs_window_fixture_set_up_sample, func, gs_window_fixture_tear_down)

  TEST ("/ui/restart/reader", test_reader);
  TEST ("/ui/restart/table", test_table);
  TEST ("/ui/restart/recent", test_recent);
  TEST ("/ui/restart/still", test_still);

  return g_test_run ();
}
