/* gs-print.c: the report to read, on paper.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All pages are there before the print dialog opens, so that neither it nor a
 * printer ever waits for the workspace.
 */

#include "config.h"

#include "gs-print.h"

#include <glib/gi18n.h>

#include "gs-i18n.h"
#include "gs-notify.h"
#include "gs-report-pages.h"
#include "gs-settings.h"

/**
 * gs_print_is_there:
 *
 * Returns: whether this Gainsay was built with what lays out pages
 */
gboolean
gs_print_is_there (void)
{
  return gs_report_pages_available ();
}

/* A page on the paper that was chosen in the end, as large as fits. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, gpointer data)
{
  GPtrArray *pages = data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context);
  cairo_rectangle_t extents;
  double scale;

  if (number < 0 || (guint) number >= pages->len
      || !cairo_recording_surface_get_extents (pages->pdata[number], &extents))
    return;

  scale = MIN (width / extents.width, height / extents.height);
  cairo_translate (cr, (width - extents.width * scale) / 2.0, (height - extents.height * scale) / 2.0);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, pages->pdata[number], 0, 0);
  cairo_paint (cr);
}

/**
 * gs_print_operation_new:
 * @pages: (element-type cairo_surface_t): recordings, in points
 * @paper: what they were laid out for
 * @name: of the job
 *
 * Returns: (transfer full): prints them; to be run
 */
GtkPrintOperation *
gs_print_operation_new (GPtrArray *pages, GsPaper paper, const char *name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size =
    gtk_paper_size_new (paper == GS_PAPER_LETTER ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  /* The pages have margins of their own. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, (int) pages->len);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_ptr_array_ref (pages),
                         (GClosureNotify) (void (*) (void)) g_ptr_array_unref, G_CONNECT_DEFAULT);

  return operation;
}

typedef struct
{
  GtkWindow *parent;
  GtkWidget *inside; /* where errors are told */
  GsPaper paper;
  char *name;
} Printing;

static void
printing_free (Printing *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->inside);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Printing, printing_free)

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *inside)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  gs_notify_error (inside, _ ("The report was not printed"), error);
}

static void
pages_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Printing) self = user_data;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = gs_report_pages_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !gtk_widget_get_mapped (GTK_WIDGET (self->parent)))
    return;

  if (pages == NULL)
    {
      gs_notify_error (self->inside, _ ("The report was not printed"), error);
      return;
    }

  operation = gs_print_operation_new (pages, self->paper, self->name);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self->inside, G_CONNECT_DEFAULT);
  /* Errors come by the signal. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, self->parent, NULL);
}

/* What was chosen last for reports to read. */
static void
fill_remembered (GsReportOptions *options)
{
  g_autofree char *language = gs_settings_get_string ("export-language");
  g_autofree char *order = gs_settings_get_string ("export-order");
  g_autofree char *paper = gs_settings_get_string ("export-paper");

  options->language = g_strdup (gs_i18n_find (language));
  gs_word_from_nick (&gs_orders, order, &options->order);
  gs_word_from_nick (&gs_papers, paper, &options->paper);
}

/**
 * gs_print_report:
 * @parent: what the print dialog belongs to
 * @inside: where errors are told, inside an AdwToastOverlay
 * @workspace: what to print of
 * @options: (nullable): which part of it, and how; all of it as it was printed last
 * @cancellable: (nullable): to give up while pages are being laid out
 *
 * Returns at once.
 */
void
gs_print_report (GtkWindow *parent,
                 GtkWidget *inside,
                 GsWorkspace *workspace,
                 const GsReportOptions *options,
                 GCancellable *cancellable)
{
  g_auto (GsReportOptions) wanted = { 0 };
  g_autofree char *base = NULL;
  Printing *self;

  g_return_if_fail (GTK_IS_WINDOW (parent) && GTK_IS_WIDGET (inside));
  g_return_if_fail (GS_IS_WORKSPACE (workspace));

  if (options != NULL)
    gs_report_options_init_copy (&wanted, options);
  else
    fill_remembered (&wanted);

  self = g_new0 (Printing, 1);
  self->parent = g_object_ref (parent);
  self->inside = g_object_ref (inside);
  self->paper = (GsPaper) wanted.paper;
  base = g_path_get_basename (gs_workspace_get_path (workspace));
  self->name = g_filename_display_name (base);
  gs_report_pages_async (gs_workspace_get_path (workspace), &wanted, cancellable, pages_ready_cb, self);
}
