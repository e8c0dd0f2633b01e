/* gs-lane.h: claims that lie in the same place, as one bar of a diagram.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "gs-axis.h"
#include "gs-placed-claims.h"

G_BEGIN_DECLS

typedef struct
{
  double     lo; /* -INFINITY where open */
  double     hi;
  int        kind;   /* GsTimeKind */
  int        stance; /* GsStance */
  char      *words;  /* the interval */
  GPtrArray *voices; /* char *, distinct, in the order of the claims */
  guint      claims;
} GsLane;

void       gs_lane_free     (GsLane     *self);

/* (transfer full) (element-type GsLane): by where they begin, at most @most.
 * @unit: those with that unit only; ignored for days. */
GPtrArray *gs_lanes_new     (GPtrArray  *placed,
                             GsAxisKind  kind,
                             const char *unit,
                             guint       most);
/* Makes @axis long enough for all @lanes; FALSE if there is nothing on it. */
gboolean   gs_lanes_fit     (GPtrArray  *lanes,
                             GsAxisKind  kind,
                             GsAxis     *axis);

/* "For the first time: until 24 February 2022 (denied)". (transfer full) */
char      *gs_lane_label    (const GsLane *self);
/* "Iran, Russia · 3 claims". (transfer full) */
char      *gs_lane_sublabel (const GsLane *self);
/* Both, for those who do not see the bar. (transfer full) */
char      *gs_lane_describe (const GsLane *self);

G_END_DECLS
