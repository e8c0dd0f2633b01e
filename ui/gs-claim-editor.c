/* gs-claim-editor.c: the pane in which a claim is made and changed.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claim-editor-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gs-claim-save.h"
#include "gs-labels.h"

G_DEFINE_FINAL_TYPE (GsClaimEditor, gs_claim_editor, GTK_TYPE_WIDGET)

enum
{
  SAVED,
  DELETED,
  SHOW_QUOTE,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What an answer from the workspace's thread is for. */
typedef struct
{
  GsClaimEditor *editor;
  guint generation;
  char *text;
} Pending;

static Pending *
pending_new (GsClaimEditor *self, char *text)
{
  Pending *pending = g_new0 (Pending, 1);

  pending->editor = g_object_ref (self);
  pending->generation = self->generation;
  pending->text = text;

  return pending;
}

static void
pending_free (Pending *pending)
{
  g_object_unref (pending->editor);
  g_free (pending->text);
  g_free (pending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pending, pending_free)

/* Whether the editor still is about what the answer is for. */
static gboolean
is_current (const Pending *pending, GObject *source)
{
  return pending->generation == pending->editor->generation && (GObject *) pending->editor->workspace == source;
}

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

static void
update_actions (GsClaimEditor *self)
{
  gboolean ready = self->workspace != NULL && self->article != NULL;
  gboolean writable = ready && !gs_workspace_is_read_only (self->workspace) && !self->saving;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.delete", writable && self->claim != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.show-quote", ready);
  gtk_widget_set_visible (self->delete_button, self->claim != NULL);
  gtk_label_set_text (self->heading, self->claim != NULL ? _ ("Claim") : _ ("New Claim"));
}

static void
set_clean (GsClaimEditor *self)
{
  g_free (self->clean);
  self->clean = gs_claim_editor_state (self);
}

static void
show_failure (GsClaimEditor *self, const char *message)
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
static void
start_over (GsClaimEditor *self)
{
  self->generation++;
  self->saving = FALSE;
  g_clear_pointer (&self->claim, g_free);
  g_clear_pointer (&self->article, g_free);
  self->start = self->end = 0;
  gs_claim_editor_clear_fields (self);
  set_clean (self);
  scroll_to_top (self);
}

static gpointer
read_voice (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  GsArticleListing *article = gs_workspace_list_row (workspace, &gs_article_listing_type, data, error);
  char *voice;

  if (article == NULL)
    return NULL;

  voice = g_strdup (article->outlet != NULL ? article->outlet : article->agency);
  gs_record_free (&gs_article_listing_type, article);

  return voice;
}

/* Who published the article says it first. */
static void
voice_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Pending) pending = user_data;
  GsClaimEditor *self = pending->editor;
  g_autofree char *voice = gs_workspace_call_finish (GS_WORKSPACE (source), result, NULL);
  g_autoptr (GPtrArray) names = NULL;
  gboolean dirty;

  if (!is_current (pending, source) || voice == NULL)
    return;

  names = gs_chain_editor_get_names (self->chain);
  if (names->len > 0)
    return;

  dirty = gs_claim_editor_is_dirty (self);
  self->filling = TRUE;
  gs_chain_editor_set_names (self->chain, (const char *const[]){ voice, "", NULL });
  self->filling = FALSE;
  if (!dirty)
    set_clean (self);
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

  start_over (self);
  self->article = g_strdup (article);
  self->start = start;
  self->end = end;
  gs_claim_editor_show_quote (self, quote);
  update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->summary));
  gs_workspace_call_async (self->workspace, read_voice, g_strdup (article), g_free, g_free, NULL, voice_read_cb,
                           pending_new (self, NULL));
}

static gpointer
read_details (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_claim_details_read (workspace, data, FALSE, error);
}

static void
details_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Pending) pending = user_data;
  GsClaimEditor *self = pending->editor;
  g_autoptr (GError) error = NULL;
  g_autoptr (GsClaimDetails) details = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (!is_current (pending, source))
    return;

  if (g_error_matches (error, GS_ERROR, GS_ERROR_NOT_FOUND))
    {
      /* Deleted, or its making undone. */
      g_signal_emit (self, signals[CLOSED], 0);
      return;
    }
  if (details == NULL)
    {
      show_failure (self, error->message);
      return;
    }
  /* What was typed meanwhile is not taken away. */
  if (self->article != NULL && gs_claim_editor_is_dirty (self))
    return;

  g_free (self->article);
  self->article = g_strdup (details->claim->article);
  gs_claim_editor_fill_fields (self, details);
  set_clean (self);
  update_actions (self);
}

static void
read_claim (GsClaimEditor *self)
{
  gs_workspace_call_async (self->workspace, read_details, g_strdup (self->claim), g_free,
                           (GDestroyNotify) gs_claim_details_free, NULL, details_read_cb, pending_new (self, NULL));
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

  start_over (self);
  self->claim = g_strdup (claim);
  gs_claim_editor_show_quote (self, NULL);
  update_actions (self);
  read_claim (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Pending) pending = user_data;
  GsClaimEditor *self = pending->editor;
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = gs_claim_save_finish (GS_WORKSPACE (source), result, &error);

  if (is_current (pending, source))
    {
      self->saving = FALSE;
      if (uuid != NULL)
        {
          g_free (self->claim);
          self->claim = g_strdup (uuid);
          g_free (self->clean);
          self->clean = g_steal_pointer (&pending->text);
        }
      else
        {
          show_failure (self, error->message);
        }
      update_actions (self);
    }
  else if (uuid == NULL)
    {
      /* The editor has moved on; what was typed must not be lost in silence. */
      show_failure (self, error->message);
    }

  if (uuid != NULL)
    g_signal_emit (self, signals[SAVED], 0, uuid);
}

