/* gs-exchange.h: projects of other programs, as reports to read.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries for the table of formats. Each reads a file that is in memory whole
 * into a #GsQda and feeds that; what it is not sure of it checks against the
 * text.
 */

#pragma once

#include "gs-report.h"

G_BEGIN_DECLS

/* A REFI-QDA project, .qdpx: a ZIP archive of project.qde and texts. */
gboolean gs_qdpx_read       (GInputStream  *in,
                             GsReportSink  *sink,
                             GError       **error);
gboolean gs_qdpx_sniff      (const char    *data,
                             gsize          length);

/* A REFI-QDA code book, .qdc. */
gboolean gs_qdc_read        (GInputStream  *in,
                             GsReportSink  *sink,
                             GError       **error);
gboolean gs_qdc_sniff       (const char    *data,
                             gsize          length);
GsReportSink *gs_qdc_writer_new (GOutputStream *out);

/* data.qda of a project of QualCoder, or a database of Taguette. */
gboolean gs_qda_database_read  (GInputStream  *in,
                                GsReportSink  *sink,
                                GError       **error);
gboolean gs_qda_database_sniff (const char    *data,
                                gsize          length);

/* (transfer full) (nullable): all that is in @in, at most GS_EXCHANGE_MAX_BYTES. */
GBytes  *gs_exchange_read_all  (GInputStream  *in,
                                GError       **error);

#define GS_EXCHANGE_MAX_BYTES (512 * 1024 * 1024)

G_END_DECLS
