/* test-compare-page.c: a pair is shown side by side, judged, and the verdict undone.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-compare-others.h"
#include "gs-compare-page.h"
#include "gs-compare-side.h"
#include "gs-conflicts.h"
#include "gs-reader-view.h"

#include "gs-ui-fixture.h"
#include "gs-ui-test.h"

#define QUESTION "Did Sirocco deliver drones?"

typedef struct
{
  GtkWindow *window;
  GsComparePage *page;
  GsWorkspace *workspace;
  char *question;
  char *admission;
  char *denial;
  char *opened;
} Fixture;

static void
opened_cb (GsComparePage *page, const char *article, const char *claim, Fixture *fixture)
{
  g_free (fixture->opened);
  fixture->opened = g_strdup (claim);
}

static gboolean
shows_pair (gpointer data)
{
  Fixture *fixture = data;
  GtkStack *stack = GTK_STACK (gs_ui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_STACK));

  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), "pair") == 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  fixture->workspace = gs_fixture_workspace ();
  a = gs_fixture_add_article (fixture->workspace, "Minister admits deliveries", "Herald", gs_fixture_text_a);
  b = gs_fixture_add_article (fixture->workspace, "No weapons sent, says spokesman", "Tribune", gs_fixture_text_b);
  fixture->admission = gs_fixture_add_claim (fixture->workspace, a, "We gave a limited number of drones",
                                             "A limited number of drones was given", GS_STANCE_ASSERTS, QUESTION,
                                             "Minister", "object/drone");
  fixture->denial = gs_fixture_add_claim (fixture->workspace, b, "any drones had been delivered",
                                          "No drones were delivered", GS_STANCE_DENIES, QUESTION, "Spokesman", NULL);
  fixture->question = gs_workspace_find_name (fixture->workspace, &gs_question_type, QUESTION, &error);
  g_assert_no_error (error);

  fixture->page = GS_COMPARE_PAGE (gs_compare_page_new ());
  g_signal_connect (fixture->page, "open-claim", G_CALLBACK (opened_cb), fixture);
  fixture->window = gs_ui_test_show (GTK_WIDGET (fixture->page), 1200, 760);
  gs_compare_page_set_workspace (fixture->page, fixture->workspace);
  gs_compare_page_show_pair (fixture->page, fixture->question, NULL);
  gs_test_pump_until (shows_pair, fixture, 10.0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  gs_ui_test_settle ();
  gs_workspace_close (fixture->workspace);
  gs_ui_test_finalize (fixture->workspace);
  g_free (fixture->question);
  g_free (fixture->admission);
  g_free (fixture->denial);
  g_free (fixture->opened);
}

static GsPair *
get_pair (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pairs = gs_conflicts_pairs (fixture->workspace, fixture->question, 0, 10, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pairs->len, ==, 1);

  return g_ptr_array_steal_index (pairs, 0);
}

static gboolean
is_confirmed (gpointer data)
{
  g_autoptr (GsPair) pair = get_pair (data);

  return pair->verdict == GS_VERDICT_CONFIRMED;
}

static gboolean
is_dismissed (gpointer data)
{
  g_autoptr (GsPair) pair = get_pair (data);

  return pair->verdict == GS_VERDICT_DISMISSED;
}

/* The text of every label on the page, for looking something up. */
static void
collect_labels (GtkWidget *widget, GString *labels)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_string_append_printf (labels, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_labels (child, labels);
}

static gboolean
page_says (Fixture *fixture, const char *text)
{
  GString *labels = g_string_new (NULL);
  gboolean found;

  collect_labels (GTK_WIDGET (fixture->page), labels);
  found = strstr (labels->str, text) != NULL;
  g_string_free (labels, TRUE);

  return found;
}

static gboolean
says_confirmed (gpointer data)
{
  return page_says (data, "Contradiction confirmed");
}

static gboolean
says_undecided (gpointer data)
{
  return page_says (data, "Undecided");
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  GtkWidget *side = gs_ui_test_find (GTK_WIDGET (fixture->page), GS_TYPE_COMPARE_SIDE);
  GsReaderView *view = GS_READER_VIEW (gs_ui_test_find (side, GS_TYPE_READER_VIEW));
  g_autoptr (GArray) area = NULL;

  g_assert_true (page_says (fixture, QUESTION));
  g_assert_true (page_says (fixture, "1 of 1"));
  g_assert_true (page_says (fixture, "≠"));
  g_assert_true (page_says (fixture, "Minister"));
  g_assert_true (page_says (fixture, "Spokesman"));
  g_assert_true (page_says (fixture, "Undecided"));
  g_assert_nonnull (gs_reader_view_get_active (view));
  area = gs_reader_view_get_claim_area (view, gs_reader_view_get_active (view));
  g_assert_cmpuint (area->len, >, 0);
  gs_ui_test_shot (GTK_WIDGET (fixture->page), "compare");

  g_signal_emit_by_name (side, "open");
  g_assert_cmpstr (fixture->opened, ==, gs_reader_view_get_active (view));
}

