/* gs-claim-editor-store.c: what the claim editor asks of the workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claim-editor-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gs-claim-save.h"
#include "gs-notify.h"
#include "gs-passage.h"
#include "gs-prefill.h"

/* What an answer from the workspace's thread is for. */
typedef struct
{
  GsClaimEditor *editor;
  guint generation;
  char *text;
  char *label; /* of the step of the history */
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
  g_free (pending->label);
  g_free (pending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pending, pending_free)

/* Whether the editor still is about what the answer is for. */
static gboolean
is_current (const Pending *pending, GObject *source)
{
  return pending->generation == pending->editor->generation && (GObject *) pending->editor->workspace == source;
}

/* What the passage says for itself; off the main thread, since it reads the text. */
static gpointer
read_passage (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const GsPassage *passage = data;
  g_autoptr (GsArticleRecord) article = gs_workspace_load (workspace, &gs_article_type, passage->article, error);

  return article != NULL ? gs_prefill (article, passage->start, passage->end) : NULL;
}

static void
passage_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Pending) pending = user_data;
  GPtrArray *found = gs_workspace_call_finish (GS_WORKSPACE (source), result, NULL);

  /* Without suggestions the analyst types it all. */
  if (found == NULL)
    return;

  if (is_current (pending, source))
    gs_claim_editor_take_found (pending->editor, found);
  else
    g_ptr_array_unref (found);
}

/* Fills in what the passage of a new claim says. */
void
gs_claim_editor_read_passage (GsClaimEditor *self)
{
  gs_workspace_call_async (self->workspace, read_passage, gs_passage_new (self->article, self->start, self->end),
                           gs_passage_free, (GDestroyNotify) g_ptr_array_unref, NULL, passage_read_cb,
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
      g_signal_emit_by_name (self, "closed");
      return;
    }
  if (details == NULL)
    {
      gs_claim_editor_show_failure (self, error->message);
      return;
    }
  /* What was typed meanwhile is not taken away. */
  if (self->article != NULL && gs_claim_editor_is_dirty (self))
    return;

  g_free (self->article);
  self->article = g_strdup (details->claim->article);
  gs_claim_editor_fill_fields (self, details);
  gs_claim_editor_set_clean (self);
  gs_claim_editor_update_actions (self);
}

void
gs_claim_editor_read_claim (GsClaimEditor *self)
{
  gs_workspace_call_async (self->workspace, read_details, g_strdup (self->claim), g_free,
                           (GDestroyNotify) gs_claim_details_free, NULL, details_read_cb, pending_new (self, NULL));
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
          gs_claim_editor_show_failure (self, error->message);
        }
      gs_claim_editor_update_actions (self);
    }

  /* The editor has moved on, or is not seen: nothing is lost in silence. */
  if (uuid == NULL && !(is_current (pending, source) && gtk_widget_get_mapped (GTK_WIDGET (self))))
    gs_notify_error (GTK_WIDGET (self), _ ("The claim was not saved"), error);
  if (uuid != NULL)
    g_signal_emit_by_name (self, "saved", uuid);
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
  gs_claim_editor_update_actions (self);
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
          gs_claim_editor_show_failure (self, error->message);
          gs_claim_editor_update_actions (self);
        }
      return;
    }

  if (is_current (pending, source))
    {
      gs_claim_editor_start_over (self);
      gs_claim_editor_update_actions (self);
    }
  g_signal_emit_by_name (self, "deleted", pending->text, pending->label);
}

void
gs_claim_editor_delete (GsClaimEditor *self)
{
  const char *summary = gtk_editable_get_text (self->summary);
  Pending *pending = pending_new (self, g_strdup (self->claim));

  pending->label =
    *summary != '\0' ? g_strdup_printf (_ ("Delete claim “%s”"), summary) : g_strdup (_ ("Delete claim"));
  self->saving = TRUE;
  gs_claim_editor_update_actions (self);
  gs_claim_delete_async (self->workspace, self->claim, pending->label, deleted_cb, pending);
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
void
gs_claim_editor_look_up_question (GsClaimEditor *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->question));

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
