/* gs-report-preview.h: how a report begins, to look at before it is written.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-report.h"

G_BEGIN_DECLS

/* One of the two, or both NULL for a report that holds nothing. */
typedef struct
{
  char      *text;  /* (nullable): the first lines */
  gboolean   cut;   /* more would follow */
  GPtrArray *pages; /* (nullable) (element-type cairo_surface_t): the first page, in points */
} GsReportPreview;

/* Blocks. */
GsReportPreview *gs_report_preview        (const char             *workspace_path,
                                           const GsReportFormat   *format,
                                           const GsReportOptions  *options,
                                           GCancellable           *cancellable,
                                           GError                **error);
void             gs_report_preview_async  (const char             *workspace_path,
                                           const GsReportFormat   *format,
                                           const GsReportOptions  *options,
                                           GCancellable           *cancellable,
                                           GAsyncReadyCallback     callback,
                                           gpointer                user_data);
/* (transfer full) (nullable) */
GsReportPreview *gs_report_preview_finish (GAsyncResult           *result,
                                           GError                **error);
void             gs_report_preview_free   (GsReportPreview        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsReportPreview, gs_report_preview_free)

G_END_DECLS
