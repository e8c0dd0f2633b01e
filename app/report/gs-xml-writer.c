/* gs-xml-writer.c: a report as XML.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Short values of fixed form are attributes, texts and lists are elements.
 * See resources/report.xsd.
 */

#include "config.h"

#include "gs-report-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlwriter.h>

#include "gs-field-text.h"
#include "gs-xml-fields.h"
#include "gs-xml-text.h"

typedef struct
{
  GsReportSink parent;
  GOutputStream *out;
  xmlTextWriterPtr writer;
  GError *error;    /* of @out, waiting to be told */
  GString *text;    /* reused */
  guint n_sections; /* sections begun */
} GsXmlWriter;

/* Failures wait in @error for settle(): libxml2 would print them. */
static int
write_cb (void *context, const char *data, int length)
{
  GsXmlWriter *self = context;

  if (self->error == NULL)
    g_output_stream_write_all (self->out, data, (gsize) length, NULL, NULL, &self->error);

  return length;
}

static gboolean
settle (GsXmlWriter *self, int result, GError **error)
{
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }

  if (result >= 0)
    return TRUE;

  g_set_error_literal (error, GS_ERROR, GS_ERROR_FAILED, _ ("the report could not be written"));

  return FALSE;
}

static int
start (GsXmlWriter *self, const char *name)
{
  return xmlTextWriterStartElement (self->writer, BAD_CAST name);
}

static int
end (GsXmlWriter *self)
{
  return xmlTextWriterEndElement (self->writer);
}

static int
put_attribute (GsXmlWriter *self, const char *name, const char *value)
{
  return xmlTextWriterWriteAttribute (self->writer, BAD_CAST name, BAD_CAST value);
}

static int
put_text_element (GsXmlWriter *self, const char *name, const char *text)
{
  gboolean escaped = gs_xml_text_needs_escape (text);

  g_string_truncate (self->text, 0);
  gs_xml_text_append (self->text, text, escaped);

  if (start (self, name) < 0 || (escaped && put_attribute (self, "escaped", "true") < 0)
      || xmlTextWriterWriteRaw (self->writer, BAD_CAST self->text->str) < 0)
    return -1;

  return end (self);
}

static int
put_texts (GsXmlWriter *self, const GsField *field, const GPtrArray *texts)
{
  if (start (self, field->name) < 0)
    return -1;

  for (guint i = 0; i < texts->len; i++)
    {
      if (field->kind == GS_FIELD_TEXTS)
        {
          if (put_text_element (self, GS_XML_ITEM, texts->pdata[i]) < 0)
            return -1;
        }
      else if (start (self, GS_XML_REF) < 0 || put_attribute (self, "uuid", texts->pdata[i]) < 0 || end (self) < 0)
        return -1;
    }

  return end (self);
}

static gboolean put_record (GsXmlWriter *self, const GsRecordType *type, gconstpointer record, GError **error);

static gboolean
put_list (GsXmlWriter *self, const GsField *field, const GPtrArray *list, GError **error)
{
  if (!settle (self, start (self, field->name), error))
    return FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      if (!put_record (self, field->type, list->pdata[i], error))
        return FALSE;
    }

  return settle (self, end (self), error);
}

static gboolean
put_element (GsXmlWriter *self, const GsField *field, gconstpointer record, GError **error)
{
  g_autofree char *text = NULL;

  if (field->kind == GS_FIELD_LIST)
    return put_list (self, field, GS_FIELD_VALUE (field, record, GPtrArray *), error);

  if (field->kind == GS_FIELD_TEXTS || field->kind == GS_FIELD_REFS)
    return settle (self, put_texts (self, field, GS_FIELD_VALUE (field, record, GPtrArray *)), error);

  text = gs_field_to_text (field, record, error);

  return text != NULL && settle (self, put_text_element (self, field->name, text), error);
}

