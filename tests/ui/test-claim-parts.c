/* test-claim-parts.c: suggestions, chain, roles, passages and assessment of a claim.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-chain-row.h"
#include "gs-claim-editor-private.h"
#include "gs-reader-marks.h"
#include "gs-reference.h"

#include "gs-ui-fixture.h"
#include "gs-ui-test.h"

typedef struct
{
  GtkWindow *window;
  GsClaimEditor *editor;
  GsWorkspace *workspace;
  char *article;
  char *saved;
} Fixture;

static void
saved_cb (GsClaimEditor *editor, const char *claim, Fixture *fixture)
{
  g_free (fixture->saved);
  fixture->saved = g_strdup (claim);
}

static void
show_editor (Fixture *fixture, int width, int height)
{
  fixture->editor = GS_CLAIM_EDITOR (gs_claim_editor_new ());
  g_signal_connect (fixture->editor, "saved", G_CALLBACK (saved_cb), fixture);
  fixture->window = gs_ui_test_show (GTK_WIDGET (fixture->editor), width, height);
  gs_claim_editor_set_workspace (fixture->editor, fixture->workspace);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = gs_fixture_workspace ();
  fixture->article =
    gs_fixture_add_article (fixture->workspace, "No weapons sent, says spokesman", "Herald", gs_fixture_text_b);
  show_editor (fixture, 360, 1400);
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
}

static gboolean
is_prefilled (gpointer data)
{
  return ((Fixture *) data)->editor->found != NULL;
}

static gboolean
is_saved (gpointer data)
{
  return ((Fixture *) data)->saved != NULL;
}

/* "A spokesman … delivered." */
static void
begin (Fixture *fixture)
{
  gs_claim_editor_begin (fixture->editor, fixture->article, 33, 115, "A spokesman for the ministry denied");
  gs_test_pump_until (is_prefilled, fixture, 10.0);
}

static GsClaimDetails *
save (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GsClaimDetails *details;

  g_clear_pointer (&fixture->saved, g_free);
  g_assert_true (gs_claim_editor_save (fixture->editor));
  gs_test_pump_until (is_saved, fixture, 10.0);
  details = gs_claim_details_read (fixture->workspace, fixture->saved, FALSE, &error);
  g_assert_no_error (error);

  return details;
}

/* Whether the widget took the key for itself. */
static gboolean
send_key (GtkWidget *widget, guint keyval)
{
  GListModel *controllers = G_LIST_MODEL (gtk_widget_observe_controllers (widget));
  gboolean done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !done; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &done);
    }
  g_object_unref (controllers);

  return done;
}

static void
press (GtkWidget *widget, guint keyval)
{
  g_assert_true (send_key (widget, keyval));
}

static GtkWidget *
suggestion_list (Fixture *fixture)
{
  return gs_ui_test_find (GTK_WIDGET (fixture->editor->suggestions), GTK_TYPE_LIST_BOX);
}

static void
test_prefill (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GsClaimDetails) details = NULL;
  g_autoptr (GArray) marks = NULL;

  begin (fixture);
  /* What was found was not typed: nothing is lost by going elsewhere. */
  g_assert_false (gs_claim_editor_is_dirty (fixture->editor));
  g_assert_cmpuint (gs_claim_suggestions_size (fixture->editor->suggestions), >=, 2);
  g_assert_true (gtk_toggle_button_get_active (fixture->editor->denies));
  marks = gs_claim_editor_get_marks (fixture->editor);
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_cmpint (g_array_index (marks, GsReaderRange, 0).start, ==, 33);
  gs_ui_test_shot (GTK_WIDGET (fixture->window), "parts-prefilled");

  details = save (fixture);
  g_assert_cmpint (details->claim->stance, ==, GS_STANCE_DENIES);
  g_assert_cmpstr (details->sources->pdata[0], ==, "Herald");
  g_assert_cmpstr (details->sources->pdata[1], ==, "spokesman for the ministry");
  g_assert_cmpuint (details->claim->hops->len, ==, 2);
  g_assert_cmpstr (((const GsHopRecord *) details->claim->hops->pdata[1])->act, ==, "denies");
  g_assert_cmpstr (((const GsHopRecord *) details->claim->hops->pdata[1])->cue, ==,
                   "A spokesman for the ministry denied");
  /* The words of the article stay with the value. */
  g_assert_cmpuint (details->claim->times->len, ==, 1);
  g_assert_cmpstr (((const GsTimeRecord *) details->claim->times->pdata[0])->text, ==, "Monday");
  g_assert_cmpstr (((const GsTimeRecord *) details->claim->times->pdata[0])->start_lo, ==, "2022-10-31");
}

