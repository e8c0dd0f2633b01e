/* test-articles-page.c: the reader with the claim editor beside it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claim-editor.h"
#include "gs-reader.h"
#include "gs-text.h"
#include "gs-window-fixture.h"

/* The claim editor opens beside the text, and instead of it where it is narrow. */
static void
test_editor (GsWindowFixture *self, gconstpointer data)
{
  GtkWidget *reader = gs_window_find (self->window, GS_TYPE_READER, NULL);
  GtkWidget *editor = gs_window_find (self->window, GS_TYPE_CLAIM_EDITOR, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  const GsClaimListing *claim;

  g_assert_false (gtk_widget_get_visible (editor));
  rows = gs_workspace_list_page (self->workspace, &gs_claim_listing_type, NULL, 0, 1, &error);
  g_assert_no_error (error);
  claim = g_ptr_array_index (rows, 0);

  gs_window_show_article (self->window, claim->article, claim->uuid);
  gs_window_fixture_settle (self);
  g_signal_emit_by_name (reader, "claim-activated", claim->uuid);
  gs_window_fixture_settle (self);
  gs_ui_test_shot (GTK_WIDGET (self->window), "editor");
  g_assert_true (gtk_widget_get_mapped (editor));
  g_assert_true (gtk_widget_get_mapped (reader));
  g_assert_cmpint (gtk_widget_get_width (editor), >=, 300);
  g_assert_cmpint (gtk_widget_get_width (editor), <=, 420);

  g_signal_emit_by_name (editor, "closed");
  gs_window_fixture_settle (self);
  g_assert_false (gtk_widget_get_mapped (editor));
}

static guint
n_handles_taken (GtkWidget *paned)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (paned);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller) && gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_NONE)
        n++;
    }

  return n;
}

/* Where the editor's edge was, a press reaches the text again. */
static void
test_hidden_handle (GsWindowFixture *self, gconstpointer data)
{
  GtkWidget *editor = gs_window_find (self->window, GS_TYPE_CLAIM_EDITOR, NULL);
  GtkWidget *paned = gtk_widget_get_parent (editor);

  g_assert_cmpuint (n_handles_taken (paned), ==, 0);
  gtk_widget_set_visible (editor, TRUE);
  g_assert_cmpuint (n_handles_taken (paned), >, 0);
  gtk_widget_set_visible (editor, FALSE);
  g_assert_cmpuint (n_handles_taken (paned), ==, 0);
}

static const char *
edited_claim (GsWindowFixture *self)
{
  return gs_claim_editor_get_claim (gs_window_find (self->window, GS_TYPE_CLAIM_EDITOR, NULL));
}

/* The editor goes along from claim to claim, and closes with the article. */
static void
test_editor_follows (GsWindowFixture *self, gconstpointer data)
{
  GtkWidget *reader = gs_window_find (self->window, GS_TYPE_READER, NULL);
  GtkWidget *editor = gs_window_find (self->window, GS_TYPE_CLAIM_EDITOR, NULL);
  g_autofree char *article = NULL;
  g_autofree char *claim = gs_window_fixture_first_claim (self, &article);
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GsClaimRecord) stored = NULL;
  g_autoptr (GError) error = NULL;
  const GsArticleListing *other;
  GtkEditable *summary;

  gs_window_show_article (self->window, article, claim);
  gs_window_fixture_settle (self);
  g_signal_emit_by_name (reader, "claim-activated", claim);
  gs_window_fixture_settle (self);
  g_assert_cmpstr (edited_claim (self), ==, claim);

  summary = GTK_EDITABLE (gs_ui_test_find (editor, GTK_TYPE_ENTRY));
  gtk_editable_set_text (summary, "Typed and not saved");
  gtk_widget_activate_action (reader, "reader.next-claim", NULL);
  gs_window_fixture_settle (self);
  g_assert_cmpstr (edited_claim (self), !=, claim);
  g_assert_true (gtk_widget_get_visible (editor));
  stored = gs_workspace_load (self->workspace, &gs_claim_type, claim, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stored->summary, ==, "Typed and not saved");
  gtk_widget_activate_action (reader, "reader.previous-claim", NULL);
  gs_window_fixture_settle (self);
  g_assert_cmpstr (edited_claim (self), ==, claim);

  gtk_editable_set_text (summary, "Typed again");
  articles = gs_workspace_list_page (self->workspace, &gs_article_listing_type, NULL, 0, 2, &error);
  g_assert_no_error (error);
  other = articles->pdata[0];
  if (g_str_equal (other->uuid, article))
    other = articles->pdata[1];
  gs_window_show_article (self->window, other->uuid, NULL);
  gs_window_fixture_settle (self);
  g_assert_false (gtk_widget_get_visible (editor));
  g_clear_pointer (&stored, gs_claim_record_free);
  stored = gs_workspace_load (self->workspace, &gs_claim_type, claim, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stored->summary, ==, "Typed again");
  g_assert_cmpstr (gs_reader_get_article (GS_READER (reader)), ==, other->uuid);
}

