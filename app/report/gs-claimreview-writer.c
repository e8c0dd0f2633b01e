/* gs-claimreview-writer.c: claims as schema.org Claim and ClaimReview.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every claim is a Claim. Only one that the analyst has judged, with a
 * credibility from 1 to 5, is reviewed too: none and 6, “cannot be judged”,
 * are no rating in the middle but no rating.
 */

#include "config.h"

#include "gs-report-private.h"

#include "gs-json-emit.h"
#include "gs-report-catalogue.h"
#include "gs-report-checks.h"

#define URN "urn:uuid:"
/* Of credibility. */
#define BEST 1
#define WORST 5

typedef struct
{
  GsReportSink parent;
  GsJsonEmit json;
  GsReportCatalogue *catalogue;
} GsClaimreviewWriter;

static void
put_id (GsJsonEmit *json, const char *name, const char *uuid)
{
  if (uuid == NULL)
    return;

  gs_json_emit_open (json, name, '{');
  gs_json_emit_id (json, "@id", URN, uuid);
  gs_json_emit_close (json, '}');
}

static void
open_thing (GsJsonEmit *json, const char *type, const char *uuid)
{
  gs_json_emit_item (json);
  gs_json_emit_text (json, "@type", type);
  gs_json_emit_id (json, "@id", URN, uuid);
}

static void
put_source (GsJsonEmit *json, const GsSourceRecord *source)
{
  open_thing (json, source->kind == GS_SOURCE_PERSON ? "Person" : "Organization", source->uuid);
  gs_json_emit_text (json, "name", source->name);
  if (source->aliases->len > 0)
    {
      gs_json_emit_open (json, "alternateName", '[');
      for (guint i = 0; i < source->aliases->len; i++)
        gs_json_emit_text (json, NULL, ((GsAliasRecord *) source->aliases->pdata[i])->name);
      gs_json_emit_close (json, ']');
    }
  gs_json_emit_close (json, '}');
}

/* schema.org's dates are those of ISO 8601, down to the year. */
static const char *
known_date (const char *date)
{
  g_autofree char *instant = gs_date_to_instant (date);

  return instant != NULL ? date : NULL;
}

static void
put_article (GsClaimreviewWriter *self, const GsArticleRecord *article)
{
  GsJsonEmit *json = &self->json;

  open_thing (json, "NewsArticle", article->uuid);
  gs_json_emit_text (json, "headline", gs_report_catalogue_title (self->catalogue, article->uuid));
  gs_json_emit_text (json, "inLanguage", gs_is_language (article->language) ? article->language : NULL);
  gs_json_emit_text (json, "url", gs_is_web_address (article->url) ? article->url : NULL);
  gs_json_emit_text (json, "datePublished", known_date (article->published_lo));
  if (article->outlet != NULL)
    {
      gs_json_emit_open (json, "publisher", '{');
      gs_json_emit_text (json, "@type", "Organization");
      gs_json_emit_text (json, "name", article->outlet);
      gs_json_emit_close (json, '}');
    }
  if (article->byline != NULL)
    {
      gs_json_emit_open (json, "author", '{');
      gs_json_emit_text (json, "@type", "Person");
      gs_json_emit_text (json, "name", article->byline);
      gs_json_emit_close (json, '}');
    }
  put_id (json, "translationOfWork", article->translation_of);
  gs_json_emit_close (json, '}');
}

/* What is claimed: the analyst's summary, or else the words. */
static const char *
get_text (const GsClaimRecord *claim)
{
  const GsSpanRecord *quote = gs_claim_record_quote (claim);

  if (claim->summary != NULL && *claim->summary != '\0')
    return claim->summary;

  return quote != NULL && quote->exact != NULL ? quote->exact : "";
}

static void
put_keywords (GsClaimreviewWriter *self, const GsClaimRecord *claim)
{
  if (claim->tags->len == 0)
    return;

  gs_json_emit_open (&self->json, "keywords", '[');
  for (guint i = 0; i < claim->tags->len; i++)
    {
      g_autofree char *path = gs_report_catalogue_tag_path (self->catalogue, claim->tags->pdata[i]);

      gs_json_emit_text (&self->json, NULL, path);
    }
  gs_json_emit_close (&self->json, ']');
}

/* The words themselves, where they stand. */
static void
put_quotation (GsClaimreviewWriter *self, const GsClaimRecord *claim)
{
  const GsArticleRecord *article = gs_report_catalogue_get (self->catalogue, &gs_article_type, claim->article);
  const GsSpanRecord *quote = gs_claim_record_quote (claim);
  GsJsonEmit *json = &self->json;

  if (quote == NULL || quote->exact == NULL)
    return;

  gs_json_emit_open (json, "hasPart", '{');
  gs_json_emit_text (json, "@type", "Quotation");
  gs_json_emit_text (json, "text", quote->exact);
  if (article != NULL && gs_is_language (article->language))
    gs_json_emit_text (json, "inLanguage", article->language);
  gs_json_emit_close (json, '}');
}

