/* gs-claim-save.c: storing and deleting a claim without waiting.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claim-save.h"

#include <string.h>

typedef struct
{
  GsClaimDraft *draft;
  gboolean exclusive;
  char *uuid; /* of the claim, once built */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  gs_claim_draft_free (saving->draft);
  g_free (saving->uuid);
  g_free (saving);
}

/* The question as it is stored, or as the action is about to make it. */
static GsQuestionRecord *
load_question (GsWorkspace *workspace, const char *uuid, const char *text, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  GsQuestionRecord *question = gs_workspace_load (workspace, &gs_question_type, uuid, &local_error);

  if (question != NULL)
    return question;
  if (!g_error_matches (local_error, GS_ERROR, GS_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  question = gs_record_new (&gs_question_type);
  question->uuid = g_strdup (uuid);
  question->text = g_strstrip (g_strdup (text));

  return question;
}

static gboolean
mark_exclusive (GsWorkspace *workspace, GsAction *action, const Saving *saving, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (saving->draft->question != NULL ? saving->draft->question : ""));
  g_autofree char *uuid = NULL;
  g_autoptr (GsQuestionRecord) question = NULL;

  if (*text == '\0')
    return TRUE;

  uuid = gs_names_ensure_question (workspace, action, text, error);
  if (uuid == NULL)
    return FALSE;

  question = load_question (workspace, uuid, text, error);
  if (question == NULL)
    return FALSE;

  if (question->exclusive != saving->exclusive)
    {
      question->exclusive = saving->exclusive;
      gs_action_save (action, &gs_question_type, question);
    }

  return TRUE;
}

static GsAction *
build (GsWorkspace *workspace, gpointer data, GError **error)
{
  Saving *saving = data;
  g_autoptr (GsAction) action = NULL;

  g_clear_pointer (&saving->uuid, g_free);
  action = gs_claim_draft_to_action (workspace, saving->draft, &saving->uuid, error);
  if (action == NULL || !mark_exclusive (workspace, action, saving, error))
    return NULL;

  return g_steal_pointer (&action);
}

static gpointer
save_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Saving *saving = data;

  return gs_workspace_perform_built (workspace, build, saving, NULL, error) ? g_steal_pointer (&saving->uuid) : NULL;
}

/**
 * gs_claim_save_async:
 * @workspace: a #GsWorkspace
 * @draft: (transfer full): the claim as it was typed
 * @exclusive: whether only one answer to the draft's question can be true
 * @callback: called when it is done, in the main context of the caller
 * @user_data: for @callback
 *
 * Both are stored as one action, so that undo takes both back.
 */
void
gs_claim_save_async (GsWorkspace *workspace,
                     GsClaimDraft *draft,
                     gboolean exclusive,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->draft = draft;
  saving->exclusive = exclusive;
  gs_workspace_call_async (workspace, save_func, saving, saving_free, g_free, NULL, callback, user_data);
}

/**
 * gs_claim_save_finish:
 * @workspace: a #GsWorkspace
 * @result: what the callback was given
 *
 * Returns: (transfer full): the claim's UUID, or %NULL with @error
 */
char *
gs_claim_save_finish (GsWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return gs_workspace_call_finish (workspace, result, error);
}

static gpointer
delete_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (gs_workspace_perform (workspace, data, error));
}

/**
 * gs_claim_delete_async:
 * @workspace: a #GsWorkspace
 * @claim: UUID
 * @label: of the action, translated
 * @callback: called when it is done, in the main context of the caller
 * @user_data: for @callback
 */
void
gs_claim_delete_async (GsWorkspace *workspace,
                       const char *claim,
                       const char *label,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GsAction *action = gs_action_new (label);

  gs_action_delete (action, &gs_claim_type, claim);
  gs_workspace_call_async (workspace, delete_func, action, (GDestroyNotify) gs_action_unref, NULL, NULL, callback,
                           user_data);
}

/**
 * gs_claim_delete_finish:
 * @workspace: a #GsWorkspace
 * @result: what the callback was given
 *
 * Returns: whether the claim is gone
 */
gboolean
gs_claim_delete_finish (GsWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return GPOINTER_TO_INT (gs_workspace_call_finish (workspace, result, error));
}
