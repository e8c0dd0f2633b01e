/* gs-export-preview.h: how a report begins.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "gs-report.h"

G_BEGIN_DECLS

#define GS_TYPE_EXPORT_PREVIEW (gs_export_preview_get_type ())
G_DECLARE_FINAL_TYPE (GsExportPreview, gs_export_preview, GS, EXPORT_PREVIEW, GtkWidget)

/* Shows that report soon; whatever was being read for another is given up. */
void     gs_export_preview_show       (GsExportPreview        *self,
                                       const char             *workspace_path,
                                       const GsReportFormat   *format,
                                       const GsReportOptions  *options);
gboolean gs_export_preview_is_settled (GsExportPreview        *self);

G_END_DECLS
