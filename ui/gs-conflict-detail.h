/* gs-conflict-detail.h: a question in conflict: its positions and their pairs.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-conflicts.h"

G_BEGIN_DECLS

#define GS_TYPE_CONFLICT_DETAIL (gs_conflict_detail_get_type ())
G_DECLARE_FINAL_TYPE (GsConflictDetail, gs_conflict_detail, GS, CONFLICT_DETAIL, GtkWidget)

/* Signal "compare" (char *question, char *link): see #GsPairList.
 * Signal "exhausted": wants another question with undecided pairs. */

/* @workspace: (nullable) */
void        gs_conflict_detail_set_workspace (GsConflictDetail *self,
                                              GsWorkspace      *workspace);
/* @conflict: copied as needed. What was open and chosen stays so if it is the
 * same question. */
void        gs_conflict_detail_show          (GsConflictDetail *self,
                                              const GsConflict *conflict);
/* The same conflict again, whose claims may have changed. */
void        gs_conflict_detail_refresh       (GsConflictDetail *self,
                                              const GsConflict *conflict);
/* Chooses the first undecided pair, as soon as it is there. */
void        gs_conflict_detail_judge_next    (GsConflictDetail *self);
/* Puts the focus on the chosen pair, as soon as there is one. */
void        gs_conflict_detail_focus_pairs   (GsConflictDetail *self);
/* (nullable) (transfer none): UUID. */
const char *gs_conflict_detail_get_question  (GsConflictDetail *self);
gboolean    gs_conflict_detail_is_settled    (GsConflictDetail *self);

G_END_DECLS
