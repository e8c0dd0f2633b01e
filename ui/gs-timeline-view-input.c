/* gs-timeline-view-input.c: keys and mouse of a timeline.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-timeline-view-private.h"

/* One step of the zoom, one step along. */
#define ZOOM 1.4
#define STEP 0.1

static gboolean
choose_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GsTimelineView *self = GS_TIMELINE_VIEW (widget);
  int by;

  g_variant_get (args, "(i)", &by);
  if (self->claims->len > 0)
    gs_timeline_view_choose (self, (int) CLAMP ((gint64) self->chosen + by, 0, (gint64) self->claims->len - 1));

  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  double fraction;

  g_variant_get (args, "(d)", &fraction);
  gs_timeline_view_move (GS_TIMELINE_VIEW (widget), fraction);

  return TRUE;
}

static gboolean
zoom_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  double factor;

  g_variant_get (args, "(d)", &factor);
  gs_timeline_view_zoom (GS_TIMELINE_VIEW (widget), factor);

  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GsTimelineView *self = GS_TIMELINE_VIEW (widget);

  if (self->chosen >= 0)
    g_signal_emit_by_name (self, "activated", (guint) self->chosen);

  return TRUE;
}

/**
 * gs_timeline_view_class_add_keys:
 * @widget_class: class of the view
 */
void
gs_timeline_view_class_add_keys (GtkWidgetClass *widget_class)
{
  const struct
  {
    guint key;
    int by;
  } choices[] = {
    { GDK_KEY_Down, 1 },      { GDK_KEY_Up, -1 },          { GDK_KEY_Page_Down, 10 },
    { GDK_KEY_Page_Up, -10 }, { GDK_KEY_Home, -G_MAXINT }, { GDK_KEY_End, G_MAXINT },
  };
  const struct
  {
    guint key;
    double factor;
  } zooms[] = {
    { GDK_KEY_plus, ZOOM },
    { GDK_KEY_equal, ZOOM },
    { GDK_KEY_KP_Add, ZOOM },
    { GDK_KEY_minus, 1.0 / ZOOM },
    { GDK_KEY_KP_Subtract, 1.0 / ZOOM },
    { GDK_KEY_0, 0.0 },
    { GDK_KEY_KP_0, 0.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_widget_class_add_binding (widget_class, choices[i].key, 0, choose_cb, "(i)", choices[i].by);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding (widget_class, zooms[i].key, 0, zoom_cb, "(d)", zooms[i].factor);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move_cb, "(d)", -STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move_cb, "(d)", STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_cb, NULL);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller, double dx, double dy, GsTimelineView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double pointer_x, x, width;

  if ((state & GDK_CONTROL_MASK) != 0
      && gdk_event_get_position (gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller)), &pointer_x,
                                 &width))
    {
      graphene_point_t point;

      /* The event counts from the window, the axis from the widget. */
      if (!gtk_widget_compute_point (GTK_WIDGET (gtk_widget_get_native (GTK_WIDGET (self))), GTK_WIDGET (self),
                                     &GRAPHENE_POINT_INIT ((float) pointer_x, 0.f), &point))
        return GDK_EVENT_PROPAGATE;
      gs_timeline_view_get_line (self, &x, &width);
      gs_timeline_view_zoom_at (self, CLAMP (((double) point.x - x) / width, 0.0, 1.0), dy < 0.0 ? ZOOM : 1.0 / ZOOM);
      return GDK_EVENT_STOP;
    }
  if ((state & GDK_SHIFT_MASK) != 0 || dx < 0.0 || dx > 0.0)
    {
      gs_timeline_view_move (self, STEP * (dx < 0.0 || dx > 0.0 ? dx : dy));
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, GsTimelineView *self)
{
  self->drag_from = self->axis.lo;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, GsTimelineView *self)
{
  double x, width, length = self->axis.hi - self->axis.lo;

  if (!self->has_axis || !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, 0))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gs_timeline_view_get_line (self, &x, &width);
  gs_timeline_view_move (self, (self->drag_from - dx / width * length - self->axis.lo) / length);
}

/* A press that was not a drag opens what it is on. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, GsTimelineView *self)
{
  int claim = gs_timeline_view_find_claim (self, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (claim < 0)
    return;

  gs_timeline_view_choose (self, claim);
  g_signal_emit_by_name (self, "activated", (guint) claim);
}

static gboolean
query_tooltip_cb (GsTimelineView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int claim = keyboard ? self->chosen : gs_timeline_view_find_claim (self, y);
  g_autofree char *words = NULL;

  if (claim < 0 || claim >= (int) self->claims->len)
    return FALSE;

  words = gs_timeline_describe (self->claims->pdata[claim]);
  gtk_tooltip_set_text (tooltip, words);

  return TRUE;
}

/**
 * gs_timeline_view_add_controllers:
 * @self: a #GsTimelineView, being made
 */
void
gs_timeline_view_add_controllers (GsTimelineView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
