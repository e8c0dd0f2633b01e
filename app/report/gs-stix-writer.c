/* gs-stix-writer.c: the workspace as a STIX 2.1 bundle.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Articles are reports, claims are notes on them, sources and annotators are
 * identities, links are relationships and verdicts are opinions on these. What
 * STIX has no property for is in an extension of the note. Ids are made of our
 * UUIDs, so that two exports of one workspace name the same things.
 */

#include "config.h"

#include "gs-stix-private.h"

#include <string.h>

#include "gs-report-checks.h"

#define EXTENSION "extension-definition--6cf2aa04-3c1e-4d5b-9a55-5b0a3f6d2c11"
#define NO_BUNDLE "00000000-0000-4000-8000-000000000000"
#define BEGINNING "1970-01-01T00:00:00.000Z"
#define EXTENSION_MADE "2026-11-20T00:00:00.000Z"

/* A STIX id is a UUID of RFC 4122; ours may be any. Others are hashed into one. */
char *
gs_stix_make_id (const char *type, const char *uuid)
{
  g_autofree char *lower = g_ascii_strdown (uuid, -1);
  g_autofree char *sum = NULL;

  if (g_uuid_string_is_valid (lower) && lower[14] >= '1' && lower[14] <= '5' && strchr ("89ab", lower[19]) != NULL)
    return g_strconcat (type, "--", lower, NULL);

  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uuid, -1);

  return g_strdup_printf ("%s--%.8s-%.4s-5%.3s-8%.3s-%.12s", type, sum, sum + 8, sum + 12, sum + 15, sum + 18);
}

void
gs_stix_put_ref (GsStixWriter *self, const char *name, const char *type, const char *uuid)
{
  g_autofree char *id = gs_stix_make_id (type, uuid);

  gs_json_emit_text (&self->json, name, id);
}

/* Of a record that refers to one that is in the bundle; others stay out. */
void
gs_stix_put_known_ref (GsStixWriter *self,
                       const char *name,
                       const GsRecordType *target,
                       const char *type,
                       const char *uuid)
{
  if (gs_report_catalogue_get (self->catalogue, target, uuid) != NULL)
    gs_stix_put_ref (self, name, type, uuid);
}

static void
open_object (GsStixWriter *self, const char *type, const char *id)
{
  gs_json_emit_item (&self->json);
  gs_json_emit_text (&self->json, "type", type);
  gs_json_emit_text (&self->json, "spec_version", "2.1");
  gs_json_emit_text (&self->json, "id", id);
}

static void
put_instants (GsStixWriter *self, const char *created, const char *modified)
{
  g_autofree char *first = gs_date_to_instant (created);
  g_autofree char *last = gs_date_to_instant (modified);

  if (first == NULL)
    first = g_strdup (BEGINNING);
  if (last == NULL || strcmp (last, first) < 0)
    {
      g_free (last);
      last = g_strdup (first);
    }
  gs_json_emit_text (&self->json, "created", first);
  gs_json_emit_text (&self->json, "modified", last);
}

void
gs_stix_open_record (GsStixWriter *self, const char *type, const GsHeadRecord *head)
{
  g_autofree char *id = gs_stix_make_id (type, head->uuid);

  open_object (self, type, id);
  gs_stix_put_known_ref (self, "created_by_ref", &gs_annotator_type, "identity", head->author);
  put_instants (self, head->created, head->modified);
}

/* Identities --------------------------------------------------------------------- */

static const char *
identity_class (int kind)
{
  switch (kind)
    {
    case GS_SOURCE_PERSON:
      return "individual";

    case GS_SOURCE_OFFICE:
    case GS_SOURCE_GOVERNMENT:
    case GS_SOURCE_ORGANISATION:
    case GS_SOURCE_OUTLET:
    case GS_SOURCE_AGENCY:
      return "organization";

    case GS_SOURCE_ANONYMOUS_GROUP:
      return "group";

    case GS_SOURCE_GENERIC:
      return "class";

    default:
      return "unknown";
    }
}

