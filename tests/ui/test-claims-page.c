/* test-claims-page.c: the table of claims, and undoing from a message.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-claims-page.h"
#include "gs-row.h"
#include "gs-window-fixture.h"

static gboolean
is_nonzero (gpointer data)
{
  return *(guint *) data != 0;
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
  g_assert_null (adw_toast_get_button_label (first));
  gs_test_pump_until (is_nonzero, &gone[0], 10);
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
  g_autoptr (AdwToast) last = NULL;
  guint gone = 0;
  guint all;

  show_claims (self);
  all = n_shown (self);
  delete_claims (self, 0);
  delete_claims (self, 0);
  g_signal_connect (undo_toast (self), "dismissed", G_CALLBACK (dismissed_cb), &gone);
  last = g_object_ref (undo_toast (self));
  gs_window_fixture_act (self, "win.undo");
  g_assert_null (adw_toast_get_button_label (last));
  gs_test_pump_until (is_nonzero, &gone, 10);
  g_assert_cmpuint (n_shown (self), ==, all - 1);
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
  TEST ("/ui/toast", test_undo_toast);
  TEST ("/ui/toast/undone", test_undo_toast_undone);

  return g_test_run ();
}
