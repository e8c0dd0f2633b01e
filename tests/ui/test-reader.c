/* test-reader.c: the reader pane on a workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-find-bar.h"
#include "gs-reader-view.h"
#include "gs-reader.h"

#include "gs-ui-fixture.h"
#include "gs-ui-test.h"

typedef struct
{
  GtkWindow *window;
  GsReader *reader;
  GsReaderView *view;
  GsWorkspace *workspace;
  char *article;
  char *shown;
  char *made;
  gint64 range[2];
  char *activated;
} Fixture;

static void
shown_cb (GsReader *reader, const char *article, Fixture *fixture)
{
  g_free (fixture->shown);
  fixture->shown = g_strdup (article);
}

static void
made_cb (GsReader *reader, const char *article, gint64 start, gint64 end, Fixture *fixture)
{
  g_free (fixture->made);
  fixture->made = g_strdup (article);
  fixture->range[0] = start;
  fixture->range[1] = end;
}

static void
activated_cb (GsReader *reader, const char *claim, Fixture *fixture)
{
  g_free (fixture->activated);
  fixture->activated = g_strdup (claim);
}

static gboolean
is_shown (gpointer data)
{
  return ((Fixture *) data)->shown != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = gs_fixture_workspace ();
  fixture->article =
    gs_fixture_add_article (fixture->workspace, "Minister admits deliveries", "Herald", gs_fixture_text_a);
  fixture->reader = GS_READER (gs_reader_new ());
  g_signal_connect (fixture->reader, "article-shown", G_CALLBACK (shown_cb), fixture);
  g_signal_connect (fixture->reader, "make-claim", G_CALLBACK (made_cb), fixture);
  g_signal_connect (fixture->reader, "claim-activated", G_CALLBACK (activated_cb), fixture);
  fixture->window = gs_ui_test_show (GTK_WIDGET (fixture->reader), 800, 600);
  fixture->view = GS_READER_VIEW (gs_ui_test_find (GTK_WIDGET (fixture->reader), GS_TYPE_READER_VIEW));
  gs_reader_set_workspace (fixture->reader, fixture->workspace);
  gs_reader_show_article (fixture->reader, fixture->article, NULL);
  gs_test_pump_until (is_shown, fixture, 10.0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  gs_ui_test_settle ();
  gs_workspace_close (fixture->workspace);
  /* What was under way has ended; those who asked still hold the workspace. */
  gs_ui_test_settle ();
  gs_ui_test_finalize (fixture->workspace);
  g_free (fixture->article);
  g_free (fixture->shown);
  g_free (fixture->made);
  g_free (fixture->activated);
}

static void
test_make (Fixture *fixture, gconstpointer data)
{
  g_autofree char *quote = NULL;
  gint64 start = 0;
  gint64 end = 0;

  g_assert_false (gs_reader_get_selection (fixture->reader, &start, &end));
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.make-claim", NULL);
  g_assert_null (fixture->made);

  /* An emoji stands before it. */
  gs_reader_view_place_caret (fixture->view, 40);
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.select-sentence", NULL);
  g_assert_true (gs_reader_get_selection (fixture->reader, &start, &end));
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.make-claim", NULL);
  g_assert_cmpstr (fixture->made, ==, fixture->article);
  g_assert_cmpint (fixture->range[0], ==, start);
  g_assert_cmpint (fixture->range[1], ==, end);
  quote = gs_reader_get_quote (fixture->reader, start, end);
  g_assert_true (g_str_has_suffix (quote, "on Saturday."));
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static gboolean
has_text (gpointer data)
{
  return gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (data), G_TYPE_STRING);
}

static void
test_copy_quotation (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->reader));
  g_autofree char *copied = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *expected = NULL;
  gint64 start = 0;
  gint64 end = 0;

  gdk_clipboard_set_content (clipboard, NULL);
  gs_reader_view_place_caret (fixture->view, 40);
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.select-sentence", NULL);
  g_assert_true (gs_reader_get_selection (fixture->reader, &start, &end));
  quote = gs_reader_get_quote (fixture->reader, start, end);
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.copy-quotation", NULL);
  gs_test_pump_until (has_text, clipboard, 10.0);
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &copied);
  gs_test_pump_until (is_set, &copied, 10.0);
  expected = g_strdup_printf ("“%s” (“Minister admits deliveries”, Herald", quote);
  g_assert_true (g_str_has_prefix (copied, expected));
}

