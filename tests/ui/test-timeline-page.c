/* test-timeline-page.c: what is claimed about when.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-reader.h"
#include "gs-timeline-page.h"
#include "gs-timeline-view.h"
#include "gs-window-fixture.h"

static GsTimelineView *
show_timeline (GsWindowFixture *self)
{
  g_assert_true (gs_window_show_page (self->window, "timeline"));
  gs_window_fixture_settle (self);

  return gs_window_find (self->window, GS_TYPE_TIMELINE_VIEW, "Timeline");
}

static GtkListBox *
show_list (GsWindowFixture *self)
{
  GtkToggleButton *as_list = gs_window_find (self->window, GTK_TYPE_TOGGLE_BUTTON, "As a List");

  gtk_toggle_button_set_active (as_list, TRUE);
  gs_window_fixture_settle (self);

  return gs_window_find (self->window, GTK_TYPE_LIST_BOX, "Dated claims");
}

static guint
n_rows (GtkListBox *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;

  return n;
}

static const char *
opened_article (GsWindowFixture *self)
{
  GsReader *reader = gs_window_find (self->window, GS_TYPE_READER, NULL);

  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (reader)));

  return gs_reader_get_article (reader);
}

/* Nothing is out of sight at first; zooming and moving stay within. */
static void
test_zoom (GsWindowFixture *self, gconstpointer data)
{
  GsTimelineView *view = show_timeline (self);
  GsAxis whole = *gs_timeline_view_get_axis (view);

  gs_ui_test_shot (GTK_WIDGET (self->window), "timeline");
  g_assert_cmpfloat (whole.hi - whole.lo, >, 4.0);
  gtk_widget_activate_action (gtk_widget_get_ancestor (GTK_WIDGET (view), GS_TYPE_TIMELINE_PAGE), "timeline.zoom-in",
                              NULL);
  g_assert_cmpfloat (gs_timeline_view_get_axis (view)->hi - gs_timeline_view_get_axis (view)->lo, <,
                     whole.hi - whole.lo);
  gs_timeline_view_move (view, 100.0);
  g_assert_cmpfloat_with_epsilon (gs_timeline_view_get_axis (view)->hi, whole.hi, 0.001);
  gs_timeline_view_move (view, -100.0);
  g_assert_cmpfloat_with_epsilon (gs_timeline_view_get_axis (view)->lo, whole.lo, 0.001);
  gs_ui_test_shot (GTK_WIDGET (self->window), "timeline-zoomed");
  gs_timeline_view_zoom (view, 0.0);
  g_assert_cmpfloat_with_epsilon (gs_timeline_view_get_axis (view)->hi, whole.hi, 0.001);
}

/* What is chosen is said, and leads into its text. */
static void
test_choice (GsWindowFixture *self, gconstpointer data)
{
  GsTimelineView *view = show_timeline (self);
  g_autofree char *wrong = NULL;

  g_assert_cmpint (gs_timeline_view_get_chosen (view), ==, -1);
  gs_timeline_view_choose (view, 1);
  g_assert_cmpint (gs_timeline_view_get_chosen (view), ==, 1);
  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_assert_nonnull (wrong);
  g_assert_nonnull (strstr (wrong, "asserted"));
  gs_timeline_view_choose (view, 1000000);
  g_assert_cmpint (gs_timeline_view_get_chosen (view), <, 1000);

  g_signal_emit_by_name (view, "activated", 0);
  gs_window_fixture_settle (self);
  g_assert_nonnull (opened_article (self));
}

/* The list has what the picture has, and leads to the same places. */
static void
test_list (GsWindowFixture *self, gconstpointer data)
{
  GsTimelineView *view = show_timeline (self);
  GtkListBox *list = show_list (self);
  GtkDropDown *choice = gs_window_find (self->window, GTK_TYPE_DROP_DOWN, "Question");
  guint all = n_rows (list);
  guint n_questions = g_list_model_get_n_items (gtk_drop_down_get_model (choice));
  guint sum = 0;

  gs_ui_test_shot (GTK_WIDGET (self->window), "timeline-list");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (view)));
  g_assert_cmpuint (all, >, 0);
  gs_timeline_view_choose (view, 1000000);
  g_assert_cmpint (gs_timeline_view_get_chosen (view), ==, (int) all - 1);

  /* Question by question they are as many, but for those without one. */
  for (guint i = 1; i < n_questions; i++)
    {
      gtk_drop_down_set_selected (choice, i);
      gs_window_fixture_settle (self);
      sum += n_rows (list);
    }
  g_assert_cmpuint (sum, >, 0);
  g_assert_cmpuint (sum, <=, all);
  gtk_drop_down_set_selected (choice, 0);
  gs_window_fixture_settle (self);
  g_assert_cmpuint (n_rows (list), ==, all);

  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  gs_window_fixture_settle (self);
  g_assert_nonnull (opened_article (self));
}

/* Undoing and the like are seen without coming back. */
static void
test_changes (GsWindowFixture *self, gconstpointer data)
{
  GtkListBox *list;
  guint all;

  show_timeline (self);
  list = show_list (self);
  all = n_rows (list);
  gs_window_fixture_act (self, "win.undo"); /* the whole sample */
  g_assert_cmpuint (n_rows (list), <, all);
  gs_window_fixture_act (self, "win.redo");
  g_assert_cmpuint (n_rows (list), ==, all);
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

#define TEST(path, func) \
  g_test_add (path, GsWindowFixture, NULL, gs_window_fixture_set_up_sample, func, gs_window_fixture_tear_down)

  TEST ("/ui/timeline/zoom", test_zoom);
  TEST ("/ui/timeline/choice", test_choice);
  TEST ("/ui/timeline/list", test_list);
  TEST ("/ui/timeline/changes", test_changes);

  return g_test_run ();
}
