/* gs-claim-draft.c: a claim as typed, made into an action.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claim-draft-private.h"

#include <glib/gi18n-lib.h>

#include "gs-anchor.h"

/* How much of a summary fits an undo button, in code points. */
#define LABEL_LENGTH 40

/**
 * gs_claim_draft_free:
 * @draft: (transfer full) (nullable): a draft made by g_new0()
 */
void
gs_claim_draft_free (GsClaimDraft *draft)
{
  if (draft == NULL)
    return;

  g_free (draft->claim);
  g_free (draft->article);
  g_free (draft->summary);
  g_free (draft->question);
  g_free (draft->value);
  g_free (draft->scope);
  g_free (draft->note);
  g_clear_pointer (&draft->tags, g_ptr_array_unref);
  g_clear_pointer (&draft->sources, g_ptr_array_unref);
  g_clear_pointer (&draft->hops, g_ptr_array_unref);
  g_clear_pointer (&draft->slots, g_ptr_array_unref);
  g_clear_pointer (&draft->spans, g_ptr_array_unref);
  g_clear_pointer (&draft->quantities, g_ptr_array_unref);
  g_clear_pointer (&draft->times, g_ptr_array_unref);
  g_free (draft);
}

static GsSpanRecord *
ensure_quote (GsClaimRecord *claim)
{
  GsSpanRecord *span = (GsSpanRecord *) gs_claim_record_quote (claim);

  return span != NULL ? span : gs_record_append (claim->spans, &gs_span_type);
}

/* The quote goes where the draft says; one that stays is left alone. */
static gboolean
apply_range (GsWorkspace *workspace, const GsClaimDraft *draft, GsClaimRecord *claim, GError **error)
{
  g_autoptr (GsArticleRecord) article = NULL;
  g_autoptr (GsText) text = NULL;
  const GsSpanRecord *old = gs_claim_record_quote (claim);
  GsSpanRecord *span;

  if (draft->end == 0 && draft->claim != NULL)
    return TRUE;
  if (old != NULL && !old->orphaned && old->start == draft->start && old->end == draft->end)
    return TRUE;
  if (claim->article == NULL)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_INVALID, _ ("A claim needs an article to stand in."));
      return FALSE;
    }

  article = gs_workspace_load (workspace, &gs_article_type, claim->article, error);
  if (article == NULL)
    return FALSE;

  text = gs_text_new (article->text != NULL ? article->text : "");
  span = ensure_quote (claim);
  span->start = draft->start;
  span->end = draft->end;
  if (gs_anchor_describe (text, span))
    return TRUE;

  g_set_error (error, GS_ERROR, GS_ERROR_INVALID,
               _ ("The passage %d to %d is empty or not in the article, which has %d characters."),
               (int) CLAMP (draft->start, G_MININT, G_MAXINT), (int) CLAMP (draft->end, G_MININT, G_MAXINT),
               (int) gs_text_length (text));

  return FALSE;
}

/* Absent leaves it, empty takes it away. */
static void
apply_text (char **place, const char *typed)
{
  g_autofree char *trimmed = NULL;

  if (typed == NULL)
    return;

  trimmed = g_strstrip (g_strdup (typed));
  g_free (*place);
  *place = *trimmed != '\0' ? g_steal_pointer (&trimmed) : NULL;
}

static gboolean
apply_question (GsWorkspace *workspace,
                GsAction *action,
                const GsClaimDraft *draft,
                GsClaimRecord *claim,
                GError **error)
{
  g_autofree char *typed = NULL, *question = NULL;

  if (draft->question == NULL)
    return TRUE;

  typed = g_strstrip (g_strdup (draft->question));
  if (*typed != '\0' && (question = gs_names_ensure_question (workspace, action, typed, error)) == NULL)
    return FALSE;

  g_free (claim->question);
  claim->question = g_steal_pointer (&question);

  return TRUE;
}

static gboolean
contains (const GPtrArray *texts, const char *text)
{
  for (guint i = 0; i < texts->len; i++)
    {
      if (g_str_equal (texts->pdata[i], text))
        return TRUE;
    }

  return FALSE;
}

