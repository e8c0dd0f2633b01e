/* test-conflicts-page.c: the board of conflicts, its positions and pairs.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "gs-ask-popover.h"
#include "gs-conflicts-page.h"
#include "gs-conflicts.h"
#include "gs-interval-chart.h"
#include "gs-pair-list.h"
#include "gs-placed-claims.h"
#include "gs-reader.h"
#include "gs-window-fixture.h"

/* The first row below @root that opens a claim. */
static GtkWidget *
find_opening (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (GTK_IS_ACTIONABLE (root)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), "conflicts.open-claim") == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_opening (child);

  return found;
}

static void
test_conflicts (GsWindowFixture *self, gconstpointer data)
{
  GsConflictsPage *page = gs_window_find (self->window, GS_TYPE_CONFLICTS_PAGE, NULL);
  GtkListBox *questions = gs_window_find (page, GTK_TYPE_LIST_BOX, "Questions in conflict");
  GtkListBox *pairs = gs_window_find (page, GTK_TYPE_LIST_BOX, "Pairs");
  GtkListBox *positions = gs_window_find (page, GTK_TYPE_LIST_BOX, "Positions");
  g_autofree char *first = NULL;

  g_assert_true (gs_window_show_page (self->window, "conflicts"));
  gs_window_fixture_settle (self);
  g_assert_nonnull (gtk_list_box_get_row_at_index (questions, 1));
  g_assert_nonnull (gtk_list_box_get_row_at_index (positions, 1));
  g_assert_nonnull (gtk_list_box_get_row_at_index (pairs, 0));

  first = g_strdup (gs_conflicts_page_get_question (page));
  gtk_list_box_select_row (questions, gtk_list_box_get_row_at_index (questions, 1));
  gs_window_fixture_settle (self);
  g_assert_cmpstr (gs_conflicts_page_get_question (page), !=, first);

  /* A pair leads to the page side by side, and back. */
  g_signal_emit_by_name (pairs, "row-activated", gtk_list_box_get_row_at_index (pairs, 0));
  gs_window_fixture_settle (self);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (questions)));
  gs_window_fixture_act (self, "win.back");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (questions)));
}

/* An answer opens into the claims that give it, and they into the text. */
static void
test_positions (GsWindowFixture *self, gconstpointer data)
{
  GtkWidget *page = gs_window_find (self->window, GS_TYPE_CONFLICTS_PAGE, NULL);
  GtkListBox *positions = gs_window_find (page, GTK_TYPE_LIST_BOX, "Positions");
  GtkWidget *reader = gs_window_find (self->window, GS_TYPE_READER, NULL);
  GtkListBoxRow *position;
  GtkWidget *claim;

  gs_window_show_page (self->window, "conflicts");
  gs_window_fixture_settle (self);
  position = gtk_list_box_get_row_at_index (positions, 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (position), TRUE);
  gs_window_fixture_settle (self);
  gs_ui_test_shot (GTK_WIDGET (self->window), "positions");
  claim = find_opening (GTK_WIDGET (position));
  g_assert_nonnull (claim);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (claim)), !=, "");
  gtk_widget_activate (claim);
  gs_window_fixture_settle (self);
  g_assert_true (gtk_widget_get_mapped (reader));
  g_assert_nonnull (gs_reader_get_article (GS_READER (reader)));
}

typedef struct
{
  GsPairList *list;
  GtkListBox *box;
} Pairs;

static Pairs
show_pairs (GsWindowFixture *self)
{
  Pairs pairs;

  g_assert_true (gs_window_show_page (self->window, "conflicts"));
  gs_window_fixture_settle (self);
  pairs.list = gs_window_find (self->window, GS_TYPE_PAIR_LIST, NULL);
  pairs.box = gs_window_find (pairs.list, GTK_TYPE_LIST_BOX, "Pairs");

  return pairs;
}

static const char *
page_question (GsWindowFixture *self)
{
  return gs_conflicts_page_get_question (gs_window_find (self->window, GS_TYPE_CONFLICTS_PAGE, NULL));
}

static GPtrArray *
read_pairs (GsWindowFixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *pairs = gs_conflicts_pairs (self->workspace, page_question (self), 0, 100, &error);

  g_assert_no_error (error);

  return pairs;
}