/* One key takes a suggestion back, one makes it stay. */
static void
test_reject (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GsClaimDetails) details = NULL;
  g_autoptr (GPtrArray) names = NULL;
  guint n;

  begin (fixture);
  n = gs_claim_suggestions_size (fixture->editor->suggestions);
  gs_claim_suggestions_focus (fixture->editor->suggestions);
  press (suggestion_list (fixture), GDK_KEY_Delete);
  g_assert_cmpuint (gs_claim_suggestions_size (fixture->editor->suggestions), ==, n - 1);
  names = gs_chain_editor_get_names (fixture->editor->chain);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (names->pdata[0], ==, "Herald");

  /* The next has the focus already. */
  press (suggestion_list (fixture), GDK_KEY_Return);
  g_assert_cmpuint (gs_claim_suggestions_size (fixture->editor->suggestions), ==, n - 2);
  g_assert_true (gtk_toggle_button_get_active (fixture->editor->denies));
  while (gs_claim_suggestions_size (fixture->editor->suggestions) > 0)
    {
      gs_claim_suggestions_focus (fixture->editor->suggestions);
      press (suggestion_list (fixture), GDK_KEY_BackSpace);
    }
  g_assert_cmpstr (gtk_editable_get_text (fixture->editor->times), ==, "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->editor->suggestions)));

  details = save (fixture);
  g_assert_cmpuint (details->claim->times->len, ==, 0);
  g_assert_cmpuint (details->claim->hops->len, ==, 1);
  g_assert_cmpint (details->claim->status, ==, GS_STATUS_REALIS);
}

/* What the analyst has typed before the answer came is not overwritten. */
static void
test_typed_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) names = NULL;

  gs_claim_editor_begin (fixture->editor, fixture->article, 33, 115, "A spokesman");
  gs_chain_editor_set_names (fixture->editor->chain, (const char *const[]){ "Somebody", NULL });
  gtk_editable_set_text (fixture->editor->times, "2021");
  gs_test_pump_until (is_prefilled, fixture, 10.0);
  names = gs_chain_editor_get_names (fixture->editor->chain);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (names->pdata[0], ==, "Somebody");
  g_assert_cmpstr (gtk_editable_get_text (fixture->editor->times), ==, "2021");
  g_assert_true (gs_claim_editor_is_dirty (fixture->editor));
}

static GtkWidget *
chain_row (Fixture *fixture, guint n)
{
  GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (fixture->editor->chain)));

  while (n-- > 0)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static void
assert_chain (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) names = gs_chain_editor_get_names (fixture->editor->chain);
  g_autofree char *joined = NULL;

  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (" > ", (char **) names->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

/* By key, and by dropping one on another; how each speaks goes along. */
static void
test_chain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GsClaimDetails) details = NULL;
  GsHopRecord hop = { .act = (char *) "warns", .count = 4 };
  const GsHopRecord *first;

  begin (fixture);
  gs_chain_editor_set_names (fixture->editor->chain, (const char *const[]){ "A", "B", "C", NULL });
  gs_chain_row_set (GS_CHAIN_ROW (chain_row (fixture, 2)), "C", &hop);
  g_signal_emit_by_name (chain_row (fixture, 2), "move-me", -1);
  assert_chain (fixture, "A > C > B");
  g_signal_emit_by_name (chain_row (fixture, 0), "move-me", -1);
  assert_chain (fixture, "A > C > B");
  g_signal_emit_by_name (chain_row (fixture, 0), "dropped", chain_row (fixture, 1), FALSE);
  assert_chain (fixture, "C > A > B");
  g_signal_emit_by_name (chain_row (fixture, 2), "dropped", chain_row (fixture, 0), TRUE);
  assert_chain (fixture, "A > B > C");
  g_signal_emit_by_name (chain_row (fixture, 1), "remove-me");
  assert_chain (fixture, "A > C");
  g_signal_emit_by_name (chain_row (fixture, 1), "move-me", -1);
  gs_ui_test_shot (GTK_WIDGET (fixture->window), "parts-chain");

  details = save (fixture);
  g_assert_cmpstr (details->sources->pdata[0], ==, "C");
  first = details->claim->hops->pdata[0];
  g_assert_cmpstr (first->act, ==, "warns");
  g_assert_cmpint (first->count, ==, 4);
}

