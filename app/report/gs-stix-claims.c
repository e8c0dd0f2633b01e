/* gs-stix-claims.c: claims as notes, links as relationships, verdicts as opinions.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-stix-private.h"

#include "gs-quantity.h"
#include "gs-time.h"

/* Claims ------------------------------------------------------------------------- */

static void
put_hops (GsStixWriter *self, const GsClaimRecord *claim)
{
  GsJsonEmit *json = &self->json;

  if (claim->hops->len == 0)
    return;

  gs_json_emit_open (json, "chain", '[');
  for (guint i = 0; i < claim->hops->len; i++)
    {
      const GsHopRecord *hop = claim->hops->pdata[i];

      gs_json_emit_open (json, NULL, '{');
      gs_stix_put_known_ref (self, "source_ref", &gs_source_type, "identity", hop->source);
      gs_json_emit_text (json, "act", hop->act);
      gs_json_emit_text (json, "mode", gs_word_to_nick (&gs_hop_modes, hop->mode));
      if (hop->count > 0)
        gs_json_emit_number (json, "count", hop->count);
      gs_json_emit_text (json, "date", hop->date);
      gs_json_emit_text (json, "cue", hop->cue);
      gs_json_emit_close (json, '}');
    }
  gs_json_emit_close (json, ']');
}

static void
put_measures (GsStixWriter *self, const GsClaimRecord *claim)
{
  GsJsonEmit *json = &self->json;

  if (claim->quantities->len > 0)
    {
      gs_json_emit_open (json, "quantities", '[');
      for (guint i = 0; i < claim->quantities->len; i++)
        {
          g_autofree char *text = gs_quantity_format (claim->quantities->pdata[i]);

          gs_json_emit_text (json, NULL, text);
        }
      gs_json_emit_close (json, ']');
    }
  if (claim->times->len > 0)
    {
      gs_json_emit_open (json, "times", '[');
      for (guint i = 0; i < claim->times->len; i++)
        {
          g_autofree char *text = gs_time_format (claim->times->pdata[i]);

          gs_json_emit_text (json, NULL, text);
        }
      gs_json_emit_close (json, ']');
    }
}

static void
put_claim_extension (GsStixWriter *self, const GsClaimRecord *claim)
{
  const GsSpanRecord *quote = gs_claim_record_quote (claim);
  GsJsonEmit *json = &self->json;

  gs_stix_open_extension (self);
  gs_json_emit_text (json, "question",
                     gs_stix_name_or (gs_report_catalogue_question (self->catalogue, claim->question), NULL));
  gs_json_emit_text (json, "stance", gs_word_to_nick (&gs_stances, claim->stance));
  gs_json_emit_text (json, "value", claim->value);
  gs_json_emit_text (json, "certainty", gs_word_to_nick (&gs_certainties, claim->certainty));
  gs_json_emit_text (json, "status", gs_word_to_nick (&gs_statuses, claim->status));
  gs_json_emit_text (json, "scope", claim->scope);
  if (quote != NULL)
    {
      gs_json_emit_text (json, "quote", quote->exact);
      if (!quote->orphaned)
        {
          gs_json_emit_number (json, "quote_start", quote->start);
          gs_json_emit_number (json, "quote_end", quote->end);
        }
    }
  put_hops (self, claim);
  put_measures (self, claim);
  if (claim->likelihood != GS_LIKELIHOOD_NONE)
    gs_json_emit_text (json, "likelihood", gs_word_to_nick (&gs_likelihoods, claim->likelihood));
  if (claim->confidence != GS_CONFIDENCE_NONE)
    gs_json_emit_text (json, "analyst_confidence", gs_word_to_nick (&gs_confidences, claim->confidence));
  gs_json_emit_text (json, "remark", claim->note);
  gs_stix_close_extension (self);
}

static void
put_labels (GsStixWriter *self, const GsClaimRecord *claim)
{
  if (claim->tags->len == 0)
    return;

  gs_json_emit_open (&self->json, "labels", '[');
  for (guint i = 0; i < claim->tags->len; i++)
    {
      g_autofree char *path = gs_report_catalogue_tag_path (self->catalogue, claim->tags->pdata[i]);

      gs_json_emit_text (&self->json, NULL, path);
    }
  gs_json_emit_close (&self->json, ']');
}

void
gs_stix_put_claim (GsStixWriter *self, const GsClaimRecord *claim)
{
  const GsSpanRecord *quote = gs_claim_record_quote (claim);
  const char *exact = quote != NULL ? quote->exact : NULL;
  GsJsonEmit *json = &self->json;

  gs_stix_open_record (self, "note", (const GsHeadRecord *) claim);
  put_labels (self, claim);
  /* 1 → 90 … 5 → 10; 6 cannot be judged, so there is no confidence. */
  if (claim->credibility >= 1 && claim->credibility <= 5)
    gs_json_emit_number (json, "confidence", 110 - 20 * claim->credibility);
  gs_json_emit_text (json, "abstract", claim->summary);
  gs_json_emit_text (json, "content", gs_stix_name_or (exact, gs_stix_name_or (claim->summary, "?")));
  gs_json_emit_open (json, "object_refs", '[');
  if (gs_report_catalogue_get (self->catalogue, &gs_article_type, claim->article) != NULL)
    gs_stix_put_ref (self, NULL, "report", claim->article);
  else
    gs_json_emit_text (json, NULL, GAINSAY);
  gs_json_emit_close (json, ']');
  put_claim_extension (self, claim);
  gs_json_emit_close (json, '}');
}

/* Links -------------------------------------------------------------------------- */

static void
put_opinion (GsStixWriter *self, const GsLinkRecord *link)
{
  GsJsonEmit *json = &self->json;

  if (link->verdict != GS_VERDICT_CONFIRMED && link->verdict != GS_VERDICT_DISMISSED)
    return;

  gs_stix_open_record (self, "opinion", (const GsHeadRecord *) link);
  gs_json_emit_text (json, "explanation", link->reason);
  gs_json_emit_text (json, "opinion", link->verdict == GS_VERDICT_CONFIRMED ? "strongly-agree" : "strongly-disagree");
  gs_json_emit_open (json, "object_refs", '[');
  gs_stix_put_ref (self, NULL, "relationship", link->uuid);
  gs_json_emit_close (json, ']');
  gs_json_emit_close (json, '}');
}

void
gs_stix_put_link (GsStixWriter *self, const GsLinkRecord *link)
{
  if (link->a == NULL || link->b == NULL)
    return;

  gs_stix_open_record (self, "relationship", (const GsHeadRecord *) link);
  gs_json_emit_text (&self->json, "relationship_type", gs_word_to_nick (&gs_link_kinds, link->kind));
  gs_json_emit_text (&self->json, "description", gs_stix_name_or (link->explanation, link->note));
  gs_stix_put_ref (self, "source_ref", "note", link->a);
  gs_stix_put_ref (self, "target_ref", "note", link->b);
  gs_json_emit_close (&self->json, '}');
  put_opinion (self, link);
}
