/* test-welcome.c: the first page, the sample dossier and the tour of it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-articles-page.h"
#include "gs-claim-editor.h"
#include "gs-claims-page.h"
#include "gs-compare-page.h"
#include "gs-conflicts-page.h"
#include "gs-sources-page.h"
#include "gs-tour-bar.h"
#include "gs-window-fixture.h"

static void
test_welcome (GsWindowFixture *self, gconstpointer data)
{
  gs_window_set_workspace (self->window, NULL);
  gs_ui_test_settle ();
  gs_ui_test_shot (GTK_WIDGET (self->window), "welcome");
  g_assert_false (gtk_widget_get_visible (gs_window_find (self->window, GTK_TYPE_BUTTON, "Undo")));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Gainsay");
}

static gboolean
is_open (gpointer data)
{
  return gs_window_get_workspace (data) != NULL;
}

/* Made on first use, opened as it is afterwards. */
static void
test_sample (void)
{
  for (guint i = 0; i < 2; i++)
    {
      GsWindow *window = gs_window_new (NULL, 1366, 768);
      g_autoptr (GError) error = NULL;
      gint64 n;

      gtk_window_present (GTK_WINDOW (window));
      gs_window_open_sample (window);
      gs_test_pump_until (is_open, window, 20);
      gs_ui_test_settle ();
      n = gs_workspace_count (gs_window_get_workspace (window), &gs_article_type, &error);
      g_assert_no_error (error);
      g_assert_cmpint (n, >=, 6);

      gtk_window_destroy (GTK_WINDOW (window));
      gs_ui_test_settle ();
    }
}

static gboolean
is_on_tour (gpointer data)
{
  GtkWidget *bar = gs_ui_test_find (data, GS_TYPE_TOUR_BAR);

  return bar != NULL && gs_tour_bar_is_on (GS_TOUR_BAR (bar)) && gs_window_is_settled (data);
}

typedef struct
{
  GsWindow *window;
  GType shows;
} Step;

/* What an article is read for comes a moment after it. */
static gboolean
is_at_step (gpointer data)
{
  const Step *step = data;
  GtkWidget *shown = gs_ui_test_find (GTK_WIDGET (step->window), step->shows);

  return is_on_tour (step->window) && shown != NULL && gtk_widget_get_mapped (shown);
}

/* From the welcome page through every step, each on its page, to the end. */
static void
test_take_tour (void)
{
  static const struct
  {
    const char *title;
    GType (*shown) (void);
  } steps[] = {
    { "Articles", gs_articles_page_get_type },   { "A Claim", gs_claim_editor_get_type },
    { "All Claims", gs_claims_page_get_type },   { "Where It Comes From", gs_sources_page_get_type },
    { "Conflicts", gs_conflicts_page_get_type }, { "Side by Side", gs_compare_page_get_type },
    { "Your Turn", gs_articles_page_get_type },
  };
  GsWindow *window = gs_window_new (NULL, 1366, 768);
  GtkWidget *bar;

  gtk_window_present (GTK_WINDOW (window));
  gs_ui_test_settle ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.take-tour", NULL));
  gs_test_pump_until (is_on_tour, window, 20);
  bar = gs_ui_test_find (GTK_WIDGET (window), GS_TYPE_TOUR_BAR);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *shot = g_strdup_printf ("take-tour-%u", i + 1);
      Step step = { window, steps[i].shown () };

      gs_test_pump_until (is_at_step, &step, 20);
      gs_ui_test_settle ();
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gs_ui_test_find (bar, GTK_TYPE_LABEL))), ==, steps[i].title);
      gs_ui_test_shot (GTK_WIDGET (window), shot);
      g_signal_emit_by_name (gs_ui_test_find_button (bar, i < 6 ? "_Next" : "_Done"), "clicked");
    }
  g_assert_false (gs_tour_bar_is_on (GS_TOUR_BAR (bar)));
  g_assert_false (gtk_widget_get_mapped (bar));

  /* And left in the middle. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.take-tour", NULL));
  gs_test_pump_until (is_on_tour, window, 20);
  g_signal_emit_by_name (gs_window_find (bar, GTK_TYPE_BUTTON, "Leave the Tour"), "clicked");
  g_assert_false (gs_tour_bar_is_on (GS_TOUR_BAR (bar)));
  gs_ui_test_settle ();
  gtk_window_destroy (GTK_WINDOW (window));
  gs_ui_test_settle ();
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

#define TEST(path, set_up, func) g_test_add (path, GsWindowFixture, NULL, set_up, func, gs_window_fixture_tear_down)

  TEST ("/ui/welcome/page", gs_window_fixture_set_up, test_welcome);
  g_test_add_func ("/ui/welcome/sample", test_sample);
  g_test_add_func ("/ui/welcome/take-tour", test_take_tour);

  return g_test_run ();
}
