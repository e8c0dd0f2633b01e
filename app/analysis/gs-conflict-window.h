/* gs-conflict-window.h: the pairs on one question, a bounded part at a time.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A question may have a hundred thousand claims, and billions of pairs. They
 * are looked at by blocks of 200 asserting against 200 denying (or asserting)
 * claims. Within a block the highest score comes first; a question that fits
 * one block, as all but the hottest do, is thus in one order throughout.
 */

#pragma once

#include "gs-pair.h"

G_BEGIN_DECLS

#define GS_CONFLICT_BLOCK 200

typedef struct _GsConflictWindow GsConflictWindow;

/* NULL with error when the question cannot be read. */
GsConflictWindow *gs_conflict_window_new  (GsWorkspace       *workspace,
                                           GsParties         *parties,
                                           const char        *question,
                                           GError           **error);
void              gs_conflict_window_free (GsConflictWindow  *self);

const GsQuestionRecord *gs_conflict_window_get_question (GsConflictWindow *self);

/* Moves on to the next pair. FALSE at the end, and with error. */
gboolean    gs_conflict_window_next       (GsConflictWindow  *self,
                                           GError           **error);
/* Of the pair it stands at: */
char       *gs_conflict_window_dup_link   (GsConflictWindow  *self); /* derived UUID */
const char *gs_conflict_window_get_rule       (GsConflictWindow  *self);
GsPair     *gs_conflict_window_get_pair   (GsConflictWindow  *self); /* (transfer full) */
int         gs_conflict_window_get_verdict (GsConflictWindow *self);
/* The links on the question that stand for no pair of a rule: (transfer full). */
GPtrArray  *gs_conflict_window_get_linked (GsConflictWindow  *self,
                                           GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsConflictWindow, gs_conflict_window_free)

G_END_DECLS