static gboolean
put_record_attributes (GsXmlWriter *self, const GsRecordType *type, gconstpointer record, GError **error)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const GsField *field = &type->fields[i];
      g_autofree char *text = NULL;

      if (!gs_xml_field_is_attribute (field) || !gs_field_is_written (field, record))
        continue;

      text = gs_field_to_text (field, record, error);
      if (text == NULL || !settle (self, put_attribute (self, field->name, text), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_record (GsXmlWriter *self, const GsRecordType *type, gconstpointer record, GError **error)
{
  if (!settle (self, start (self, type->name), error) || !put_record_attributes (self, type, record, error))
    return FALSE;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const GsField *field = &type->fields[i];

      if (!gs_xml_field_is_attribute (field) && gs_field_is_written (field, record)
          && !put_element (self, field, record, error))
        return FALSE;
    }

  return settle (self, end (self), error);
}

/* Every section is there, empty ones too: readers need not ask. */
static int
open_sections (GsXmlWriter *self, guint n_sections)
{
  while (self->n_sections < n_sections)
    {
      if (self->n_sections > 0 && end (self) < 0)
        return -1;
      if (start (self, gs_workspace_types[self->n_sections]->plural) < 0)
        return -1;
      self->n_sections++;
    }

  return 0;
}

static int
put_header (GsXmlWriter *self, const GsReportHeader *header)
{
  if (xmlTextWriterStartDocument (self->writer, "1.0", "UTF-8", NULL) < 0 || start (self, GS_REPORT_NAME) < 0
      || put_attribute (self, "xmlns", GS_REPORT_NAMESPACE) < 0
      || put_attribute (self, "version", GS_REPORT_VERSION_TEXT) < 0)
    return -1;

  if (header->workspace != NULL && put_attribute (self, "workspace", header->workspace) < 0)
    return -1;

  return header->title != NULL ? put_text_element (self, "title", header->title) : 0;
}

static gboolean
gs_xml_writer_begin (GsReportSink *sink, const GsReportHeader *header, GError **error)
{
  GsXmlWriter *self = (GsXmlWriter *) sink;

  return settle (self, put_header (self, header), error);
}

static gboolean
gs_xml_writer_record (GsReportSink *sink, const GsRecordType *type, gpointer record, GError **error)
{
  GsXmlWriter *self = (GsXmlWriter *) sink;
  int section = gs_report_section_of (type);

  g_return_val_if_fail (section >= 0 && (guint) section + 1 >= self->n_sections, FALSE);

  return settle (self, open_sections (self, (guint) section + 1), error) && put_record (self, type, record, error);
}

static gboolean
gs_xml_writer_end (GsReportSink *sink, GError **error)
{
  GsXmlWriter *self = (GsXmlWriter *) sink;

  return settle (self, open_sections (self, gs_n_workspace_types), error)
         && settle (self, xmlTextWriterEndDocument (self->writer), error)
         && settle (self, xmlTextWriterFlush (self->writer), error);
}

static void
gs_xml_writer_free (GsReportSink *sink)
{
  GsXmlWriter *self = (GsXmlWriter *) sink;

  /* Freeing flushes, but what has no end is not to be written. */
  if (self->error == NULL)
    g_set_error_literal (&self->error, GS_ERROR, GS_ERROR_FAILED, "closed");
  xmlFreeTextWriter (self->writer);
  g_clear_error (&self->error);
  g_string_free (self->text, TRUE);
  g_object_unref (self->out);
  g_free (self);
}

/**
 * gs_xml_writer_new:
 * @out: where to write; not closed
 *
 * Returns: (transfer full): a sink that writes a report as XML
 */
GsReportSink *
gs_xml_writer_new (GOutputStream *out)
{
  GsXmlWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (out), NULL);

  self = g_new0 (GsXmlWriter, 1);
  self->parent.begin = gs_xml_writer_begin;
  self->parent.record = gs_xml_writer_record;
  self->parent.end = gs_xml_writer_end;
  self->parent.free = gs_xml_writer_free;
  self->out = g_object_ref (out);
  self->text = g_string_new (NULL);
  self->writer = xmlNewTextWriter (xmlOutputBufferCreateIO (write_cb, NULL, self, NULL));
  if (self->writer == NULL)
    g_error ("out of memory");
  xmlTextWriterSetIndent (self->writer, 1);
  xmlTextWriterSetIndentString (self->writer, BAD_CAST "  ");

  return &self->parent;
}
