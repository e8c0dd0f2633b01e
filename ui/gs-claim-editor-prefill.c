/* gs-claim-editor-prefill.c: suggestions into the fields, and out again.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the passage says is filled in at once, so that a quick claim is quick,
 * and listed, so that it can be looked up and rejected. What the analyst has
 * typed meanwhile stays.
 */

#include "config.h"

#include "gs-claim-editor-private.h"

#include <string.h>

#include "gs-quantity.h"
#include "gs-time.h"

/* "450 drones; >20 trucks" with one more value, or one less. */
static void
add_value (GtkEditable *entry, const char *value)
{
  const char *old = gtk_editable_get_text (entry);
  g_autofree char *line = *old != '\0' ? g_strconcat (old, "; ", value, NULL) : g_strdup (value);

  gtk_editable_set_text (entry, line);
}

static void
remove_value (GtkEditable *entry, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (gtk_editable_get_text (entry), ";", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean removed = FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (!removed && g_str_equal (g_strstrip (parts[i]), value))
        removed = TRUE;
      else if (*g_strstrip (parts[i]) != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? "; " : "", parts[i]);
    }
  gtk_editable_set_text (entry, line->str);
}

static gboolean
is_empty (GtkEditable *entry)
{
  return *gtk_editable_get_text (entry) == '\0';
}

/* Which kinds of field the analyst has left alone. */
static void
find_open (GsClaimEditor *self, gboolean open[GS_SUGGEST_TIME + 1])
{
  g_autoptr (GPtrArray) names = gs_chain_editor_get_names (self->chain);

  open[GS_SUGGEST_HOP] = names->len == 0;
  open[GS_SUGGEST_STANCE] = gtk_toggle_button_get_active (self->asserts);
  open[GS_SUGGEST_CERTAINTY] = gtk_drop_down_get_selected (self->certainty) == GS_CERTAINTY_CERTAIN;
  open[GS_SUGGEST_STATUS] = gtk_drop_down_get_selected (self->status) == GS_STATUS_REALIS;
  open[GS_SUGGEST_QUANTITY] = is_empty (self->quantities);
  open[GS_SUGGEST_TIME] = is_empty (self->times);
}

static void
fill_in (GsClaimEditor *self, const GsSuggestion *suggestion)
{
  g_autofree char *value = gs_suggestion_format (suggestion);

  switch (suggestion->kind)
    {
    case GS_SUGGEST_HOP:
      gs_chain_editor_add (self->chain, suggestion->name, suggestion->hop);
      break;
    case GS_SUGGEST_STANCE:
      gtk_toggle_button_set_active (suggestion->value == GS_STANCE_DENIES ? self->denies : self->asserts, TRUE);
      break;
    case GS_SUGGEST_CERTAINTY:
      gtk_drop_down_set_selected (self->certainty, (guint) suggestion->value);
      break;
    case GS_SUGGEST_STATUS:
      gtk_drop_down_set_selected (self->status, (guint) suggestion->value);
      break;
    case GS_SUGGEST_QUANTITY:
      add_value (self->quantities, value);
      break;
    case GS_SUGGEST_TIME:
    default:
      add_value (self->times, value);
      break;
    }
}

/* The publisher alone leaves an entry for who said it. */
static void
leave_room (GsClaimEditor *self)
{
  g_autoptr (GPtrArray) names = gs_chain_editor_get_names (self->chain);
  g_autoptr (GPtrArray) hops = gs_chain_editor_get_hops (self->chain);

  if (names->len != 1 || ((const GsHopRecord *) hops->pdata[0])->cue != NULL)
    return;

  gs_chain_editor_set_hops (self->chain, (const char *const[]){ names->pdata[0], "", NULL }, hops);
}

void
gs_claim_editor_take_found (GsClaimEditor *self, GPtrArray *found)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  gboolean dirty = gs_claim_editor_is_dirty (self);
  gboolean open[GS_SUGGEST_TIME + 1];

  find_open (self, open);
  self->filling = TRUE;
  for (guint i = 0; i < found->len; i++)
    {
      const GsSuggestion *suggestion = found->pdata[i];

      if (!open[suggestion->kind])
        continue;
      fill_in (self, suggestion);
      /* Who published the article needs no looking up. */
      if (suggestion->end > 0)
        g_ptr_array_add (shown, (gpointer) suggestion);
    }
  if (open[GS_SUGGEST_HOP])
    leave_room (self);
  gs_claim_suggestions_set (self->suggestions, shown);
  self->filling = FALSE;

  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = found;
  if (!dirty)
    gs_claim_editor_set_clean (self);
  gs_claim_editor_update_sections (self);
  gs_claim_editor_look_up_grade (self);
}

void
gs_claim_editor_reject (GsClaimEditor *self, const GsSuggestion *suggestion)
{
  g_autofree char *value = gs_suggestion_format (suggestion);

  switch (suggestion->kind)
    {
    case GS_SUGGEST_HOP:
      gs_chain_editor_remove (self->chain, suggestion->name);
      break;
    case GS_SUGGEST_STANCE:
      gtk_toggle_button_set_active (self->asserts, TRUE);
      break;
    case GS_SUGGEST_CERTAINTY:
      gtk_drop_down_set_selected (self->certainty, GS_CERTAINTY_CERTAIN);
      break;
    case GS_SUGGEST_STATUS:
      gtk_drop_down_set_selected (self->status, GS_STATUS_REALIS);
      break;
    case GS_SUGGEST_QUANTITY:
      remove_value (self->quantities, value);
      break;
    case GS_SUGGEST_TIME:
    default:
      remove_value (self->times, value);
      break;
    }
  gs_claim_editor_update_sections (self);
  gs_claim_editor_look_up_grade (self);
}

/* (nullable): what was found and means the same as what is typed. */
static const GsSuggestion *
find_same (GsClaimEditor *self, GsSuggestionKind kind, const char *value)
{
  for (guint i = 0; self->found != NULL && i < self->found->len; i++)
    {
      const GsSuggestion *suggestion = self->found->pdata[i];
      g_autofree char *other = suggestion->kind == kind ? gs_suggestion_format (suggestion) : NULL;

      if (g_strcmp0 (other, value) == 0)
        return suggestion;
    }

  return NULL;
}

void
gs_claim_editor_add_words (GsClaimEditor *self, GsClaimDraft *draft)
{
  for (guint i = 0; i < draft->quantities->len; i++)
    {
      g_autofree char *value = gs_quantity_format (draft->quantities->pdata[i]);
      const GsSuggestion *same = find_same (self, GS_SUGGEST_QUANTITY, value);

      if (same == NULL)
        continue;
      gs_record_free (&gs_quantity_type, draft->quantities->pdata[i]);
      draft->quantities->pdata[i] = gs_record_copy (&gs_quantity_type, same->quantity);
    }
  for (guint i = 0; i < draft->times->len; i++)
    {
      g_autofree char *value = gs_time_format (draft->times->pdata[i]);
      const GsSuggestion *same = find_same (self, GS_SUGGEST_TIME, value);

      if (same == NULL)
        continue;
      gs_record_free (&gs_time_type, draft->times->pdata[i]);
      draft->times->pdata[i] = gs_record_copy (&gs_time_type, same->time);
    }
}
