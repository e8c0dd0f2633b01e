/* gs-csv-tables.c: the links and the sources as tables.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells as in gs-csv-cells.h. A link says its claims by UUID, which is the
 * first column of the table of claims.
 */

#include "config.h"

#include "gs-csv-cells.h"
#include "gs-report-buffer.h"
#include "gs-report-catalogue.h"
#include "gs-report-private.h"

typedef struct
{
  GsReportSink parent;
  GsReportBuffer buffer;
  GsReportCatalogue *catalogue;
  gboolean of_links;
} GsCsvTable;

static void
put_row (GsCsvTable *self, const char *const *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    gs_csv_append_cell (self->buffer.text, cells[i], i == 0);
  g_string_append (self->buffer.text, "\r\n");
}

static void
put_link (GsCsvTable *self, const GsLinkRecord *link)
{
  const char *cells[] = {
    link->uuid,
    link->a,
    gs_word_to_nick (&gs_link_kinds, link->kind),
    link->b,
    gs_word_to_nick (&gs_link_origins, link->origin),
    link->rule,
    gs_word_to_nick (&gs_conflict_classes, link->conflict_class),
    gs_word_to_nick (&gs_verdicts, link->verdict),
    link->reason,
    link->explanation,
    link->note,
    link->created,
    link->modified,
  };

  put_row (self, cells, G_N_ELEMENTS (cells));
}

/* The latest general one. */
static const GsRatingRecord *
find_rating (const GsSourceRecord *source)
{
  for (guint i = source->ratings->len; i > 0; i--)
    {
      const GsRatingRecord *rating = source->ratings->pdata[i - 1];

      if (rating->topic == NULL)
        return rating;
    }

  return NULL;
}

static void
put_source (GsCsvTable *self, const GsSourceRecord *source)
{
  const GsRatingRecord *rating = find_rating (source);
  g_autoptr (GString) aliases = g_string_new (NULL);
  g_autoptr (GString) parties = g_string_new (NULL);
  const char *cells[] = {
    source->uuid,
    source->name,
    gs_word_to_nick (&gs_source_kinds, source->kind),
    gs_report_catalogue_source (self->catalogue, source->part_of),
    NULL,
    NULL,
    rating != NULL && rating->grade != GS_GRADE_NONE ? gs_word_to_nick (&gs_grades, rating->grade) : NULL,
    rating != NULL ? rating->basis : NULL,
    rating != NULL ? rating->at : NULL,
    source->note,
  };

  for (guint i = 0; i < source->aliases->len; i++)
    {
      const GsAliasRecord *alias = source->aliases->pdata[i];

      g_string_append_printf (aliases, "%s%s", i > 0 ? "; " : "", alias->name != NULL ? alias->name : "");
    }
  for (guint i = 0; i < source->affiliations->len; i++)
    {
      const GsAffiliationRecord *affiliation = source->affiliations->pdata[i];

      g_string_append_printf (parties, "%s%s", i > 0 ? "; " : "",
                              gs_report_catalogue_source (self->catalogue, affiliation->party));
    }
  cells[4] = parties->str;
  cells[5] = aliases->str;
  put_row (self, cells, G_N_ELEMENTS (cells));
}

static gboolean
gs_csv_table_begin (GsReportSink *sink, const GsReportHeader *header, GError **error)
{
  static const char *const links[] = { "link",    "claim",  "kind",        "other_claim", "origin",  "rule",    "class",
                                       "verdict", "reason", "explanation", "note",        "created", "modified" };
  static const char *const sources[] = { "source",  "name",        "kind",  "part_of", "affiliations",
                                         "aliases", "reliability", "basis", "rated",   "note" };
  GsCsvTable *self = (GsCsvTable *) sink;

  put_row (self, self->of_links ? links : sources, self->of_links ? G_N_ELEMENTS (links) : G_N_ELEMENTS (sources));

  return TRUE;
}

static gboolean
gs_csv_table_record (GsReportSink *sink, const GsRecordType *type, gpointer record, GError **error)
{
  GsCsvTable *self = (GsCsvTable *) sink;

  if (self->of_links && type == &gs_link_type)
    put_link (self, record);
  else if (!self->of_links && type == &gs_source_type)
    gs_report_catalogue_add (self->catalogue, type, record);

  return gs_report_buffer_pass (&self->buffer, error);
}

/* A source may be part of one that comes later. */
static gboolean
gs_csv_table_end (GsReportSink *sink, GError **error)
{
  GsCsvTable *self = (GsCsvTable *) sink;
  GPtrArray *sources = gs_report_catalogue_list (self->catalogue, &gs_source_type);

  for (guint i = 0; i < sources->len; i++)
    {
      put_source (self, sources->pdata[i]);
      if (!gs_report_buffer_pass (&self->buffer, error))
        return FALSE;
    }

  return gs_report_buffer_flush (&self->buffer, error);
}

static void
gs_csv_table_free (GsReportSink *sink)
{
  GsCsvTable *self = (GsCsvTable *) sink;

  gs_report_buffer_clear (&self->buffer);
  gs_report_catalogue_free (self->catalogue);
  g_free (self);
}

static GsReportSink *
table_new (GOutputStream *out, gboolean of_links)
{
  GsCsvTable *self = g_new0 (GsCsvTable, 1);

  self->parent.begin = gs_csv_table_begin;
  self->parent.record = gs_csv_table_record;
  self->parent.end = gs_csv_table_end;
  self->parent.free = gs_csv_table_free;
  self->of_links = of_links;
  self->catalogue = gs_report_catalogue_new ();
  gs_report_buffer_init (&self->buffer, out);

  return &self->parent;
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

  return table_new (out, TRUE);
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

  return table_new (out, FALSE);
}