/* Asked for before the text has come, the focus goes to it when it has. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other =
    gs_fixture_add_article (fixture->workspace, "No weapons sent, says spokesman", "Herald", gs_fixture_text_b);

  g_clear_pointer (&fixture->shown, g_free);
  gs_reader_show_article (fixture->reader, other, NULL);
  g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (fixture->reader)));
  gs_test_pump_until (is_shown, fixture, 10.0);
  g_assert_true (gtk_window_get_focus (fixture->window) == GTK_WIDGET (fixture->view));
}

static gboolean
has_claim (gpointer data)
{
  Fixture *fixture = data;

  return gs_reader_view_find_next (fixture->view, FALSE) != NULL;
}

static gboolean
has_none (gpointer data)
{
  Fixture *fixture = data;

  return gs_reader_view_get_active (fixture->view) == NULL && !has_claim (data);
}

static void
test_follow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *late = gs_fixture_add_claim (fixture->workspace, fixture->article, "took no side",
                                                "Sirocco took no side", GS_STANCE_ASSERTS, NULL, "Sirocco", "neutral");
  g_autofree char *early = gs_fixture_add_claim (fixture->workspace, fixture->article, "a limited number of drones",
                                                 "A few drones", GS_STANCE_ASSERTS, NULL, "Minister", NULL);
  GtkListView *list = GTK_LIST_VIEW (gs_ui_test_find (GTK_WIDGET (fixture->reader), GTK_TYPE_LIST_VIEW));

  gs_test_pump_until (has_claim, fixture, 10.0);
  gs_ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))), ==, 2);

  gs_reader_view_place_caret (fixture->view, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.next-claim", NULL);
  g_assert_cmpstr (gs_reader_view_get_active (fixture->view), ==, early);
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.next-claim", NULL);
  g_assert_cmpstr (gs_reader_view_get_active (fixture->view), ==, late);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Sirocco took no side · Sirocco · neutral");
  gs_ui_test_shot (GTK_WIDGET (fixture->reader), "reader-follow");
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.previous-claim", NULL);
  g_assert_cmpstr (gs_reader_view_get_active (fixture->view), ==, early);

  g_signal_emit_by_name (list, "activate", 1u);
  g_assert_cmpstr (fixture->activated, ==, late);

  /* What is undone is no longer marked. */
  gs_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  gs_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  gs_test_pump_until (has_none, fixture, 10.0);
}

static gboolean
has_active (gpointer data)
{
  return gs_reader_view_get_active (((Fixture *) data)->view) != NULL;
}

static void
test_show_claim (Fixture *fixture, gconstpointer data)
{
  g_autofree char *claim = gs_fixture_add_claim (fixture->workspace, fixture->article, "took no side", NULL,
                                                 GS_STANCE_ASSERTS, NULL, NULL, NULL);

  gs_reader_show_article (fixture->reader, fixture->article, claim);
  gs_test_pump_until (has_active, fixture, 10.0);
  g_assert_cmpstr (gs_reader_view_get_active (fixture->view), ==, claim);
}

static gboolean
has_failed (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *stack = gs_ui_test_find (GTK_WIDGET (fixture->reader), GTK_TYPE_STACK);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "failed") == 0;
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  gs_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  gs_test_pump_until (has_failed, fixture, 10.0);
}

static void
test_find (void)
{
  g_autoptr (GArray) matches = gs_find_all ("\xf0\x9f\x99\x82 D\xc3\xa9j\xc3\xa0 vu, deja vu, DEJA", "deja", 100);
  g_autoptr (GArray) few = gs_find_all ("aaaa", "a", 2);
  g_autoptr (GArray) none = gs_find_all ("aaaa", "", 2);

  g_assert_cmpuint (matches->len, ==, 3);
  g_assert_cmpint (g_array_index (matches, gint64, 0), ==, 2);
  g_assert_cmpint (g_array_index (matches, gint64, 1), ==, 11);
  g_assert_cmpuint (few->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
}

#define ADD(name, func) g_test_add ("/reader/" name, Fixture, NULL, set_up, func, tear_down)

typedef struct
{
  GsReaderView *view;
  gint64 place;
} Place;

static gboolean
is_there (gpointer data)
{
  Place *wanted = data;

  return gs_reader_view_get_place (wanted->view) == wanted->place;
}

static void
show_and_wait (Fixture *fixture, const char *article)
{
  g_clear_pointer (&fixture->shown, g_free);
  gs_reader_show_article (fixture->reader, article, NULL);
  gs_test_pump_until (is_shown, fixture, 10.0);
  gs_ui_test_settle ();
}

/* Whoever comes back to an article goes on where they were. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *article = NULL;
  Place wanted = { fixture->view, 0 };

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "Paragraph %u says what the one before it said.\n\n", i);
  article = gs_fixture_add_article (fixture->workspace, "Long", "Herald", text->str);

  show_and_wait (fixture, article);
  g_assert_cmpint (gs_reader_view_get_place (fixture->view), ==, 0);
  gs_reader_view_scroll_to (fixture->view, 7000, 7000);
  gs_ui_test_settle ();
  wanted.place = gs_reader_view_get_place (fixture->view);
  g_assert_cmpint (ABS (wanted.place - 7000), <, 100);

  show_and_wait (fixture, fixture->article);
  show_and_wait (fixture, article);
  gs_test_pump_until (is_there, &wanted, 10.0);
  /* And stays there, however often. */
  show_and_wait (fixture, fixture->article);
  show_and_wait (fixture, article);
  gs_test_pump_until (is_there, &wanted, 10.0);
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

  ADD ("make", test_make);
  ADD ("copy-quotation", test_copy_quotation);
  ADD ("focus", test_focus);
  ADD ("follow", test_follow);
  ADD ("show-claim", test_show_claim);
  ADD ("gone", test_gone);
  ADD ("place", test_place);
  g_test_add_func ("/reader/find", test_find);

  return g_test_run ();
}
