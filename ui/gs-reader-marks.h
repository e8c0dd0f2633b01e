/* gs-reader-marks.h: places in the article that belong to the claim being edited.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-reader.h"
#include "gs-reader-view.h"

G_BEGIN_DECLS

/* Code points of the article, half-open. */
typedef struct
{
  gint64 start;
  gint64 end;
} GsReaderRange;

/* Underlines places of @article, if that is shown. @ranges: (nullable)
 * (element-type GsReaderRange). */
void gs_reader_set_marks        (GsReader           *self,
                                 const char         *article,
                                 const GArray       *ranges);
/* Brings a place of the article that is shown into sight and selects it. */
void gs_reader_show_place       (GsReader           *self,
                                 gint64              start,
                                 gint64              end);

/* For the view's snapshot; @visible in buffer coordinates. */
void gs_reader_view_paint_marks (GsReaderView       *self,
                                 GtkSnapshot        *snapshot,
                                 const GdkRectangle *visible);

G_END_DECLS
