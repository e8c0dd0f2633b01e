/* gs-conflict-positions.h: who says what on a question, grouped by what is said.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-conflict-rules.h"
#include "gs-standpoints.h"

G_BEGIN_DECLS

typedef struct _GsPositions GsPositions;

/* @rule: the rule that weighs most, which says by what positions differ.
 * @most: how many claims of a position are named. */
GsPositions *gs_positions_new   (GsRules             *rules,
                                 GsStandpoints       *standpoints,
                                 gboolean             exclusive,
                                 const char          *rule,
                                 guint                most);
void         gs_positions_free  (GsPositions         *self);

/* Blocks. All claims of a standpoint. FALSE with @error. */
gboolean     gs_positions_take  (GsPositions         *self,
                                 const GsStandpoint  *standpoint,
                                 GError             **error);
/* One claim that answers another question. */
gboolean     gs_positions_take_claim (GsPositions    *self,
                                 const GsStatement   *statement,
                                 GError             **error);
/* (transfer full) (element-type GsPosition): most claims first. */
GPtrArray   *gs_positions_finish (GsPositions        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsPositions, gs_positions_free)

G_END_DECLS
