/* gs-question-form.c: one question: its text, template, stages and note.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-question-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gs-accessible.h"
#include "gs-completion-entry.h"
#include "gs-labels.h"
#include "gs-ladder-editor.h"
#include "gs-notify.h"
#include "gs-perform.h"

struct _GsQuestionForm
{
  GtkWidget parent_instance;

  GsWorkspace *workspace;
  GsQuestionRecord *question; /* as it is stored; NULL for none */
  guint generation;           /* which question an answer is for */
  gboolean filling;

  GtkWidget *fields;
  GtkWidget *text;
  GtkWidget *answer;
  GtkWidget *exclusive;
  GtkWidget *ladder;
  GtkWidget *note;
  GtkWidget *save;
  GtkWidget *into;
  GtkWidget *merge;
};

G_DEFINE_FINAL_TYPE (GsQuestionForm, gs_question_form, GTK_TYPE_WIDGET)

enum
{
  MERGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The stored question with what the fields say; (transfer full). */
static GsQuestionRecord *
read_fields (GsQuestionForm *self)
{
  GsQuestionRecord *question = gs_record_copy (&gs_question_type, self->question);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->note));
  GtkTextIter start, end;
  char *note;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  note = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
  g_free (question->text);
  question->text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  question->answer = (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->answer));
  question->exclusive = gtk_switch_get_active (GTK_SWITCH (self->exclusive));
  g_ptr_array_unref (question->ladder);
  question->ladder = gs_ladder_editor_get_stages (GS_LADDER_EDITOR (self->ladder));
  g_free (question->note);
  question->note = *note != '\0' ? note : (g_free (note), NULL);

  return question;
}

static gboolean
is_changed (GsQuestionForm *self)
{
  g_autoptr (GsQuestionRecord) typed = self->question != NULL ? read_fields (self) : NULL;

  return typed != NULL && *typed->text != '\0' && !gs_record_equal (&gs_question_type, typed, self->question);
}

static void
edited_cb (GsQuestionForm *self)
{
  if (!self->filling)
    gtk_widget_set_sensitive (self->save, is_changed (self) && !gs_workspace_is_read_only (self->workspace));
}

static void
into_edited_cb (GsQuestionForm *self)
{
  const char *into = gtk_editable_get_text (GTK_EDITABLE (self->into));

  gtk_widget_set_sensitive (self->merge, self->question != NULL && *into != '\0'
                                           && g_strcmp0 (into, self->question->text) != 0
                                           && !gs_workspace_is_read_only (self->workspace));
}

static void
fill (GsQuestionForm *self)
{
  const GsQuestionRecord *question = self->question;

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), question != NULL && question->text != NULL ? question->text : "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->answer), question != NULL ? (guint) question->answer : 0);
  gtk_switch_set_active (GTK_SWITCH (self->exclusive), question != NULL && question->exclusive);
  gs_ladder_editor_set_stages (GS_LADDER_EDITOR (self->ladder), question != NULL ? question->ladder : NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->note)),
                            question != NULL && question->note != NULL ? question->note : "", -1);
  gtk_editable_set_text (GTK_EDITABLE (self->into), "");
  gtk_widget_set_sensitive (self->fields, question != NULL);
  gtk_widget_set_sensitive (self->save, FALSE);
  self->filling = FALSE;
  into_edited_cb (self);
}

/**
 * gs_question_form_save:
 * @self: a #GsQuestionForm
 *
 * Stores what was typed, without waiting; nothing when nothing was.
 */
void
gs_question_form_save (GsQuestionForm *self)
{
  g_autofree char *label = NULL;
  GsAction *action;

  g_return_if_fail (GS_IS_QUESTION_FORM (self));

  if (!is_changed (self) || gs_workspace_is_read_only (self->workspace))
    return;

  {
    GsQuestionRecord *typed = read_fields (self);

    gs_question_record_free (self->question);
    self->question = typed;
  }
  label = g_strdup_printf (_ ("Change question “%s”"), self->question->text);
  action = gs_action_new (label);
  gs_action_save (action, &gs_question_type, self->question);
  gs_perform (GTK_WIDGET (self), self->workspace, action, _ ("Question changed"));
  gtk_widget_set_sensitive (self->save, FALSE);
}

typedef struct
{
  GsQuestionForm *form;
  guint generation;
} Asked;

