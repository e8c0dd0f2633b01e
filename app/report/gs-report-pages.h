/* gs-report-pages.h: a report to read as pages for a printer.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-report.h"

G_BEGIN_DECLS

/* Whether this Gainsay can lay out pages at all. */
gboolean   gs_report_pages_available (void);

/* Blocks. (element-type cairo_surface_t): one recording a page, in points. */
GPtrArray *gs_report_pages           (const char             *workspace_path,
                                      const GsReportOptions  *options,
                                      GCancellable           *cancellable,
                                      GError                **error);

/* The same, the first page alone, as soon as it is laid out. */
GPtrArray *gs_report_first_page      (const char             *workspace_path,
                                      const GsReportOptions  *options,
                                      GCancellable           *cancellable,
                                      GError                **error);

/* gs_report_pages() in a thread. */
void       gs_report_pages_async     (const char             *workspace_path,
                                      const GsReportOptions  *options,
                                      GCancellable           *cancellable,
                                      GAsyncReadyCallback     callback,
                                      gpointer                user_data);
GPtrArray *gs_report_pages_finish    (GAsyncResult           *result,
                                      GError                **error);

G_END_DECLS
