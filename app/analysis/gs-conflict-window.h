/* gs-conflict-window.h: the pairs on one question, a bounded part at a time.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A question may have a hundred thousand claims, and billions of pairs. First
 * its standpoints are compared, by blocks; then those that oppose each other
 * are opened into pairs of claims. A question on which that is not much, as
 * on all but the hottest, is in one order throughout: the highest score first.
 */

#pragma once

#include "gs-pair.h"
#include "gs-standpoints.h"

G_BEGIN_DECLS

typedef struct _GsConflictWindow GsConflictWindow;

/**
 * GsConflictReach:
 * @block: standpoints of the question, compared with as many at a time
 * @facing: standpoints on other questions, of each actor of an action
 */
typedef struct
{
  guint block;
  guint facing;
} GsConflictReach;

extern const GsConflictReach gs_conflict_reach_far;
extern const GsConflictReach gs_conflict_reach_near; /* of a list */

/* NULL with error when the question cannot be read. @question: (nullable):
 * pairs of claims that answer none. */
GsConflictWindow *gs_conflict_window_new  (GsWorkspace       *workspace,
                                           GsRules           *rules,
                                           GsStandpoints     *standpoints,
                                           const char        *question,
                                           const GsConflictReach *reach,
                                           GError           **error);
void              gs_conflict_window_free (GsConflictWindow  *self);

/* Moves on to the next pair. FALSE at the end, and with error. */
gboolean    gs_conflict_window_next       (GsConflictWindow  *self,
                                           GError           **error);
/* Whether more claims on other questions may oppose some than it looks at. */
gboolean    gs_conflict_window_is_cut     (GsConflictWindow  *self);
/* Of the pair it stands at: */
const GsOpposition *gs_conflict_window_get_opposition (GsConflictWindow *self);
char       *gs_conflict_window_dup_link   (GsConflictWindow  *self); /* derived UUID */
GsPair     *gs_conflict_window_get_pair   (GsConflictWindow  *self,
                                           GError           **error); /* (transfer full) */
gboolean    gs_conflict_window_get_verdict (GsConflictWindow *self,
                                            int              *verdict,
                                            GError          **error);
/* Of the link that is stored, or would be: (transfer full). */
char       *gs_conflict_window_dup_stored (GsConflictWindow  *self,
                                           GError           **error);
/* The links on the question that stand for no pair of a rule: (transfer full). */
GPtrArray  *gs_conflict_window_get_linked (GsConflictWindow  *self,
                                           GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsConflictWindow, gs_conflict_window_free)

G_END_DECLS