static gpointer
load_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_workspace_load (workspace, &gs_question_type, data, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr (GsQuestionForm) self = asked->form;
  GsQuestionRecord *question = gs_workspace_call_finish (GS_WORKSPACE (source), result, NULL);

  if (asked->generation != self->generation || self->fields == NULL)
    {
      g_clear_pointer (&question, gs_question_record_free);
      return;
    }

  g_clear_pointer (&self->question, gs_question_record_free);
  self->question = question;
  fill (self);
}

/**
 * gs_question_form_show:
 * @self: a #GsQuestionForm
 * @question: (nullable): UUID
 *
 * Stores what was typed, and shows another; returns at once, the fields follow.
 */
void
gs_question_form_show (GsQuestionForm *self, const char *question)
{
  Asked *asked;

  g_return_if_fail (GS_IS_QUESTION_FORM (self));

  gs_question_form_save (self);
  self->generation++;
  if (question == NULL)
    {
      g_clear_pointer (&self->question, gs_question_record_free);
      fill (self);
      return;
    }

  asked = g_new0 (Asked, 1);
  asked->form = g_object_ref (self);
  asked->generation = self->generation;
  gs_workspace_call_async (self->workspace, load_func, g_strdup (question), g_free,
                           (GDestroyNotify) gs_question_record_free, NULL, loaded_cb, asked);
}

/**
 * gs_question_form_get_question:
 * @self: a #GsQuestionForm
 *
 * Returns: (transfer none) (nullable): UUID of what is shown
 */
const char *
gs_question_form_get_question (GsQuestionForm *self)
{
  g_return_val_if_fail (GS_IS_QUESTION_FORM (self), NULL);

  return self->question != NULL ? self->question->uuid : NULL;
}

/* Merging --------------------------------------------------------------------- */

/**
 * gs_question_merge:
 * @workspace: a workspace
 * @gone: UUID of the question that becomes part of another
 * @into: UUID of that other one
 * @error: GS_ERROR_NOT_FOUND
 *
 * Blocks. Everything on @gone is on @into from now on; stages and note that @into does
 * not have are taken over. Undo takes it all back.
 *
 * Returns: (transfer full) (nullable): the action
 */
GsAction *
gs_question_merge (GsWorkspace *workspace, const char *gone, const char *into, GError **error)
{
  g_autoptr (GsQuestionRecord) old = gs_workspace_load (workspace, &gs_question_type, gone, error);
  g_autoptr (GsQuestionRecord) kept =
    old != NULL ? gs_workspace_load (workspace, &gs_question_type, into, error) : NULL;
  g_autofree char *label = NULL;
  GsAction *action;

  if (kept == NULL)
    return NULL;

  label = g_strdup_printf (_ ("Merge question “%s”"), old->text);
  action = gs_action_new (label);
  gs_action_replace (action, &gs_question_type, gone, into);
  if ((kept->ladder->len == 0 && old->ladder->len > 0) || (kept->note == NULL && old->note != NULL))
    {
      for (guint i = 0; kept->ladder->len == 0 && i < old->ladder->len; i++)
        g_ptr_array_add (kept->ladder, g_strdup (old->ladder->pdata[i]));
      if (kept->note == NULL)
        kept->note = g_strdup (old->note);
      gs_action_save (action, &gs_question_type, kept);
    }
  gs_action_delete (action, &gs_question_type, gone);

  return action;
}

typedef struct
{
  char *gone;
  char *into; /* its text */
} Merging;

static void
merging_free (gpointer data)
{
  Merging *merging = data;

  g_free (merging->gone);
  g_free (merging->into);
  g_free (merging);
}

static GsAction *
build_merge (GsWorkspace *workspace, gpointer data, GError **error)
{
  const Merging *merging = data;
  g_autofree char *into = gs_workspace_resolve (workspace, &gs_question_type, merging->into, error);

  if (into == NULL)
    return NULL;
  if (g_str_equal (into, merging->gone))
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_INVALID, _ ("A question cannot be merged into itself."));
      return NULL;
    }

  return gs_question_merge (workspace, merging->gone, into, error);
}

static void
merge_clicked_cb (GsQuestionForm *self)
{
  Merging *merging = g_new0 (Merging, 1);

  merging->gone = g_strdup (self->question->uuid);
  merging->into = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->into)));
  gs_perform_built (GTK_WIDGET (self), self->workspace, build_merge, merging, merging_free, _ ("Questions merged"));
  /* What it said is the other's affair now. */
  g_clear_pointer (&self->question, gs_question_record_free);
  self->generation++;
  fill (self);
  g_signal_emit (self, signals[MERGED], 0);
}

