/* gs-claim-editor.c: the pane in which a claim is made and changed.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claim-editor-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gs-labels.h"
#include "gs-panes.h"

G_DEFINE_FINAL_TYPE (GsClaimEditor, gs_claim_editor, GTK_TYPE_WIDGET)

enum
{
  SHOW_QUOTE,
  SHOW_PLACE,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * gs_claim_editor_new:
 *
 * Returns: (transfer floating): an editor without a claim
 */
GtkWidget *
gs_claim_editor_new (void)
{
  return g_object_new (GS_TYPE_CLAIM_EDITOR, NULL);
}

void
gs_claim_editor_update_actions (GsClaimEditor *self)
{
  gboolean ready = self->workspace != NULL && self->article != NULL;
  gboolean writable = ready && !gs_workspace_is_read_only (self->workspace) && !self->saving;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.delete", writable && self->claim != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.show-quote", ready);
  gtk_widget_set_visible (self->delete_button, self->claim != NULL);
  gtk_label_set_text (self->heading, self->claim != NULL ? _ ("Claim") : _ ("New Claim"));
}

void
gs_claim_editor_set_clean (GsClaimEditor *self)
{
  g_free (self->clean);
  self->clean = gs_claim_editor_state (self);
}

void
gs_claim_editor_show_failure (GsClaimEditor *self, const char *message)
{
  gtk_label_set_text (self->failure, message);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
}

static void
scroll_to_top (GsClaimEditor *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
}

/* Forgets the claim; what is under way for it finds nobody. */
void
gs_claim_editor_start_over (GsClaimEditor *self)
{
  self->generation++;
  self->saving = FALSE;
  g_clear_pointer (&self->claim, g_free);
  g_clear_pointer (&self->article, g_free);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->start = self->end = 0;
  gs_claim_editor_clear_fields (self);
  gs_claim_editor_set_clean (self);
  scroll_to_top (self);
}

/* Of a new claim: its quote is its only one. */
static void
show_passage (GsClaimEditor *self, const char *quote)
{
  g_autoptr (GPtrArray) spans = gs_record_array_new (&gs_span_type);
  GsSpanRecord *span = gs_record_append (spans, &gs_span_type);

  span->start = self->start;
  span->end = self->end;
  span->exact = g_strdup (quote);
  gs_claim_spans_set (self->spans, spans);
}

/**
 * gs_claim_editor_begin:
 * @self: a #GsClaimEditor
 * @article: UUID
 * @start: first code point of the quote
 * @end: the code point after the last
 * @quote: what stands there, for display
 *
 * Begins a new claim; what was typed before is lost.
 */
void
gs_claim_editor_begin (GsClaimEditor *self, const char *article, gint64 start, gint64 end, const char *quote)
{
  g_return_if_fail (GS_IS_CLAIM_EDITOR (self));
  g_return_if_fail (article != NULL && self->workspace != NULL);

  gs_claim_editor_start_over (self);
  self->article = g_strdup (article);
  self->start = start;
  self->end = end;
  gs_claim_editor_show_quote (self, quote);
  show_passage (self, quote);
  gs_claim_editor_set_clean (self);
  gs_claim_editor_update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->summary));
  gs_claim_editor_read_passage (self);
  gs_chain_editor_read_recent (self->chain);
  gs_tag_editor_read_recent (self->tags);
}

/**
 * gs_claim_editor_edit:
 * @self: a #GsClaimEditor
 * @claim: UUID
 *
 * Begins to edit a stored claim; returns at once, the fields follow. What was typed
 * before is lost.
 */
void
gs_claim_editor_edit (GsClaimEditor *self, const char *claim)
{
  g_return_if_fail (GS_IS_CLAIM_EDITOR (self));
  g_return_if_fail (claim != NULL && self->workspace != NULL);

  gs_claim_editor_start_over (self);
  self->claim = g_strdup (claim);
  gs_claim_editor_show_quote (self, NULL);
  gs_claim_editor_update_actions (self);
  gs_claim_editor_read_claim (self);
  gs_chain_editor_read_recent (self->chain);
  gs_tag_editor_read_recent (self->tags);
}

