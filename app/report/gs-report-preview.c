/* gs-report-preview.c: how a report begins, to look at before it is written.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The writer itself writes, into a place that is soon full; whoever lays out
 * pages is stopped after the first.
 */

#include "config.h"

#include "gs-report-preview.h"

#include <string.h>

#include "gs-report-pages.h"
#include "gs-report-private.h"

#define MAX_TEXT 6000
/* An archive is previewed by its first file, once that is inflated. */
#define MAX_ARCHIVE (64 * 1024)

static gboolean
is_pages (const GsReportFormat *format)
{
  return gs_report_pages_available ()
         && (g_str_equal (format->nick, "html") || g_str_equal (format->nick, "pdf")
             || g_str_equal (format->nick, "odt"));
}

/* As much of @data as is whole characters; @data: may end anywhere. */
static char *
take_text (const char *data, gsize length)
{
  const char *end;

  g_utf8_validate_len (data, length, &end);

  return g_strndup (data, (gsize) (end - data));
}

/* The beginning of the first file of an archive: of a local header the name and
 * what else there is have their lengths at 26 and 28. */
static char *
take_first_file (const guint8 *data, gsize length)
{
  g_autoptr (GConverter) inflater = NULL;
  g_autofree char *text = g_malloc (MAX_TEXT);
  gsize from = length >= 30 ? 30 + (gsize) (data[26] | data[27] << 8) + (gsize) (data[28] | data[29] << 8) : length;
  gsize n_read, n_written;

  if (from >= length)
    return NULL;

  inflater = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  if (g_converter_convert (inflater, data + from, length - from, text, MAX_TEXT, G_CONVERTER_NO_FLAGS, &n_read,
                           &n_written, NULL)
      == G_CONVERTER_ERROR)
    return NULL;

  return take_text (text, n_written);
}

static gboolean
preview_text (GsReportPreview *self,
              const char *workspace_path,
              const GsReportFormat *format,
              const GsReportOptions *options,
              GCancellable *cancellable,
              GError **error)
{
  gboolean archive = g_str_equal (format->media_type, "application/zip");
  gsize room = archive ? MAX_ARCHIVE : MAX_TEXT;
  g_autofree char *data = g_malloc (room);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new (data, room, NULL, NULL);
  g_autoptr (GsWorkspace) workspace = gs_report_open (workspace_path, format->weighs, cancellable, error);
  GError *local_error = NULL;
  gsize length;

  if (workspace == NULL)
    return FALSE;

  gs_report_write (workspace, format, options, out, cancellable, &local_error);
  length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out));
  if (local_error != NULL && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  self->cut = local_error != NULL || archive;
  self->text = archive ? take_first_file ((const guint8 *) data, length) : take_text (data, length);
  g_clear_error (&local_error);

  return TRUE;
}

/**
 * gs_report_preview:
 * @workspace_path: a workspace file
 * @format: a format that can be written
 * @options: (nullable): which part of the workspace, and how it looks
 * @cancellable: (nullable): to give up early
 * @error: %GS_ERROR_OPEN, _INVALID, _FAILED or %G_IO_ERROR_CANCELLED
 *
 * Blocks. Reads on a connection of its own (gs_report_open()).
 *
 * Returns: (transfer full): how the report begins
 */
GsReportPreview *
gs_report_preview (const char *workspace_path,
                   const GsReportFormat *format,
                   const GsReportOptions *options,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GsReportPreview) self = g_new0 (GsReportPreview, 1);

  g_return_val_if_fail (workspace_path != NULL && format != NULL, NULL);

  if (is_pages (format))
    {
      self->pages = gs_report_first_page (workspace_path, options, cancellable, error);
      if (self->pages == NULL)
        return NULL;
    }
  else if (!preview_text (self, workspace_path, format, options, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * gs_report_preview_free:
 * @self: (transfer full): a preview
 */
void
gs_report_preview_free (GsReportPreview *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

typedef struct
{
  char *workspace_path;
  const GsReportFormat *format;
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
preview_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wanted *self = data;
  GError *error = NULL;
  GsReportPreview *preview =
    gs_report_preview (self->workspace_path, self->format, &self->options, cancellable, &error);

  if (preview != NULL)
    g_task_return_pointer (task, preview, (GDestroyNotify) gs_report_preview_free);
  else
    g_task_return_error (task, error);
}

/**
 * gs_report_preview_async:
 * @workspace_path: a workspace file
 * @format: a format that can be written
 * @options: (nullable): which part of the workspace, and how it looks; copied
 * @cancellable: (nullable): to give up early
 * @callback: called when it is done, in the main context of the caller
 * @user_data: for @callback
 *
 * gs_report_preview() in a thread.
 */
void
gs_report_preview_async (const char *workspace_path,
                         const GsReportFormat *format,
                         const GsReportOptions *options,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Wanted *self;

  g_return_if_fail (workspace_path != NULL && format != NULL);

  self = g_new0 (Wanted, 1);
  self->workspace_path = g_strdup (workspace_path);
  self->format = format;
  gs_report_options_init_copy (&self->options, options);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, gs_report_preview_async);
  g_task_set_task_data (task, self, wanted_free);
  g_task_run_in_thread (task, preview_thread);
}

/**
 * gs_report_preview_finish:
 * @result: what the callback was given
 * @error: see gs_report_preview()
 *
 * Returns: (transfer full) (nullable): how the report begins
 */
GsReportPreview *
gs_report_preview_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
