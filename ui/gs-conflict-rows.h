/* gs-conflict-rows.h: how a conflict and a pair look in a list.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-conflicts.h"

G_BEGIN_DECLS

/* Each makes a row for a GtkListBox. */
GtkWidget  *gs_conflict_row_new (const GsConflict *conflict);
GtkWidget  *gs_pair_row_new     (const GsPair     *pair);

/* (transfer full): what a conflict is about, in a few words. */
char       *gs_conflict_describe (const GsConflict *conflict);
/* (transfer full): with all its rules, and whom they set against whom. */
char       *gs_conflict_describe_whole (const GsConflict *conflict);

G_END_DECLS
