/* conflict-case.c: a small case to find contradictions in.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "conflict-case.h"

void
case_perform (GsWorkspace *workspace, GsAction *action)
{
  g_autoptr (GError) error = NULL;

  gs_workspace_perform (workspace, action, &error);
  g_assert_no_error (error);
}

static char *
add_article (GsAction *action, const char *outlet)
{
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);

  article->outlet = g_strdup (outlet);
  article->title = g_strdup_printf ("News of %s", outlet);
  article->text = g_strdup_printf ("%s has it that something was or was not delivered.", outlet);
  article->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, article->text, -1);

  return g_strdup (gs_action_save (action, &gs_article_type, article));
}

static void
add_source (GsAction *action, GsWorkspace *workspace, const char *name, int kind, const char *part_of)
{
  g_autoptr (GsSourceRecord) source = gs_record_new (&gs_source_type);

  source->name = g_strdup (name);
  source->kind = kind;
  if (part_of != NULL)
    source->part_of = gs_names_ensure_source (workspace, action, part_of, NULL);
  gs_action_save (action, &gs_source_type, source);
}

Case *
case_new (int answer, gboolean exclusive)
{
  Case *self = g_new0 (Case, 1);
  g_autoptr (GsAction) action = gs_action_new ("Set up");
  g_autoptr (GsQuestionRecord) question = gs_record_new (&gs_question_type);
  g_autoptr (GError) error = NULL;

  self->workspace = gs_workspace_new_in_memory (&error);
  g_assert_no_error (error);
  self->article[0] = add_article (action, "VRT");
  self->article[1] = add_article (action, "CNN");
  add_source (action, self->workspace, "Iran", GS_SOURCE_GOVERNMENT, NULL);
  add_source (action, self->workspace, "Minister", GS_SOURCE_PERSON, "Iran");
  add_source (action, self->workspace, "Envoy", GS_SOURCE_PERSON, "Iran");
  add_source (action, self->workspace, "officials", GS_SOURCE_ANONYMOUS_GROUP, NULL);
  question->text = g_strdup ("What was delivered?");
  question->answer = answer;
  question->exclusive = exclusive;
  self->question = g_strdup (gs_action_save (action, &gs_question_type, question));
  case_perform (self->workspace, action);

  return self;
}

void
case_free (Case *self)
{
  g_assert_finalize_object (self->workspace);
  g_free (self->article[0]);
  g_free (self->article[1]);
  g_free (self->question);
  g_free (self);
}

GsClaimRecord *
case_claim (Case *self, GsAction *action, const Said *said)
{
  GsClaimRecord *claim = gs_record_new (&gs_claim_type);
  g_auto (GStrv) sources = g_strsplit (said->sources != NULL ? said->sources : "", ">", -1);
  GsSpanRecord *span = gs_record_append (claim->spans, &gs_span_type);

  claim->article = g_strdup (self->article[said->article]);
  claim->question = g_strdup (self->question);
  claim->stance = said->denies ? GS_STANCE_DENIES : GS_STANCE_ASSERTS;
  claim->certainty = said->certainty;
  claim->status = said->status;
  claim->value = g_strdup (said->value);
  claim->scope = g_strdup (said->scope);
  claim->ladder = said->least + said->most > 0 ? g_strdup ("deal") : NULL;
  claim->stage_lo = said->least;
  claim->stage_hi = said->most;
  claim->uttered_lo = g_strdup (said->uttered);
  claim->uttered_hi = g_strdup (said->uttered);
  span->exact = g_strdup (said->article == 0 ? "VRT has it" : "CNN has it");
  span->end = 10;
  for (guint i = 0; sources[i] != NULL; i++)
    ((GsHopRecord *) gs_record_append (claim->hops, &gs_hop_type))->source =
      gs_names_ensure_source (self->workspace, action, sources[i], NULL);
  if (said->time != NULL)
    g_ptr_array_add (claim->times, gs_time_parse (said->time, NULL));
  if (said->quantity != NULL)
    g_ptr_array_add (claim->quantities, gs_quantity_parse (said->quantity, NULL));
  if (said->slot != NULL)
    ((GsSlotRecord *) gs_record_append (claim->slots, &gs_slot_type))->name = g_strdup (said->slot);

  return claim;
}

char *
case_say (Case *self, const Said *said, const char *uuid)
{
  g_autoptr (GsAction) action = gs_action_new ("Say");
  g_autoptr (GsClaimRecord) claim = case_claim (self, action, said);
  char *saved;

  claim->uuid = g_strdup (uuid);
  saved = g_strdup (gs_action_save (action, &gs_claim_type, claim));
  case_perform (self->workspace, action);

  return saved;
}

GPtrArray *
case_pairs (Case *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *pairs = gs_conflicts_pairs (self->workspace, self->question, 0, 1000, &error);

  g_assert_no_error (error);

  return pairs;
}
