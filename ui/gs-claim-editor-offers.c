/* gs-claim-editor-offers.c: what the workspace knows that helps with a claim.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claim-editor-private.h"

#include "gs-origins.h"
#include "gs-question-offer.h"

#define MOST_OFFERS 3

typedef struct
{
  GsClaimEditor *editor;
  guint generation;
  char *text;
} Asked;

static Asked *
asked_new (GsClaimEditor *self, const char *text)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->editor = g_object_ref (self);
  asked->generation = self->generation;
  asked->text = g_strdup (text);

  return asked;
}

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->editor);
  g_free (asked->text);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static gpointer
offer_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *texts = gs_question_offer (workspace, data, MOST_OFFERS, error);

  if (texts != NULL)
    g_ptr_array_add (texts, NULL);

  return texts;
}

static gboolean
answers_none (GsClaimEditor *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->question)) == '\0';
}

static void
offered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GPtrArray) texts = gs_workspace_call_finish (GS_WORKSPACE (source), result, NULL);

  if (texts != NULL && asked->generation == asked->editor->generation && answers_none (asked->editor))
    gs_recents_set_names (asked->editor->offers, (const char *const *) texts->pdata);
}

void
gs_claim_editor_offer_questions (GsClaimEditor *self)
{
  g_autoptr (GString) words = NULL;
  g_autoptr (GPtrArray) slots = NULL;

  if (!answers_none (self) || self->workspace == NULL || self->article == NULL)
    {
      gs_recents_set_names (self->offers, NULL);
      return;
    }

  words = g_string_new (gtk_editable_get_text (self->summary));
  slots = gs_slot_editor_get_slots (self->slots);
  for (guint i = 0; i < slots->len; i++)
    g_string_append_printf (words, " %s", ((const GsSlotRecord *) slots->pdata[i])->entity);
  /* Until it is put in words, the quote says it best. */
  if (words->len == 0)
    g_string_append (words, gtk_label_get_text (self->quote));
  gs_workspace_call_async (self->workspace, offer_func, g_strdup (words->str), g_free,
                           (GDestroyNotify) g_ptr_array_unref, NULL, offered_cb, asked_new (self, NULL));
}

/* Reliability ----------------------------------------------------------------- */

static gpointer
grade_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *uuid = gs_workspace_find_name (workspace, &gs_source_type, data, error);
  g_autoptr (GsSourceRecord) source = uuid != NULL ? gs_workspace_load (workspace, &gs_source_type, uuid, error) : NULL;

  /* One more than the grade: nothing at all is a failure, or no such source. */
  return source != NULL ? GINT_TO_POINTER (gs_source_grade (source) + 1) : NULL;
}

static void
graded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  GsClaimEditor *self = asked->editor;
  int found = GPOINTER_TO_INT (gs_workspace_call_finish (GS_WORKSPACE (source), result, NULL));
  gboolean dirty;

  if (asked->generation != self->generation || g_strcmp0 (asked->text, self->graded) != 0)
    return;

  dirty = gs_claim_editor_is_dirty (self);
  self->filling = TRUE;
  self->known_grade = MAX (0, found - 1);
  gtk_drop_down_set_selected (self->grade, (guint) self->known_grade);
  self->filling = FALSE;
  if (!dirty)
    gs_claim_editor_set_clean (self);
  gs_claim_editor_update_sections (self);
}

void
gs_claim_editor_look_up_grade (GsClaimEditor *self)
{
  g_autoptr (GPtrArray) names = gs_chain_editor_get_names (self->chain);
  const char *innermost = names->len > 0 ? names->pdata[names->len - 1] : NULL;

  if (g_strcmp0 (innermost, self->graded) == 0)
    return;

  g_free (self->graded);
  self->graded = g_strdup (innermost);
  if (innermost != NULL && self->workspace != NULL)
    gs_workspace_call_async (self->workspace, grade_func, g_strdup (innermost), g_free, NULL, NULL, graded_cb,
                             asked_new (self, innermost));
}

/* Origins --------------------------------------------------------------------- */

static gpointer
origins_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_origins_of_claim (workspace, data, error);
}

static void
origins_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  GsClaimEditor *self = asked->editor;
  g_autoptr (GsOrigins) origins = gs_workspace_call_finish (GS_WORKSPACE (source), result, NULL);
  g_autofree char *text = NULL;

  if (origins == NULL || asked->generation != self->generation)
    return;

  text = gs_origins_describe (origins->lower, origins->upper, origins->outlets);
  gtk_label_set_text (self->origins, text);
  gtk_widget_set_visible (GTK_WIDGET (self->origins), TRUE);
  if (self->confirmable != (origins->lower >= 2))
    {
      int credibility = gs_claim_editor_get_credibility (self);

      self->filling = TRUE;
      self->confirmable = origins->lower >= 2;
      gs_claim_editor_set_credibility (self, credibility);
      self->filling = FALSE;
    }
}

/* "Confirmed by independent sources" is offered where there are some. Asked only
 * when the part is unfolded: on a much answered question it takes a while. */
void
gs_claim_editor_look_up_origins (GsClaimEditor *self)
{
  if (self->claim == NULL || self->workspace == NULL
      || !gtk_expander_get_expanded (self->sections[GS_EDITOR_ASSESSMENT]))
    return;

  gs_workspace_call_async (self->workspace, origins_func, g_strdup (self->claim), g_free,
                           (GDestroyNotify) gs_origins_free, NULL, origins_found_cb, asked_new (self, NULL));
}
