/* test-claim-editor.c: what is typed is what is stored.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-chain-editor.h"
#include "gs-chain-row.h"
#include "gs-claim-details.h"
#include "gs-claim-editor-private.h"
#include "gs-claim-editor.h"
#include "gs-completion-entry.h"
#include "gs-tag-editor.h"

#include "gs-ui-fixture.h"
#include "gs-ui-test.h"

#define QUESTION "When was the first delivery?"

typedef struct
{
  GtkWindow *window;
  GsClaimEditor *editor;
  GsWorkspace *workspace;
  char *article;
  char *saved;
  char *deleted;
  guint closed;
} Fixture;

static void
saved_cb (GsClaimEditor *editor, const char *claim, Fixture *fixture)
{
  g_free (fixture->saved);
  fixture->saved = g_strdup (claim);
}

static void
deleted_cb (GsClaimEditor *editor, const char *claim, const char *label, Fixture *fixture)
{
  g_free (fixture->deleted);
  fixture->deleted = g_strdup (claim);
}

static void
closed_cb (GsClaimEditor *editor, Fixture *fixture)
{
  fixture->closed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = gs_fixture_workspace ();
  fixture->article =
    gs_fixture_add_article (fixture->workspace, "Minister admits deliveries", "Herald", gs_fixture_text_a);
  fixture->editor = GS_CLAIM_EDITOR (gs_claim_editor_new ());
  g_signal_connect (fixture->editor, "saved", G_CALLBACK (saved_cb), fixture);
  g_signal_connect (fixture->editor, "deleted", G_CALLBACK (deleted_cb), fixture);
  g_signal_connect (fixture->editor, "closed", G_CALLBACK (closed_cb), fixture);
  fixture->window = gs_ui_test_show (GTK_WIDGET (fixture->editor), 360, 1000);
  gs_claim_editor_set_workspace (fixture->editor, fixture->workspace);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  gs_ui_test_settle ();
  gs_workspace_close (fixture->workspace);
  /* What was under way comes back and is let go. */
  gs_ui_test_settle ();
  gs_ui_test_finalize (fixture->workspace);
  g_free (fixture->article);
  g_free (fixture->saved);
  g_free (fixture->deleted);
}

static gboolean
is_saved (gpointer data)
{
  return ((Fixture *) data)->saved != NULL;
}

static gboolean
is_deleted (gpointer data)
{
  return ((Fixture *) data)->deleted != NULL;
}

static gboolean
has_voice (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GPtrArray) names = gs_chain_editor_get_names (fixture->editor->chain);

  return names->len > 0;
}

static void
begin (Fixture *fixture)
{
  gs_claim_editor_begin (fixture->editor, fixture->article, 30, 43, "We gave");
  gs_test_pump_until (has_voice, fixture, 10.0);
}

static void
type (GtkEditable *entry, const char *text)
{
  gtk_editable_set_text (entry, text);
}

