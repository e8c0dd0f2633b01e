/* gs-claim-draft-parts.c: the parts of a draft that are more than a text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claim-draft-private.h"

#include "gs-action-private.h"
#include "gs-anchor.h"
#include "gs-gettext.h"

static const GsSpanRecord *
find_span (const GPtrArray *spans, const char *uuid)
{
  for (guint i = 0; uuid != NULL && i < spans->len; i++)
    {
      const GsSpanRecord *span = spans->pdata[i];

      if (g_strcmp0 (span->uuid, uuid) == 0)
        return span;
    }

  return NULL;
}

/* One that stays where it is keeps its quote, orphaned or not. */
static GsSpanRecord *
make_span (const GPtrArray *old, const GsSpanRecord *typed, const GsText *text, GError **error)
{
  const GsSpanRecord *same = find_span (old, typed->uuid);
  GsSpanRecord *span;

  span = gs_record_copy (&gs_span_type, same != NULL ? same : typed);
  span->role = typed->role;
  if (same != NULL && same->start == typed->start && same->end == typed->end)
    return span;

  span->start = typed->start;
  span->end = typed->end;
  if (gs_anchor_describe (text, span))
    return span;

  gs_record_free (&gs_span_type, span);
  g_set_error_literal (error, GS_ERROR, GS_ERROR_INVALID, _ ("A passage of the claim is empty or not in the article."));

  return NULL;
}

/* @list: (transfer full). What a record holds, the record frees, not the list. */
static void
replace_list (GPtrArray **place, const GsRecordType *type, GPtrArray *list)
{
  for (guint i = 0; i < (*place)->len; i++)
    gs_record_free (type, (*place)->pdata[i]);
  g_ptr_array_unref (*place);
  g_ptr_array_set_free_func (list, NULL);
  *place = list;
}

gboolean
gs_claim_draft_apply_spans (GsWorkspace *workspace, const GsClaimDraft *draft, GsClaimRecord *claim, GError **error)
{
  g_autoptr (GsArticleRecord) article = NULL;
  g_autoptr (GPtrArray) spans = NULL;
  g_autoptr (GsText) text = NULL;
  gboolean quoted = FALSE;

  if (draft->spans == NULL)
    return TRUE;

  article = gs_workspace_load (workspace, &gs_article_type, claim->article, error);
  if (article == NULL)
    return FALSE;

  text = gs_text_new (article->text != NULL ? article->text : "");
  spans = gs_record_array_new (&gs_span_type);
  for (guint i = 0; i < draft->spans->len; i++)
    {
      GsSpanRecord *span = make_span (claim->spans, draft->spans->pdata[i], text, error);

      if (span == NULL)
        return FALSE;
      quoted |= span->role == GS_SPAN_QUOTE;
      g_ptr_array_add (spans, span);
    }
  if (!quoted)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_INVALID, _ ("A claim needs a passage that is its quote."));
      return FALSE;
    }

  replace_list (&claim->spans, &gs_span_type, g_steal_pointer (&spans));

  return TRUE;
}

void
gs_claim_draft_apply_slots (const GsClaimDraft *draft, GsClaimRecord *claim)
{
  GPtrArray *slots;

  if (draft->slots == NULL)
    return;

  slots = g_ptr_array_new ();
  for (guint i = 0; i < draft->slots->len; i++)
    g_ptr_array_add (slots, gs_record_copy (&gs_slot_type, draft->slots->pdata[i]));
  replace_list (&claim->slots, &gs_slot_type, slots);
}

/* The source as it is stored, or as the action is about to make it. */
static GsSourceRecord *
load_source (GsWorkspace *workspace, GsAction *action, const char *uuid, GError **error)
{
  gconstpointer made = gs_action_find (action, &gs_source_type, uuid);

  return made != NULL ? gs_record_copy (&gs_source_type, made)
                      : gs_workspace_load (workspace, &gs_source_type, uuid, error);
}

static int
latest_grade (const GsSourceRecord *source)
{
  for (guint i = source->ratings->len; i-- > 0;)
    {
      const GsRatingRecord *rating = source->ratings->pdata[i];

      if (rating->topic == NULL)
        return rating->grade;
    }

  return GS_GRADE_NONE;
}

gboolean
gs_claim_draft_apply_grade (GsWorkspace *workspace,
                            GsAction *action,
                            const GsClaimDraft *draft,
                            const GsClaimRecord *claim,
                            GError **error)
{
  const GsHopRecord *innermost = claim->hops->len > 0 ? claim->hops->pdata[claim->hops->len - 1] : NULL;
  g_autoptr (GsSourceRecord) source = NULL;
  g_autoptr (GDateTime) now = NULL;
  GsRatingRecord *rating;

  if (!draft->assessed || draft->grade == GS_GRADE_NONE || innermost == NULL || innermost->source == NULL)
    return TRUE;

  source = load_source (workspace, action, innermost->source, error);
  if (source == NULL)
    return FALSE;
  if (latest_grade (source) == draft->grade)
    return TRUE;

  now = g_date_time_new_now_utc ();
  rating = gs_record_append (source->ratings, &gs_rating_type);
  rating->grade = draft->grade;
  rating->at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  gs_action_save (action, &gs_source_type, source);

  return TRUE;
}
