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
#include "gs-report-private.h"

typedef struct
{
  const GsReportOptions *options;
  GPtrArray *pages;
  guint limit; /* how many are wanted; 0: all */
} Job;

static cairo_t *
pages_begin_page (gpointer data, double width, double height)
{
  GPtrArray *pages = ((Job *) data)->pages;
  cairo_rectangle_t extents = { 0, 0, width, height };
  cairo_surface_t *page = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);

  g_ptr_array_add (pages, page);

  return cairo_create (page);
}

static void
pages_end_page (gpointer data, cairo_t *cr)
{
}

/* A page is done when the next has begun. */
static gboolean
has_enough (const Job *job)
{
  return job->limit > 0 && job->pages->len > job->limit;
}

static gboolean
pages_check (gpointer data, GError **error)
{
  if (!has_enough (data))
    return TRUE;

  /* Nobody is told. */
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");

  return FALSE;
}

static const GsPaperTarget pages_target = {
  .begin_page = pages_begin_page,
  .end_page = pages_end_page,
  .check = pages_check,
};

static gpointer
job_cb (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  const char *language = job->options != NULL ? gs_i18n_find (job->options->language) : NULL;
  const char *before = gs_i18n_enter (language != NULL ? language : gs_i18n_default ());
  GError *local_error = NULL;
  gboolean done = gs_paper_write (workspace, job->options, &pages_target, job, cancellable, &local_error);

  gs_i18n_leave (before);
  if (!done && has_enough (job))
    {
      g_ptr_array_set_size (job->pages, (int) job->limit);
      g_clear_error (&local_error);
      return job;
    }
  if (!done)
    g_propagate_error (error, local_error);

  return done ? job : NULL;
}

static GPtrArray *
lay_out (const char *workspace_path,
         const GsReportOptions *options,
         guint limit,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  g_autoptr (GsWorkspace) workspace = NULL;
  Job job = { options, pages, limit };

  g_return_val_if_fail (workspace_path != NULL, NULL);

  workspace = gs_report_open (workspace_path, TRUE, cancellable, error);
  if (workspace == NULL || gs_workspace_read (workspace, job_cb, &job, cancellable, error) == NULL)
    return NULL;

  return g_steal_pointer (&pages);
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
  return lay_out (workspace_path, options, 0, cancellable, error);
}

/**
 * gs_report_first_page:
 * @workspace_path: a workspace file
 * @options: (nullable): which part of it, in which language, on which paper
 * @cancellable: (nullable): looked at with every claim
 * @error: see gs_report_pages()
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type cairo_surface_t): one page, or none
 */
GPtrArray *
gs_report_first_page (const char *workspace_path,
                      const GsReportOptions *options,
                      GCancellable *cancellable,
                      GError **error)
{
  return lay_out (workspace_path, options, 1, cancellable, error);
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

GPtrArray *
gs_report_first_page (const char *workspace_path,
                      const GsReportOptions *options,
                      GCancellable *cancellable,
                      GError **error)
{
  return gs_report_pages (workspace_path, options, cancellable, error);
}

#endif

typedef struct
{
  char *workspace_path;
  GsReportOptions options;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *self = data;

  g_free (self->workspace_path);
  gs_report_options_clear (&self->options);
  g_free (self);
}

static void
pages_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wanted *self = data;
  GError *error = NULL;
  GPtrArray *pages = gs_report_pages (self->workspace_path, &self->options, cancellable, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * gs_report_pages_async:
 * @workspace_path: a workspace file
 * @options: (nullable): which part of it, in which language, on which paper; copied
 * @cancellable: (nullable): to give up early
 * @callback: called when it is done, in the main context of the caller
 * @user_data: for @callback
 */
void
gs_report_pages_async (const char *workspace_path,
                       const GsReportOptions *options,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Wanted *self = g_new0 (Wanted, 1);

  self->workspace_path = g_strdup (workspace_path);
  gs_report_options_init_copy (&self->options, options);
  g_task_set_source_tag (task, gs_report_pages_async);
  g_task_set_task_data (task, self, wanted_free);
  g_task_run_in_thread (task, pages_thread);
}

/**
 * gs_report_pages_finish:
 * @result: what the callback was given
 * @error: see gs_report_pages()
 *
 * Returns: (transfer full) (nullable) (element-type cairo_surface_t): the pages
 */
GPtrArray *
gs_report_pages_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
