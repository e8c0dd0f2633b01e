/* gs-window-frame.c: the window's size, how it folds, and how it closes.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-window-private.h"

#include "gs-closing.h"
#include "gs-settings.h"

/* Below this width, in pixels, there is one pane at a time. */
#define FOLD_WIDTH 900
/* Below this one undo and redo are in the menu alone. */
#define NARROW_WIDTH 520

static GtkWidgetClass *parent_class;

static void
fit (GsWindow *self, int width)
{
  gboolean folded = width < FOLD_WIDTH;

  self->narrow = width < NARROW_WIDTH;
  gtk_widget_set_visible (self->undo, !self->narrow && self->workspace != NULL);
  gtk_widget_set_visible (self->redo, !self->narrow && self->workspace != NULL);
  /* In the middle means as much room at the left as at the right. */
  adw_header_bar_set_centering_policy (self->header,
                                       self->narrow ? ADW_CENTERING_POLICY_LOOSE : ADW_CENTERING_POLICY_STRICT);
  if (folded == self->folded)
    return;

  self->folded = folded;
  g_object_notify (G_OBJECT (self), "folded");
}

static gboolean
fit_cb (gpointer data)
{
  GsWindow *self = data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (width > 0)
    fit (self, width);

  return G_SOURCE_REMOVE;
}

/* Panes fold after the frame: a size may not change another while it is
 * being given out. */
static void
gs_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GsWindow *self = GS_WINDOW (widget);

  parent_class->size_allocate (widget, width, height, baseline);
  if ((width < FOLD_WIDTH) != self->folded || (width < NARROW_WIDTH) != self->narrow)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, g_object_ref (self), g_object_unref);
}

static void
drawn_cb (GdkFrameClock *clock, GsWindow *self)
{
  g_signal_handlers_disconnect_by_func (clock, drawn_cb, self);
  self->drawn = TRUE;
  gs_window_complete (self);
  gs_window_take_opened (self);
}

static void
gs_window_map (GtkWidget *widget)
{
  GsWindow *self = GS_WINDOW (widget);

  if (self->path == NULL)
    gs_window_show_stage (self, "welcome");
  if (!self->drawn)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (drawn_cb), self, 0);

  parent_class->map (widget);
}

static void
remember_size (GsWindow *self)
{
  GSettings *settings = gs_settings_get ();
  int width, height;

  if (!self->remembers || settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

/* Who it is that changes the workspace from now on. */
void
gs_window_update_annotator (GsWindow *self)
{
  g_autofree char *name = gs_settings_get_string ("annotator-name");

  if (self->workspace != NULL)
    gs_workspace_set_annotator (self->workspace, name);
}

static gpointer
nothing_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gs_release_program ();
}

/* The program does not end before the workspace has done what it was asked. */
static void
store_before_closing (GsWindow *self)
{
  if (self->articles != NULL)
    gs_articles_page_save (self->articles);
  if (self->workspace == NULL)
    return;

  gs_hold_program ();
  gs_workspace_call_async (self->workspace, nothing_func, NULL, NULL, NULL, NULL, stored_cb, NULL);
}

static gboolean
gs_window_close_request (GtkWindow *window)
{
  GsWindow *self = GS_WINDOW (window);

  remember_size (self);
  gs_import_bar_cancel (self->import_bar);
  store_before_closing (self);

  return GTK_WINDOW_CLASS (parent_class)->close_request (window);
}

/**
 * gs_window_class_install_frame:
 * @widget_class: class of the window
 */
void
gs_window_class_install_frame (GtkWidgetClass *widget_class)
{
  parent_class = g_type_class_peek_parent (widget_class);
  widget_class->map = gs_window_map;
  widget_class->size_allocate = gs_window_size_allocate;
  GTK_WINDOW_CLASS (widget_class)->close_request = gs_window_close_request;
}

/**
 * gs_window_new:
 * @application: the program
 * @width: in pixels, 0 for the size that is remembered
 * @height: in pixels
 *
 * A window of a given size remembers nothing.
 *
 * Returns: (transfer none): a window with the welcome page
 */
GsWindow *
gs_window_new (GtkApplication *application, int width, int height)
{
  GsWindow *self = g_object_new (GS_TYPE_WINDOW, "application", application, NULL);
  GSettings *settings = gs_settings_get ();

  self->remembers = width == 0;
  if (self->remembers)
    {
      width = settings != NULL ? g_settings_get_int (settings, "window-width") : 1280;
      height = settings != NULL ? g_settings_get_int (settings, "window-height") : 800;
      if (settings != NULL && g_settings_get_boolean (settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
    }

  /* Folded at once: a narrow window would otherwise open as wide as its panes. */
  fit (self, width);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);

  return self;
}
