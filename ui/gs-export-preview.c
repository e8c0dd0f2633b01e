/* gs-export-preview.c: how a report begins.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first lines of a file, or the first page of a report to read. Read in a
 * thread: the main thread only draws.
 */

#include "config.h"

#include "gs-export-preview.h"

#include <glib/gi18n.h>

#include "gs-report-preview.h"

/* Milliseconds without another choice. */
#define DELAY 150
#define SHADOW 6.0

struct _GsExportPreview
{
  GtkWidget parent_instance;

  char *workspace_path;
  const GsReportFormat *format;
  GsReportOptions options;
  guint delay;               /* source */
  GCancellable *cancellable; /* of what is being read */
  cairo_surface_t *page;

  GtkWidget *stack;
  GtkTextBuffer *text;
  GtkWidget *drawing;
  AdwStatusPage *status;
};

G_DEFINE_FINAL_TYPE (GsExportPreview, gs_export_preview, GTK_TYPE_WIDGET)

/* Paper is white in a dark window too. */
static void
draw_page (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GsExportPreview *self = data;
  cairo_rectangle_t extents;
  double scale;

  if (self->page == NULL || !cairo_recording_surface_get_extents (self->page, &extents))
    return;

  scale = MIN ((width - 2 * SHADOW) / extents.width, (height - 2 * SHADOW) / extents.height);
  if (!(scale > 0.0))
    return;

  cairo_translate (cr, (width - extents.width * scale) / 2.0, SHADOW);
  cairo_scale (cr, scale, scale);
  for (double i = SHADOW; i > 0.0; i -= 1.0)
    {
      cairo_rectangle (cr, -i / scale, -i / scale / 2.0, extents.width + 2.0 * i / scale,
                       extents.height + 1.5 * i / scale);
      cairo_set_source_rgba (cr, 0.0, 0.0, 0.0, 0.04);
      cairo_fill (cr);
    }
  cairo_rectangle (cr, 0, 0, extents.width, extents.height);
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_set_source_surface (cr, self->page, 0, 0);
  cairo_paint (cr);
}

static void
show_status (GsExportPreview *self, const char *icon, const char *title, const char *description)
{
  adw_status_page_set_icon_name (self->status, icon);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, description);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "status");
}

static void
show_text (GsExportPreview *self, const GsReportPreview *preview)
{
  g_autofree char *shown = g_strconcat (preview->text, preview->cut ? "\n…" : "", NULL);

  gtk_text_buffer_set_text (self->text, shown, -1);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "text");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsExportPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GsReportPreview) preview = gs_report_preview_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->page, cairo_surface_destroy);
  if (error != NULL)
    show_status (self, "dialog-warning-symbolic", _ ("No Preview"), error->message);
  else if (preview->pages != NULL && preview->pages->len > 0)
    {
      self->page = cairo_surface_reference (preview->pages->pdata[0]);
      gtk_widget_queue_draw (self->drawing);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "page");
    }
  else if (preview->text != NULL && *preview->text != '\0')
    show_text (self, preview);
  else
    show_status (self, NULL, _ ("Nothing to Export"), NULL);
}

static gboolean
read_soon_cb (gpointer data)
{
  GsExportPreview *self = data;

  self->delay = 0;
  self->cancellable = g_cancellable_new ();
  gs_report_preview_async (self->workspace_path, self->format, &self->options, self->cancellable, read_cb,
                           g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
give_up (GsExportPreview *self)
{
  g_clear_handle_id (&self->delay, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/**
 * gs_export_preview_show:
 * @self: a preview
 * @workspace_path: the workspace
 * @format: a format that can be written
 * @options: which part of the workspace, and how it looks; copied
 *
 * Shows that report soon; until then what is shown stays. Whatever was being read for
 * another is given up.
 */
void
gs_export_preview_show (GsExportPreview *self,
                        const char *workspace_path,
                        const GsReportFormat *format,
                        const GsReportOptions *options)
{
  g_return_if_fail (GS_IS_EXPORT_PREVIEW (self));
  g_return_if_fail (workspace_path != NULL && format != NULL && options != NULL);

  give_up (self);
  g_free (self->workspace_path);
  self->workspace_path = g_strdup (workspace_path);
  self->format = format;
  gs_report_options_clear (&self->options);
  gs_report_options_init_copy (&self->options, options);
  self->delay = g_timeout_add (DELAY, read_soon_cb, self);
}

/**
 * gs_export_preview_is_settled:
 * @self: a preview
 *
 * Returns: whether what is shown is what was asked for last
 */
gboolean
gs_export_preview_is_settled (GsExportPreview *self)
{
  g_return_val_if_fail (GS_IS_EXPORT_PREVIEW (self), FALSE);

  return self->delay == 0 && self->cancellable == NULL;
}

static GtkWidget *
make_text (GsExportPreview *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (view), TRUE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Preview"), -1);
  self->text = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);

  return scrolled;
}

static void
gs_export_preview_dispose (GObject *object)
{
  GsExportPreview *self = GS_EXPORT_PREVIEW (object);

  give_up (self);
  gs_report_options_clear (&self->options);
  g_clear_pointer (&self->page, cairo_surface_destroy);
  g_clear_pointer (&self->workspace_path, g_free);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_export_preview_parent_class)->dispose (object);
}

static void
gs_export_preview_class_init (GsExportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gs_export_preview_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
gs_export_preview_init (GsExportPreview *self)
{
  self->stack = gtk_stack_new ();
  self->drawing = gtk_drawing_area_new ();
  self->status = ADW_STATUS_PAGE (adw_status_page_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "compact");
  gtk_widget_set_margin_top (self->drawing, 12);
  gtk_widget_set_margin_bottom (self->drawing, 12);
  gtk_widget_set_margin_start (self->drawing, 12);
  gtk_widget_set_margin_end (self->drawing, 12);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->drawing), draw_page, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drawing), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("First page of the report"), -1);
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->status), "status");
  gtk_stack_add_named (GTK_STACK (self->stack), make_text (self), "text");
  gtk_stack_add_named (GTK_STACK (self->stack), self->drawing, "page");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}