static void
test_verdict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsPair) confirmed = NULL;
  g_autoptr (GsPair) undone = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "compare.confirm", NULL);
  gs_test_pump_until (is_confirmed, fixture, 10.0);
  gs_test_pump_until (says_confirmed, fixture, 10.0);
  confirmed = get_pair (fixture);
  g_assert_cmpint (confirmed->type, ==, GS_LINK_CONTRADICTS);

  gs_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  undone = get_pair (fixture);
  g_assert_cmpint (undone->verdict, ==, GS_VERDICT_UNDECIDED);
  gs_test_pump_until (says_undecided, fixture, 10.0);
}

static void
test_dismissal (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;
  g_autoptr (GsPair) pair = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "compare.dismiss", NULL);
  gs_ui_test_settle ();
  entry = gs_ui_test_find (gs_ui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_POPOVER), GTK_TYPE_ENTRY);

  /* Not without a reason. */
  g_signal_emit_by_name (entry, "activate");
  gs_ui_test_settle ();
  g_assert_false (is_dismissed (fixture));
  gtk_editable_set_text (GTK_EDITABLE (entry), "other drones");
  g_signal_emit_by_name (entry, "activate");
  gs_test_pump_until (is_dismissed, fixture, 10.0);
  pair = get_pair (fixture);
  g_assert_cmpstr (pair->reason, ==, "other drones");
}

static gboolean
is_noted (gpointer data)
{
  g_autoptr (GsPair) pair = get_pair (data);

  return g_strcmp0 (pair->note, "compare the dates") == 0;
}

/* A note alone, without a verdict; what else is claimed, on demand. */
static void
test_note_and_others (Fixture *fixture, gconstpointer data)
{
  GtkWidget *others = gs_ui_test_find (GTK_WIDGET (fixture->page), GS_TYPE_COMPARE_OTHERS);
  GtkListBox *list = GTK_LIST_BOX (gs_ui_test_find (others, GTK_TYPE_LIST_BOX));
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *third = NULL;
  GtkListBoxRow *row;
  GtkWidget *note;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "compare.note", NULL);
  note = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_TYPE_ENTRY);
  g_assert_nonnull (note);
  gtk_editable_set_text (GTK_EDITABLE (note), "compare the dates");
  g_signal_emit_by_name (note, "activate");
  gs_test_pump_until (is_noted, fixture, 10.0);
  g_assert_false (is_confirmed (fixture));

  articles = gs_workspace_list_page (fixture->workspace, &gs_article_listing_type, NULL, 0, 1, &error);
  g_assert_no_error (error);
  third = gs_fixture_add_claim (fixture->workspace, ((GsArticleListing *) articles->pdata[0])->uuid, "drones",
                                "Some say so", GS_STANCE_ASSERTS, QUESTION, "Somebody", NULL);
  gs_ui_test_settle ();
  g_assert_null (gtk_list_box_get_row_at_index (list, 0));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "compare.others", NULL);
  gs_ui_test_settle ();
  row = gtk_list_box_get_row_at_index (list, 0);
  g_assert_nonnull (row);
  g_assert_null (gtk_list_box_get_row_at_index (list, 1));
  gs_ui_test_shot (GTK_WIDGET (fixture->page), "compare-others");
  g_signal_emit_by_name (list, "row-activated", row);
  g_assert_cmpstr (fixture->opened, ==, third);
}

static gboolean
is_empty (gpointer data)
{
  return !shows_pair (data);
}

/* The claims stop opposing each other while they are looked at. */
static void
test_dissolved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  gs_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  gs_test_pump_until (is_empty, fixture, 10.0);
}

#define ADD(name, func) g_test_add ("/compare-page/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

  ADD ("shown", test_shown);
  ADD ("verdict", test_verdict);
  ADD ("dismissal", test_dismissal);
  ADD ("note-and-others", test_note_and_others);
  ADD ("dissolved", test_dissolved);

  return g_test_run ();
}
