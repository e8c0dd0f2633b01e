/* gs-claim-details.c: a claim with what it refers to, by name.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claim-details.h"

#include "gs-names.h"

/**
 * gs_claim_details_free:
 * @self: (nullable) (transfer full): details
 */
void
gs_claim_details_free (GsClaimDetails *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->claim, gs_claim_record_free);
  g_clear_pointer (&self->article, gs_article_record_free);
  g_clear_pointer (&self->question, gs_question_record_free);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_free (self);
}

/**
 * gs_source_grade:
 * @source: a source
 *
 * Returns: (type GsGrade): the latest of its ratings that is for no topic
 */
int
gs_source_grade (const GsSourceRecord *source)
{
  for (guint i = source->ratings->len; i-- > 0;)
    {
      const GsRatingRecord *rating = source->ratings->pdata[i];

      if (rating->topic == NULL)
        return rating->grade;
    }

  return GS_GRADE_NONE;
}

static gboolean
read_sources (GsClaimDetails *self, GsWorkspace *workspace, GError **error)
{
  for (guint i = 0; i < self->claim->hops->len; i++)
    {
      const GsHopRecord *hop = self->claim->hops->pdata[i];
      g_autoptr (GsSourceRecord) source = NULL;

      if (hop->source == NULL)
        continue;

      source = gs_workspace_load (workspace, &gs_source_type, hop->source, error);
      if (source == NULL)
        return FALSE;
      g_ptr_array_add (self->sources, g_strdup (source->name));
      self->grade = gs_source_grade (source);
    }
  g_ptr_array_add (self->sources, NULL);

  return TRUE;
}

static gboolean
read_tags (GsClaimDetails *self, GsWorkspace *workspace, GError **error)
{
  for (guint i = 0; i < self->claim->tags->len; i++)
    {
      g_autoptr (GError) local_error = NULL;
      GsTagListing *tag =
        gs_workspace_list_row (workspace, &gs_tag_listing_type, self->claim->tags->pdata[i], &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (tag == NULL)
        continue;

      g_ptr_array_add (self->tags, g_strdup (tag->path));
      gs_record_free (&gs_tag_listing_type, tag);
    }
  g_ptr_array_add (self->tags, NULL);

  return TRUE;
}

/**
 * gs_claim_details_read:
 * @workspace: a #GsWorkspace
 * @claim: UUID
 * @with_article: whether to read the article with its text
 *
 * Blocks.
 *
 * Returns: (transfer full): the claim and what it refers to; %NULL with
 *   %GS_ERROR_NOT_FOUND when there is no such claim
 */
GsClaimDetails *
gs_claim_details_read (GsWorkspace *workspace, const char *claim, gboolean with_article, GError **error)
{
  g_autoptr (GsClaimDetails) self = g_new0 (GsClaimDetails, 1);

  self->sources = g_ptr_array_new_with_free_func (g_free);
  self->tags = g_ptr_array_new_with_free_func (g_free);

  self->claim = gs_workspace_load (workspace, &gs_claim_type, claim, error);
  if (self->claim == NULL || !read_sources (self, workspace, error) || !read_tags (self, workspace, error))
    return NULL;

  if (self->claim->question != NULL)
    {
      self->question = gs_workspace_load (workspace, &gs_question_type, self->claim->question, error);
      if (self->question == NULL)
        return NULL;
    }

  if (with_article)
    {
      self->article = gs_workspace_load (workspace, &gs_article_type, self->claim->article, error);
      if (self->article == NULL)
        return NULL;
    }

  return g_steal_pointer (&self);
}

static void
append_value (GString *line, char *value)
{
  if (line->len > 0)
    g_string_append (line, "; ");
  g_string_append (line, value);
  g_free (value);
}

/**
 * gs_claim_format_quantities:
 * @claim: a claim
 *
 * Returns: (transfer full): its quantities on one line, as they are typed; "" for none
 */
char *
gs_claim_format_quantities (const GsClaimRecord *claim)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < claim->quantities->len; i++)
    append_value (line, gs_quantity_format (claim->quantities->pdata[i]));

  return g_string_free (line, FALSE);
}

/**
 * gs_claim_format_times:
 * @claim: a claim
 *
 * Returns: (transfer full): its times on one line, as they are typed; "" for none
 */
char *
gs_claim_format_times (const GsClaimRecord *claim)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < claim->times->len; i++)
    append_value (line, gs_time_format (claim->times->pdata[i]));

  return g_string_free (line, FALSE);
}