/* The latest general grade; F is no grade between others. */
static const char *
find_grade (const GsSourceRecord *source)
{
  for (guint i = source->ratings->len; i > 0; i--)
    {
      const GsRatingRecord *rating = source->ratings->pdata[i - 1];

      if (rating->topic == NULL)
        return rating->grade >= GS_GRADE_A && rating->grade <= GS_GRADE_E ? gs_word_to_nick (&gs_grades, rating->grade)
                                                                          : NULL;
    }

  return NULL;
}

const char *
gs_stix_name_or (const char *name, const char *otherwise)
{
  return name != NULL && *name != '\0' ? name : otherwise;
}

void
gs_stix_open_extension (GsStixWriter *self)
{
  gs_json_emit_open (&self->json, "extensions", '{');
  gs_json_emit_open (&self->json, EXTENSION, '{');
  gs_json_emit_text (&self->json, "extension_type", "property-extension");
}

void
gs_stix_close_extension (GsStixWriter *self)
{
  gs_json_emit_close (&self->json, '}');
  gs_json_emit_close (&self->json, '}');
}

static void
put_source (GsStixWriter *self, const GsSourceRecord *source)
{
  gs_stix_open_record (self, "identity", (const GsHeadRecord *) source);
  gs_json_emit_text (&self->json, "name", gs_stix_name_or (source->name, "?"));
  gs_json_emit_text (&self->json, "description", source->note);
  gs_json_emit_text (&self->json, "identity_class", identity_class (source->kind));
  gs_stix_open_extension (self);
  gs_json_emit_text (&self->json, "source_kind", gs_word_to_nick (&gs_source_kinds, source->kind));
  gs_json_emit_text (&self->json, "reliability", find_grade (source));
  if (source->part_of != NULL)
    gs_stix_put_ref (self, "part_of", "identity", source->part_of);
  gs_stix_close_extension (self);
  gs_json_emit_close (&self->json, '}');
}

static void
put_annotator (GsStixWriter *self, const GsAnnotatorRecord *annotator)
{
  g_autofree char *id = gs_stix_make_id ("identity", annotator->uuid);

  open_object (self, "identity", id);
  put_instants (self, NULL, NULL);
  gs_json_emit_text (&self->json, "name", gs_stix_name_or (annotator->name, "?"));
  gs_json_emit_text (&self->json, "identity_class", "individual");
  gs_json_emit_close (&self->json, '}');
}

/* Articles ----------------------------------------------------------------------- */

/* Required: what is known best of when it was published. */
static void
put_published (GsStixWriter *self, const GsArticleRecord *article)
{
  const char *const dates[] = { article->published_lo, article->published_hi, article->retrieved, article->created };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *instant = gs_date_to_instant (dates[i]);

      if (instant != NULL)
        {
          gs_json_emit_text (&self->json, "published", instant);
          return;
        }
    }
  gs_json_emit_text (&self->json, "published", BEGINNING);
}

static void
put_reference (GsStixWriter *self, const GsArticleRecord *article)
{
  GsJsonEmit *json = &self->json;

  gs_json_emit_open (json, "external_references", '[');
  gs_json_emit_open (json, NULL, '{');
  gs_json_emit_text (json, "source_name",
                     gs_stix_name_or (article->outlet, gs_stix_name_or (article->path, "article")));
  gs_json_emit_text (json, "description", article->byline);
  gs_json_emit_text (json, "url", gs_is_web_address (article->url) ? article->url : NULL);
  gs_json_emit_text (json, "external_id", article->sha256);
  gs_json_emit_close (json, '}');
  gs_json_emit_close (json, ']');
}

static void
put_article (GsStixWriter *self, const GsArticleRecord *article)
{
  GsJsonEmit *json = &self->json;
  const char *title = gs_report_catalogue_title (self->catalogue, article->uuid);

  gs_stix_open_record (self, "report", (const GsHeadRecord *) article);
  gs_json_emit_text (json, "lang", gs_is_language (article->language) ? article->language : NULL);
  gs_json_emit_text (json, "name", gs_stix_name_or (title, "?"));
  put_published (self, article);
  put_reference (self, article);
  /* Claims come later and refer to the report; it must refer to something. */
  gs_json_emit_open (json, "object_refs", '[');
  gs_json_emit_text (json, NULL, GAINSAY);
  gs_json_emit_close (json, ']');
  gs_json_emit_close (json, '}');
}