static void
claim_place (GsWindowFixture *self, const char *claim, gint64 *start, gint64 *end)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsClaimRecord) stored = gs_workspace_load (self->workspace, &gs_claim_type, claim, &error);
  g_autoptr (GsArticleRecord) article = NULL;
  g_autoptr (GsText) text = NULL;
  g_autofree char *there = NULL;
  const GsSpanRecord *quote;

  g_assert_no_error (error);
  quote = gs_claim_record_quote (stored);
  *start = quote->start;
  *end = quote->end;
  article = gs_workspace_load (self->workspace, &gs_article_type, stored->article, &error);
  g_assert_no_error (error);
  text = gs_text_new (article->text);
  there = gs_text_slice (text, *start, *end);
  g_assert_cmpstr (quote->exact, ==, there);
}

typedef struct
{
  GsWindowFixture *fixture;
  const char *claim;
  gint64 end;
} Moved;

static gboolean
has_moved (gpointer data)
{
  Moved *moved = data;
  gint64 start, end;

  claim_place (moved->fixture, moved->claim, &start, &end);

  return end != moved->end;
}

/* Both ends by words; what is pressed without a pause is one step. */
static void
test_resize (GsWindowFixture *self, gconstpointer data)
{
  GtkWidget *reader = gs_window_find (self->window, GS_TYPE_READER, NULL);
  g_autofree char *article = NULL;
  g_autofree char *claim = gs_window_fixture_first_claim (self, &article);
  Moved moved = { self, claim, 0 };
  gint64 start, end, new_start, new_end;

  claim_place (self, claim, &start, &end);
  gs_window_show_article (self->window, article, claim);
  gs_window_fixture_settle (self);
  gtk_widget_activate_action (reader, "reader.reduce-end", NULL);
  gtk_widget_activate_action (reader, "reader.reduce-end", NULL);
  gtk_widget_activate_action (reader, "reader.reduce-start", NULL);
  moved.end = end;
  gs_test_pump_until (has_moved, &moved, 10);
  gs_window_fixture_settle (self);
  claim_place (self, claim, &new_start, &new_end);
  g_assert_cmpint (new_end, <, end);
  g_assert_cmpint (new_start, >, start);
  gs_window_fixture_act (self, "win.undo");
  claim_place (self, claim, &new_start, &new_end);
  g_assert_cmpint (new_start, ==, start);
  g_assert_cmpint (new_end, ==, end);

  /* It never turns inside out, and what waits is stored with the article left. */
  for (guint i = 0; i < 200; i++)
    gtk_widget_activate_action (reader, "reader.reduce-end", NULL);
  gs_reader_show_article (GS_READER (reader), NULL, NULL);
  gs_window_fixture_settle (self);
  claim_place (self, claim, &new_start, &new_end);
  g_assert_cmpint (new_start, ==, start);
  g_assert_cmpint (new_end, >, start);
  g_assert_cmpint (new_end, <, end);
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

#define TEST(path, func) \
  g_test_add (path, GsWindowFixture, NULL, gs_window_fixture_set_up_sample, func, gs_window_fixture_tear_down)

  TEST ("/ui/articles/editor", test_editor);
  TEST ("/ui/articles/hidden-handle", test_hidden_handle);
  TEST ("/ui/articles/editor-follows", test_editor_follows);
  TEST ("/ui/articles/resize", test_resize);

  return g_test_run ();
}
