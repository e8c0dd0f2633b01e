/* gs-pdf-write.c: a report to read, as PDF.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fonts are embedded; links, an outline, and what is a heading and what a
 * paragraph are in it. Dated by the workspace, not by the clock.
 */

#include "config.h"

#include "gs-report-private.h"

#include <glib/gi18n-lib.h>

#if HAVE_PANGOCAIRO

#include <cairo-pdf.h>

#include "gs-paper.h"

typedef struct
{
  GOutputStream *out;
  cairo_surface_t *surface;
  cairo_t *cr;
  GError *error;  /* of @out, waiting to be told */
  int parents[4]; /* in the outline, by level */
} Pdf;

/* Cairo 1.16 crashes where it ends a document that it could not write on the
 * way. It never hears of it: the rest goes nowhere, and pdf_check() tells. */
static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  Pdf *self = data;

  if (self->error == NULL)
    g_output_stream_write_all (self->out, bytes, length, NULL, NULL, &self->error);

  return CAIRO_STATUS_SUCCESS;
}

/* Cairo takes seconds and no parts of them. */
static void
set_date (Pdf *self, cairo_pdf_metadata_t what, const char *instant)
{
  g_autofree char *seconds = instant != NULL ? g_strndup (instant, strlen ("2026-01-06T10:00:00")) : NULL;
  g_autofree char *date = g_strconcat (seconds != NULL ? seconds : "1980-01-01T00:00:00", "Z", NULL);

  cairo_pdf_surface_set_metadata (self->surface, what, date);
}

static void
pdf_begin (gpointer data, const GsPageHead *head)
{
  Pdf *self = data;
  g_autofree char *title = gs_paper_plain (head->title);

  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Gainsay");
  set_date (self, CAIRO_PDF_METADATA_CREATE_DATE, head->modified);
  set_date (self, CAIRO_PDF_METADATA_MOD_DATE, head->modified);
}

static cairo_t *
pdf_begin_page (gpointer data, double width, double height)
{
  Pdf *self = data;

  cairo_pdf_surface_set_size (self->surface, width, height);
  if (self->cr == NULL)
    self->cr = cairo_create (self->surface);

  return cairo_reference (self->cr);
}

static void
pdf_end_page (gpointer data, cairo_t *cr)
{
  cairo_show_page (cr);
}

static gboolean
pdf_check (gpointer data, GError **error)
{
  Pdf *self = data;
  cairo_status_t status = self->cr != NULL ? cairo_status (self->cr) : CAIRO_STATUS_SUCCESS;

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, GS_ERROR, GS_ERROR_FAILED, _ ("The pages cannot be drawn: %s."), cairo_status_to_string (status));

  return FALSE;
}

static void
pdf_outline (gpointer data, guint level, const char *title, const char *anchor)
{
  Pdf *self = data;
  g_autofree char *attributes = g_strdup_printf ("dest='%s'", anchor);
  g_autofree char *plain = gs_paper_plain (title);

  self->parents[level] = cairo_pdf_surface_add_outline (self->surface, self->parents[level - 1], plain, attributes, 0);
}

static const GsPaperTarget pdf_target = {
  .begin = pdf_begin,
  .begin_page = pdf_begin_page,
  .end_page = pdf_end_page,
  .check = pdf_check,
  .outline = pdf_outline,
  .has_tags = TRUE,
};

/**
 * gs_pdf_write:
 * @workspace: a workspace, within gs_workspace_read()
 * @options: (nullable): which part of it, and on which paper
 * @out: where to write; not closed
 * @cancellable: (nullable): looked at with every claim
 *
 * Blocks. The same workspace gives the same bytes where the fonts are the same.
 *
 * Returns: whether the whole document was written
 */
gboolean
gs_pdf_write (GsWorkspace *workspace,
              const GsReportOptions *options,
              GOutputStream *out,
              GCancellable *cancellable,
              GError **error)
{
  Pdf self = { .out = out };
  gboolean done;

  self.surface = cairo_pdf_surface_create_for_stream (write_cb, &self, 595, 842);
  done = gs_paper_write (workspace, options, &pdf_target, &self, cancellable, error);
  /* What has no end is not to be written. */
  if (!done && self.error == NULL)
    g_set_error_literal (&self.error, GS_ERROR, GS_ERROR_FAILED, "closed");
  g_clear_pointer (&self.cr, cairo_destroy);
  cairo_surface_finish (self.surface);
  done = done && pdf_check (&self, error);
  cairo_surface_destroy (self.surface);
  g_clear_error (&self.error);

  return done;
}

#else

gboolean
gs_pdf_write (GsWorkspace *workspace,
              const GsReportOptions *options,
              GOutputStream *out,
              GCancellable *cancellable,
              GError **error)
{
  g_set_error_literal (error, GS_ERROR, GS_ERROR_INVALID,
                       _ ("This Gainsay was built without Pango: PDF cannot be written. Write HTML and print that."));

  return FALSE;
}

#endif
