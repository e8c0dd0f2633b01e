/* test-pages.c: the table of claims, the board of conflicts, search, names.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claim-editor.h"
#include "gs-claims-page.h"
#include "gs-conflicts-page.h"
#include "gs-reader.h"
#include "gs-row.h"
#include "gs-search-popover.h"
#include "gs-window-fixture.h"

#include "gs-text.h"

static gboolean
is_nonzero (gpointer data)
{
  return *(guint *) data != 0;
}

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

static GtkSelectionModel *
table (GsWindowFixture *self)
{
  GtkColumnView *view = gs_window_find (self->window, GTK_TYPE_COLUMN_VIEW, "Claims");

  return gtk_column_view_get_model (view);
}

static guint
n_shown (GsWindowFixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (table (self)));
}

static const GsClaimListing *
claim_at (GsWindowFixture *self, guint position)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (table (self)), position);
  const GsClaimListing *claim;

  gs_window_fixture_settle (self);
  claim = gs_row_get_record (GS_ROW (row));
  g_assert_nonnull (claim);

  return claim;
}

static void
show_claims (GsWindowFixture *self)
{
  g_assert_true (gs_window_show_page (self->window, "claims"));
  gs_window_fixture_settle (self);
}

static void
act_on_page (GsWindowFixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (gs_window_find (self->window, GS_TYPE_CLAIMS_PAGE, NULL), action, NULL));
  gs_window_fixture_settle (self);
}

static void
test_claims_filter (GsWindowFixture *self, gconstpointer data)
{
  GtkEditable *entry = gs_window_find (self->window, GTK_TYPE_SEARCH_ENTRY, "Filter claims");
  GtkDropDown *stance = gs_window_find (self->window, GTK_TYPE_DROP_DOWN, "Stance");
  guint all, denied;

  show_claims (self);
  all = n_shown (self);
  g_assert_cmpint (all, ==, gs_window_fixture_count (self, &gs_claim_type));
  g_assert_cmpuint (all, >, 20);

  gtk_drop_down_set_selected (stance, 1 + GS_STANCE_DENIES);
  gs_window_fixture_settle (self);
  denied = n_shown (self);
  g_assert_cmpuint (denied, >, 0);
  g_assert_cmpuint (denied, <, all);
  for (guint i = 0; i < denied; i++)
    g_assert_cmpint (claim_at (self, i)->stance, ==, GS_STANCE_DENIES);

  gtk_editable_set_text (entry, "nosuchwordanywhere");
  g_signal_emit_by_name (entry, "search-changed");
  gs_window_fixture_settle (self);
  g_assert_cmpuint (n_shown (self), ==, 0);

  act_on_page (self, "claims.clear-filters");
  g_assert_cmpuint (n_shown (self), ==, all);
}

static void
test_claims_sort (GsWindowFixture *self, gconstpointer data)
{
  GtkColumnView *view = gs_window_find (self->window, GTK_TYPE_COLUMN_VIEW, "Claims");
  g_autoptr (GtkColumnViewColumn) first = g_list_model_get_item (gtk_column_view_get_columns (view), 0);
  g_autofree char *up = NULL;

  show_claims (self);
  gtk_column_view_sort_by_column (view, first, GTK_SORT_ASCENDING);
  gs_window_fixture_settle (self);
  up = g_strdup (claim_at (self, 0)->summary);
  for (guint i = 1; i < 5; i++)
    g_assert_cmpint (g_ascii_strcasecmp (claim_at (self, i - 1)->summary, claim_at (self, i)->summary), <=, 0);

  gtk_column_view_sort_by_column (view, first, GTK_SORT_DESCENDING);
  gs_window_fixture_settle (self);
  g_assert_cmpstr (claim_at (self, n_shown (self) - 1)->summary, ==, up);
}

static void
test_claims_tagging (GsWindowFixture *self, gconstpointer data)
{
  GtkEditable *entry = gs_window_find (self->window, GTK_TYPE_ENTRY, "Tag for the selected claims");
  gint64 tags = gs_window_fixture_count (self, &gs_tag_type);

  show_claims (self);
  gtk_selection_model_select_range (table (self), 0, 3, TRUE);
  gtk_editable_set_text (entry, "checked/twice");
  act_on_page (self, "claims.add-tag");
  g_assert_cmpint (gs_window_fixture_count (self, &gs_tag_type), ==, tags + 2);
  for (guint i = 0; i < 4; i++)
    g_assert_true ((strstr (claim_at (self, i)->tags, "checked/twice") != NULL) == (i < 3));

  act_on_page (self, "claims.remove-tag");
  g_assert_null (strstr (claim_at (self, 0)->tags != NULL ? claim_at (self, 0)->tags : "", "checked/twice"));

  gs_window_fixture_act (self, "win.undo");
  gs_window_fixture_act (self, "win.undo");
  g_assert_cmpint (gs_window_fixture_count (self, &gs_tag_type), ==, tags);
}

static void
test_claims_deletion (GsWindowFixture *self, gconstpointer data)
{
  guint all;

  show_claims (self);
  all = n_shown (self);
  gtk_selection_model_select_all (table (self));
  act_on_page (self, "claims.delete");
  g_assert_cmpuint (n_shown (self), ==, 0);
  gs_window_fixture_act (self, "win.undo");
  g_assert_cmpuint (n_shown (self), ==, all);
}

static void
remember_cb (GsClaimsPage *page, const char *article, const char *claim, char **place)
{
  g_free (*place);
  *place = g_strdup (claim);
}

static void
test_claim_opens (GsWindowFixture *self, gconstpointer data)
{
  GtkColumnView *view = gs_window_find (self->window, GTK_TYPE_COLUMN_VIEW, "Claims");
  g_autofree char *opened = NULL;

  show_claims (self);
  g_signal_connect (gs_window_find (self->window, GS_TYPE_CLAIMS_PAGE, NULL), "open-claim", G_CALLBACK (remember_cb),
                    &opened);
  g_signal_emit_by_name (view, "activate", 2);
  gs_window_fixture_settle (self);
  g_assert_cmpstr (opened, ==, claim_at (self, 2)->uuid);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (view)));
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
}

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

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_label (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (has_text (child))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_named (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* The button inside a menu button says that it is labelled by it, whether that
 * has a name or not; other inner parts have the name of what they are part of. */