static void
fill (Fixture *fixture)
{
  GsClaimEditor *editor = fixture->editor;

  type (editor->summary, "A limited number before the war");
  type (GTK_EDITABLE (editor->question), QUESTION);
  gtk_check_button_set_active (editor->exclusive, TRUE);
  type (editor->value, "before the war");
  gtk_toggle_button_set_active (editor->denies, TRUE);
  gtk_drop_down_set_selected (editor->certainty, GS_CERTAINTY_PROBABLE);
  gtk_drop_down_set_selected (editor->status, GS_STATUS_PLANNED);
  gs_chain_editor_set_names (editor->chain, (const char *const[]){ "Herald", " The Minister ", "", NULL });
  gs_tag_editor_set_paths (editor->tags, (const char *const[]){ "object/drone", "admission", NULL });
  type (editor->quantities, "450 drones; 10..20 trucks");
  type (editor->times, "onset:..2022-02-24");
  type (editor->scope, "Sirocco");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (editor->note), "Said on a Saturday.", -1);
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsClaimDetails) details = NULL;
  const GsClaimRecord *claim;
  const GsSpanRecord *quote;
  const GsQuantityRecord *quantity;

  begin (fixture);
  g_assert_false (gs_claim_editor_is_dirty (fixture->editor));
  fill (fixture);
  g_assert_true (gs_claim_editor_is_dirty (fixture->editor));
  g_assert_true (gtk_widget_get_visible (fixture->editor->value_field));
  gs_ui_test_shot (GTK_WIDGET (fixture->editor), "editor-filled");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
  gs_test_pump_until (is_saved, fixture, 10.0);
  g_assert_false (gs_claim_editor_is_dirty (fixture->editor));
  g_assert_cmpstr (gs_claim_editor_get_claim (fixture->editor), ==, fixture->saved);

  details = gs_claim_details_read (fixture->workspace, fixture->saved, FALSE, &error);
  g_assert_no_error (error);
  claim = details->claim;
  quote = gs_claim_record_quote (claim);
  g_assert_cmpint (quote->start, ==, 30);
  g_assert_cmpint (quote->end, ==, 43);
  g_assert_cmpstr (claim->summary, ==, "A limited number before the war");
  g_assert_cmpstr (details->question->text, ==, QUESTION);
  g_assert_true (details->question->exclusive);
  g_assert_cmpstr (claim->value, ==, "before the war");
  g_assert_cmpint (claim->stance, ==, GS_STANCE_DENIES);
  g_assert_cmpint (claim->certainty, ==, GS_CERTAINTY_PROBABLE);
  g_assert_cmpint (claim->status, ==, GS_STATUS_PLANNED);
  g_assert_cmpstr (details->sources->pdata[0], ==, "Herald");
  g_assert_cmpstr (details->sources->pdata[1], ==, "The Minister");
  g_assert_null (details->sources->pdata[2]);
  g_assert_cmpstr (details->tags->pdata[0], ==, "object/drone");
  g_assert_cmpstr (details->tags->pdata[1], ==, "admission");
  g_assert_cmpuint (claim->quantities->len, ==, 2);
  quantity = claim->quantities->pdata[0];
  g_assert_cmpfloat_with_epsilon (quantity->lo, 450.0, 0.001);
  g_assert_cmpuint (claim->times->len, ==, 1);
  g_assert_cmpint (((const GsTimeRecord *) claim->times->pdata[0])->kind, ==, GS_TIME_ONSET);
  g_assert_cmpstr (claim->scope, ==, "Sirocco");
  g_assert_cmpstr (claim->note, ==, "Said on a Saturday.");
}

/* One step of the history takes the claim, its question, tags and sources. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  begin (fixture);
  fill (fixture);
  gs_claim_editor_save (fixture->editor);
  gs_test_pump_until (is_saved, fixture, 10.0);
  gs_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gs_workspace_count (fixture->workspace, &gs_claim_type, &error), ==, 0);
  g_assert_cmpint (gs_workspace_count (fixture->workspace, &gs_question_type, &error), ==, 0);
  g_assert_cmpint (gs_workspace_count (fixture->workspace, &gs_source_type, &error), ==, 0);
  g_assert_cmpint (gs_workspace_count (fixture->workspace, &gs_tag_type, &error), ==, 0);

  /* The editor, which showed it, says that it is done. */
  gs_ui_test_settle ();
  g_assert_cmpuint (fixture->closed, ==, 1);
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsClaimRecord) before = NULL;
  g_autoptr (GsClaimRecord) after = NULL;

  begin (fixture);
  fill (fixture);
  gs_claim_editor_save (fixture->editor);
  gs_test_pump_until (is_saved, fixture, 10.0);
  before = gs_workspace_load (fixture->workspace, &gs_claim_type, fixture->saved, &error);
  g_assert_no_error (error);

  gs_claim_editor_edit (fixture->editor, before->uuid);
  gs_ui_test_settle ();
  g_assert_false (gs_claim_editor_is_dirty (fixture->editor));
  g_assert_cmpstr (gtk_editable_get_text (fixture->editor->quantities), ==, "450 drones; 10..20 trucks");
  g_assert_cmpstr (gtk_editable_get_text (fixture->editor->times), ==, "onset:..2022-02-24");
  type (fixture->editor->summary, "Another summary");
  g_clear_pointer (&fixture->saved, g_free);
  gs_claim_editor_save (fixture->editor);
  gs_test_pump_until (is_saved, fixture, 10.0);

  /* Nothing else has changed, the place in the text included. */
  after = gs_workspace_load (fixture->workspace, &gs_claim_type, fixture->saved, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after->summary, ==, "Another summary");
  g_free (after->summary);
  after->summary = g_strdup (before->summary);
  g_free (after->modified);
  after->modified = g_strdup (before->modified);
  g_assert_true (gs_record_equal (&gs_claim_type, before, after));
}

