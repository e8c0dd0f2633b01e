/* gs-qdpx-project.h: a REFI-QDA project as our records.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-qde.h"
#include "gs-report.h"

G_BEGIN_DECLS

/* @parts: (nullable): of the archive, by name. */
gboolean gs_qdpx_project_feed (GsQde         *qde,
                               GHashTable    *parts,
                               GsReportSink  *sink,
                               GError       **error);

G_END_DECLS
