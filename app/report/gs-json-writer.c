/* gs-json-writer.c: a report as JSON.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Written as the records come, one member a line, so that two reports can be
 * compared line by line. See resources/report.schema.json.
 */

#include "config.h"

#include "gs-report-private.h"

#include <glib/gi18n-lib.h>

#include "gs-field-text.h"
#include "gs-json-emit.h"

/* Handed on to the stream in pieces of about this many bytes. */
#define CHUNK (64 * 1024)

typedef struct
{
  GsReportSink parent;
  GOutputStream *out;
  GString *buffer;
  guint n_sections;  /* sections begun */
  gboolean in_array; /* the open section has a record already */
} GsJsonWriter;

static gboolean
flush (GsJsonWriter *self, gsize threshold, GError **error)
{
  if (self->buffer->len < threshold)
    return TRUE;

  if (!g_output_stream_write_all (self->out, self->buffer->str, self->buffer->len, NULL, NULL, error))
    return FALSE;

  g_string_truncate (self->buffer, 0);

  return TRUE;
}

static void
put_line (GsJsonWriter *self, guint depth)
{
  g_string_append_c (self->buffer, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (self->buffer, "  ");
}

static void
put_texts (GsJsonWriter *self, const GPtrArray *texts, guint depth)
{
  g_string_append_c (self->buffer, '[');
  for (guint i = 0; i < texts->len; i++)
    {
      if (i > 0)
        g_string_append_c (self->buffer, ',');
      put_line (self, depth + 1);
      gs_json_append_text (self->buffer, texts->pdata[i]);
    }
  put_line (self, depth);
  g_string_append_c (self->buffer, ']');
}

static gboolean
put_record (GsJsonWriter *self, const GsRecordType *type, gconstpointer record, guint depth, GError **error);

static gboolean
put_list (GsJsonWriter *self, const GsRecordType *type, const GPtrArray *list, guint depth, GError **error)
{
  g_string_append_c (self->buffer, '[');
  for (guint i = 0; i < list->len; i++)
    {
      if (i > 0)
        g_string_append_c (self->buffer, ',');
      put_line (self, depth + 1);
      if (!put_record (self, type, list->pdata[i], depth + 1, error))
        return FALSE;
    }
  put_line (self, depth);
  g_string_append_c (self->buffer, ']');

  return TRUE;
}

static gboolean
put_scalar (GsJsonWriter *self, const GsField *field, gconstpointer record, GError **error)
{
  g_autofree char *text = gs_field_to_text (field, record, error);

  if (text == NULL)
    return FALSE;

  if (field->kind == GS_FIELD_INT || field->kind == GS_FIELD_NUMBER || field->kind == GS_FIELD_BOOL)
    g_string_append (self->buffer, text);
  else
    gs_json_append_text (self->buffer, text);

  return TRUE;
}

static gboolean
put_value (GsJsonWriter *self, const GsField *field, gconstpointer record, guint depth, GError **error)
{
  switch (field->kind)
    {
    case GS_FIELD_TEXTS:
    case GS_FIELD_REFS:
      put_texts (self, GS_FIELD_VALUE (field, record, GPtrArray *), depth);
      return TRUE;

    case GS_FIELD_LIST:
      return put_list (self, field->type, GS_FIELD_VALUE (field, record, GPtrArray *), depth, error);

    case GS_FIELD_TEXT:
    case GS_FIELD_INT:
    case GS_FIELD_BOOL:
    case GS_FIELD_NUMBER:
    case GS_FIELD_WORD:
    case GS_FIELD_BYTES:
    case GS_FIELD_REF:
    default:
      return put_scalar (self, field, record, error);
    }
}

static gboolean
put_record (GsJsonWriter *self, const GsRecordType *type, gconstpointer record, guint depth, GError **error)
{
  gboolean first = TRUE;

  g_string_append_c (self->buffer, '{');
  for (guint i = 0; i < type->n_fields; i++)
    {
      const GsField *field = &type->fields[i];

      if (!gs_field_is_written (field, record))
        continue;

      if (!first)
        g_string_append_c (self->buffer, ',');
      first = FALSE;
      put_line (self, depth + 1);
      g_string_append_printf (self->buffer, "\"%s\": ", field->name);
      if (!put_value (self, field, record, depth + 1, error))
        return FALSE;
    }
  /* An empty record still is one: {} */
  if (!first)
    put_line (self, depth);
  g_string_append_c (self->buffer, '}');

  return TRUE;
}

static void
put_header_text (GsJsonWriter *self, const char *name, const char *text)
{
  if (text == NULL)
    return;

  g_string_append_printf (self->buffer, ",\n  \"%s\": ", name);
  gs_json_append_text (self->buffer, text);
}

/* Every section is there, empty ones too: readers need not ask. */
static void
open_sections (GsJsonWriter *self, guint n_sections)
{
  while (self->n_sections < n_sections)
    {
      if (self->n_sections > 0)
        g_string_append (self->buffer, self->in_array ? "\n  ]" : "]");
      self->in_array = FALSE;
      g_string_append_printf (self->buffer, ",\n  \"%s\": [", gs_workspace_types[self->n_sections]->plural);
      self->n_sections++;
    }
}

static gboolean
gs_json_writer_begin (GsReportSink *sink, const GsReportHeader *header, GError **error)
{
  GsJsonWriter *self = (GsJsonWriter *) sink;

  g_string_append (self->buffer, "{\n  \"format\": \"" GS_REPORT_NAME "\",\n  \"version\": " GS_REPORT_VERSION_TEXT);
  put_header_text (self, "title", header->title);
  put_header_text (self, "workspace", header->workspace);

  return TRUE;
}

static gboolean
gs_json_writer_record (GsReportSink *sink, const GsRecordType *type, gpointer record, GError **error)
{
  GsJsonWriter *self = (GsJsonWriter *) sink;
  int section = gs_report_section_of (type);

  g_return_val_if_fail (section >= 0 && (guint) section + 1 >= self->n_sections, FALSE);

  open_sections (self, (guint) section + 1);
  if (self->in_array)
    g_string_append_c (self->buffer, ',');
  self->in_array = TRUE;
  put_line (self, 2);
  if (!put_record (self, type, record, 2, error))
    return FALSE;

  return flush (self, CHUNK, error);
}

static gboolean
gs_json_writer_end (GsReportSink *sink, GError **error)
{
  GsJsonWriter *self = (GsJsonWriter *) sink;

  open_sections (self, gs_n_workspace_types);
  g_string_append (self->buffer, self->in_array ? "\n  ]\n}\n" : "]\n}\n");

  return flush (self, 0, error);
}

static void
gs_json_writer_free (GsReportSink *sink)
{
  GsJsonWriter *self = (GsJsonWriter *) sink;

  g_string_free (self->buffer, TRUE);
  g_object_unref (self->out);
  g_free (self);
}

/**
 * gs_json_writer_new:
 * @out: where to write; not closed
 *
 * Returns: (transfer full): a sink that writes a report as JSON
 */
GsReportSink *
gs_json_writer_new (GOutputStream *out)
{
  GsJsonWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (out), NULL);

  self = g_new0 (GsJsonWriter, 1);
  self->parent.begin = gs_json_writer_begin;
  self->parent.record = gs_json_writer_record;
  self->parent.end = gs_json_writer_end;
  self->parent.free = gs_json_writer_free;
  self->out = g_object_ref (out);
  self->buffer = g_string_sized_new (CHUNK);

  return &self->parent;
}
