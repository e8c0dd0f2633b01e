/* test-search.c: search finds articles and claims.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-search-popover.h"
#include "gs-window-fixture.h"

static void
hit_cb (GsSearchPopover *search, const char *article, const char *claim, char **place)
{
  g_free (*place);
  *place = g_strdup (article);
}

static void
test_search (GsWindowFixture *self, gconstpointer data)
{
  GtkEditable *entry;
  GtkListView *list;
  g_autofree char *article = NULL;

  gs_window_fixture_act (self, "win.search");
  entry = gs_window_find (self->window, GTK_TYPE_SEARCH_ENTRY, "Search articles and claims");
  list = gs_window_find (self->window, GTK_TYPE_LIST_VIEW, "Search results");
  g_signal_connect (gs_window_find (self->window, GS_TYPE_SEARCH_POPOVER, NULL), "hit-chosen", G_CALLBACK (hit_cb),
                    &article);

  gtk_editable_set_text (entry, "embar");
  g_signal_emit_by_name (entry, "search-changed");
  gs_window_fixture_settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))), >, 1);
  gs_ui_test_shot (gs_window_find (self->window, GS_TYPE_SEARCH_POPOVER, NULL), "search");
  g_signal_emit_by_name (entry, "activate");
  gs_window_fixture_settle (self);
  g_assert_nonnull (article);

  /* What no query language would take is a search without hits. */
  gs_window_fixture_act (self, "win.search");
  gtk_editable_set_text (entry, "\"( AND * NEAR/ ^");
  g_signal_emit_by_name (entry, "search-changed");
  gs_window_fixture_settle (self);

  /* GTK 4.8 asks the surface of a popover that went with its window for the pointer, for a tooltip. */
  gtk_popover_popdown (gs_window_find (self->window, GS_TYPE_SEARCH_POPOVER, NULL));
  gs_window_fixture_settle (self);
}

/* A word within a sentence that has no blanks, and one in another alphabet. */
static void
test_scripts (GsWindowFixture *self, gconstpointer data)
{
  static const char *const queries[] = { "俄罗斯", "беспилотник", "نسلم" };
  g_autoptr (GsAction) action = gs_action_new ("Articles");
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);
  GtkEditable *entry;
  GtkListView *list;

  article->uuid = g_uuid_string_random ();
  article->text = g_strdup ("伊朗首次承认向俄罗斯提供无人机。 Речь идёт о беспилотниках. لم نسلّم أي جهاز.");
  gs_action_save (action, &gs_article_type, article);
  g_assert_true (gs_workspace_perform (self->workspace, action, NULL));

  gs_window_fixture_act (self, "win.search");
  entry = gs_window_find (self->window, GTK_TYPE_SEARCH_ENTRY, "Search articles and claims");
  list = gs_window_find (self->window, GTK_TYPE_LIST_VIEW, "Search results");
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      gtk_editable_set_text (entry, queries[i]);
      g_signal_emit_by_name (entry, "search-changed");
      gs_window_fixture_settle (self);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))), ==, 1);
    }
  gtk_popover_popdown (gs_window_find (self->window, GS_TYPE_SEARCH_POPOVER, NULL));
  gs_window_fixture_settle (self);
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

#define TEST(path, func) \
  g_test_add (path, GsWindowFixture, NULL, gs_window_fixture_set_up_sample, func, gs_window_fixture_tear_down)

  TEST ("/ui/search/words", test_search);
  TEST ("/ui/search/scripts", test_scripts);

  return g_test_run ();
}
