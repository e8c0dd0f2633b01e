/* gs-workspace-watch.c: telling that the workspace has changed.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-workspace-private.h"

#include "gs-db-history.h"

/* The workspace may be gone before its news is told. */
static GWeakRef *
weak_new (GsWorkspace *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);

  return weak;
}

static void
weak_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
tell (GsWorkspace *self)
{
  char *undo_label, *redo_label;
  gboolean news;

  g_mutex_lock (&self->lock);
  news = self->news;
  self->news = FALSE;
  undo_label = g_steal_pointer (&self->news_undo);
  redo_label = g_steal_pointer (&self->news_redo);
  g_mutex_unlock (&self->lock);

  if (!news)
    return;

  g_object_ref (self);
  gs_workspace_set_labels (self, undo_label, redo_label);
  gs_workspace_emit_changed (self);
  g_object_unref (self);
}

static gboolean
tell_cb (gpointer data)
{
  g_autoptr (GsWorkspace) self = g_weak_ref_get (data);

  if (self != NULL)
    {
      g_mutex_lock (&self->lock);
      self->news_scheduled = FALSE;
      g_mutex_unlock (&self->lock);
      tell (self);
    }

  return G_SOURCE_REMOVE;
}

/* On the opener's thread at once, so that a program without a main loop has
 * its labels right; from any other through the opener's context, once for
 * however much has happened until it gets there. */
void
gs_workspace_announce (GsWorkspace *self, char *undo_label, char *redo_label)
{
  gboolean schedule;

  g_mutex_lock (&self->lock);
  g_free (self->news_undo);
  g_free (self->news_redo);
  self->news_undo = undo_label;
  self->news_redo = redo_label;
  self->news = TRUE;
  schedule = self->opener != g_thread_self () && !self->news_scheduled;
  if (schedule)
    self->news_scheduled = TRUE;
  g_mutex_unlock (&self->lock);

  if (schedule)
    {
      g_autoptr (GSource) source = g_idle_source_new ();

      g_source_set_priority (source, G_PRIORITY_DEFAULT);
      g_source_set_callback (source, tell_cb, weak_new (self), weak_free);
      g_source_attach (source, self->context);
    }
  else if (self->opener == g_thread_self ())
    tell (self);
}

/* Other programs -------------------------------------------------------------- */

typedef struct
{
  gint64 version;
  gboolean astray;
  char *undo_label;
  char *redo_label;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->undo_label);
  g_free (look->redo_label);
  g_free (look);
}

static gpointer
look_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 *known = data;
  Look *look = g_new0 (Look, 1);

  look->version = gs_db_connection_get_version (db);
  look->astray = gs_db_connection_is_astray (db);
  /* So that whoever opens it at its new place finds all that was done. */
  if (look->astray)
    gs_db_connection_settle (db);
  if (look->version == *known || gs_db_history_peek (db, &look->undo_label, &look->redo_label, error))
    return look;

  look_free (look);

  return NULL;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (GsWorkspace) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  Look *look = g_task_propagate_pointer (G_TASK (result), &error);

  weak_free (weak);
  if (self != NULL)
    self->looking = FALSE;
  /* A look that failed (locked, say) is taken again in a second. */
  if (look == NULL)
    return;

  if (self != NULL && look->astray)
    gs_workspace_set_astray (self);
  if (self != NULL && look->version > 0 && self->data_version != look->version)
    {
      self->data_version = look->version;
      gs_workspace_announce (self, g_steal_pointer (&look->undo_label), g_steal_pointer (&look->redo_label));
    }
  look_free (look);
}

static void
look (GsWorkspace *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->looking)
    return;

  self->looking = TRUE;
  task = g_task_new (NULL, NULL, looked_cb, weak_new (self));
  gs_workspace_push (self, task, look_job, g_memdup2 (&self->data_version, sizeof (gint64)), g_free, look_free);
}

static gboolean
look_cb (gpointer data)
{
  g_autoptr (GsWorkspace) self = g_weak_ref_get (data);

  if (self == NULL)
    return G_SOURCE_REMOVE;

  look (self);

  return G_SOURCE_CONTINUE;
}

/**
 * gs_workspace_watch:
 * @self: a workspace
 *
 * Looks once a second whether another program has changed or taken away the file, until the
 * workspace is closed. On the opener's thread.
 */
void
gs_workspace_watch (GsWorkspace *self)
{
  g_return_if_fail (GS_IS_WORKSPACE (self));

  if (self->watch != NULL)
    return;

  self->watch = g_timeout_source_new_seconds (1);
  g_source_set_callback (self->watch, look_cb, weak_new (self), weak_free);
  g_source_attach (self->watch, self->context);
  look (self);
}

void
gs_workspace_unwatch (GsWorkspace *self)
{
  if (self->watch != NULL)
    g_source_destroy (self->watch);
  g_clear_pointer (&self->watch, g_source_unref);
}