static gboolean
is_named_with_parents (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (has_text (widget))
    return TRUE;
  if (GTK_IS_TEXT (widget) || GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent))
    return is_named (parent);

  /* Scrolled windows and their like are stops of the keyboard, not things. */
  return is_named (widget) || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_VIEWPORT (widget);
}

/* GTK 4.8 says both, one after the other. The image that labels a button has
 * nothing to say. */
static gboolean
is_named_twice (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && !has_text (widget))
    return FALSE;

  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         && gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
check_names (GtkWidget *widget, GString *nameless)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (gtk_widget_get_focusable (widget) && !is_named_with_parents (widget)
      && !gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS))
    {
      g_string_append (nameless, "\n ");
      for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
        g_string_append_printf (nameless, " %s", G_OBJECT_TYPE_NAME (w));
    }
  if (is_named_twice (widget))
    {
      g_string_append (nameless, "\n twice:");
      for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
        g_string_append_printf (nameless, " %s", G_OBJECT_TYPE_NAME (w));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child, nameless);
}

static char *
first_claim (GsWindowFixture *self, char **article)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = gs_workspace_list_page (self->workspace, &gs_claim_listing_type, NULL, 0, 1, &error);
  const GsClaimListing *claim;

  g_assert_no_error (error);
  claim = rows->pdata[0];
  *article = g_strdup (claim->article);

  return g_strdup (claim->uuid);
}

static void
test_names (GsWindowFixture *self, gconstpointer data)
{
  const char *const pages[] = { "articles", "claims", "conflicts" };
  g_autoptr (GString) nameless = g_string_new (NULL);
  g_autofree char *article = NULL;
  g_autofree char *claim = first_claim (self, &article);

  gs_window_show_article (self->window, article, claim);
  gs_window_fixture_settle (self);
  g_signal_emit_by_name (gs_window_find (self->window, GS_TYPE_READER, NULL), "claim-activated", claim);
  gs_window_fixture_settle (self);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gs_window_show_page (self->window, pages[i]);
      gs_window_fixture_settle (self);
      gs_ui_test_shot (GTK_WIDGET (self->window), pages[i]);
      check_names (GTK_WIDGET (self->window), nameless);
    }
  gs_window_show_pair (self->window,
                       gs_conflicts_page_get_question (gs_window_find (self->window, GS_TYPE_CONFLICTS_PAGE, NULL)),
                       NULL);
  gs_window_fixture_settle (self);
  check_names (GTK_WIDGET (self->window), nameless);

  g_assert_cmpstr (nameless->str, ==, "");
}

