/* gs-timeline-view-private.h: what the parts of the timeline share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-timeline-view.h"

G_BEGIN_DECLS

/* What stands at one height: a claim, or the question of those below. */
typedef struct
{
  int claim; /* position, −1 for a question */
  int y;
  int height;
} GsTimelineRow;

struct _GsTimelineView
{
  GtkWidget parent_instance;

  GPtrArray *claims; /* GsPlacedClaim */
  GArray *rows;      /* GsTimelineRow, from above */
  int row_height;    /* of a claim; 0 until it has been measured */
  gboolean stacked;  /* too narrow for words beside bars: bars stand below */
  gboolean restacking; /* an idle source is about to change that */
  int heading_height;
  GsAxis axis;  /* what is in sight */
  GsAxis whole; /* what there is */
  gboolean has_axis;
  int chosen;
  GtkAdjustment *adjustment;
  double drag_from; /* beginning of the axis when the drag began */
};

/* gs-timeline-view.c */
void gs_timeline_view_place_rows (GsTimelineView *self);
/* Where the bars are; the words stand before them. */
void gs_timeline_view_get_line   (GsTimelineView *self,
                                  double         *x,
                                  double         *width);
/* −1 where there is none. */
int  gs_timeline_view_find_claim (GsTimelineView *self,
                                  double          y);
/* Zooms around that part of what is in sight. */
void gs_timeline_view_zoom_at    (GsTimelineView *self,
                                  double          place,
                                  double          factor);

/* gs-timeline-view-draw.c */
void gs_timeline_view_draw       (GsTimelineView *self,
                                  GtkSnapshot    *snapshot);
int  gs_timeline_view_measure_row (GsTimelineView *self,
                                   gboolean        heading);

/* gs-timeline-view-input.c */
void gs_timeline_view_class_add_keys  (GtkWidgetClass *widget_class);
void gs_timeline_view_add_controllers (GsTimelineView *self);

G_END_DECLS
