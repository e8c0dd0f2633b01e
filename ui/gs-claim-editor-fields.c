/* gs-claim-editor-fields.c: between the editor's fields and the records.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claim-editor-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "gs-isolate.h"

char *
gs_claim_editor_get_note (GsClaimEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
set_text (GtkEditable *entry, const char *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

void
gs_claim_editor_show_quote (GsClaimEditor *self, const char *quote)
{
  g_autofree char *label = gs_compose (_ ("Quote, show in article: %s"), quote != NULL ? quote : "");

  /* No quotation marks: the quote may have its own. */
  gtk_label_set_text (self->quote, quote != NULL ? quote : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->quote_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
gs_claim_editor_update_question (GsClaimEditor *self)
{
  gboolean has_question = *gtk_editable_get_text (GTK_EDITABLE (self->question)) != '\0';
  gboolean has_value = *gtk_editable_get_text (self->value) != '\0';

  gtk_widget_set_visible (GTK_WIDGET (self->exclusive), has_question);
  gtk_widget_set_visible (self->value_field,
                          has_value || (has_question && gtk_check_button_get_active (self->exclusive)));
}

/* Confirmed by independent sources is what only independent sources can do. */
static gboolean
offers_confirmed (GsClaimEditor *self)
{
  return g_list_model_get_n_items (gtk_drop_down_get_model (self->credibility)) == 7;
}

int
gs_claim_editor_get_credibility (GsClaimEditor *self)
{
  int selected = (int) gtk_drop_down_get_selected (self->credibility);

  return selected > 0 && !offers_confirmed (self) ? selected + 1 : selected;
}

void
gs_claim_editor_set_credibility (GsClaimEditor *self, int credibility)
{
  const char *const labels[] = { _ ("Not judged"),         _ ("1: confirmed by independent sources"),
                                 _ ("2: probably true"),   _ ("3: possibly true"),
                                 _ ("4: doubtful"),        _ ("5: improbable"),
                                 _ ("6: cannot be judged") };
  gboolean confirmed = self->confirmable || credibility == 1;
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (i != 1 || confirmed)
        gtk_string_list_append (model, labels[i]);
    }
  gtk_drop_down_set_model (self->credibility, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->credibility,
                              (guint) (credibility > 0 && !confirmed ? credibility - 1 : credibility));
}

static void
set_assessment (GsClaimEditor *self, const GsClaimRecord *claim, int grade)
{
  gs_claim_editor_set_credibility (self, claim != NULL ? (int) CLAMP (claim->credibility, 0, 6) : 0);
  gtk_drop_down_set_selected (self->likelihood, claim != NULL ? (guint) claim->likelihood : 0);
  gtk_drop_down_set_selected (self->confidence, claim != NULL ? (guint) claim->confidence : 0);
  gtk_drop_down_set_selected (self->review, claim != NULL ? (guint) claim->review : 0);
  self->known_grade = grade;
  gtk_drop_down_set_selected (self->grade, (guint) grade);
}

/* Those that GsClaimDetails has a name for. */
static GPtrArray *
hops_with_source (const GsClaimRecord *claim)
{
  GPtrArray *hops = g_ptr_array_new ();

  for (guint i = 0; i < claim->hops->len; i++)
    {
      if (((const GsHopRecord *) claim->hops->pdata[i])->source != NULL)
        g_ptr_array_add (hops, claim->hops->pdata[i]);
    }

  return hops;
}

static void
clear_errors (GsClaimEditor *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->quantities_error), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->times_error), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->quantities), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->times), "error");
}

void
gs_claim_editor_clear_fields (GsClaimEditor *self)
{
  self->filling = TRUE;
  set_text (self->summary, NULL);
  set_text (GTK_EDITABLE (self->question), NULL);
  gtk_check_button_set_active (self->exclusive, FALSE);
  set_text (self->value, NULL);
  gtk_toggle_button_set_active (self->asserts, TRUE);
  gtk_drop_down_set_selected (self->certainty, GS_CERTAINTY_CERTAIN);
  gtk_drop_down_set_selected (self->status, GS_STATUS_REALIS);
  gs_chain_editor_set_names (self->chain, NULL);
  gs_tag_editor_set_paths (self->tags, NULL);
  set_text (self->quantities, NULL);
  set_text (self->times, NULL);
  set_text (self->scope, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note), "", 0);
  gs_slot_editor_set_slots (self->slots, NULL);
  gs_claim_spans_set (self->spans, NULL);
  gs_claim_suggestions_set (self->suggestions, NULL);
  gs_recents_set_names (self->offers, NULL);
  self->confirmable = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->origins), FALSE);
  set_assessment (self, NULL, GS_GRADE_NONE);
  g_clear_pointer (&self->graded, g_free);
  clear_errors (self);
  gs_claim_editor_update_question (self);
  self->filling = FALSE;
  gs_claim_editor_update_sections (self);
}