static gboolean
apply_tags (GsWorkspace *workspace, GsAction *action, const GsClaimDraft *draft, GsClaimRecord *claim, GError **error)
{
  g_autoptr (GPtrArray) tags = NULL;

  if (draft->tags == NULL)
    return TRUE;

  tags = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < draft->tags->len; i++)
    {
      g_autofree char *tag = gs_names_ensure_tag (workspace, action, draft->tags->pdata[i], error);

      if (tag == NULL)
        return FALSE;
      if (!contains (tags, tag))
        g_ptr_array_add (tags, g_steal_pointer (&tag));
    }
  g_ptr_array_unref (claim->tags);
  claim->tags = g_steal_pointer (&tags);

  return TRUE;
}

/* Takes the hop with that source out of the old chain, or makes one: a source
 * that stays keeps its cue, act and mode wherever it goes. */
static GsHopRecord *
take_hop (GPtrArray *old, char *source)
{
  GsHopRecord *hop;

  for (guint i = 0; i < old->len; i++)
    {
      hop = old->pdata[i];
      if (g_strcmp0 (hop->source, source) == 0)
        {
          g_free (source);
          return g_ptr_array_steal_index (old, i);
        }
    }

  hop = gs_record_new (&gs_hop_type);
  hop->source = source;

  return hop;
}

static GsHopRecord *
copy_hop (const GsHopRecord *typed, const char *source)
{
  GsHopRecord *hop = gs_record_copy (&gs_hop_type, typed);

  g_free (hop->source);
  hop->source = g_strdup (source);

  return hop;
}

static gboolean
apply_sources (GsWorkspace *workspace,
               GsAction *action,
               const GsClaimDraft *draft,
               GsClaimRecord *claim,
               GError **error)
{
  g_autoptr (GPtrArray) uuids = NULL;
  GPtrArray *hops;

  if (draft->sources == NULL)
    return TRUE;

  uuids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < draft->sources->len; i++)
    {
      char *source = gs_names_ensure_source (workspace, action, draft->sources->pdata[i], error);

      if (source == NULL)
        return FALSE;
      g_ptr_array_add (uuids, source);
    }

  hops = g_ptr_array_new ();
  for (guint i = 0; i < uuids->len; i++)
    g_ptr_array_add (hops, draft->hops != NULL && i < draft->hops->len
                             ? copy_hop (draft->hops->pdata[i], uuids->pdata[i])
                             : take_hop (claim->hops, g_strdup (uuids->pdata[i])));
  for (guint i = 0; i < claim->hops->len; i++)
    gs_record_free (&gs_hop_type, claim->hops->pdata[i]);
  g_ptr_array_unref (claim->hops);
  claim->hops = hops;

  return TRUE;
}

/* Values as they are typed lack the words of the article; one that means the
 * same as before keeps them. */
static void
apply_values (GPtrArray **place,
              const GPtrArray *typed,
              const GsRecordType *type,
              char *(*format) (gconstpointer value))
{
  GPtrArray *values;

  if (typed == NULL)
    return;

  values = g_ptr_array_new ();
  for (guint i = 0; i < typed->len; i++)
    {
      g_autofree char *meaning = format (typed->pdata[i]);
      gpointer value = NULL;

      for (guint j = 0; j < (*place)->len && value == NULL; j++)
        {
          g_autofree char *old = format ((*place)->pdata[j]);

          if (g_str_equal (old, meaning))
            value = g_ptr_array_steal_index (*place, j);
        }
      g_ptr_array_add (values, value != NULL ? value : gs_record_copy (type, typed->pdata[i]));
    }
  for (guint i = 0; i < (*place)->len; i++)
    gs_record_free (type, (*place)->pdata[i]);
  g_ptr_array_unref (*place);
  *place = values;
}

static char *
format_quantity (gconstpointer value)
{
  return gs_quantity_format (value);
}

static char *
format_time (gconstpointer value)
{
  return gs_time_format (value);
}

static char *
make_label (const GsClaimDraft *draft, const GsClaimRecord *claim)
{
  const GsSpanRecord *quote = gs_claim_record_quote (claim);
  const char *summary = claim->summary;
  g_autofree char *start = NULL, *shown = NULL;

  if (summary == NULL)
    summary = quote != NULL && quote->exact != NULL ? quote->exact : "";
  shown = g_strdup (summary);
  if (g_utf8_strlen (summary, -1) > LABEL_LENGTH)
    {
      start = g_strchomp (g_utf8_substring (summary, 0, LABEL_LENGTH - 1));
      g_free (shown);
      shown = g_strconcat (start, "…", NULL);
    }

  return g_strdup_printf (draft->claim != NULL ? _ ("Change claim “%s”") : _ ("Add claim “%s”"), shown);
}