static void
unfold (Fixture *fixture)
{
  for (guint i = 0; i < GS_EDITOR_N_SECTIONS; i++)
    gs_claim_editor_unfold (fixture->editor, (GsEditorSection) i);
  gs_ui_test_settle ();
}

static void
test_slots (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GsClaimDetails) details = NULL;
  g_autoptr (GPtrArray) slots = gs_record_array_new (&gs_slot_type);
  g_autoptr (GPtrArray) entities = NULL;
  g_autoptr (GError) error = NULL;
  GsSlotRecord *slot = gs_record_append (slots, &gs_slot_type);

  begin (fixture);
  slot->name = g_strdup ("actor");
  slot->entity = g_strdup ("Sirocco");
  slot->text = g_strdup ("the ministry");
  slot = gs_record_append (slots, &gs_slot_type);
  slot->name = g_strdup ("object");
  gs_slot_editor_set_slots (fixture->editor->slots, slots);
  unfold (fixture);
  gs_ui_test_shot (GTK_WIDGET (fixture->window), "parts-unfolded");

  details = save (fixture);
  /* One without an entity says nothing. */
  g_assert_cmpuint (details->claim->slots->len, ==, 1);
  g_assert_true (gs_record_equal (&gs_slot_type, details->claim->slots->pdata[0], slots->pdata[0]));
  entities = gs_workspace_slot_entities (fixture->workspace, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entities->len, ==, 1);
  g_assert_cmpstr (entities->pdata[0], ==, "Sirocco");
}

static gboolean
has_origins (gpointer data)
{
  return gtk_widget_get_visible (GTK_WIDGET (((Fixture *) data)->editor->origins));
}

/* Reliability is the source's, credibility the claim's; both are undone together. */
static void
test_assessment (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GsClaimDetails) details = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *source = NULL;
  g_autoptr (GsSourceRecord) rated = NULL;

  begin (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (fixture->editor->credibility)), ==, 6);
  gtk_drop_down_set_selected (fixture->editor->grade, GS_GRADE_C);
  gs_claim_editor_set_credibility (fixture->editor, 3);
  gtk_drop_down_set_selected (fixture->editor->likelihood, GS_LIKELIHOOD_UNLIKELY);
  gtk_drop_down_set_selected (fixture->editor->confidence, GS_CONFIDENCE_LOW);
  gtk_drop_down_set_selected (fixture->editor->review, GS_REVIEW_READY);
  g_assert_true (gs_claim_editor_is_dirty (fixture->editor));
  details = save (fixture);
  g_assert_cmpint (details->claim->credibility, ==, 3);
  g_assert_cmpint (details->claim->likelihood, ==, GS_LIKELIHOOD_UNLIKELY);
  g_assert_cmpint (details->claim->confidence, ==, GS_CONFIDENCE_LOW);
  g_assert_cmpint (details->claim->review, ==, GS_REVIEW_READY);
  g_assert_cmpint (details->grade, ==, GS_GRADE_C);

  /* Who else says the same? Nobody: it is confirmed by no one. */
  gs_claim_editor_unfold (fixture->editor, GS_EDITOR_ASSESSMENT);
  gs_claim_editor_look_up_origins (fixture->editor);
  gs_test_pump_until (has_origins, fixture, 10.0);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (fixture->editor->credibility)), ==, 6);
  g_assert_cmpint (gs_claim_editor_get_credibility (fixture->editor), ==, 3);

  /* Saving again does not rate again. */
  gtk_editable_set_text (fixture->editor->summary, "Denied");
  gs_ui_test_settle ();
  g_clear_pointer (&details, gs_claim_details_free);
  details = save (fixture);
  source = gs_workspace_find_name (fixture->workspace, &gs_source_type, "spokesman for the ministry", &error);
  g_assert_no_error (error);
  rated = gs_workspace_load (fixture->workspace, &gs_source_type, source, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rated->ratings->len, ==, 1);

  gs_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  gs_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gs_workspace_count (fixture->workspace, &gs_source_type, &error), ==, 0);
}

