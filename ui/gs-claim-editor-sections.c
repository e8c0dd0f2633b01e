/* gs-claim-editor-sections.c: the parts of the claim editor that fold.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quick claim needs none of them. A folded one says what it holds; which are
 * unfolded is remembered.
 */

#include "config.h"

#include "gs-claim-editor-private.h"

#include <glib/gi18n.h>

#include "gs-labels.h"
#include "gs-reader-marks.h"
#include "gs-settings.h"
#include "gs-tooltip.h"

#define KEY "editor-sections"

/* As in the .ui file, and as remembered. */
static const char *const names[GS_EDITOR_N_SECTIONS] = {
  "amounts", "certainty", "slots", "assessment", "spans", "note"
};

void
gs_claim_editor_bind_sections (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < GS_EDITOR_N_SECTIONS; i++)
    {
      g_autofree char *section = g_strconcat (names[i], "_section", NULL);
      g_autofree char *summary = g_strconcat (names[i], "_summary", NULL);

      gtk_widget_class_bind_template_child_full (widget_class, section, FALSE,
                                                 G_STRUCT_OFFSET (GsClaimEditor, sections)
                                                   + (gssize) (i * sizeof (GtkExpander *)));
      gtk_widget_class_bind_template_child_full (widget_class, summary, FALSE,
                                                 G_STRUCT_OFFSET (GsClaimEditor, summaries)
                                                   + (gssize) (i * sizeof (GtkLabel *)));
    }
}

static void
add_word (GString *line, const char *word)
{
  if (word == NULL || *word == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, word);
}

/* What the drop-down has been set to; nothing for the first, which is as good as unsaid. */
static void
add_choice (GString *line, GtkDropDown *drop_down)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (drop_down);

  if (gtk_drop_down_get_selected (drop_down) > 0 && item != NULL)
    add_word (line, gtk_string_object_get_string (item));
}

static void
add_slots (GString *line, GsClaimEditor *self)
{
  g_autoptr (GPtrArray) slots = gs_slot_editor_get_slots (self->slots);

  for (guint i = 0; i < slots->len; i++)
    {
      const GsSlotRecord *slot = slots->pdata[i];

      add_word (line, slot->entity != NULL ? slot->entity : slot->text);
    }
}

static void
add_spans (GString *line, GsClaimEditor *self)
{
  g_autoptr (GPtrArray) spans = gs_claim_spans_get (self->spans);
  g_autofree char *count = NULL;

  if (spans->len < 2)
    return;
  count = g_strdup_printf (g_dngettext (NULL, "%u passage", "%u passages", spans->len), spans->len);
  add_word (line, count);
}

static void
add_note (GString *line, GsClaimEditor *self)
{
  g_autofree char *note = g_strstrip (gs_claim_editor_get_note (self));

  add_word (line, g_strdelimit (note, "\n", ' '));
}

static void
describe (GsClaimEditor *self, GsEditorSection section, GString *line)
{
  switch (section)
    {
    case GS_EDITOR_AMOUNTS:
      add_word (line, gtk_editable_get_text (self->quantities));
      add_word (line, gtk_editable_get_text (self->times));
      break;
    case GS_EDITOR_CERTAINTY:
      add_choice (line, self->certainty);
      add_choice (line, self->status);
      add_word (line, gtk_editable_get_text (self->scope));
      break;
    case GS_EDITOR_SLOTS:
      add_slots (line, self);
      break;
    case GS_EDITOR_ASSESSMENT:
      add_choice (line, self->grade);
      add_choice (line, self->credibility);
      add_choice (line, self->likelihood);
      add_choice (line, self->confidence);
      add_choice (line, self->review);
      break;
    case GS_EDITOR_SPANS:
      add_spans (line, self);
      break;
    case GS_EDITOR_NOTE:
      add_note (line, self);
      break;
    case GS_EDITOR_N_SECTIONS:
    default:
      break;
    }
}

/* What folded parts hold is said beside their names; what the claim rests on
 * is said in the text. */
void
gs_claim_editor_update_sections (GsClaimEditor *self)
{
  for (guint i = 0; i < GS_EDITOR_N_SECTIONS; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      if (!gtk_expander_get_expanded (self->sections[i]))
        describe (self, (GsEditorSection) i, line);
      gtk_label_set_text (self->summaries[i], line->str);
      gtk_widget_set_visible (GTK_WIDGET (self->summaries[i]), line->len > 0);
      gs_tooltip_set (GTK_WIDGET (self->summaries[i]), line->len > 0 ? line->str : NULL);
    }
  g_signal_emit_by_name (self, "marks-changed");
}

static void
save (GsClaimEditor *self)
{
  GSettings *settings = gs_settings_get ();
  g_autoptr (GPtrArray) unfolded = g_ptr_array_new ();

  for (guint i = 0; i < GS_EDITOR_N_SECTIONS; i++)
    {
      if (gtk_expander_get_expanded (self->sections[i]))
        g_ptr_array_add (unfolded, (gpointer) names[i]);
    }
  g_ptr_array_add (unfolded, NULL);
  if (settings != NULL)
    g_settings_set_strv (settings, KEY, (const char *const *) unfolded->pdata);
}

static void
expanded_cb (GsClaimEditor *self)
{
  gs_claim_editor_update_sections (self);
  gs_claim_editor_look_up_origins (self);
  save (self);
}

void
gs_claim_editor_init_sections (GsClaimEditor *self)
{
  GSettings *settings = gs_settings_get ();
  g_auto (GStrv) unfolded = settings != NULL ? g_settings_get_strv (settings, KEY) : NULL;

  for (guint i = 0; i < GS_EDITOR_N_SECTIONS; i++)
    {
      if (unfolded != NULL)
        gtk_expander_set_expanded (self->sections[i], g_strv_contains ((const char *const *) unfolded, names[i]));
      g_signal_connect_swapped (self->sections[i], "notify::expanded", G_CALLBACK (expanded_cb), self);
    }
}

void
gs_claim_editor_unfold (GsClaimEditor *self, GsEditorSection section)
{
  gtk_expander_set_expanded (self->sections[section], TRUE);
}

/**
 * gs_claim_editor_get_marks:
 * @self: a #GsClaimEditor
 *
 * Returns: (transfer full) (element-type GsReaderRange): where the article says who says
 *   it, and passages beside the quote
 */
GArray *
gs_claim_editor_get_marks (GsClaimEditor *self)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (GsReaderRange));
  g_autoptr (GPtrArray) hops = NULL;
  g_autoptr (GPtrArray) spans = NULL;

  g_return_val_if_fail (GS_IS_CLAIM_EDITOR (self), marks);

  hops = gs_chain_editor_get_hops (self->chain);
  spans = gs_claim_spans_get (self->spans);
  for (guint i = 0; i < hops->len; i++)
    {
      const GsHopRecord *hop = hops->pdata[i];
      GsReaderRange range = { hop->cue_start, hop->cue_end };

      if (range.end > range.start)
        g_array_append_val (marks, range);
    }
  for (guint i = 0; i < spans->len; i++)
    {
      const GsSpanRecord *span = spans->pdata[i];
      GsReaderRange range = { span->start, span->end };

      /* The first quote is painted as the claim's highlight. */
      if (!span->orphaned && (span->role != GS_SPAN_QUOTE || i > 0))
        g_array_append_val (marks, range);
    }

  return marks;
}