/**
 * gs_claim_editor_get_claim:
 * @self: a #GsClaimEditor
 *
 * Returns: (transfer none) (nullable): UUID of the claim being edited; %NULL for a new
 *   one
 */
const char *
gs_claim_editor_get_claim (GsClaimEditor *self)
{
  g_return_val_if_fail (GS_IS_CLAIM_EDITOR (self), NULL);

  return self->claim;
}

/**
 * gs_claim_editor_get_article:
 * @self: a #GsClaimEditor
 *
 * Returns: (transfer none) (nullable): UUID of the article of the claim; %NULL while there
 *   is none, or it is not known yet
 */
const char *
gs_claim_editor_get_article (GsClaimEditor *self)
{
  g_return_val_if_fail (GS_IS_CLAIM_EDITOR (self), NULL);

  return self->article;
}

/**
 * gs_claim_editor_is_dirty:
 * @self: a #GsClaimEditor
 *
 * Returns: whether anything was typed that has not been saved
 */
gboolean
gs_claim_editor_is_dirty (GsClaimEditor *self)
{
  g_autofree char *state = NULL;

  g_return_val_if_fail (GS_IS_CLAIM_EDITOR (self), FALSE);

  if (self->article == NULL)
    return FALSE;

  state = gs_claim_editor_state (self);

  return strcmp (state, self->clean) != 0;
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gs_claim_editor_delete (GS_CLAIM_EDITOR (widget));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gs_claim_editor_save (GS_CLAIM_EDITOR (widget));
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

static void
show_quote_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsClaimEditor *self = GS_CLAIM_EDITOR (widget);

  g_signal_emit (self, signals[SHOW_QUOTE], 0, self->article, self->claim);
}

static void
edited_cb (GsClaimEditor *self)
{
  if (self->filling)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  gs_claim_editor_update_sections (self);
  gs_claim_editor_look_up_grade (self);
}

static void
suggestion_accepted_cb (GsClaimEditor *self, const GsSuggestion *suggestion)
{
  /* It is in its field already. */
  gs_claim_editor_update_sections (self);
}

static void
suggestion_rejected_cb (GsClaimEditor *self, const GsSuggestion *suggestion)
{
  gs_claim_editor_reject (self, suggestion);
}

static void
show_place_cb (GsClaimEditor *self, gint64 start, gint64 end)
{
  g_signal_emit (self, signals[SHOW_PLACE], 0, self->article, start, end);
}

static void
question_picked_cb (GsClaimEditor *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->question), text);
  gtk_editable_set_position (GTK_EDITABLE (self->question), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->question));
}

static void
question_entered_cb (GsClaimEditor *self)
{
  gs_claim_editor_offer_questions (self);
}

/**
 * gs_claim_editor_set_selection:
 * @self: a #GsClaimEditor
 * @start: first code point of what is selected in the article
 * @end: the code point after the last
 * @text: (nullable): what stands there; %NULL when nothing is selected
 *
 * Lets the analyst add it to the claim.
 */
void
gs_claim_editor_set_selection (GsClaimEditor *self, gint64 start, gint64 end, const char *text)
{
  g_return_if_fail (GS_IS_CLAIM_EDITOR (self));

  gs_claim_spans_set_selection (self->spans, start, end, text);
}

static void
exclusive_toggled_cb (GsClaimEditor *self)
{
  if (!self->filling)
    gs_claim_editor_update_question (self);
}

static void
question_changed_cb (GsClaimEditor *self)
{
  if (self->filling)
    return;

  edited_cb (self);
  gs_claim_editor_update_question (self);
  gs_claim_editor_look_up_question (self);
  gs_claim_editor_offer_questions (self);
}

static void
workspace_changed_cb (GsClaimEditor *self)
{
  if (self->claim != NULL && self->article != NULL && !self->saving && !gs_claim_editor_is_dirty (self))
    gs_claim_editor_read_claim (self);
}

/**
 * gs_claim_editor_set_workspace:
 * @self: a #GsClaimEditor
 * @workspace: (nullable): where claims are read and stored
 */
