/* gs-pair-list.h: the pairs of a question, to be judged one after the other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_PAIR_LIST (gs_pair_list_get_type ())
G_DECLARE_FINAL_TYPE (GsPairList, gs_pair_list, GS, PAIR_LIST, GtkWidget)

/* Signal "compare" (char *link): the analyst wants that pair side by side;
 * link is NULL for the first undecided one.
 * Signal "exhausted": wants the next undecided pair, and this question has none. */

/* @workspace: (nullable) */
void        gs_pair_list_set_workspace   (GsPairList  *self,
                                          GsWorkspace *workspace);
/* @question: UUID. Reads anew; what was chosen stays chosen if it is the same
 * question. */
void        gs_pair_list_show            (GsPairList  *self,
                                          const char  *question);
/* Reads further pairs, if there are. */
void        gs_pair_list_read_more       (GsPairList  *self);
/* Chooses the first undecided pair, and takes the focus. */
void        gs_pair_list_choose_next     (GsPairList  *self);
/* Puts the focus on the chosen pair, as soon as there is one. */
void        gs_pair_list_focus           (GsPairList  *self);
gboolean    gs_pair_list_is_settled      (GsPairList  *self);

G_END_DECLS