/* Its author is who said it first; the way from there is lost. */
static void
put_claim (GsClaimreviewWriter *self, const GsClaimRecord *claim)
{
  GsJsonEmit *json = &self->json;
  const GsHopRecord *origin = claim->hops->len > 0 ? claim->hops->pdata[claim->hops->len - 1] : NULL;

  open_thing (json, "Claim", claim->uuid);
  gs_json_emit_text (json, "text", get_text (claim));
  put_keywords (self, claim);
  if (origin != NULL)
    put_id (json, "author", origin->source);
  put_id (json, "appearance", claim->article);
  put_quotation (self, claim);
  gs_json_emit_text (json, "dateCreated", known_date (claim->uttered_lo));
  gs_json_emit_close (json, '}');
}

/* Credibility 1 to 5 in the words of the Admiralty scale, for machines in one
 * language. */
static const char *const ratings[] = {
  "confirmed by other sources", "probably true", "possibly true", "doubtfully true", "improbable",
};

static void
put_rating (GsJsonEmit *json, gint64 credibility)
{
  gs_json_emit_open (json, "reviewRating", '{');
  gs_json_emit_text (json, "@type", "Rating");
  /* Theirs is better when it is higher. */
  gs_json_emit_number (json, "ratingValue", WORST + BEST - credibility);
  gs_json_emit_number (json, "bestRating", WORST);
  gs_json_emit_number (json, "worstRating", BEST);
  gs_json_emit_text (json, "alternateName", ratings[credibility - 1]);
  gs_json_emit_close (json, '}');
}

static void
put_review (GsClaimreviewWriter *self, const GsClaimRecord *claim)
{
  const GsAnnotatorRecord *annotator =
    gs_report_catalogue_get (self->catalogue, &gs_annotator_type, claim->modified_by);
  g_autofree char *id = g_strconcat (claim->uuid, "#review", NULL);
  GsJsonEmit *json = &self->json;

  if (claim->credibility < BEST || claim->credibility > WORST)
    return;

  gs_json_emit_item (json);
  gs_json_emit_text (json, "@type", "ClaimReview");
  gs_json_emit_id (json, "@id", URN, id);
  gs_json_emit_text (json, "claimReviewed", get_text (claim));
  put_rating (json, claim->credibility);
  put_id (json, "itemReviewed", claim->uuid);
  if (annotator != NULL)
    {
      gs_json_emit_open (json, "author", '{');
      gs_json_emit_text (json, "@type", "Person");
      gs_json_emit_text (json, "name", annotator->name);
      gs_json_emit_close (json, '}');
    }
  gs_json_emit_text (json, "datePublished", gs_is_instant (claim->modified) ? claim->modified : NULL);
  gs_json_emit_text (json, "reviewBody", claim->note);
  gs_json_emit_close (json, '}');
}

/* Sink --------------------------------------------------------------------------- */

static gboolean
gs_claimreview_writer_begin (GsReportSink *sink, const GsReportHeader *header, GError **error)
{
  GsClaimreviewWriter *self = (GsClaimreviewWriter *) sink;

  gs_json_emit_open (&self->json, NULL, '{');
  gs_json_emit_text (&self->json, "@context", "https://schema.org");
  gs_json_emit_open (&self->json, "@graph", '[');

  return TRUE;
}

static gboolean
gs_claimreview_writer_record (GsReportSink *sink, const GsRecordType *type, gpointer record, GError **error)
{
  GsClaimreviewWriter *self = (GsClaimreviewWriter *) sink;

  gs_report_catalogue_add (self->catalogue, type, record);
  if (type == &gs_source_type)
    put_source (&self->json, record);
  else if (type == &gs_article_type)
    put_article (self, record);
  else if (type == &gs_claim_type)
    {
      put_claim (self, record);
      put_review (self, record);
    }

  return gs_report_buffer_pass (&self->json.buffer, error);
}

static gboolean
gs_claimreview_writer_end (GsReportSink *sink, GError **error)
{
  GsClaimreviewWriter *self = (GsClaimreviewWriter *) sink;

  g_string_append (self->json.buffer.text, "\n]}\n");

  return gs_report_buffer_flush (&self->json.buffer, error);
}

static void
gs_claimreview_writer_free (GsReportSink *sink)
{
  GsClaimreviewWriter *self = (GsClaimreviewWriter *) sink;

  gs_report_buffer_clear (&self->json.buffer);
  gs_report_catalogue_free (self->catalogue);
  g_free (self);
}

/**
 * gs_claimreview_writer_new:
 * @out: where to write; not closed
 *
 * Returns: (transfer full): a sink that writes schema.org's JSON-LD
 */
GsReportSink *
gs_claimreview_writer_new (GOutputStream *out)
{
  GsClaimreviewWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (out), NULL);

  self = g_new0 (GsClaimreviewWriter, 1);
  self->parent.begin = gs_claimreview_writer_begin;
  self->parent.record = gs_claimreview_writer_record;
  self->parent.end = gs_claimreview_writer_end;
  self->parent.free = gs_claimreview_writer_free;
  gs_report_buffer_init (&self->json.buffer, out);
  self->catalogue = gs_report_catalogue_new ();

  return &self->parent;
}
