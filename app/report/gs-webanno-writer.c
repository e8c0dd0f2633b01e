/* gs-webanno-writer.c: claims as W3C Web Annotations.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A collection with one page. A claim describes and tags its places in an
 * article; a link between claims is an annotation on one of them whose body is
 * the other. Offsets are code points, as the model has it.
 */

#include "config.h"

#include "gs-report-private.h"

#include "gs-json-emit.h"
#include "gs-report-catalogue.h"
#include "gs-report-checks.h"

#define URN "urn:uuid:"
#define NOBODY "00000000-0000-0000-0000-000000000000"

/* What the model has no word for is said in words of ours. */
#define CONTEXT "[\"http://www.w3.org/ns/anno.jsonld\",{\"gainsay\":\"https://gainsay.org/ns#\"}]"

typedef struct
{
  GsReportSink parent;
  GsJsonEmit json;
  GsReportCatalogue *catalogue;
} GsWebannoWriter;

static void
put_body (GsJsonEmit *json, const char *purpose, const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  gs_json_emit_open (json, NULL, '{');
  gs_json_emit_text (json, "type", "TextualBody");
  gs_json_emit_text (json, "purpose", purpose);
  gs_json_emit_text (json, "value", value);
  gs_json_emit_text (json, "format", "text/plain");
  gs_json_emit_close (json, '}');
}

static void
put_instant (GsJsonEmit *json, const char *name, const char *text)
{
  gs_json_emit_text (json, name, gs_is_instant (text) ? text : NULL);
}

static void
open_annotation (GsWebannoWriter *self, const GsHeadRecord *head, const char *motivation)
{
  const GsAnnotatorRecord *annotator = gs_report_catalogue_get (self->catalogue, &gs_annotator_type, head->author);
  GsJsonEmit *json = &self->json;

  gs_json_emit_item (json);
  gs_json_emit_id (json, "id", URN, head->uuid);
  gs_json_emit_text (json, "type", "Annotation");
  gs_json_emit_text (json, "motivation", motivation);
  if (annotator != NULL)
    {
      gs_json_emit_open (json, "creator", '{');
      gs_json_emit_id (json, "id", URN, annotator->uuid);
      gs_json_emit_text (json, "type", "Person");
      gs_json_emit_text (json, "name", annotator->name);
      gs_json_emit_close (json, '}');
    }
  put_instant (json, "created", head->created);
  put_instant (json, "modified", head->modified);
}

/* Targets ------------------------------------------------------------------------ */

/* A place that is lost is not given as one, nor is one in no article. */
static gboolean
has_place (const GsClaimRecord *claim, const GsSpanRecord *span)
{
  return !span->orphaned && claim->article != NULL && span->start >= 0 && span->end >= span->start;
}

static gboolean
has_quote (const GsSpanRecord *span)
{
  return span->exact != NULL && *span->exact != '\0';
}

static void
put_selectors (GsJsonEmit *json, const GsClaimRecord *claim, const GsSpanRecord *span)
{
  gs_json_emit_open (json, "selector", '[');
  if (has_place (claim, span))
    {
      gs_json_emit_open (json, NULL, '{');
      gs_json_emit_text (json, "type", "TextPositionSelector");
      gs_json_emit_number (json, "start", span->start);
      gs_json_emit_number (json, "end", span->end);
      gs_json_emit_close (json, '}');
    }
  if (has_quote (span))
    {
      gs_json_emit_open (json, NULL, '{');
      gs_json_emit_text (json, "type", "TextQuoteSelector");
      gs_json_emit_text (json, "exact", span->exact);
      gs_json_emit_text (json, "prefix", span->prefix);
      gs_json_emit_text (json, "suffix", span->suffix);
      gs_json_emit_close (json, '}');
    }
  gs_json_emit_close (json, ']');
}

/* The article's text as it is in the workspace, which is what offsets count
 * in; the page on the web is where it was seen. */
static void
put_source (GsWebannoWriter *self, const GsClaimRecord *claim)
{
  const GsArticleRecord *article = gs_report_catalogue_get (self->catalogue, &gs_article_type, claim->article);
  GsJsonEmit *json = &self->json;

  gs_json_emit_open (json, "source", '{');
  gs_json_emit_id (json, "id", URN, claim->article != NULL ? claim->article : claim->uuid);
  gs_json_emit_text (json, "type", "Text");
  gs_json_emit_text (json, "format", "text/plain");
  if (article != NULL)
    {
      gs_json_emit_text (json, "language", gs_is_language (article->language) ? article->language : NULL);
      gs_json_emit_text (json, "dcterms:title", article->title);
      gs_json_emit_text (json, "dcterms:publisher", article->outlet);
      gs_json_emit_text (json, "dcterms:issued", article->published_lo);
    }
  gs_json_emit_close (json, '}');
  if (article != NULL && gs_is_web_address (article->url))
    gs_json_emit_text (json, "scope", article->url);
}

static void
put_target (GsWebannoWriter *self, const GsClaimRecord *claim, const GsSpanRecord *span)
{
  GsJsonEmit *json = &self->json;

  gs_json_emit_open (json, NULL, '{');
  gs_json_emit_text (json, "type", "SpecificResource");
  put_source (self, claim);
  if (span != NULL && (has_place (claim, span) || has_quote (span)))
    put_selectors (json, claim, span);
  if (span != NULL)
    gs_json_emit_text (json, "gainsay:role", gs_word_to_nick (&gs_span_roles, span->role));
  gs_json_emit_close (json, '}');
}

/* Claims ------------------------------------------------------------------------- */

