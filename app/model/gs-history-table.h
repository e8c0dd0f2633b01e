/* gs-history-table.h: the history as a table for other programs.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-listings.h"

G_BEGIN_DECLS

/* @history: (element-type GsHistoryListing). (transfer full): one line a step,
 * with a line of names; cells that a spreadsheet would calculate are not. */
char *gs_history_to_csv  (const GPtrArray *history);
/* (transfer full): an array of objects, as “gainsayctl --json history” prints it. */
char *gs_history_to_json (const GPtrArray *history);

G_END_DECLS