static AdwToast *
undo_toast (GsWindowFixture *self)
{
  return g_object_get_data (gs_window_find (self->window, ADW_TYPE_TOAST_OVERLAY, NULL), "gs-undo-toast");
}

static void
dismissed_cb (AdwToast *toast, guint *n)
{
  (*n)++;
}

static void
delete_claims (GsWindowFixture *self, guint position)
{
  gtk_selection_model_select_item (table (self), position, TRUE);
  act_on_page (self, "claims.delete");
}

/* The Undo button of a message undoes what the message speaks of, or is gone. */
static void
test_undo_toast (GsWindowFixture *self, gconstpointer data)
{
  g_autoptr (AdwToast) first = NULL;
  g_autoptr (AdwToast) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) other = NULL;
  g_autoptr (GsAction) action = gs_action_new ("Another program");
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);
  guint gone[2] = { 0 };

  show_claims (self);
  delete_claims (self, 0);
  first = g_object_ref (undo_toast (self));
  g_signal_connect (first, "dismissed", G_CALLBACK (dismissed_cb), &gone[0]);
  g_assert_cmpstr (adw_toast_get_action_name (first), ==, "win.undo");

  delete_claims (self, 0);
  g_assert_cmpuint (gone[0], ==, 1);
  second = g_object_ref (undo_toast (self));
  g_assert_true (second != first);
  g_signal_connect (second, "dismissed", G_CALLBACK (dismissed_cb), &gone[1]);
  gs_window_fixture_settle (self);
  g_assert_cmpuint (gone[1], ==, 0);

  other = gs_workspace_open (self->path, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  tag->name = g_strdup ("elsewhere");
  gs_action_save (action, &gs_tag_type, tag);
  gs_workspace_perform (other, action, &error);
  g_assert_no_error (error);
  gs_workspace_close (other);
  gs_test_pump_until (is_nonzero, &gone[1], 10);
}

/* Undone from the menu, it is not there to undo the step before. */
static void
test_undo_toast_undone (GsWindowFixture *self, gconstpointer data)
{
  guint gone = 0;
  guint all;

  show_claims (self);
  all = n_shown (self);
  delete_claims (self, 0);
  delete_claims (self, 0);
  g_signal_connect (undo_toast (self), "dismissed", G_CALLBACK (dismissed_cb), &gone);
  gs_window_fixture_act (self, "win.undo");
  g_assert_cmpuint (gone, ==, 1);
  g_assert_cmpuint (n_shown (self), ==, all - 1);
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
  g_autofree char *claim = first_claim (self, &article);
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
  g_autofree char *claim = first_claim (self, &article);
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

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

#define TEST(path, func) \
  g_test_add (path, GsWindowFixture, NULL, gs_window_fixture_set_up_sample, func, gs_window_fixture_tear_down)

  TEST ("/ui/claims/filter", test_claims_filter);
  TEST ("/ui/claims/sort", test_claims_sort);
  TEST ("/ui/claims/tagging", test_claims_tagging);
  TEST ("/ui/claims/deletion", test_claims_deletion);
  TEST ("/ui/claims/opens", test_claim_opens);
  TEST ("/ui/articles/editor", test_editor);
  TEST ("/ui/articles/hidden-handle", test_hidden_handle);
  TEST ("/ui/conflicts/board", test_conflicts);
  TEST ("/ui/search", test_search);
  TEST ("/ui/names", test_names);
  TEST ("/ui/toast", test_undo_toast);
  TEST ("/ui/toast/undone", test_undo_toast_undone);
  TEST ("/ui/articles/editor-follows", test_editor_follows);
  TEST ("/ui/articles/resize", test_resize);
  TEST ("/ui/conflicts/positions", test_positions);

  return g_test_run ();
}
