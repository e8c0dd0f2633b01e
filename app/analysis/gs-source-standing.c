/* gs-source-standing.c: everything a source said, and how it stands.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-source-standing.h"

#include "gs-conflicts.h"

/* What is told of very much. */
#define MAX_QUESTIONS 200
#define MAX_CONFLICTING 50
#define MAX_PAIRS 500

/* Claims of a question that are compared. */
#define MAX_COMPARED 2000

static void
standing_on_free (gpointer data)
{
  GsStandingOn *on = data;

  g_free (on->question);
  g_free (on->text);
  g_free (on);
}

/**
 * gs_source_standing_free:
 * @self: (nullable) (transfer full): a standing
 */
void
gs_source_standing_free (GsSourceStanding *self)
{
  if (self == NULL)
    return;

  gs_source_record_free (self->source);
  g_free (self->part_of_name);
  g_ptr_array_unref (self->party_names);
  g_ptr_array_unref (self->said);
  g_free (self);
}

static char *
name_of (GsWorkspace *workspace, const char *source)
{
  g_autoptr (GsSourceRecord) record =
    source != NULL ? gs_workspace_load (workspace, &gs_source_type, source, NULL) : NULL;

  return record != NULL ? g_strdup (record->name) : NULL;
}

/* UUIDs of the claims on @question that come from @source. */
static GHashTable *
find_claims (GsWorkspace *workspace, const char *question, const char *source, GError **error)
{
  g_autoptr (GsStrands) strands = gs_workspace_strands_on_question (workspace, question, error);
  GHashTable *claims;

  if (strands == NULL)
    return NULL;

  claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < strands->strands->len; i++)
    {
      const GsStrand *strand = gs_strands_get (strands, i);
      guint origin = strand->n_hops > 0 ? gs_strands_get_hop (strands, strand, strand->n_hops - 1) : GS_STRAND_NONE;

      if (origin == GS_STRAND_NONE || g_strcmp0 (gs_strands_get_source (strands, origin)->uuid, source) != 0)
        continue;
      for (guint j = 0; j < strand->claims->len; j++)
        g_hash_table_add (claims, g_strdup (strand->claims->pdata[j]));
    }

  return claims;
}

static gboolean
count_pairs (GsSourceStanding *self, GsWorkspace *workspace, GsStandingOn *on, GError **error)
{
  GsQuestionListing *row = gs_workspace_list_row (workspace, &gs_question_listing_type, on->question, NULL);
  gboolean hot = row != NULL && row->claims > MAX_COMPARED;
  g_autoptr (GHashTable) claims = NULL;
  g_autoptr (GPtrArray) pairs = NULL;

  gs_record_free (&gs_question_listing_type, row);
  if (hot)
    {
      self->all = FALSE;
      return TRUE;
    }
  claims = find_claims (workspace, on->question, self->source->uuid, error);
  if (claims == NULL)
    return FALSE;
  if (g_hash_table_size (claims) == 0)
    return TRUE;

  pairs = gs_conflicts_pairs (workspace, on->question, 0, MAX_PAIRS, error);
  if (pairs == NULL)
    return FALSE;

  self->all = self->all && pairs->len < MAX_PAIRS;
  for (guint i = 0; i < pairs->len; i++)
    {
      const GsPair *pair = pairs->pdata[i];

      if (pair->verdict == GS_VERDICT_DISMISSED
          || (!g_hash_table_contains (claims, pair->a) && !g_hash_table_contains (claims, pair->b)))
        continue;
      if (pair->conflict_class == GS_CLASS_SELF_CONTRADICTION)
        on->by_itself++;
      else
        on->contradicted++;
    }
  self->contradicted += on->contradicted;
  self->by_itself += on->by_itself;

  return TRUE;
}

static gboolean
read_said (GsSourceStanding *self, GsWorkspace *workspace, GError **error)
{
  g_autoptr (GPtrArray) said = gs_workspace_said_by (workspace, self->source->uuid, MAX_QUESTIONS, error);
  guint n_conflicting = 0;

  if (said == NULL)
    return FALSE;

  self->all = said->len < MAX_QUESTIONS;
  for (guint i = 0; i < said->len; i++)
    {
      const GsSaid *one = said->pdata[i];
      GsStandingOn *on = g_new0 (GsStandingOn, 1);

      on->question = g_strdup (one->question);
      on->text = g_strdup (one->text);
      on->asserted = one->asserted;
      on->denied = one->denied;
      self->claims += one->asserted + one->denied;
      g_ptr_array_add (self->said, on);
      if (on->question == NULL)
        continue;
      if (++n_conflicting > MAX_CONFLICTING)
        self->all = FALSE;
      else if (!count_pairs (self, workspace, on, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * gs_source_standing_read:
 * @workspace: a workspace
 * @source: UUID
 * @error: GS_ERROR_NOT_FOUND
 *
 * Blocks. Of a source that said very much, the questions with most of its claims are told.
 *
 * Returns: (transfer full): the source and what it said, or %NULL with @error
 */
GsSourceStanding *
gs_source_standing_read (GsWorkspace *workspace, const char *source, GError **error)
{
  g_autoptr (GsSourceRecord) record = gs_workspace_load (workspace, &gs_source_type, source, error);
  g_autoptr (GsSourceStanding) self = NULL;

  if (record == NULL)
    return NULL;

  self = g_new0 (GsSourceStanding, 1);
  self->source = g_steal_pointer (&record);
  self->party_names = g_ptr_array_new_with_free_func (g_free);
  self->said = g_ptr_array_new_with_free_func (standing_on_free);
  self->part_of_name = name_of (workspace, self->source->part_of);
  for (guint i = 0; i < self->source->affiliations->len; i++)
    g_ptr_array_add (self->party_names,
                     name_of (workspace, ((GsAffiliationRecord *) self->source->affiliations->pdata[i])->party));

  return read_said (self, workspace, error) ? g_steal_pointer (&self) : NULL;
}
