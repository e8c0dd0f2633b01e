/* gs-compare-others.h: what else is claimed on the question of a pair.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_COMPARE_OTHERS (gs_compare_others_get_type ())
G_DECLARE_FINAL_TYPE (GsCompareOthers, gs_compare_others, GS, COMPARE_OTHERS, GtkWidget)

/* Signal "open-claim" (char *article, char *claim): the analyst wants to see it
 * in its text. */

/* @question: (nullable): UUID, NULL for nothing. @a and @b: UUIDs of the claims
 * that are seen anyway. Returns at once. */
void     gs_compare_others_show       (GsCompareOthers *self,
                                       GsWorkspace     *workspace,
                                       const char      *question,
                                       const char      *a,
                                       const char      *b);
gboolean gs_compare_others_is_settled (GsCompareOthers *self);

G_END_DECLS
