/* gs-report-export.c: a report into a file, whole or not at all.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-report.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "gs-report-private.h"

/* Where a report goes. */
typedef struct
{
  const char *path; /* as the user gave it; NULL for standard output */
  char *real_path;  /* of the file that is replaced, links followed */
  char *temporary;  /* beside it; NULL when written directly */
  int fd;
} Target;

static gboolean
fail_writing (const char *path, int number, GError **error)
{
  g_autofree char *name = path != NULL ? g_filename_display_name (path) : g_strdup (_ ("standard output"));

  if (number == ENOSPC || number == EDQUOT)
    g_set_error (error, GS_ERROR, GS_ERROR_NO_SPACE,
                 _ ("There is no room left for the report “%s”. Make room, or choose another place."), name);
  else
    g_set_error (error, GS_ERROR, GS_ERROR_FAILED, _ ("The report “%s” cannot be written: %s."), name,
                 g_strerror (number));

  return FALSE;
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf a_info, b_info;

  return g_stat (a, &a_info) == 0 && g_stat (b, &b_info) == 0 && a_info.st_dev == b_info.st_dev
         && a_info.st_ino == b_info.st_ino;
}

/* A pipe, a terminal or /dev/null is written to, not replaced. */
static gboolean
is_special (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && !S_ISREG (info.st_mode);
}

static char *
follow_links (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);

  free (real);

  return copy;
}

static gboolean
target_open (Target *self, const char *path, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  GStatBuf info;

  self->path = path;
  if (path == NULL)
    self->fd = dup (STDOUT_FILENO);
  else if (is_special (path))
    self->fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  else
    {
      self->real_path = follow_links (path);
      folder = g_path_get_dirname (self->real_path);
      name = g_path_get_basename (self->real_path);
      self->temporary = g_strdup_printf ("%s/.%s.XXXXXX", folder, name);
      self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0666);

      /* A file that is replaced keeps who may read it. */
      if (self->fd >= 0 && g_stat (self->real_path, &info) == 0)
        (void) !fchmod (self->fd, info.st_mode & 0777);
    }

  if (self->fd >= 0)
    return TRUE;

  g_clear_pointer (&self->temporary, g_free);

  return fail_writing (path, errno, error);
}

/* A name is on the disk when its folder is. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

static gboolean
target_commit (Target *self, GError **error)
{
  if (self->temporary == NULL)
    return TRUE;

  if (fsync (self->fd) != 0 || g_rename (self->temporary, self->real_path) != 0)
    return fail_writing (self->path, errno, error);

  g_clear_pointer (&self->temporary, g_free);
  sync_folder (self->real_path);

  return TRUE;
}

static void
target_clear (Target *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->real_path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

/* Errors of the stream in our words. */
static gboolean
take_error (const Target *target, GError *from, GError **error)
{
  if (from->domain != G_IO_ERROR || from->code == G_IO_ERROR_CANCELLED)
    {
      g_propagate_error (error, from);
      return FALSE;
    }

  fail_writing (target->path, from->code == G_IO_ERROR_NO_SPACE ? ENOSPC : EIO, error);
  g_error_free (from);

  return FALSE;
}

static gboolean
write_report (GsWorkspace *workspace,
              const GsReportFormat *format,
              const GsReportOptions *options,
              Target *target,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GOutputStream) out = g_unix_output_stream_new (target->fd, FALSE);
  GError *local_error = NULL;

  if (gs_report_write (workspace, format, options, out, cancellable, &local_error))
    return target_commit (target, error);

  return take_error (target, local_error, error);
}

/**
 * gs_report_export:
 * @workspace_path: a workspace file
 * @format: a format that can be written
 * @options: (nullable): which part of the workspace
 * @path: (nullable): the file to make or replace; %NULL for standard output
 * @cancellable: (nullable): to stop with; nothing is left then
 * @error: %GS_ERROR_OPEN, _NO_SPACE, _INVALID, _FAILED or %G_IO_ERROR_CANCELLED
 *
 * Blocks. @path is replaced at the very end: until then whatever it was stands.
 *
 * Returns: whether the report was written
 */
gboolean
gs_report_export (const char *workspace_path,
                  const GsReportFormat *format,
                  const GsReportOptions *options,
                  const char *path,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GsWorkspace) workspace = NULL;
  g_auto (Target) target = { .fd = -1 };

  g_return_val_if_fail (workspace_path != NULL, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  if (path != NULL && is_same_file (workspace_path, path))
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_INVALID,
                           _ ("The report would replace the workspace. Choose another name."));
      return FALSE;
    }

  workspace = gs_report_open (workspace_path, format->weighs, cancellable, error);
  if (workspace == NULL || !target_open (&target, path, error))
    return FALSE;

  return write_report (workspace, format, options, &target, cancellable, error);
}

typedef struct
{
  char *workspace_path;
  const GsReportFormat *format;
  GsReportOptions options;
  char *path;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_free (self->workspace_path);
  gs_report_options_clear (&self->options);
  g_free (self->path);
  g_free (self);
}

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *self = data;
  GError *error = NULL;

  if (gs_report_export (self->workspace_path, self->format, &self->options, self->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * gs_report_export_async:
 * @workspace_path: path of the workspace
 * @format: a format that can be written
 * @options: (nullable): which part of the workspace
 * @path: (nullable): the file to write; %NULL for standard output
 * @cancellable: (nullable): to give up early
 * @callback: called when it is done, in the main context of the caller
 * @user_data: for @callback
 *
 * gs_report_export() in a thread. What @options and the paths hold is copied.
 */
void
gs_report_export_async (const char *workspace_path,
                        const GsReportFormat *format,
                        const GsReportOptions *options,
                        const char *path,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Export *self;

  g_return_if_fail (workspace_path != NULL && format != NULL);

  self = g_new0 (Export, 1);
  self->workspace_path = g_strdup (workspace_path);
  self->format = format;
  gs_report_options_init_copy (&self->options, options);
  self->path = g_strdup (path);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, gs_report_export_async);
  g_task_set_task_data (task, self, export_free);
  g_task_run_in_thread (task, export_thread);
}

/**
 * gs_report_export_finish:
 * @result: what the callback was given
 *
 * Returns: whether the whole report was written
 */
gboolean
gs_report_export_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
