/* gs-warc.h: web archives.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-intake.h"

G_BEGIN_DECLS

/* An article an HTML page: of every response with status 200 and every
 * resource. URL and instant of retrieval are the record's. */
gboolean gs_warc_read (GsIntake   *intake,
                       GBytes     *bytes,
                       GError    **error);

/* The same compressed; any other gzip file is refused. */
gboolean gs_gzip_read (GsIntake   *intake,
                       GBytes     *bytes,
                       GError    **error);

G_END_DECLS
