/* check-writers.h: is what was written well formed, and is every claim in it?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "memory-report.h"

G_BEGIN_DECLS

/* Each fails unless @bytes are well formed and hold every claim of @report. */
void gs_check_csv         (GBytes         *bytes,
                           GsMemoryReport *report);
void gs_check_csv_links   (GBytes         *bytes,
                           GsMemoryReport *report);
void gs_check_csv_sources (GBytes         *bytes,
                           GsMemoryReport *report);
void gs_check_xlsx        (GBytes         *bytes,
                           GsMemoryReport *report);
void gs_check_odt         (GBytes         *bytes,
                           GsMemoryReport *report);
void gs_check_pdf         (GBytes         *bytes,
                           GsMemoryReport *report);
void gs_check_html        (GBytes         *bytes,
                           GsMemoryReport *report);
void gs_check_webanno     (GBytes         *bytes,
                           GsMemoryReport *report);
void gs_check_stix        (GBytes         *bytes,
                           GsMemoryReport *report);
void gs_check_claimreview (GBytes         *bytes,
                           GsMemoryReport *report);
void gs_check_qdpx        (GBytes         *bytes,
                           GsMemoryReport *report);

/* (element-type utf8 GBytes): the files of an archive by their names. */
GHashTable *gs_check_unzip (GBytes *bytes);

/* (element-type GPtrArray of utf8): the rows of a table, that of names first. */
GPtrArray  *gs_check_csv_rows (GBytes *bytes);

/* The claims of a report. */
GPtrArray *gs_check_claims (GsMemoryReport *report);

G_END_DECLS
