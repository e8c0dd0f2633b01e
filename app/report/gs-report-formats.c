/* gs-report-formats.c: the formats a report can be written in and read from.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One entry a format. What a format needs to know of the workbench it takes
 * from the field tables of the records.
 */

#include "config.h"

#include "gs-report.h"

#include <glib/gi18n-lib.h>

#include "gs-exchange.h"
#include "gs-field-text.h"
#include "gs-report-private.h"

const GsReportFormat gs_report_formats[] = {
  {
    .nick = "xml",
    .extension = ".xml",
    .media_type = "application/xml",
    .title = N_ ("Gainsay XML"),
    .summary = N_ ("The whole workspace, to read back or to process with XML tools."),
    .writer_new = gs_xml_writer_new,
    .read = gs_xml_read,
    .sniff = gs_xml_sniff,
    .streams = TRUE,
  },
  {
    .nick = "json",
    .extension = ".json",
    .media_type = "application/json",
    .title = N_ ("Gainsay JSON"),
    .summary = N_ ("The whole workspace, to read back or to process with scripts."),
    .writer_new = gs_json_writer_new,
    .read = gs_json_read,
    .sniff = gs_json_sniff,
    .streams = TRUE,
  },
  {
    .nick = "html",
    .extension = ".html",
    .media_type = "text/html",
    .title = N_ ("Report to read (HTML)"),
    .summary = N_ ("Questions, positions and contradictions with their quotes, to read in a browser or to print."),
    .write = gs_html_write,
    .weighs = TRUE,
  },
  {
    .nick = "pdf",
    .extension = ".pdf",
    .media_type = "application/pdf",
    .title = N_ ("Report to print (PDF)"),
    .summary = N_ ("The same report on pages, with links and an outline, to print or to send."),
    .write = gs_pdf_write,
    .weighs = TRUE,
  },
  {
    .nick = "odt",
    .extension = ".odt",
    .media_type = "application/vnd.oasis.opendocument.text",
    .title = N_ ("Report to edit (ODT)"),
    .summary = N_ ("The same report as a text document, to go on writing in."),
    .write = gs_odt_write,
    .weighs = TRUE,
  },
  {
    .nick = "csv",
    .extension = ".csv",
    .media_type = "text/csv",
    .title = N_ ("Table of claims (CSV)"),
    .summary = N_ ("One row for each claim, for a spreadsheet."),
    .writer_new = gs_csv_writer_new,
  },
  {
    .nick = "csv-links",
    .extension = ".links.csv",
    .media_type = "text/csv",
    .title = N_ ("Table of links (CSV)"),
    .summary = N_ ("One row for each link between two claims, with its verdict, for a spreadsheet."),
    .writer_new = gs_csv_links_writer_new,
  },
  {
    .nick = "csv-sources",
    .extension = ".sources.csv",
    .media_type = "text/csv",
    .title = N_ ("Table of sources (CSV)"),
    .summary = N_ ("One row for each source, with its reliability and what that rests on, for a spreadsheet."),
    .writer_new = gs_csv_sources_writer_new,
  },
  {
    .nick = "xlsx",
    .extension = ".xlsx",
    .media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    .title = N_ ("Workbook of tables (XLSX)"),
    .summary = N_ ("Claims, links and sources, each on a sheet of its own, for a spreadsheet."),
    .writer_new = gs_xlsx_writer_new,
  },
  {
    .nick = "webanno",
    .extension = ".jsonld",
    .media_type = "application/ld+json",
    .title = N_ ("Web annotations (W3C)"),
    .summary = N_ ("Claims as annotations of the articles’ texts, for annotation tools."),
    .writer_new = gs_webanno_writer_new,
  },
  {
    .nick = "stix",
    .extension = ".stix.json",
    .media_type = "application/stix+json",
    .title = N_ ("STIX 2.1 bundle"),
    .summary = N_ ("Articles, claims, sources and links, for platforms of threat intelligence."),
    .writer_new = gs_stix_writer_new,
  },
  {
    .nick = "claimreview",
    .extension = ".claims.jsonld",
    .media_type = "application/ld+json",
    .title = N_ ("Claims and reviews (schema.org)"),
    .summary = N_ ("Claims, and reviews of those that were judged, for fact-checkers and search engines."),
    .writer_new = gs_claimreview_writer_new,
  },
  {
    .nick = "qdpx",
    .extension = ".qdpx",
    .media_type = "application/zip",
    .title = N_ ("REFI-QDA project (QDPX)"),
    .summary = N_ ("Articles, tags as codes, and claims as coded places, for programs of qualitative analysis."),
    .write = gs_qdpx_write,
    .read = gs_qdpx_read,
    .sniff = gs_qdpx_sniff,
  },
  {
    .nick = "qdc",
    .extension = ".qdc",
    .media_type = "application/xml",
    .title = N_ ("REFI-QDA code book (QDC)"),
    .summary = N_ ("The tree of tags as codes, for programs of qualitative analysis."),
    .writer_new = gs_qdc_writer_new,
    .read = gs_qdc_read,
    .sniff = gs_qdc_sniff,
  },
};
const guint gs_n_report_formats = G_N_ELEMENTS (gs_report_formats);

