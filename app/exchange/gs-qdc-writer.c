/* gs-qdc-writer.c: the tree of tags as a REFI-QDA code book.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Codes stand within each other, and tags come with their parents first, so
 * they are kept until all have come. They are few.
 */

#include "config.h"

#include "gs-exchange.h"

#include <string.h>

#include "gs-markup-text.h"
#include "gs-qda.h"

typedef struct
{
  GsReportSink parent;
  GOutputStream *out;
  GPtrArray *tags; /* GsTagRecord */
} GsQdcWriter;

static gboolean
gs_qdc_writer_begin (GsReportSink *sink, const GsReportHeader *header, GError **error)
{
  return TRUE;
}

static gboolean
gs_qdc_writer_record (GsReportSink *sink, const GsRecordType *type, gpointer record, GError **error)
{
  if (type == &gs_tag_type)
    g_ptr_array_add (((GsQdcWriter *) sink)->tags, gs_record_copy (type, record));

  return TRUE;
}

static void
put_attribute (GString *xml, const char *name, const char *value)
{
  if (value == NULL)
    return;

  g_string_append_printf (xml, " %s=\"", name);
  gs_markup_append_text (xml, value);
  g_string_append_c (xml, '"');
}

static void
put_codes_below (GsQdcWriter *self, GString *xml, const char *parent)
{
  for (guint i = 0; i < self->tags->len; i++)
    {
      const GsTagRecord *tag = self->tags->pdata[i];
      g_autofree char *colour = gs_qda_colour (tag->colour);

      if (g_strcmp0 (tag->parent, parent) != 0)
        continue;
      g_string_append (xml, "<Code isCodable=\"true\"");
      put_attribute (xml, "guid", tag->uuid);
      put_attribute (xml, "name", tag->name != NULL ? tag->name : "?");
      put_attribute (xml, "color", colour);
      g_string_append (xml, ">\n");
      if (tag->description != NULL)
        {
          g_string_append (xml, "<Description>");
          gs_markup_append_text (xml, tag->description);
          g_string_append (xml, "</Description>\n");
        }
      put_codes_below (self, xml, tag->uuid);
      g_string_append (xml, "</Code>\n");
    }
}

static gboolean
gs_qdc_writer_end (GsReportSink *sink, GError **error)
{
  GsQdcWriter *self = (GsQdcWriter *) sink;
  g_autoptr (GString) xml = g_string_new ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                                          "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Gainsay\"><Codes>\n");

  /* A code book without a code is none: the schema wants one. */
  if (self->tags->len == 0)
    g_string_append (xml, "<Code isCodable=\"true\" guid=\"00000000-0000-4000-8000-000000000000\" name=\"?\"/>\n");
  put_codes_below (self, xml, NULL);
  g_string_append (xml, "</Codes></CodeBook>\n");

  return g_output_stream_write_all (self->out, xml->str, xml->len, NULL, NULL, error);
}

static void
gs_qdc_writer_free (GsReportSink *sink)
{
  GsQdcWriter *self = (GsQdcWriter *) sink;

  g_ptr_array_unref (self->tags);
  g_object_unref (self->out);
  g_free (self);
}

/**
 * gs_qdc_writer_new:
 * @out: where to write; not closed
 *
 * Returns: (transfer full): a sink that writes a code book
 */
GsReportSink *
gs_qdc_writer_new (GOutputStream *out)
{
  GsQdcWriter *self = g_new0 (GsQdcWriter, 1);

  self->parent.begin = gs_qdc_writer_begin;
  self->parent.record = gs_qdc_writer_record;
  self->parent.end = gs_qdc_writer_end;
  self->parent.free = gs_qdc_writer_free;
  self->out = g_object_ref (out);
  self->tags = gs_record_array_new (&gs_tag_type);

  return &self->parent;
}