/**
 * gs_claim_editor_save:
 * @self: a #GsClaimEditor
 *
 * Stores the claim without waiting; "saved" follows.
 *
 * Returns: %FALSE when a field cannot be understood: the editor says which, and keeps
 *   what was typed
 */
gboolean
gs_claim_editor_save (GsClaimEditor *self)
{
  GsClaimDraft *draft;

  g_return_val_if_fail (GS_IS_CLAIM_EDITOR (self), FALSE);

  if (self->workspace == NULL || self->article == NULL)
    return FALSE;
  if (self->saving)
    return TRUE;

  draft = gs_claim_editor_make_draft (self);
  if (draft == NULL)
    return FALSE;

  self->saving = TRUE;
  update_actions (self);
  gs_claim_save_async (self->workspace, draft, gtk_check_button_get_active (self->exclusive), saved_cb,
                       pending_new (self, gs_claim_editor_state (self)));

  return TRUE;
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Pending) pending = user_data;
  GsClaimEditor *self = pending->editor;
  g_autoptr (GError) error = NULL;

  if (!gs_claim_delete_finish (GS_WORKSPACE (source), result, &error))
    {
      if (is_current (pending, source))
        {
          self->saving = FALSE;
          show_failure (self, error->message);
          update_actions (self);
        }
      return;
    }

  if (is_current (pending, source))
    {
      start_over (self);
      update_actions (self);
    }
  g_signal_emit (self, signals[DELETED], 0, pending->text);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsClaimEditor *self = GS_CLAIM_EDITOR (widget);
  const char *summary = gtk_editable_get_text (self->summary);
  g_autofree char *label =
    *summary != '\0' ? g_strdup_printf (_ ("Delete claim “%s”"), summary) : g_strdup (_ ("Delete claim"));

  self->saving = TRUE;
  update_actions (self);
  gs_claim_delete_async (self->workspace, self->claim, label, deleted_cb, pending_new (self, g_strdup (self->claim)));
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
  if (!self->filling)
    gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
}

static void
exclusive_toggled_cb (GsClaimEditor *self)
{
  if (!self->filling)
    gs_claim_editor_update_question (self);
}

static gpointer
look_up_question (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *uuid = gs_workspace_find_name (workspace, &gs_question_type, data, error);

  return uuid != NULL ? gs_workspace_load (workspace, &gs_question_type, uuid, error) : NULL;
}

static void
question_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Pending) pending = user_data;
  GsClaimEditor *self = pending->editor;
  g_autoptr (GsQuestionRecord) question = gs_workspace_call_finish (GS_WORKSPACE (source), result, NULL);

  if (!is_current (pending, source) || question == NULL
      || strcmp (pending->text, gtk_editable_get_text (GTK_EDITABLE (self->question))) != 0)
    return;

  gtk_check_button_set_active (self->exclusive, question->exclusive);
}

/* A question that is there already says itself whether it is exclusive. */
static void
question_changed_cb (GsClaimEditor *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->question));

  if (self->filling)
    return;

  edited_cb (self);
  gs_claim_editor_update_question (self);
  if (self->looking_up != NULL)
    g_cancellable_cancel (self->looking_up);
  g_clear_object (&self->looking_up);
  if (*text == '\0' || self->workspace == NULL)
    return;

  self->looking_up = g_cancellable_new ();
  gs_workspace_call_async (self->workspace, look_up_question, g_strdup (text), g_free,
                           (GDestroyNotify) gs_question_record_free, self->looking_up, question_found_cb,
                           pending_new (self, g_strdup (text)));
}

static void
workspace_changed_cb (GsClaimEditor *self)
{
  if (self->claim != NULL && self->article != NULL && !self->saving && !gs_claim_editor_is_dirty (self))
    read_claim (self);
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
  start_over (self);
  update_actions (self);
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
  gtk_widget_class_bind_template_child (widget_class, GsClaimEditor, failure);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, question_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, exclusive_toggled_cb);
}

static void
gs_claim_editor_class_init (GsClaimEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const char *const names[] = { "saved", "deleted" };

  object_class->dispose = gs_claim_editor_dispose;
  object_class->finalize = gs_claim_editor_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signals[SAVED + i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SHOW_QUOTE] = g_signal_new ("show-quote", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[CLOSED] =
    g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "editor.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "editor.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "editor.show-quote", NULL, show_quote_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "editor.close", NULL);

  g_type_ensure (GS_TYPE_CHAIN_EDITOR);
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

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_choices (self->certainty, &gs_certainties);
  set_choices (self->status, &gs_statuses);

  /* Before the note takes Ctrl+Enter for a line feed. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                                                            "<Control>Return|<Control>KP_Enter"),
                                                          gtk_named_action_new ("editor.save")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  start_over (self);
  update_actions (self);
}
