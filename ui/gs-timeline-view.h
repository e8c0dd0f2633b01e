/* gs-timeline-view.h: claims on a line of days, one below the other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-axis.h"
#include "gs-placed-claims.h"

G_BEGIN_DECLS

#define GS_TYPE_TIMELINE_VIEW (gs_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (GsTimelineView, gs_timeline_view, GS, TIMELINE_VIEW, GtkWidget)

/* Stands in a scrolled window, whose adjustment tells it what is in sight.
 *
 * Signal "activated" (uint position): the analyst wants to see that claim.
 *
 * Up, Down, Home, End choose; Left and Right move along, plus and minus zoom,
 * 0 shows all; so do dragging, and scrolling with Shift and with Control. */

void  gs_timeline_view_set_claims     (GsTimelineView *self,
                                       GPtrArray      *claims);
void  gs_timeline_view_set_adjustment (GsTimelineView *self,
                                       GtkAdjustment  *adjustment);
/* @factor: how much larger things become; 0 shows all. */
void  gs_timeline_view_zoom           (GsTimelineView *self,
                                       double          factor);
/* By a fraction of what is in sight. */
void  gs_timeline_view_move           (GsTimelineView *self,
                                       double          fraction);
const GsAxis *gs_timeline_view_get_axis (GsTimelineView *self);
/* −1 when none is chosen. */
int   gs_timeline_view_get_chosen     (GsTimelineView *self);
void  gs_timeline_view_choose         (GsTimelineView *self,
                                       int             position);

/* A claim in one line, for those who do not see the picture. (transfer full) */
char *gs_timeline_describe            (const GsPlacedClaim *claim);

G_END_DECLS