static void
test_errors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  begin (fixture);
  type (fixture->editor->quantities, "450 drones; many..few");
  type (fixture->editor->times, "some day");
  g_assert_false (gs_claim_editor_save (fixture->editor));
  g_assert_true (gs_claim_editor_is_dirty (fixture->editor));
  gs_ui_test_settle ();
  g_assert_null (fixture->saved);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->editor->quantities_error)));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->editor->times_error)));
  g_assert_cmpstr (gtk_label_get_text (fixture->editor->times_error), !=, "");
  gs_ui_test_shot (GTK_WIDGET (fixture->editor), "editor-errors");
  g_assert_cmpint (gs_workspace_count (fixture->workspace, &gs_claim_type, &error), ==, 0);

  type (fixture->editor->quantities, "");
  type (fixture->editor->times, "2022");
  g_assert_true (gs_claim_editor_save (fixture->editor));
  gs_test_pump_until (is_saved, fixture, 10.0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->editor->quantities_error)));
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  begin (fixture);
  gs_claim_editor_save (fixture->editor);
  gs_test_pump_until (is_saved, fixture, 10.0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.delete", NULL);
  gs_test_pump_until (is_deleted, fixture, 10.0);
  g_assert_cmpstr (fixture->deleted, ==, fixture->saved);
  g_assert_cmpint (gs_workspace_count (fixture->workspace, &gs_claim_type, &error), ==, 0);
}

/* A question that is there says itself whether one answer can be true. */
static void
test_question (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  fill (fixture);
  gs_claim_editor_save (fixture->editor);
  gs_test_pump_until (is_saved, fixture, 10.0);

  begin (fixture);
  g_assert_false (gtk_check_button_get_active (fixture->editor->exclusive));
  type (GTK_EDITABLE (fixture->editor->question), QUESTION);
  gs_ui_test_settle ();
  g_assert_true (gtk_check_button_get_active (fixture->editor->exclusive));
  g_assert_true (gtk_widget_get_visible (fixture->editor->value_field));
}

static gboolean
knows_tag (gpointer data)
{
  GtkWidget *recents = gtk_widget_get_last_child (GTK_WIDGET (((Fixture *) data)->editor->tags));
  GtkWidget *entry = gtk_widget_get_prev_sibling (recents);

  return gs_completion_entry_find (GS_COMPLETION_ENTRY (entry), "Object/Drone") != NULL;
}

static void
test_completion (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  fill (fixture);
  gs_claim_editor_save (fixture->editor);
  gs_test_pump_until (is_saved, fixture, 10.0);
  begin (fixture);
  gs_tag_editor_focus (fixture->editor->tags);
  gs_test_pump_until (knows_tag, fixture, 10.0);
}

static void
test_labels (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chain_row;

  begin (fixture);
  /* By the labels above them, and by nothing else: GTK would say it twice. */
  g_assert_true (
    gtk_test_accessible_has_relation (GTK_ACCESSIBLE (fixture->editor->summary), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_assert_false (
    gtk_test_accessible_has_property (GTK_ACCESSIBLE (fixture->editor->summary), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (
    gtk_test_accessible_has_relation (GTK_ACCESSIBLE (fixture->editor->question), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  chain_row = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (fixture->editor->chain)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gs_chain_row_get_entry (GS_CHAIN_ROW (chain_row))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Said by 1");
}

#define ADD(name, func) g_test_add ("/claim-editor/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

  ADD ("save", test_save);
  ADD ("undo", test_undo);
  ADD ("edit", test_edit);
  ADD ("errors", test_errors);
  ADD ("delete", test_delete);
  ADD ("question", test_question);
  ADD ("completion", test_completion);
  ADD ("labels", test_labels);

  return g_test_run ();
}