static void
add_passage (Fixture *fixture, GsSpanRole role)
{
  GtkWidget *button = gtk_widget_get_first_child (
    gtk_widget_get_next_sibling (gs_ui_test_find (GTK_WIDGET (fixture->editor->spans), GTK_TYPE_LIST_BOX)));

  while (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "role")) != (int) role)
    button = gtk_widget_get_next_sibling (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_spans (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GsClaimDetails) details = NULL;
  g_autoptr (GsClaimDetails) resized = NULL;
  const GsSpanRecord *span;

  begin (fixture);
  unfold (fixture);
  add_passage (fixture, GS_SPAN_CUE);
  g_assert_false (gs_claim_spans_is_changed (fixture->editor->spans));
  gs_claim_editor_set_selection (fixture->editor, 116, 143, "These claims");
  add_passage (fixture, GS_SPAN_CONTEXT);
  g_assert_true (gs_claim_spans_is_changed (fixture->editor->spans));
  gs_ui_test_shot (GTK_WIDGET (fixture->window), "parts-spans");
  details = save (fixture);
  g_assert_cmpuint (details->claim->spans->len, ==, 2);
  span = details->claim->spans->pdata[1];
  g_assert_cmpint (span->role, ==, GS_SPAN_CONTEXT);
  g_assert_cmpint (span->start, ==, 116);
  g_assert_nonnull (span->exact);

  /* The quote put elsewhere stays the same span. */
  gs_claim_editor_edit (fixture->editor, fixture->saved);
  gs_ui_test_settle ();
  gs_claim_editor_set_selection (fixture->editor, 35, 44, "spokesman");
  g_signal_emit_by_name (g_object_get_data (G_OBJECT (gtk_widget_get_first_child (gs_ui_test_find (
                                              GTK_WIDGET (fixture->editor->spans), GTK_TYPE_LIST_BOX))),
                                            "resize"),
                         "clicked");
  resized = save (fixture);
  span = gs_claim_record_quote (resized->claim);
  g_assert_cmpint (span->start, ==, 35);
  g_assert_cmpstr (span->exact, ==, "spokesman");
  g_assert_cmpstr (span->uuid, ==, gs_claim_record_quote (details->claim)->uuid);
}

static gboolean
has_recents (gpointer data)
{
  return gtk_widget_get_visible (gtk_widget_get_last_child (GTK_WIDGET (((Fixture *) data)->editor->tags)));
}

/* A number key in the empty entry: the tag of the claim before. */
static void
test_recents (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GsClaimDetails) details = NULL;

  begin (fixture);
  gs_tag_editor_set_paths (fixture->editor->tags, (const char *const[]){ "object/drone", "denial", NULL });
  details = save (fixture);
  begin (fixture);
  gs_tag_editor_focus (fixture->editor->tags);
  gs_test_pump_until (has_recents, fixture, 10.0);
  entry = gtk_widget_get_prev_sibling (gtk_widget_get_last_child (GTK_WIDGET (fixture->editor->tags)));
  gs_ui_test_shot (GTK_WIDGET (fixture->window), "parts-recents");
  press (entry, GDK_KEY_2);
  paths = gs_tag_editor_get_paths (fixture->editor->tags);
  g_assert_cmpuint (paths->len, ==, 1);
  g_assert_cmpstr (paths->pdata[0], ==, "object/drone");

  /* What a mouse presses next is not pulled away from under it; Tab hides them. */
  gtk_widget_grab_focus (GTK_WIDGET (fixture->editor->summary));
  g_assert_true (has_recents (fixture));
  gtk_widget_grab_focus (entry);
  g_assert_false (send_key (entry, GDK_KEY_Tab));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->editor->summary));
  g_assert_false (has_recents (fixture));
}