static const GsPair *
pair_of (GPtrArray *pairs, const char *link)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const GsPair *pair = pairs->pdata[i];

      if (g_str_equal (pair->link, link))
        return pair;
    }

  g_error ("no pair has the link %s", link);
}

static void
judge (GsWindowFixture *self, Pairs *pairs, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pairs->list), action, NULL));
  gs_window_fixture_settle (self);
}

/* What is in @entry is typed and Enter pressed. */
static void
answer (GsWindowFixture *self, Pairs *pairs, guint nth, const char *text)
{
  GtkWidget *popover = NULL;
  GtkWidget *entry;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (pairs->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GS_IS_ASK_POPOVER (child) && nth-- == 0)
        popover = child;
    }
  g_assert_nonnull (popover);
  entry = gs_ui_test_find (popover, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  gs_window_fixture_settle (self);
}

static int
chosen (Pairs *pairs)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (pairs->box);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

/* Pairs are judged one after the other without leaving the board. */
static void
test_triage (GsWindowFixture *self, gconstpointer data)
{
  Pairs pairs = show_pairs (self);
  g_autoptr (GPtrArray) before = read_pairs (self);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  const char *first, *second;

  g_assert_cmpuint (before->len, >=, 2);
  first = ((const GsPair *) before->pdata[0])->link;
  second = ((const GsPair *) before->pdata[1])->link;
  gtk_list_box_select_row (pairs.box, gtk_list_box_get_row_at_index (pairs.box, 0));
  judge (self, &pairs, "pairs.note");
  answer (self, &pairs, 1, "see both texts");
  g_assert_cmpint (chosen (&pairs), ==, 0);
  judge (self, &pairs, "pairs.confirm");

  gtk_list_box_select_row (pairs.box, gtk_list_box_get_row_at_index (pairs.box, 1));
  judge (self, &pairs, "pairs.dismiss");
  answer (self, &pairs, 0, "");
  answer (self, &pairs, 0, "another month");

  after = read_pairs (self);
  g_assert_cmpint (pair_of (after, first)->verdict, ==, GS_VERDICT_CONFIRMED);
  g_assert_cmpstr (pair_of (after, first)->note, ==, "see both texts");
  g_assert_cmpint (pair_of (after, second)->verdict, ==, GS_VERDICT_DISMISSED);
  g_assert_cmpstr (pair_of (after, second)->reason, ==, "another month");

  for (guint i = 0; i < 3; i++)
    gs_window_fixture_act (self, "win.undo");
  undone = read_pairs (self);
  g_assert_cmpint (pair_of (undone, first)->verdict, ==, pair_of (before, first)->verdict);
  g_assert_cmpstr (pair_of (undone, first)->note, ==, pair_of (before, first)->note);
}

/* With all of them judged, the next question is where to go on. */
static void
test_next_undecided (GsWindowFixture *self, gconstpointer data)
{
  Pairs pairs = show_pairs (self);
  g_autofree char *question = g_strdup (page_question (self));
  g_autoptr (GPtrArray) all = read_pairs (self);
  int last = -1;

  for (guint i = 0; i < all->len + 1 && g_str_equal (page_question (self), question); i++)
    {
      judge (self, &pairs, "pairs.next-undecided");
      if (!g_str_equal (page_question (self), question))
        break;
      g_assert_cmpint (chosen (&pairs), !=, last);
      last = chosen (&pairs);
      judge (self, &pairs, "pairs.tension");
    }
  g_assert_cmpstr (page_question (self), !=, question);
  g_assert_cmpint (chosen (&pairs), >=, 0);
}

static GtkWidget *
find_filter (GtkWidget *root, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_TOGGLE_BUTTON (root))
    {
      GtkWidget *text = gs_ui_test_find (root, GTK_TYPE_LABEL);

      return text != NULL && g_str_equal (gtk_label_get_label (GTK_LABEL (text)), label) ? root : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_filter (child, label);

  return found;
}

static guint
n_questions (GtkListBox *questions)
{
  GtkListBoxRow *row;
  guint n = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (questions, i)) != NULL; i++)
    n += gtk_widget_get_child_visible (GTK_WIDGET (row)) ? 1 : 0;

  return n;
}

