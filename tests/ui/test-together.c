/* test-together.c: the dialogs for the work of several analysts.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-agreement-dialog.h"
#include "gs-merge-dialog.h"
#include "gs-test.h"
#include "gs-window-fixture.h"

/* A copy of the file under another name, in which Bob has worked. */
static char *
copy_for_bob (GsWindowFixture *self)
{
  char *path = g_build_filename (self->folder, "bob.gainsay", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (self->path);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *log_copy = g_strconcat (path, "-wal", NULL);
  g_autoptr (GFile) from_log = g_file_new_for_path (log);
  g_autoptr (GFile) to_log = g_file_new_for_path (log_copy);

  g_assert_true (g_file_copy (from, to, 0, NULL, NULL, NULL, NULL));
  (void) g_file_copy (from_log, to_log, 0, NULL, NULL, NULL, NULL);

  return path;
}

static GsClaimRecord *
first_claim (GsWorkspace *workspace)
{
  g_autoptr (GPtrArray) rows = gs_workspace_list_page (workspace, &gs_claim_listing_type, NULL, 0, 1, NULL);

  g_assert_cmpuint (rows->len, ==, 1);

  return gs_workspace_load (workspace, &gs_claim_type, ((GsClaimListing *) rows->pdata[0])->uuid, NULL);
}

static void
change (GsWorkspace *workspace, const char *annotator, const char *summary)
{
  g_autoptr (GsClaimRecord) claim = first_claim (workspace);
  g_autoptr (GsAction) action = gs_action_new ("Change");

  gs_workspace_set_annotator (workspace, annotator);
  g_free (claim->summary);
  claim->summary = g_strdup (summary);
  gs_action_save (action, &gs_claim_type, claim);
  g_assert_true (gs_workspace_perform (workspace, action, NULL));
}

/* The same place, three characters longer and without tags, by somebody else. */
static void
mark_again (GsWorkspace *workspace, const char *annotator)
{
  g_autoptr (GsClaimRecord) claim = first_claim (workspace);
  g_autoptr (GsClaimRecord) other = gs_record_new (&gs_claim_type);
  g_autoptr (GsAction) action = gs_action_new ("Mark");
  GsSpanRecord *span = gs_record_append (other->spans, &gs_span_type);
  const GsSpanRecord *quote = gs_claim_record_quote (claim);
  g_autoptr (GsArticleRecord) article = gs_workspace_load (workspace, &gs_article_type, claim->article, NULL);

  gs_workspace_set_annotator (workspace, annotator);
  other->article = g_strdup (claim->article);
  span->start = quote->start;
  span->end = quote->end - 3;
  span->exact = g_utf8_substring (article->text, span->start, span->end);
  span->prefix = g_strdup (quote->prefix);
  span->suffix = g_strdup (quote->suffix);
  gs_action_save (action, &gs_claim_type, other);
  g_assert_true (gs_workspace_perform (workspace, action, NULL));
}

static GtkWidget *
button_named (gpointer root, const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (GTK_IS_BUTTON (child) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) == 0)
        return child;
      found = button_named (child, label);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_sensitive (gpointer widget)
{
  return gtk_widget_is_sensitive (widget);
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
test_merge (GsWindowFixture *self, gconstpointer data)
{
  g_autofree char *path = copy_for_bob (self);
  g_autoptr (GsWorkspace) theirs = gs_workspace_open (path, GS_OPEN_READ_WRITE, NULL);
  g_autoptr (GsClaimRecord) merged = NULL;
  GtkWidget *dialog, *apply;
  gpointer there;

  change (theirs, "Bob", "As Bob has it");
  gs_workspace_close (theirs);
  change (self->workspace, "Ann", "As Ann has it");

  dialog = gs_merge_dialog_new (GTK_WINDOW (self->window), self->workspace, path);
  there = dialog;
  g_object_add_weak_pointer (G_OBJECT (dialog), &there);
  gtk_window_present (GTK_WINDOW (dialog));
  apply = button_named (dialog, "_Merge");
  g_assert_nonnull (apply);
  gs_test_pump_until (is_sensitive, apply, 10.0);
  gs_ui_test_settle ();
  gs_ui_test_shot (dialog, "merge");

  /* Ours stands unless somebody says otherwise. */
  adw_combo_row_set_selected (gs_window_find (dialog, ADW_TYPE_COMBO_ROW, NULL), 1);
  g_signal_emit_by_name (apply, "clicked");
  gs_test_pump_until (is_gone, &there, 10.0);
  merged = first_claim (self->workspace);
  g_assert_cmpstr (merged->summary, ==, "As Bob has it");
}

static void
test_merge_refused (GsWindowFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "none.gainsay", NULL);
  GtkWidget *dialog = gs_merge_dialog_new (GTK_WINDOW (self->window), self->workspace, path);

  gtk_window_present (GTK_WINDOW (dialog));
  gs_ui_test_settle ();
  g_assert_false (gtk_widget_is_sensitive (button_named (dialog, "_Merge")));
  gs_ui_test_shot (dialog, "merge-refused");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
has_step (gpointer dialog)
{
  return button_named (dialog, "Bob Is Right") != NULL;
}

static gboolean
is_settled (gpointer workspace)
{
  g_autoptr (GsClaimRecord) claim = first_claim (workspace);

  return claim->review == GS_REVIEW_CHECKED;
}

static void
test_agreement (GsWindowFixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  mark_again (self->workspace, "Bob");
  dialog = gs_agreement_dialog_new (GTK_WINDOW (self->window), self->workspace);
  gtk_window_present (GTK_WINDOW (dialog));
  gs_test_pump_until (has_step, dialog, 10.0);
  gs_ui_test_settle ();
  gs_ui_test_shot (dialog, "agreement");
  adw_view_stack_set_visible_child_name (gs_window_find (dialog, ADW_TYPE_VIEW_STACK, NULL), "walk");
  gs_ui_test_settle ();
  gs_ui_test_shot (dialog, "agreement-walk");

  g_signal_emit_by_name (button_named (dialog, "Bob Is Right"), "clicked");
  gs_test_pump_until (is_settled, self->workspace, 10.0);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
add (const char *path, void (*test) (GsWindowFixture *, gconstpointer))
{
  g_test_add (path, GsWindowFixture, NULL, gs_window_fixture_set_up_sample, test, gs_window_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

  add ("/together/merge", test_merge);
  add ("/together/merge-refused", test_merge_refused);
  add ("/together/agreement", test_agreement);

  return g_test_run ();
}