void
gs_claim_editor_set_workspace (GsClaimEditor *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_CLAIM_EDITOR (self));

  if (self->workspace == workspace)
    return;

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, workspace_changed_cb, self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);

  gs_completion_entry_set_source (self->question, workspace, &gs_question_listing_type);
  gs_chain_editor_set_workspace (self->chain, workspace);
  gs_tag_editor_set_workspace (self->tags, workspace);
  gs_slot_editor_set_workspace (self->slots, workspace);
  gs_claim_editor_start_over (self);
  gs_claim_editor_update_actions (self);
}

static void
gs_claim_editor_dispose (GObject *object)
{
  GsClaimEditor *self = GS_CLAIM_EDITOR (object);
  GtkWidget *child;

  self->generation++;
  g_clear_object (&self->looking_up);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, workspace_changed_cb, self);
  g_clear_object (&self->workspace);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (gs_claim_editor_parent_class)->dispose (object);
}

static void
gs_claim_editor_finalize (GObject *object)
{
  GsClaimEditor *self = GS_CLAIM_EDITOR (object);

  g_free (self->article);
  g_free (self->claim);
  g_free (self->clean);
  g_free (self->graded);
  g_clear_pointer (&self->found, g_ptr_array_unref);

  G_OBJECT_CLASS (gs_claim_editor_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-claim-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, delete_button);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, fields);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, quote);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, quote_button);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, summary);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, question);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, exclusive);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, value_field);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, value);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, asserts);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, denies);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, certainty);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, status);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, chain);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, tags);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, quantities);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, quantities_error);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, times);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, times_error);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, scope);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, note);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, suggestions);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, offers);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, slots);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, grade);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, credibility);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, origins);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, likelihood);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, confidence);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, review);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, spans);
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, failure);
  gs_claim_editor_bind_sections (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_accepted_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_rejected_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, question_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, question_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, exclusive_toggled_cb);
}

static void
gs_claim_editor_class_init (GsClaimEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gs_claim_editor_dispose;
  object_class->finalize = gs_claim_editor_finalize;

  g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_STRING);
  g_signal_new ("deleted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_STRING, G_TYPE_STRING);
  signals[SHOW_QUOTE] = g_signal_new ("show-quote", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  g_signal_new ("marks-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW_PLACE] = g_signal_new ("show-place", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_INT64);
  signals[CLOSED] =
    g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "editor.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "editor.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "editor.show-quote", NULL, show_quote_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "editor.close", NULL);

  g_type_ensure (GS_TYPE_CHAIN_EDITOR);
  g_type_ensure (GS_TYPE_CLAIM_SPANS);
  g_type_ensure (GS_TYPE_CLAIM_SUGGESTIONS);
  g_type_ensure (GS_TYPE_RECENTS);
  g_type_ensure (GS_TYPE_SLOT_EDITOR);
  g_type_ensure (GS_TYPE_COMPLETION_ENTRY);
  g_type_ensure (GS_TYPE_TAG_EDITOR);
  bind_template (widget_class);
}

static void
set_choices (GtkDropDown *drop_down, const GsWordList *list)
{
  g_autofree const char **labels = gs_labels_of (list);
  g_autoptr (GtkStringList) model = gtk_string_list_new (labels);

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (model));
}

static void
gs_claim_editor_init (GsClaimEditor *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkEventController *focus;

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_choices (self->certainty, &gs_certainties);
  set_choices (self->status, &gs_statuses);
  set_choices (self->grade, &gs_grades);
  set_choices (self->likelihood, &gs_likelihoods);
  set_choices (self->confidence, &gs_confidences);
  set_choices (self->review, &gs_reviews);
  gs_recents_set_kind (self->offers, GS_RECENTS_GIVEN);
  gs_recents_add_entry (self->offers, GTK_WIDGET (self->question));
  gs_claim_editor_init_sections (self);
  gs_panes_set_main (GTK_WIDGET (self), GTK_WIDGET (self->summary));
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (question_entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->question), focus);

  /* Before the note takes Ctrl+Enter for a line feed. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                                                            "<Control>Return|<Control>KP_Enter"),
                                                          gtk_named_action_new ("editor.save")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gs_claim_editor_start_over (self);
  gs_claim_editor_update_actions (self);
}
