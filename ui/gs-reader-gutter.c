/* gs-reader-gutter.c: the margin beside the text, with a mark for every claim.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reader-gutter.h"

struct _GsReaderGutter
{
  GtkWidget parent_instance;

  int width;
};

G_DEFINE_FINAL_TYPE (GsReaderGutter, gs_reader_gutter, GTK_TYPE_WIDGET)

enum
{
  PAINT,
  CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * gs_reader_gutter_new:
 *
 * Returns: (transfer floating): a margin without width
 */
GtkWidget *
gs_reader_gutter_new (void)
{
  return g_object_new (GS_TYPE_READER_GUTTER, NULL);
}

/**
 * gs_reader_gutter_set_width:
 * @self: a #GsReaderGutter
 * @width: pixels
 */
void
gs_reader_gutter_set_width (GsReaderGutter *self, int width)
{
  g_return_if_fail (GS_IS_READER_GUTTER (self));

  if (self->width == width)
    return;

  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, GsReaderGutter *self)
{
  g_signal_emit (self, signals[CLICKED], 0, x - gtk_widget_get_width (GTK_WIDGET (self)), y);
}

static void
gs_reader_gutter_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  GsReaderGutter *self = GS_READER_GUTTER (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : 0;
}

static void
gs_reader_gutter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0.f, 0.f, (float) width, (float) gtk_widget_get_height (widget)));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) width, 0.f));
  g_signal_emit (widget, signals[PAINT], 0, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
gs_reader_gutter_class_init (GsReaderGutterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = gs_reader_gutter_measure;
  widget_class->snapshot = gs_reader_gutter_snapshot;

  signals[PAINT] = g_signal_new ("paint", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, GTK_TYPE_SNAPSHOT);
  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  /* The claim list says the same to those who do not see the marks. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
gs_reader_gutter_init (GsReaderGutter *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
