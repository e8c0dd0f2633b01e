/* test-library.c: the list of articles, and what is done to them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-language-choice.h"
#include "gs-library.h"
#include "gs-row.h"
#include "gs-window-fixture.h"

static void
test_undo_and_redo (GsWindowFixture *self, gconstpointer data)
{
  gs_window_fixture_drop (self, gs_window_two_articles);

  gs_window_fixture_act (self, "win.undo");
  g_assert_cmpuint (g_list_model_get_n_items (gs_window_fixture_library (self)), ==, 0);
  g_assert_false (gs_window_fixture_is_enabled (self, GTK_TYPE_BUTTON, "Undo"));
  g_assert_true (gs_window_fixture_is_enabled (self, GTK_TYPE_BUTTON, "Redo"));

  gs_window_fixture_act (self, "win.redo");
  g_assert_cmpuint (g_list_model_get_n_items (gs_window_fixture_library (self)), ==, 2);
}

static const char *
title_at (GsWindowFixture *self, guint position)
{
  g_autoptr (GsRow) row = g_list_model_get_item (gs_window_fixture_library (self), position);
  const GsArticleListing *article = gs_row_get_record (row);

  g_assert_nonnull (article);

  return article->title;
}

static void
test_filter_and_sort (GsWindowFixture *self, gconstpointer data)
{
  GtkWidget *library = gs_window_find (self->window, GS_TYPE_LIBRARY, NULL);
  GtkEditable *entry = gs_window_find (self->window, GTK_TYPE_SEARCH_ENTRY, "Filter articles");

  gs_window_fixture_drop (self, gs_window_two_articles);
  g_assert_true (gtk_widget_activate_action (library, "library.sort", "s", "text"));
  gs_window_fixture_settle (self);
  g_assert_true (g_str_has_prefix (title_at (self, 0), "Apes"));
  g_assert_true (gtk_widget_activate_action (library, "library.descending", NULL));
  gs_window_fixture_settle (self);
  g_assert_true (g_str_has_prefix (title_at (self, 0), "Zebras"));

  gtk_editable_set_text (entry, "spokes");
  g_signal_emit_by_name (entry, "search-changed");
  gs_window_fixture_settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (gs_window_fixture_library (self)), ==, 1);
  g_assert_true (g_str_has_prefix (title_at (self, 0), "Apes"));

  g_assert_true (gtk_widget_activate_action (library, "library.clear-filters", NULL));
  gs_window_fixture_settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (gs_window_fixture_library (self)), ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
}

/* The languages that there are, and “any”. */
static void
test_languages (GsWindowFixture *self, gconstpointer data)
{
  GtkDropDown *language = gs_window_find (self->window, GTK_TYPE_DROP_DOWN, "Language");
  GListModel *choices = gtk_drop_down_get_model (language);

  g_assert_cmpuint (g_list_model_get_n_items (choices), ==, 1);
  gs_window_fixture_drop (self, gs_window_two_articles);
  gs_language_choice_refresh (GS_LANGUAGE_CHOICE (gtk_widget_get_parent (GTK_WIDGET (language))));
  gs_window_fixture_settle (self);
  choices = gtk_drop_down_get_model (language);
  g_assert_cmpuint (g_list_model_get_n_items (choices), ==, 2);
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (choices), 1), ==, "English");

  gtk_drop_down_set_selected (language, 1);
  gs_window_fixture_settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (gs_window_fixture_library (self)), ==, 2);
}

static void
test_remove_article (GsWindowFixture *self, gconstpointer data)
{
  GtkWidget *library = gs_window_find (self->window, GS_TYPE_LIBRARY, NULL);

  gs_window_fixture_drop (self, gs_window_two_articles);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (gs_window_fixture_library (self)), 0, TRUE);
  gs_window_fixture_settle (self);
  g_assert_true (gtk_widget_activate_action (library, "library.remove", NULL));
  gs_window_fixture_settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (gs_window_fixture_library (self)), ==, 1);

  /* The toast has an Undo button, which is this action. */
  gs_window_fixture_act (self, "win.undo");
  g_assert_cmpuint (g_list_model_get_n_items (gs_window_fixture_library (self)), ==, 2);
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

#define TEST(path, set_up, func) g_test_add (path, GsWindowFixture, NULL, set_up, func, gs_window_fixture_tear_down)

  TEST ("/ui/library/languages", gs_window_fixture_set_up, test_languages);
  TEST ("/ui/library/undo-and-redo", gs_window_fixture_set_up, test_undo_and_redo);
  TEST ("/ui/library/filter-and-sort", gs_window_fixture_set_up, test_filter_and_sort);
  TEST ("/ui/library/remove-article", gs_window_fixture_set_up, test_remove_article);

  return g_test_run ();
}
