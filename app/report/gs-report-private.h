/* gs-report-private.h: what the formats of a report share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-error.h"
#include "gs-report.h"

G_BEGIN_DECLS

#define GS_REPORT_NAME "gainsay-report"
#define GS_REPORT_VERSION 1
#define GS_REPORT_VERSION_TEXT "1"
#define GS_REPORT_NAMESPACE_STEM "https://gainsay.org/report/"
#define GS_REPORT_NAMESPACE GS_REPORT_NAMESPACE_STEM GS_REPORT_VERSION_TEXT

/* No report is refused for its size that the workbench could hold. */
#define GS_REPORT_MAX_BYTES (G_GUINT64_CONSTANT (2) << 30)

GsReportSink *gs_xml_writer_new  (GOutputStream  *out);
gboolean      gs_xml_read        (GInputStream   *in,
                                  GsReportSink   *sink,
                                  GError        **error);
gboolean      gs_xml_sniff       (const char     *data,
                                  gsize           length);

GsReportSink *gs_json_writer_new (GOutputStream  *out);
gboolean      gs_json_read       (GInputStream   *in,
                                  GsReportSink   *sink,
                                  GError        **error);
gboolean      gs_json_sniff      (const char     *data,
                                  gsize           length);

GsReportSink *gs_csv_writer_new         (GOutputStream *out);
GsReportSink *gs_csv_links_writer_new   (GOutputStream *out);
GsReportSink *gs_csv_sources_writer_new (GOutputStream *out);
GsReportSink *gs_xlsx_writer_new        (GOutputStream *out);
GsReportSink *gs_webanno_writer_new     (GOutputStream *out);
GsReportSink *gs_stix_writer_new        (GOutputStream *out);
GsReportSink *gs_claimreview_writer_new (GOutputStream *out);

gboolean      gs_html_write      (GsWorkspace          *workspace,
                                  const GsReportOptions  *options,
                                  GOutputStream        *out,
                                  GCancellable         *cancellable,
                                  GError              **error);
gboolean      gs_odt_write       (GsWorkspace          *workspace,
                                  const GsReportOptions *options,
                                  GOutputStream        *out,
                                  GCancellable         *cancellable,
                                  GError              **error);
gboolean      gs_pdf_write       (GsWorkspace          *workspace,
                                  const GsReportOptions *options,
                                  GOutputStream        *out,
                                  GCancellable         *cancellable,
                                  GError              **error);
gboolean      gs_qdpx_write      (GsWorkspace          *workspace,
                                  const GsReportOptions  *options,
                                  GOutputStream        *out,
                                  GCancellable         *cancellable,
                                  GError              **error);

/* (transfer full) (nullable): a workspace to write a report of. */
GsWorkspace  *gs_report_open        (const char           *path,
                                     gboolean              weighs,
                                     GCancellable         *cancellable,
                                     GError              **error);

/* gs_report_feed() for a caller within gs_workspace_read(). */
gboolean      gs_report_feed_within (GsWorkspace          *workspace,
                                     const GsReportOptions  *options,
                                     GsReportSink         *sink,
                                     GCancellable         *cancellable,
                                     GError              **error);

/* A loader that stores as it is fed, within gs_workspace_act(). */
GsReportSink *gs_report_loader_new_direct  (GsWorkspace     *workspace);
/* After that: makes a workspace that was empty the one the report came from. */
gboolean      gs_report_loader_adopt       (GsReportSink    *sink,
                                            GError         **error);
/* @in with its bytes at hand, for readers that want them whole. */
GInputStream *gs_report_stream_new         (GBytes          *bytes);
/* (transfer full) (nullable): NULL for any other stream. */
GBytes       *gs_report_stream_bytes       (GInputStream    *in);
/* What a loader that is at its end came to. @outcome: (out) */
void          gs_report_loader_get_outcome (GsReportSink    *sink,
                                            GsReportOutcome *outcome);

/* Index of @type in gs_workspace_types, or of the type with that plural; -1. */
int           gs_report_section_of      (const GsRecordType *type);
int           gs_report_section_by_name (const char         *plural);

/* Checks the version a file says it has. */
gboolean      gs_report_check_version   (const char         *version,
                                         GError            **error);

G_END_DECLS