static void
put_bodies (GsWebannoWriter *self, const GsClaimRecord *claim)
{
  GsJsonEmit *json = &self->json;

  gs_json_emit_open (json, "body", '[');
  put_body (json, "describing", claim->summary);
  put_body (json, "classifying", gs_report_catalogue_question (self->catalogue, claim->question));
  for (guint i = 0; i < claim->tags->len; i++)
    {
      g_autofree char *path = gs_report_catalogue_tag_path (self->catalogue, claim->tags->pdata[i]);

      put_body (json, "tagging", path);
    }
  put_body (json, "commenting", claim->note);
  gs_json_emit_close (json, ']');
}

static void
put_claim (GsWebannoWriter *self, const GsClaimRecord *claim)
{
  g_autofree char *chain = gs_report_catalogue_chain (self->catalogue, claim);
  GsJsonEmit *json = &self->json;

  open_annotation (self, (const GsHeadRecord *) claim, "describing");
  put_bodies (self, claim);
  gs_json_emit_open (json, "target", '[');
  if (claim->spans->len == 0)
    put_target (self, claim, NULL);
  for (guint i = 0; i < claim->spans->len; i++)
    put_target (self, claim, claim->spans->pdata[i]);
  gs_json_emit_close (json, ']');
  gs_json_emit_text (json, "gainsay:stance", gs_word_to_nick (&gs_stances, claim->stance));
  gs_json_emit_text (json, "gainsay:certainty", gs_word_to_nick (&gs_certainties, claim->certainty));
  gs_json_emit_text (json, "gainsay:status", gs_word_to_nick (&gs_statuses, claim->status));
  gs_json_emit_text (json, "gainsay:value", claim->value);
  gs_json_emit_text (json, "gainsay:chain", *chain != '\0' ? chain : NULL);
  if (claim->credibility >= 1 && claim->credibility <= 5)
    gs_json_emit_number (json, "gainsay:credibility", claim->credibility);
  gs_json_emit_close (json, '}');
}

/* Links -------------------------------------------------------------------------- */

static void
put_link (GsWebannoWriter *self, const GsLinkRecord *link)
{
  GsJsonEmit *json = &self->json;

  if (link->a == NULL || link->b == NULL)
    return;

  open_annotation (self, (const GsHeadRecord *) link, "linking");
  gs_json_emit_open (json, "body", '[');
  gs_json_emit_open (json, NULL, '{');
  gs_json_emit_text (json, "type", "SpecificResource");
  gs_json_emit_text (json, "purpose", "linking");
  gs_json_emit_id (json, "source", URN, link->b);
  gs_json_emit_close (json, '}');
  put_body (json, "tagging", gs_word_to_nick (&gs_link_kinds, link->kind));
  put_body (json, "describing", link->explanation);
  put_body (json, "assessing", gs_word_to_nick (&gs_verdicts, link->verdict));
  put_body (json, "commenting", link->reason);
  put_body (json, "commenting", link->note);
  gs_json_emit_close (json, ']');
  gs_json_emit_id (json, "target", URN, link->a);
  gs_json_emit_close (json, '}');
}

/* Sink --------------------------------------------------------------------------- */

static gboolean
gs_webanno_writer_begin (GsReportSink *sink, const GsReportHeader *header, GError **error)
{
  GsWebannoWriter *self = (GsWebannoWriter *) sink;
  GsJsonEmit *json = &self->json;
  const char *uuid =
    header->workspace != NULL && g_uuid_string_is_valid (header->workspace) ? header->workspace : NOBODY;
  g_autofree char *page = g_strconcat (URN, uuid, "#claims", NULL);

  g_string_append (json->buffer.text, "{\"@context\":" CONTEXT);
  json->pending = TRUE;
  gs_json_emit_id (json, "id", URN, uuid);
  gs_json_emit_text (json, "type", "AnnotationCollection");
  gs_json_emit_text (json, "label", header->title);
  gs_json_emit_open (json, "first", '{');
  gs_json_emit_text (json, "id", page);
  gs_json_emit_text (json, "type", "AnnotationPage");
  gs_json_emit_number (json, "startIndex", 0);
  gs_json_emit_open (json, "items", '[');

  return TRUE;
}

static gboolean
gs_webanno_writer_record (GsReportSink *sink, const GsRecordType *type, gpointer record, GError **error)
{
  GsWebannoWriter *self = (GsWebannoWriter *) sink;

  gs_report_catalogue_add (self->catalogue, type, record);
  if (type == &gs_claim_type)
    put_claim (self, record);
  else if (type == &gs_link_type)
    put_link (self, record);

  return gs_report_buffer_pass (&self->json.buffer, error);
}

static gboolean
gs_webanno_writer_end (GsReportSink *sink, GError **error)
{
  GsWebannoWriter *self = (GsWebannoWriter *) sink;

  g_string_append (self->json.buffer.text, "\n]}}\n");

  return gs_report_buffer_flush (&self->json.buffer, error);
}

static void
gs_webanno_writer_free (GsReportSink *sink)
{
  GsWebannoWriter *self = (GsWebannoWriter *) sink;

  gs_report_buffer_clear (&self->json.buffer);
  gs_report_catalogue_free (self->catalogue);
  g_free (self);
}

/**
 * gs_webanno_writer_new:
 * @out: where to write; not closed
 *
 * Returns: (transfer full): a sink that writes claims and links as annotations
 */
GsReportSink *
gs_webanno_writer_new (GOutputStream *out)
{
  GsWebannoWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (out), NULL);

  self = g_new0 (GsWebannoWriter, 1);
  self->parent.begin = gs_webanno_writer_begin;
  self->parent.record = gs_webanno_writer_record;
  self->parent.end = gs_webanno_writer_end;
  self->parent.free = gs_webanno_writer_free;
  gs_report_buffer_init (&self->json.buffer, out);
  self->catalogue = gs_report_catalogue_new ();

  return &self->parent;
}