static void
test_filters (GsWindowFixture *self, gconstpointer data)
{
  GsConflictsPage *page = gs_window_find (self->window, GS_TYPE_CONFLICTS_PAGE, NULL);
  GtkListBox *questions = gs_window_find (page, GTK_TYPE_LIST_BOX, "Questions in conflict");
  GtkDropDown *rule = gs_window_find (page, GTK_TYPE_DROP_DOWN, "Rule");
  GtkToggleButton *own = GTK_TOGGLE_BUTTON (find_filter (GTK_WIDGET (page), "↺ Self"));
  guint all, with;

  g_assert_true (gs_window_show_page (self->window, "conflicts"));
  gs_window_fixture_settle (self);
  all = n_questions (questions);
  g_assert_cmpuint (all, >, 1);

  /* "Asserted and denied" and all other rules share the questions out. */
  gtk_drop_down_set_selected (rule, 1);
  gs_window_fixture_settle (self);
  with = n_questions (questions);
  g_assert_cmpuint (with, >, 0);
  g_assert_cmpuint (with, <, all);
  gtk_drop_down_set_selected (rule, 0);
  gs_window_fixture_settle (self);
  g_assert_cmpuint (n_questions (questions), ==, all);

  g_assert_nonnull (own);
  gtk_toggle_button_set_active (own, TRUE);
  gs_window_fixture_settle (self);
  g_assert_cmpuint (n_questions (questions), <, all);
  gtk_toggle_button_set_active (own, FALSE);
  gs_window_fixture_settle (self);
  g_assert_cmpuint (n_questions (questions), ==, all);
}

static GsPlacedClaim *
placed_new (const char *voice, int kind, double lo, double hi, const char *words)
{
  GsPlacedClaim *claim = g_new0 (GsPlacedClaim, 1);

  claim->voice = g_strdup (voice);
  claim->kind = kind;
  claim->lo = lo;
  claim->hi = hi;
  claim->words = g_strdup (words);

  return claim;
}

/* What is drawn is said, too; what is said twice is drawn once. */
static void
test_chart (void)
{
  g_autoptr (GPtrArray) placed = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_placed_claim_free);
  GtkWidget *chart;
  GtkWindow *window;

  g_ptr_array_add (placed, placed_new ("Iran", GS_TIME_ONSET, -INFINITY, 738210, "until 24 February 2022"));
  g_ptr_array_add (placed, placed_new ("officials", GS_TIME_EVENT, 738368, 738398, "August 2022"));
  g_ptr_array_add (placed, placed_new ("envoy", GS_TIME_EVENT, 738368, 738398, "August 2022"));
  ((GsPlacedClaim *) placed->pdata[0])->stance = GS_STANCE_DENIES;

  chart = gs_interval_chart_new (placed, GS_AXIS_DAYS, NULL);
  g_assert_cmpuint (gs_interval_chart_get_n_lanes (GS_INTERVAL_CHART (chart)), ==, 2);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Denied: For the first time: until 24 February 2022 (Iran); "
                                       "August 2022 (officials, envoy · 2 claims)");
  window = gs_ui_test_show (chart, 700, 300);
  gs_ui_test_settle ();
  gs_ui_test_shot (chart, "chart");
  gtk_window_set_default_size (window, 360, 300);
  gs_ui_test_settle ();
  gs_ui_test_shot (chart, "chart-narrow");
  gtk_window_destroy (window);

  chart = g_object_ref_sink (gs_interval_chart_new (placed, GS_AXIS_NUMBERS, "drones"));
  g_assert_cmpuint (gs_interval_chart_get_n_lanes (GS_INTERVAL_CHART (chart)), ==, 0);
  g_object_unref (chart);
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

#define TEST(path, func) \
  g_test_add (path, GsWindowFixture, NULL, gs_window_fixture_set_up_sample, func, gs_window_fixture_tear_down)

  TEST ("/ui/conflicts/board", test_conflicts);
  TEST ("/ui/conflicts/positions", test_positions);
  TEST ("/ui/conflicts/triage", test_triage);
  TEST ("/ui/conflicts/next-undecided", test_next_undecided);
  TEST ("/ui/conflicts/filters", test_filters);
  g_test_add_func ("/ui/conflicts/chart", test_chart);

  return g_test_run ();
}