/* Widgets --------------------------------------------------------------------- */

static void
add_field (GsQuestionForm *self, const char *label, GtkWidget *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *name = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_label_set_mnemonic_widget (GTK_LABEL (name), field);
  gtk_widget_add_css_class (name, "field-label");
  gtk_box_append (GTK_BOX (box), name);
  if (GTK_IS_TEXT_VIEW (field))
    {
      GtkWidget *frame = gtk_scrolled_window_new ();

      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), field);
      gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (frame), TRUE);
      gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 84);
      field = frame;
    }
  gtk_box_append (GTK_BOX (box), field);
  gtk_box_append (GTK_BOX (self->fields), box);
}

static GtkWidget *
new_note (void)
{
  GtkWidget *note = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (note), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (note), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (note), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (note), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (note), 8);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (note), 8);

  return note;
}

static void
add_merging (GsQuestionForm *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("Part _of another question"));

  self->into = gs_completion_entry_new ();
  gtk_widget_set_hexpand (self->into, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->into), _ ("The question that stays"));
  self->merge = gtk_button_new_with_mnemonic (_ ("_Merge"));
  gtk_widget_set_tooltip_text (self->merge, _ ("Its claims answer the other question from now on"));
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->into);
  gtk_widget_add_css_class (label, "field-label");
  gtk_box_append (GTK_BOX (line), self->into);
  gtk_box_append (GTK_BOX (line), self->merge);
  gtk_box_append (GTK_BOX (self->fields), label);
  gtk_box_append (GTK_BOX (self->fields), line);
  g_signal_connect_swapped (self->into, "changed", G_CALLBACK (into_edited_cb), self);
  g_signal_connect_swapped (self->merge, "clicked", G_CALLBACK (merge_clicked_cb), self);
}

/**
 * gs_question_form_new:
 * @workspace: a workspace
 *
 * Returns: (transfer floating): a form without a question
 */
GtkWidget *
gs_question_form_new (GsWorkspace *workspace)
{
  GsQuestionForm *self = g_object_new (GS_TYPE_QUESTION_FORM, NULL);

  self->workspace = g_object_ref (workspace);
  gs_completion_entry_set_source (GS_COMPLETION_ENTRY (self->into), workspace, &gs_question_listing_type);
  fill (self);

  return GTK_WIDGET (self);
}

static void
gs_question_form_dispose (GObject *object)
{
  GsQuestionForm *self = GS_QUESTION_FORM (object);

  self->generation++;
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->question, gs_question_record_free);
  g_clear_pointer (&self->fields, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_question_form_parent_class)->dispose (object);
}

static void
gs_question_form_class_init (GsQuestionFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gs_question_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  signals[MERGED] =
    g_signal_new ("merged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gs_question_form_init (GsQuestionForm *self)
{
  g_autofree const char **answers = gs_labels_of (&gs_answer_kinds);

  self->fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);
  gtk_widget_set_margin_start (self->fields, 18);
  gtk_widget_set_margin_end (self->fields, 18);
  gtk_widget_set_margin_top (self->fields, 12);
  gtk_widget_set_margin_bottom (self->fields, 18);
  gtk_widget_set_parent (self->fields, GTK_WIDGET (self));

  self->text = gtk_entry_new ();
  self->answer = gtk_drop_down_new_from_strings (answers);
  self->exclusive = gtk_switch_new ();
  gtk_widget_set_halign (self->exclusive, GTK_ALIGN_START);
  self->ladder = gs_ladder_editor_new ();
  self->note = new_note ();
  add_field (self, _ ("_Question"), self->text);
  add_field (self, _ ("_Template: what an answer is"), self->answer);
  add_field (self, _ ("_Only one answer can be true"), self->exclusive);
  add_field (self, _ ("Stages, the lowest _first"), self->ladder);
  add_field (self, _ ("_Note"), self->note);
  self->save = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_set_halign (self->save, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->fields), self->save);
  gtk_box_append (GTK_BOX (self->fields), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  add_merging (self);
  gs_accessible_name_once (self->fields);

  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->answer, "notify::selected", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->exclusive, "notify::active", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->ladder, "changed", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->note)), "changed", G_CALLBACK (edited_cb),
                            self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (gs_question_form_save), self);
}