static GsClaimRecord *
load_claim (GsWorkspace *workspace, const GsClaimDraft *draft, GError **error)
{
  GsClaimRecord *claim;

  if (draft->claim != NULL)
    return gs_workspace_load (workspace, &gs_claim_type, draft->claim, error);

  claim = gs_record_new (&gs_claim_type);
  claim->article = g_strdup (draft->article);

  return claim;
}

static void
apply_plain (const GsClaimDraft *draft, GsClaimRecord *claim)
{
  apply_text (&claim->summary, draft->summary);
  apply_text (&claim->value, draft->value);
  apply_text (&claim->scope, draft->scope);
  apply_text (&claim->note, draft->note);
  claim->stance = draft->stance;
  claim->certainty = draft->certainty;
  claim->status = draft->status;
  if (draft->assessed)
    {
      claim->credibility = draft->credibility;
      claim->likelihood = draft->likelihood;
      claim->confidence = draft->confidence;
      claim->review = draft->review;
    }
  gs_claim_draft_apply_slots (draft, claim);
  apply_values (&claim->quantities, draft->quantities, &gs_quantity_type, format_quantity);
  apply_values (&claim->times, draft->times, &gs_time_type, format_time);
}

/**
 * gs_claim_draft_to_action:
 * @workspace: a workspace
 * @draft: what was typed
 * @uuid: (out) (optional): the claim's UUID
 * @error: GS_ERROR_INVALID, GS_ERROR_NOT_FOUND
 *
 * Blocks. Builds the action that makes or changes the claim, with whatever
 * tags, sources and question it needs. It is empty when nothing changes.
 *
 * Returns: (transfer full) (nullable): the action
 */
GsAction *
gs_claim_draft_to_action (GsWorkspace *workspace, const GsClaimDraft *draft, char **uuid, GError **error)
{
  g_autoptr (GsClaimRecord) claim = NULL, old = NULL;
  g_autoptr (GsAction) action = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (draft != NULL, NULL);

  claim = load_claim (workspace, draft, error);
  if (claim == NULL)
    return NULL;

  old = gs_record_copy (&gs_claim_type, claim);
  if (!apply_range (workspace, draft, claim, error) || !gs_claim_draft_apply_spans (workspace, draft, claim, error))
    return NULL;

  apply_plain (draft, claim);
  label = make_label (draft, claim);
  action = gs_action_new (label);
  if (!apply_question (workspace, action, draft, claim, error) || !apply_tags (workspace, action, draft, claim, error)
      || !apply_sources (workspace, action, draft, claim, error)
      || !gs_claim_draft_apply_grade (workspace, action, draft, claim, error))
    return NULL;

  if (draft->claim == NULL || !gs_record_equal (&gs_claim_type, old, claim))
    {
      const char *saved = gs_action_save (action, &gs_claim_type, claim);

      if (uuid != NULL)
        *uuid = g_strdup (saved);
    }
  else if (uuid != NULL)
    *uuid = g_strdup (claim->uuid);

  return g_steal_pointer (&action);
}

typedef struct
{
  const GsClaimDraft *draft;
  char *uuid;
} Making;

static GsAction *
build (GsWorkspace *workspace, gpointer data, GError **error)
{
  Making *making = data;

  g_clear_pointer (&making->uuid, g_free);

  return gs_claim_draft_to_action (workspace, making->draft, &making->uuid, error);
}

/**
 * gs_claim_draft_perform:
 * @workspace: a workspace
 * @draft: what was typed
 * @uuid: (out) (optional) (transfer full): the claim's UUID
 * @error: why nothing was changed
 *
 * Blocks. Returns: whether the claim is as typed now
 */
gboolean
gs_claim_draft_perform (GsWorkspace *workspace, const GsClaimDraft *draft, char **uuid, GError **error)
{
  Making making = { .draft = draft };
  gboolean done;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (draft != NULL, FALSE);

  done = gs_workspace_perform_built (workspace, build, &making, NULL, error);
  if (done && uuid != NULL)
    *uuid = g_steal_pointer (&making.uuid);
  g_free (making.uuid);

  return done;
}
