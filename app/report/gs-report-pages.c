/* gs-report-pages.c: a report to read as pages for a printer.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the PDF holds, recorded page by page: a printer asks for pages in its
 * own order, and more than once.
 */

#include "config.h"

#include "gs-report-pages.h"

#include <glib/gi18n-lib.h>

#include "gs-i18n.h"

#if HAVE_PANGOCAIRO

#include "gs-paper.h"

static cairo_t *
pages_begin_page (gpointer data, double width, double height)
{
  GPtrArray *pages = data;
  cairo_rectangle_t extents = { 0, 0, width, height };
  cairo_surface_t *page = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);

  g_ptr_array_add (pages, page);

  return cairo_create (page);
}

static void
pages_end_page (gpointer data, cairo_t *cr)
{
}

static gboolean
pages_check (gpointer data, GError **error)
{
  return TRUE;
}

static const GsPaperTarget pages_target = {
  .begin_page = pages_begin_page,
  .end_page = pages_end_page,
  .check = pages_check,
};

typedef struct
{
  const GsReportOptions *options;
  GPtrArray *pages;
} Job;

static gpointer
job_cb (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  const char *language = job->options != NULL ? gs_i18n_find (job->options->language) : NULL;
  const char *before = gs_i18n_enter (language != NULL ? language : gs_i18n_default ());
  gboolean done = gs_paper_write (workspace, job->options, &pages_target, job->pages, cancellable, error);

  gs_i18n_leave (before);

  return done ? job : NULL;
}

/**
 * gs_report_pages_available:
 *
 * Returns: whether this Gainsay was built with what lays out pages
 */
gboolean
gs_report_pages_available (void)
{
  return TRUE;
}

/**
 * gs_report_pages:
 * @workspace_path: a workspace file
 * @options: (nullable): which part of it, in which language, on which paper
 * @cancellable: (nullable): looked at with every claim
 * @error: %GS_ERROR_OPEN, _INVALID, _FAILED or %G_IO_ERROR_CANCELLED
 *
 * Blocks. Opens a read-only connection of its own, so that editing goes on meanwhile.
 *
 * Returns: (transfer full) (element-type cairo_surface_t): one recording a page, in points
 */
GPtrArray *
gs_report_pages (const char *workspace_path, const GsReportOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  g_autoptr (GsWorkspace) workspace = NULL;
  Job job = { options, pages };

  g_return_val_if_fail (workspace_path != NULL, NULL);

  workspace = gs_workspace_open (workspace_path, GS_OPEN_READ_ONLY, error);
  if (workspace == NULL || gs_workspace_read (workspace, job_cb, &job, cancellable, error) == NULL)
    return NULL;

  return g_steal_pointer (&pages);
}

#else

gboolean
gs_report_pages_available (void)
{
  return FALSE;
}

GPtrArray *
gs_report_pages (const char *workspace_path, const GsReportOptions *options, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, GS_ERROR, GS_ERROR_INVALID, _ ("This Gainsay was built without Pango and cannot print."));

  return NULL;
}

#endif
