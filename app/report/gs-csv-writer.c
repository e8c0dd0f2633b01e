/* gs-csv-writer.c: claims, links or sources as comma-separated values.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RFC 4180: one row a record, CRLF between rows, quotes where they are needed.
 * A cell that a spreadsheet would take for a formula begins with an
 * apostrophe: nothing that an article says is ever computed.
 */

#include "config.h"

#include "gs-csv-cells.h"
#include "gs-report-buffer.h"
#include "gs-report-private.h"
#include "gs-table.h"

typedef struct
{
  GsTable parent;
  GString *text;
  guint column; /* of the next cell */
} GsCsvTable;

typedef struct
{
  GsReportSink parent;
  GsReportBuffer buffer;
  GsReportCatalogue *catalogue;
  GsCsvTable table;
  const GsRecordType *type; /* that has rows */
} GsCsvWriter;

static void
gs_csv_table_cell (GsTable *table, const char *text)
{
  GsCsvTable *self = (GsCsvTable *) table;

  gs_csv_append_cell (self->text, text, self->column++ == 0);
}

static void
gs_csv_table_number (GsTable *table, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  gs_csv_table_cell (table, text);
}

static void
gs_csv_table_end_row (GsTable *table)
{
  GsCsvTable *self = (GsCsvTable *) table;

  g_string_append (self->text, "\r\n");
  self->column = 0;
}

static gboolean
gs_csv_writer_begin (GsReportSink *sink, const GsReportHeader *header, GError **error)
{
  GsCsvWriter *self = (GsCsvWriter *) sink;

  if (self->type == &gs_claim_type)
    gs_table_put_claim_heads (&self->table.parent);
  else if (self->type == &gs_link_type)
    gs_table_put_link_heads (&self->table.parent);
  else
    gs_table_put_source_heads (&self->table.parent);

  return TRUE;
}

static gboolean
gs_csv_writer_record (GsReportSink *sink, const GsRecordType *type, gpointer record, GError **error)
{
  GsCsvWriter *self = (GsCsvWriter *) sink;

  if (self->type != &gs_link_type)
    gs_report_catalogue_add (self->catalogue, type, record);
  if (type == self->type && type == &gs_claim_type)
    gs_table_put_claim (&self->table.parent, self->catalogue, record);
  else if (type == self->type && type == &gs_link_type)
    gs_table_put_link (&self->table.parent, record);

  return gs_report_buffer_pass (&self->buffer, error);
}

/* A source may be part of one that comes later. */
static gboolean
gs_csv_writer_end (GsReportSink *sink, GError **error)
{
  GsCsvWriter *self = (GsCsvWriter *) sink;
  GPtrArray *sources = gs_report_catalogue_list (self->catalogue, &gs_source_type);

  for (guint i = 0; self->type == &gs_source_type && i < sources->len; i++)
    {
      gs_table_put_source (&self->table.parent, self->catalogue, sources->pdata[i]);
      if (!gs_report_buffer_pass (&self->buffer, error))
        return FALSE;
    }

  return gs_report_buffer_flush (&self->buffer, error);
}

static void
gs_csv_writer_free (GsReportSink *sink)
{
  GsCsvWriter *self = (GsCsvWriter *) sink;

  gs_report_buffer_clear (&self->buffer);
  gs_report_catalogue_free (self->catalogue);
  g_free (self);
}

static GsReportSink *
writer_new (GOutputStream *out, const GsRecordType *type)
{
  GsCsvWriter *self = g_new0 (GsCsvWriter, 1);

  self->parent.begin = gs_csv_writer_begin;
  self->parent.record = gs_csv_writer_record;
  self->parent.end = gs_csv_writer_end;
  self->parent.free = gs_csv_writer_free;
  self->type = type;
  self->catalogue = gs_report_catalogue_new ();
  gs_report_buffer_init (&self->buffer, out);
  self->table.parent.cell = gs_csv_table_cell;
  self->table.parent.number = gs_csv_table_number;
  self->table.parent.end_row = gs_csv_table_end_row;
  self->table.text = self->buffer.text;

  return &self->parent;
}

/**
 * gs_csv_writer_new:
 * @out: where to write; not closed
 *
 * Returns: (transfer full): a sink that writes the claims as a table
 */
GsReportSink *
gs_csv_writer_new (GOutputStream *out)
{
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (out), NULL);

  return writer_new (out, &gs_claim_type);
}

/**
 * gs_csv_links_writer_new:
 * @out: where to write; not closed
 *
 * Returns: (transfer full): a sink that writes the links as a table
 */
GsReportSink *
gs_csv_links_writer_new (GOutputStream *out)
{
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (out), NULL);

  return writer_new (out, &gs_link_type);
}

/**
 * gs_csv_sources_writer_new:
 * @out: where to write; not closed
 *
 * Returns: (transfer full): a sink that writes the sources as a table
 */
GsReportSink *
gs_csv_sources_writer_new (GOutputStream *out)
{
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (out), NULL);

  return writer_new (out, &gs_source_type);
}
