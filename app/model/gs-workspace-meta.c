/* gs-workspace-meta.c: what a workspace says of itself, and whole views of it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-workspace-private.h"

static gpointer
get_meta_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_db_get_meta (db, data, error);
}

/**
 * gs_workspace_get_meta:
 * @self: a workspace
 * @key: "uuid", "title" or "created"
 *
 * Blocks. Returns: (transfer full) (nullable): the value; %NULL without error when there is none
 */
char *
gs_workspace_get_meta (GsWorkspace *self, const char *key, GError **error)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return gs_workspace_run (self, get_meta_job, (gpointer) key, error);
}

typedef struct
{
  const char *uuid;
  const char *title;
} Adoption;

static gpointer
adopt_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Adoption *adoption = data;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *title = gs_db_get_meta (db, "title", &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (adoption->uuid != NULL && !gs_db_set_meta (db, "uuid", adoption->uuid, error))
    return NULL;
  if (title == NULL && adoption->title != NULL && !gs_db_set_meta (db, "title", adoption->title, error))
    return NULL;

  return data;
}

/**
 * gs_workspace_adopt:
 * @self: an empty workspace
 * @uuid: (nullable): what it is known by from now on
 * @title: (nullable): its title, unless it has one
 *
 * Blocks. Not a step of the history.
 *
 * Returns: whether it was stored
 */
gboolean
gs_workspace_adopt (GsWorkspace *self, const char *uuid, const char *title, GError **error)
{
  Adoption adoption = { uuid, title };

  g_return_val_if_fail (GS_IS_WORKSPACE (self), FALSE);

  return gs_workspace_run (self, adopt_job, &adoption, error) != NULL;
}

typedef struct
{
  GsWorkspace *self;
  GsWorkspaceFunc func;
  gpointer data;
  GCancellable *cancellable;
} Reading;

static gpointer
read_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;
  gpointer result;

  if (!gs_db_read_begin (db, error))
    return NULL;

  result = reading->func (reading->self, reading->data, reading->cancellable, error);
  gs_db_read_end (db);

  return result;
}

/**
 * gs_workspace_read:
 * @self: a workspace
 * @func: (scope call): reads, on the workspace's thread
 * @data: for @func
 * @cancellable: (nullable): handed to @func
 *
 * Blocks. All that @func reads is one state of the file.
 *
 * Returns: what @func returns
 */
gpointer
gs_workspace_read (GsWorkspace *self, GsWorkspaceFunc func, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading reading = { self, func, data, cancellable };

  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (func != NULL, NULL);

  return gs_workspace_run (self, read_job, &reading, error);
}
