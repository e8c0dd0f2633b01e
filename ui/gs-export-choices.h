/* gs-export-choices.h: which report, of what, and how it looks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "gs-report.h"

G_BEGIN_DECLS

#define GS_TYPE_EXPORT_CHOICES (gs_export_choices_get_type ())
G_DECLARE_FINAL_TYPE (GsExportChoices, gs_export_choices, GS, EXPORT_CHOICES, GtkWidget)

/* Signal "changed": another report has been chosen. */

/* Once; what was chosen for it last is chosen again. */
void                  gs_export_choices_set_workspace (GsExportChoices *self,
                                                       GsWorkspace     *workspace);
const GsReportFormat *gs_export_choices_get_format    (GsExportChoices *self);
void                  gs_export_choices_take_options  (GsExportChoices *self,
                                                       GsReportOptions *options);
void                  gs_export_choices_remember      (GsExportChoices *self);

G_END_DECLS
