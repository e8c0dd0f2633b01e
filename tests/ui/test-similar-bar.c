/* test-similar-bar.c: the reader asks about copies, and remembers the answer.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reader.h"
#include "gs-similar-bar.h"

#include "gs-ui-fixture.h"
#include "gs-ui-test.h"

#define WIRE                                                                                                    \
  "The harbour authority of Port Mellin said on Tuesday that 34 containers had been held since 3 March 2021. "  \
  "Director Anna Verhulst told reporters that inspectors had opened 12 of them and found 4,200 crates without " \
  "papers. The freighter Sofia Kalda left Tallinn on 18 February 2021 with 611 tonnes of cargo.\n"

typedef struct
{
  GsWorkspace *workspace;
  GtkWindow *window;
  GsReader *reader;
  GtkRevealer *revealer;
  char *first;
  char *second;
  char *wanted;
} Fixture;

static void
wanted_cb (GsReader *reader, const char *article, Fixture *fixture)
{
  g_free (fixture->wanted);
  fixture->wanted = g_strdup (article);
}

/* Which of two that came in at one instant is the copy is anybody's guess. */
static void
publish_later (Fixture *fixture)
{
  g_autoptr (GsArticleRecord) article = NULL;
  g_autoptr (GsAction) action = gs_action_new ("Publish");
  g_autoptr (GError) error = NULL;

  article = gs_workspace_load (fixture->workspace, &gs_article_type, fixture->second, &error);
  g_assert_no_error (error);
  g_free (article->published_lo);
  article->published_lo = g_strdup ("2022-11-06");
  g_free (article->published_hi);
  article->published_hi = g_strdup ("2022-11-06");
  gs_action_save (action, &gs_article_type, article);
  g_assert_true (gs_workspace_perform (fixture->workspace, action, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar;

  fixture->workspace = gs_fixture_workspace ();
  fixture->first = gs_fixture_add_article (fixture->workspace, "Containers held", "Herald", WIRE);
  fixture->second =
    gs_fixture_add_article (fixture->workspace, "Harbour held", "Courier", WIRE "Fishermen complained of it.\n");
  publish_later (fixture);
  fixture->reader = GS_READER (gs_reader_new ());
  g_signal_connect (fixture->reader, "article-wanted", G_CALLBACK (wanted_cb), fixture);
  fixture->window = gs_ui_test_show (GTK_WIDGET (fixture->reader), 800, 600);
  gs_reader_set_workspace (fixture->reader, fixture->workspace);
  bar = gs_ui_test_find (GTK_WIDGET (fixture->reader), GS_TYPE_SIMILAR_BAR);
  fixture->revealer = GTK_REVEALER (gs_ui_test_find (bar, GTK_TYPE_REVEALER));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  gs_ui_test_settle ();
  gs_ui_test_finalize (fixture->workspace);
  g_free (fixture->first);
  g_free (fixture->second);
  g_free (fixture->wanted);
}

static gboolean
asks (gpointer data)
{
  return gtk_revealer_get_reveal_child (((Fixture *) data)->revealer);
}

static gboolean
is_silent (gpointer data)
{
  return !asks (data);
}

static void
click (Fixture *fixture, const char *label)
{
  GtkWidget *button = gs_ui_test_find_button (GTK_WIDGET (fixture->revealer), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_yes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GsArticleRecord) article = NULL;
  g_autoptr (GError) error = NULL;

  gs_reader_show_article (fixture->reader, fixture->second, NULL);
  gs_test_pump_until (asks, fixture, 20);
  gs_ui_test_shot (GTK_WIDGET (fixture->window), "similar-bar");

  click (fixture, "go-jump-symbolic");
  g_assert_cmpstr (fixture->wanted, ==, fixture->first);

  click (fixture, "Yes");
  gs_test_pump_until (is_silent, fixture, 20);
  article = gs_workspace_load (fixture->workspace, &gs_article_type, fixture->second, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (article->near_duplicate_of, ==, fixture->first);

  /* Undone, the question is open again. */
  g_assert_true (gs_workspace_undo (fixture->workspace, NULL, &error));
  gs_test_pump_until (asks, fixture, 20);
}

static void
test_no (Fixture *fixture, gconstpointer data)
{
  /* The earlier of the two asks as well. */
  gs_reader_show_article (fixture->reader, fixture->first, NULL);
  gs_test_pump_until (asks, fixture, 20);
  click (fixture, "No");
  gs_test_pump_until (is_silent, fixture, 20);
  gs_reader_show_article (fixture->reader, fixture->second, NULL);
  gs_ui_test_settle ();
  g_assert_true (is_silent (fixture));
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

  g_test_add ("/similar-bar/yes", Fixture, NULL, set_up, test_yes, tear_down);
  g_test_add ("/similar-bar/no", Fixture, NULL, set_up, test_no, tear_down);

  return g_test_run ();
}
