/* gs-qdpx-own.c: sources, questions and claims of a REFI-QDA project that we wrote.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-qda-note.h"
#include "gs-qdpx-project-private.h"

static void
build_sources (GsQdpxProject *self)
{
  for (guint i = 0; i < self->qde->cases->len; i++)
    {
      GsQdeCase *one = self->qde->cases->pdata[i];
      GsSourceRecord *source = gs_qdpx_add_record (self, &gs_source_type, &one->head);

      source->name = g_strdup (one->head.name != NULL ? one->head.name : "?");
      source->note = g_strdup (one->description);
      for (guint j = 0; j < one->values->len; j++)
        {
          const GsQdeValue *value = one->values->pdata[j];

          if (g_strcmp0 (gs_qdpx_variable_name (self, value), "kind") == 0 && value->text != NULL)
            (void) gs_word_from_nick (&gs_source_kinds, value->text, &source->kind);
        }
    }
}

static void
build_questions (GsQdpxProject *self)
{
  for (guint i = 0; i < self->qde->sets->len; i++)
    {
      GsQdeSet *set = self->qde->sets->pdata[i];
      GsQuestionRecord *question = gs_qdpx_add_record (self, &gs_question_type, &set->head);

      question->text = g_strdup (set->head.name != NULL ? set->head.name : "?");
      question->note = g_strdup (set->description);
    }
}

static const char *
find_by_name (GPtrArray *records, const char *name, gsize offset)
{
  for (guint i = 0; i < records->len; i++)
    {
      const char *here = *(char *const *) ((const char *) records->pdata[i] + offset);

      if (g_strcmp0 (here, name) == 0)
        return ((const GsHeadRecord *) records->pdata[i])->uuid;
    }

  return NULL;
}

static void
resolve_names (GsQdpxProject *self, GsClaimRecord *claim, const GsQdaNamed *named)
{
  claim->question = g_strdup (find_by_name (gs_qda_list (self->qda, &gs_question_type), named->question,
                                            G_STRUCT_OFFSET (GsQuestionRecord, text)));
  for (guint i = 0; i < named->sources->len && i < claim->hops->len; i++)
    {
      GsHopRecord *hop = claim->hops->pdata[i];

      hop->source = g_strdup (find_by_name (gs_qda_list (self->qda, &gs_source_type), named->sources->pdata[i],
                                            G_STRUCT_OFFSET (GsSourceRecord, name)));
    }
}

/* In a project of ours a note is a claim. */
static void
build_claims (GsQdpxProject *self)
{
  for (guint i = 0; i < self->qde->notes->len; i++)
    {
      GsQdeText *note = self->qde->notes->pdata[i];
      g_autofree char *text = gs_qdpx_read_text (self, note);
      g_auto (GsQdaNamed) named = { NULL };
      GsClaimRecord *claim = gs_qdpx_add_record (self, &gs_claim_type, &note->head);

      gs_qdpx_complete (self, (GsHeadRecord *) claim, &note->head);
      gs_qda_note_parse (text != NULL ? text : "", claim, &named);
      resolve_names (self, claim, &named);
      gs_qdpx_add_tags (self, claim, note->codes);
      g_hash_table_add (self->used, note);
    }
}

/* Who answers which question stands in the sets: two questions may read alike. */
static void
resolve_sets (GsQdpxProject *self)
{
  for (guint i = 0; i < self->qde->sets->len; i++)
    {
      const GsQdeSet *set = self->qde->sets->pdata[i];
      const GsQuestionRecord *question = gs_qdpx_find (self, &gs_question_type, set->head.guid);

      for (guint j = 0; question != NULL && j < set->notes->len; j++)
        {
          GsClaimRecord *claim = gs_qdpx_find (self, &gs_claim_type, set->notes->pdata[j]);

          if (claim == NULL)
            continue;
          g_free (claim->question);
          claim->question = g_strdup (question->uuid);
        }
    }
}

void
gs_qdpx_build_own (GsQdpxProject *self)
{
  build_sources (self);
  build_questions (self);
  build_claims (self);
  resolve_sets (self);
}