/* Sink --------------------------------------------------------------------------- */

static void
put_definition (GsStixWriter *self)
{
  GsJsonEmit *json = &self->json;

  open_object (self, "identity", GAINSAY);
  put_instants (self, EXTENSION_MADE, EXTENSION_MADE);
  gs_json_emit_text (json, "name", "Gainsay");
  gs_json_emit_text (json, "identity_class", "system");
  gs_json_emit_close (json, '}');

  open_object (self, "extension-definition", EXTENSION);
  gs_json_emit_text (json, "created_by_ref", GAINSAY);
  put_instants (self, EXTENSION_MADE, EXTENSION_MADE);
  gs_json_emit_text (json, "name", "Gainsay claims");
  gs_json_emit_text (json, "description", "What a claim in an article says, who says it through whom, and how surely.");
  gs_json_emit_text (json, "schema", "https://gainsay.org/stix/claim");
  gs_json_emit_text (json, "version", "1.0.0");
  gs_json_emit_open (json, "extension_types", '[');
  gs_json_emit_text (json, NULL, "property-extension");
  gs_json_emit_close (json, ']');
  gs_json_emit_close (json, '}');
}

static gboolean
gs_stix_writer_begin (GsReportSink *sink, const GsReportHeader *header, GError **error)
{
  GsStixWriter *self = (GsStixWriter *) sink;
  g_autofree char *id = gs_stix_make_id ("bundle", header->workspace != NULL ? header->workspace : NO_BUNDLE);

  gs_json_emit_open (&self->json, NULL, '{');
  gs_json_emit_text (&self->json, "type", "bundle");
  gs_json_emit_text (&self->json, "id", id);
  gs_json_emit_open (&self->json, "objects", '[');
  put_definition (self);

  return TRUE;
}

static gboolean
gs_stix_writer_record (GsReportSink *sink, const GsRecordType *type, gpointer record, GError **error)
{
  GsStixWriter *self = (GsStixWriter *) sink;

  gs_report_catalogue_add (self->catalogue, type, record);
  if (type == &gs_annotator_type)
    put_annotator (self, record);
  else if (type == &gs_source_type)
    put_source (self, record);
  else if (type == &gs_article_type)
    put_article (self, record);
  else if (type == &gs_claim_type)
    gs_stix_put_claim (self, record);
  else if (type == &gs_link_type)
    gs_stix_put_link (self, record);

  return gs_report_buffer_pass (&self->json.buffer, error);
}

static gboolean
gs_stix_writer_end (GsReportSink *sink, GError **error)
{
  GsStixWriter *self = (GsStixWriter *) sink;

  g_string_append (self->json.buffer.text, "\n]}\n");

  return gs_report_buffer_flush (&self->json.buffer, error);
}

static void
gs_stix_writer_free (GsReportSink *sink)
{
  GsStixWriter *self = (GsStixWriter *) sink;

  gs_report_buffer_clear (&self->json.buffer);
  gs_report_catalogue_free (self->catalogue);
  g_free (self);
}

/**
 * gs_stix_writer_new:
 * @out: where to write; not closed
 *
 * Returns: (transfer full): a sink that writes a STIX 2.1 bundle
 */
GsReportSink *
gs_stix_writer_new (GOutputStream *out)
{
  GsStixWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (out), NULL);

  self = g_new0 (GsStixWriter, 1);
  self->parent.begin = gs_stix_writer_begin;
  self->parent.record = gs_stix_writer_record;
  self->parent.end = gs_stix_writer_end;
  self->parent.free = gs_stix_writer_free;
  gs_report_buffer_init (&self->json.buffer, out);
  self->catalogue = gs_report_catalogue_new ();

  return &self->parent;
}