/* What is read and not written: nobody is asked to choose it. */
static const GsReportFormat foreign_formats[] = {
  {
    .nick = "qda-database",
    .title = N_ ("Project of QualCoder or Taguette"),
    .summary = N_ ("Texts, codes and coded places of another program."),
    .read = gs_qda_database_read,
    .sniff = gs_qda_database_sniff,
  },
};

/**
 * gs_report_format_by_nick:
 * @nick: the word for --format, "xml"
 *
 * Returns: (transfer none) (nullable): the format, or %NULL
 */
const GsReportFormat *
gs_report_format_by_nick (const char *nick)
{
  g_return_val_if_fail (nick != NULL, NULL);

  for (guint i = 0; i < gs_n_report_formats; i++)
    {
      if (g_str_equal (gs_report_formats[i].nick, nick))
        return &gs_report_formats[i];
    }

  return NULL;
}

/**
 * gs_report_format_sniff:
 * @data: a file, whole or the first bytes of it
 * @length: how many bytes
 *
 * Returns: (transfer none) (nullable): the format they look like, or %NULL
 */
const GsReportFormat *
gs_report_format_sniff (const char *data, gsize length)
{
  g_return_val_if_fail (data != NULL || length == 0, NULL);

  if (length == 0)
    return NULL;

  for (guint i = 0; i < gs_n_report_formats; i++)
    {
      if (gs_report_formats[i].sniff != NULL && gs_report_formats[i].sniff (data, length))
        return &gs_report_formats[i];
    }

  for (guint i = 0; i < G_N_ELEMENTS (foreign_formats); i++)
    {
      if (foreign_formats[i].sniff (data, length))
        return &foreign_formats[i];
    }

  return NULL;
}

/**
 * gs_report_sink_free:
 * @sink: (transfer full) (nullable): a sink
 */
void
gs_report_sink_free (GsReportSink *sink)
{
  if (sink != NULL)
    sink->free (sink);
}

int
gs_report_section_of (const GsRecordType *type)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      if (gs_workspace_types[i] == type)
        return (int) i;
    }

  return -1;
}

int
gs_report_section_by_name (const char *plural)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      if (g_str_equal (gs_workspace_types[i]->plural, plural))
        return (int) i;
    }

  return -1;
}

gboolean
gs_report_check_version (const char *version, GError **error)
{
  guint64 number;

  if (g_ascii_string_to_unsigned (version, 10, 1, G_MAXUINT64, &number, NULL))
    {
      if (number == GS_REPORT_VERSION)
        return TRUE;

      g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE,
                   _ ("the report was made by a newer version of Gainsay (format %.20s): update Gainsay to read it"),
                   GS_EXCERPT (version));
      return FALSE;
    }

  g_set_error (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("“%.64s” is not a version of Gainsay's report format"),
               GS_EXCERPT (version));

  return FALSE;
}