static gboolean
has_offers (gpointer data)
{
  return gtk_widget_get_visible (GTK_WIDGET (((Fixture *) data)->editor->offers));
}

static void
test_offers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *claim = gs_fixture_add_claim (fixture->workspace, fixture->article, "any drones had been delivered",
                                                 "Drones were delivered", GS_STANCE_ASSERTS,
                                                 "When were the first drones delivered?", "Herald", "drone");

  begin (fixture);
  gtk_editable_set_text (fixture->editor->summary, "No drones were delivered at all");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->editor->question));
  gs_test_pump_until (has_offers, fixture, 10.0);
  press (GTK_WIDGET (fixture->editor->question), GDK_KEY_1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->editor->question)), ==,
                   "When were the first drones delivered?");
  gs_ui_test_settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->editor->offers)));
}

/* Names for everything, and that the folded parts say what they hold. */
static void
test_sections (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  for (guint i = 0; i < GS_EDITOR_N_SECTIONS; i++)
    gtk_expander_set_expanded (fixture->editor->sections[i], FALSE);
  g_assert_cmpstr (gtk_label_get_text (fixture->editor->summaries[GS_EDITOR_AMOUNTS]), ==, "2022-10-31");
  unfold (fixture);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->editor->summaries[GS_EDITOR_AMOUNTS])));
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (fixture->editor->grade), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                       gtk_widget_get_prev_sibling (GTK_WIDGET (fixture->editor->grade)), NULL);
}

/* Pictures of the reference claims, for whoever looks at them. */
static void
test_reference (void)
{
  const char *seeds = g_getenv ("GAINSAY_SEEDS");
  const char *const ids[] = { "B07", "C11", "E03", NULL };
  const int widths[] = { 360, 600 };
  g_autoptr (GError) error = NULL;

  if (seeds == NULL || g_getenv ("GAINSAY_SHOTS") == NULL)
    {
      g_test_skip ("No seed articles, or nobody who looks.");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Fixture fixture = { 0 };

      fixture.workspace = gs_fixture_workspace ();
      gs_reference_load (fixture.workspace, seeds, &error);
      g_assert_no_error (error);
      show_editor (&fixture, widths[i], 1500);
      for (guint k = 0; ids[k] != NULL; k++)
        {
          g_autofree char *uuid = gs_reference_uuid ("claim", ids[k]);
          g_autoptr (GsClaimRecord) claim = gs_workspace_load (fixture.workspace, &gs_claim_type, uuid, &error);
          const GsSpanRecord *quote = gs_claim_record_quote (claim);
          g_autofree char *name = g_strdup_printf ("reference-%s-%d", ids[k], widths[i]);
          g_autofree char *edited = g_strdup_printf ("reference-%s-%d-edit", ids[k], widths[i]);

          for (guint n = 0; n < GS_EDITOR_N_SECTIONS; n++)
            gtk_expander_set_expanded (fixture.editor->sections[n], FALSE);
          gs_claim_editor_begin (fixture.editor, claim->article, quote->start, quote->end, quote->exact);
          gs_test_pump_until (is_prefilled, &fixture, 10.0);
          gs_ui_test_shot (GTK_WIDGET (fixture.window), name);
          gs_claim_editor_edit (fixture.editor, uuid);
          unfold (&fixture);
          gs_ui_test_settle ();
          gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (fixture.editor->scroller), 1e6);
          gs_ui_test_shot (GTK_WIDGET (fixture.window), edited);
        }
      tear_down (&fixture, NULL);
    }
}

#define ADD(name, func) g_test_add ("/claim-parts/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

  ADD ("prefill", test_prefill);
  ADD ("reject", test_reject);
  ADD ("typed-first", test_typed_first);
  ADD ("chain", test_chain);
  ADD ("slots", test_slots);
  ADD ("assessment", test_assessment);
  ADD ("spans", test_spans);
  ADD ("recents", test_recents);
  ADD ("offers", test_offers);
  ADD ("sections", test_sections);
  g_test_add_func ("/claim-parts/reference", test_reference);

  return g_test_run ();
}