void
gs_claim_editor_fill_fields (GsClaimEditor *self, const GsClaimDetails *details)
{
  const GsClaimRecord *claim = details->claim;
  const GsSpanRecord *quote = gs_claim_record_quote (claim);
  g_autofree char *quantities = gs_claim_format_quantities (claim);
  g_autofree char *times = gs_claim_format_times (claim);
  g_autoptr (GPtrArray) hops = hops_with_source (claim);

  gs_claim_editor_clear_fields (self);
  self->filling = TRUE;
  gs_claim_editor_show_quote (self, quote != NULL ? quote->exact : NULL);
  set_text (self->summary, claim->summary);
  set_text (GTK_EDITABLE (self->question), details->question != NULL ? details->question->text : NULL);
  gtk_check_button_set_active (self->exclusive, details->question != NULL && details->question->exclusive);
  set_text (self->value, claim->value);
  gtk_toggle_button_set_active (claim->stance == GS_STANCE_DENIES ? self->denies : self->asserts, TRUE);
  gtk_drop_down_set_selected (self->certainty, (guint) claim->certainty);
  gtk_drop_down_set_selected (self->status, (guint) claim->status);
  gs_chain_editor_set_hops (self->chain, (const char *const *) details->sources->pdata, hops);
  gs_tag_editor_set_paths (self->tags, (const char *const *) details->tags->pdata);
  set_text (self->quantities, quantities);
  set_text (self->times, times);
  set_text (self->scope, claim->scope);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note), claim->note != NULL ? claim->note : "", -1);
  gs_slot_editor_set_slots (self->slots, claim->slots);
  gs_claim_spans_set (self->spans, claim->spans);
  set_assessment (self, claim, details->grade);
  if (details->sources->len > 1)
    self->graded = g_strdup (details->sources->pdata[details->sources->len - 2]);
  gs_claim_editor_update_question (self);
  self->filling = FALSE;
  gs_claim_editor_update_sections (self);
  gs_claim_editor_look_up_origins (self);
}

static void
append_names (GString *state, GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (state, "%s\x1f", (const char *) names->pdata[i]);
  g_string_append_c (state, '\x1e');
  g_ptr_array_unref (names);
}

/* Fields that an analyst can change, of each record. */
static void
append_records (GString *state, const GsRecordType *type, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      for (guint k = 0; k < type->n_fields; k++)
        {
          const GsField *field = &type->fields[k];
          gconstpointer record = records->pdata[i];

          if (field->kind == GS_FIELD_TEXT && GS_FIELD_VALUE (field, record, char *) != NULL)
            g_string_append (state, GS_FIELD_VALUE (field, record, char *));
          else if (field->kind == GS_FIELD_INT)
            g_string_append_printf (state, "%" G_GINT64_FORMAT, GS_FIELD_VALUE (field, record, gint64));
          else if (field->kind == GS_FIELD_WORD)
            g_string_append_printf (state, "%d", GS_FIELD_VALUE (field, record, int));
          g_string_append_c (state, '\x1f');
        }
    }
  g_string_append_c (state, '\x1e');
  g_ptr_array_unref (records);
}

char *
gs_claim_editor_state (GsClaimEditor *self)
{
  GString *state = g_string_new (NULL);
  g_autofree char *note = gs_claim_editor_get_note (self);
  GtkEditable *const entries[] = { self->summary, GTK_EDITABLE (self->question),
                                   self->value,   self->quantities,
                                   self->times,   self->scope };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_string_append_printf (state, "%s\x1e", gtk_editable_get_text (entries[i]));
  append_names (state, gs_chain_editor_get_names (self->chain));
  append_names (state, gs_tag_editor_get_paths (self->tags));
  append_records (state, &gs_hop_type, gs_chain_editor_get_hops (self->chain));
  append_records (state, &gs_slot_type, gs_slot_editor_get_slots (self->slots));
  append_records (state, &gs_span_type, gs_claim_spans_get (self->spans));
  g_string_append_printf (state, "%u %d %u %u %u ", gtk_drop_down_get_selected (self->grade),
                          gs_claim_editor_get_credibility (self), gtk_drop_down_get_selected (self->likelihood),
                          gtk_drop_down_get_selected (self->confidence), gtk_drop_down_get_selected (self->review));
  g_string_append_printf (state, "%d %d %u %u %s", gtk_check_button_get_active (self->exclusive),
                          gtk_toggle_button_get_active (self->denies), gtk_drop_down_get_selected (self->certainty),
                          gtk_drop_down_get_selected (self->status), note);

  return g_string_free (state, FALSE);
}

