/* gs-sample.c: the sample dossier as a workspace of the user's.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-sample.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "gs-report.h"

#define RESOURCE "/org/gainsay/Gainsay/sample.json"

/**
 * gs_sample_path:
 *
 * Returns: (transfer full): where the sample workspace is, or will be
 */
char *
gs_sample_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "gainsay", _ ("Sample dossier.gainsay"), NULL);
}

static gboolean
fill_workspace (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GsWorkspace) workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, error);
  gboolean filled;

  if (workspace == NULL)
    return FALSE;

  filled = gs_report_import (workspace, bytes, "sample.json", NULL, error);
  gs_workspace_close (workspace);

  return filled;
}

/* Under another name first, so that a half-made dossier is never taken for
 * the whole one. */
static gboolean
make_sample (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *draft = g_strconcat (path, ".new", NULL);

  if (bytes == NULL)
    return FALSE;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("The folder %s could not be made: %s"), folder,
                   g_strerror (errno));
      return FALSE;
    }

  g_remove (draft);
  if (!gs_workspace_create (draft, _ ("Sample dossier"), error) || !fill_workspace (draft, bytes, error))
    {
      g_remove (draft);
      return FALSE;
    }

  if (g_rename (draft, path) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("The sample dossier could not be stored: %s"),
                   g_strerror (errno));
      return FALSE;
    }

  return TRUE;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autofree char *path = gs_sample_path ();

  if (g_file_test (path, G_FILE_TEST_EXISTS) || make_sample (path, &error))
    g_task_return_pointer (task, g_steal_pointer (&path), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * gs_sample_make_async:
 * @cancellable: (nullable): to lose interest; what was begun is finished
 * @callback: called when the workspace is there
 * @user_data: for @callback
 */
void
gs_sample_make_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_run_in_thread (task, make_in_thread);
}

/**
 * gs_sample_make_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full): its path, or %NULL with @error
 */
char *
gs_sample_make_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
