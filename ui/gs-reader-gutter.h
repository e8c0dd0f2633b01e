/* gs-reader-gutter.h: the margin beside the text, with a mark for every claim.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GS_TYPE_READER_GUTTER (gs_reader_gutter_get_type ())
G_DECLARE_FINAL_TYPE (GsReaderGutter, gs_reader_gutter, GS, READER_GUTTER, GtkWidget)

/* Signals: "paint" (GtkSnapshot *snapshot): the view paints its marks, with
 * the margin's right edge at x 0 and the widget's top at y 0;
 * "clicked" (double x, double y): where, x from the right edge, below 0. */

GtkWidget *gs_reader_gutter_new       (void);
void       gs_reader_gutter_set_width (GsReaderGutter *self,
                                       int             width);

G_END_DECLS