static gpointer
parse_quantity (const char *text, GError **error)
{
  return gs_quantity_parse (text, error);
}

static gpointer
parse_time (const char *text, GError **error)
{
  return gs_time_parse (text, error);
}

/* The values on a line, separated by semicolons; or what is wrong, below it. */
static GPtrArray *
parse_values (GtkEditable *entry,
              GtkLabel *complaint,
              const GsRecordType *type,
              gpointer (*parse) (const char *text, GError **error))
{
  g_autoptr (GPtrArray) values = gs_record_array_new (type);
  g_auto (GStrv) parts = g_strsplit (gtk_editable_get_text (entry), ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      gpointer value;

      if (*g_strstrip (parts[i]) == '\0')
        continue;

      value = parse (parts[i], &error);
      if (value == NULL)
        {
          gtk_label_set_text (complaint, error->message);
          gtk_widget_set_visible (GTK_WIDGET (complaint), TRUE);
          gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
          gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                       GTK_ACCESSIBLE_INVALID_TRUE, -1);
          return NULL;
        }
      g_ptr_array_add (values, value);
    }

  gtk_accessible_reset_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID);

  return g_steal_pointer (&values);
}

GsClaimDraft *
gs_claim_editor_make_draft (GsClaimEditor *self)
{
  g_autoptr (GsClaimDraft) draft = g_new0 (GsClaimDraft, 1);

  clear_errors (self);
  draft->times = parse_values (self->times, self->times_error, &gs_time_type, parse_time);
  draft->quantities = parse_values (self->quantities, self->quantities_error, &gs_quantity_type, parse_quantity);
  if (draft->times == NULL || draft->quantities == NULL)
    {
      gs_claim_editor_unfold (self, GS_EDITOR_AMOUNTS);
      gtk_widget_grab_focus (GTK_WIDGET (draft->quantities == NULL ? self->quantities : self->times));
      return NULL;
    }

  draft->claim = g_strdup (self->claim);
  draft->article = g_strdup (self->article);
  draft->start = self->claim == NULL ? self->start : 0;
  draft->end = self->claim == NULL ? self->end : 0;
  draft->summary = g_strdup (gtk_editable_get_text (self->summary));
  draft->question = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->question)));
  draft->value = g_strdup (gtk_editable_get_text (self->value));
  draft->stance = gtk_toggle_button_get_active (self->denies) ? GS_STANCE_DENIES : GS_STANCE_ASSERTS;
  draft->certainty = (int) gtk_drop_down_get_selected (self->certainty);
  draft->status = (int) gtk_drop_down_get_selected (self->status);
  draft->scope = g_strdup (gtk_editable_get_text (self->scope));
  draft->note = gs_claim_editor_get_note (self);
  draft->tags = gs_tag_editor_get_paths (self->tags);
  draft->sources = gs_chain_editor_get_names (self->chain);
  draft->hops = gs_chain_editor_get_hops (self->chain);
  draft->slots = gs_slot_editor_get_slots (self->slots);
  /* Else the quote may have been resized in the text meanwhile. */
  if (gs_claim_spans_is_changed (self->spans))
    draft->spans = gs_claim_spans_get (self->spans);
  draft->assessed = TRUE;
  draft->credibility = gs_claim_editor_get_credibility (self);
  draft->likelihood = (int) gtk_drop_down_get_selected (self->likelihood);
  draft->confidence = (int) gtk_drop_down_get_selected (self->confidence);
  draft->review = (int) gtk_drop_down_get_selected (self->review);
  draft->grade = (int) gtk_drop_down_get_selected (self->grade);
  if (draft->grade == self->known_grade)
    draft->grade = GS_GRADE_NONE;
  gs_claim_editor_add_words (self, draft);

  return g_steal_pointer (&draft);
}
