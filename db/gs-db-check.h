/* gs-db-check.h: is everything in the workspace as it should be?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-db-connection.h"

G_BEGIN_DECLS

/* Checks SQLite's integrity, foreign keys, hashes of original bytes, every
 * span's quote against its text, zones within their text, the search index
 * and the derived counts. Gives one sentence (char *) a finding; an empty
 * array means clean. */
GPtrArray *gs_db_check (GsDbConnection  *db,
                        GError         **error);

G_END_DECLS
