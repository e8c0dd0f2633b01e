/* gs-backup-keeper.c: makes backups of a workspace while it is open.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-backup-keeper.h"

#include "gs-thread-task.h"

struct _GsBackupKeeper
{
  GObject parent_instance;

  GsWorkspace *workspace;
  GCancellable *cancellable;
  guint period; /* seconds */
  guint timer;  /* source; 0 for none */
  gboolean busy;
  gboolean changed; /* since the last one was begun */
  int last_failure; /* code, or -1 */
};

enum
{
  MADE,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsBackupKeeper, gs_backup_keeper, G_TYPE_OBJECT)

typedef struct
{
  char *path;
  GsBackupReason reason;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_free (making->path);
  g_free (making);
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Making *making = data;
  GError *error = NULL;
  char *made = NULL;

  if (gs_backup_make (making->path, making->reason, &made, cancellable, &error))
    g_task_return_pointer (task, made, g_free);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GsBackupKeeper *self = GS_BACKUP_KEEPER (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *made = g_task_propagate_pointer (G_TASK (result), &error);

  self->busy = FALSE;
  if (error == NULL)
    self->last_failure = -1;
  if (made != NULL)
    g_signal_emit (self, signals[MADE], 0, made);
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* It is tried again; told once is enough. */
  self->changed = TRUE;
  if (self->last_failure != error->code)
    g_signal_emit (self, signals[FAILED], 0, error);
  self->last_failure = error->code;
}

static void
make (GsBackupKeeper *self, GsBackupReason reason)
{
  Making *making;

  /* Of a file that has gone there is nothing to be copied. */
  if (self->busy || gs_workspace_is_astray (self->workspace))
    return;

  self->busy = TRUE;
  self->changed = FALSE;
  making = g_new0 (Making, 1);
  making->path = g_strdup (gs_workspace_get_path (self->workspace));
  making->reason = reason;
  gs_thread_task_run (self, self->cancellable, make_thread, making, making_free, made_cb, NULL);
}

static gboolean
period_over_cb (gpointer data)
{
  GsBackupKeeper *self = data;

  if (self->changed)
    make (self, GS_BACKUP_TIMED);

  return G_SOURCE_CONTINUE;
}

static gboolean
delay_over_cb (gpointer data)
{
  GsBackupKeeper *self = data;

  self->timer = g_timeout_add_seconds (self->period, period_over_cb, self);
  make (self, GS_BACKUP_OPENED);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (GsBackupKeeper *self)
{
  self->changed = TRUE;
}

/**
 * gs_backup_keeper_stop:
 * @self: a keeper
 *
 * What is under way is cancelled; no signal follows.
 */
void
gs_backup_keeper_stop (GsBackupKeeper *self)
{
  g_return_if_fail (GS_IS_BACKUP_KEEPER (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->workspace);
}

static void
gs_backup_keeper_dispose (GObject *object)
{
  gs_backup_keeper_stop (GS_BACKUP_KEEPER (object));

  G_OBJECT_CLASS (gs_backup_keeper_parent_class)->dispose (object);
}

static void
gs_backup_keeper_finalize (GObject *object)
{
  g_object_unref (GS_BACKUP_KEEPER (object)->cancellable);

  G_OBJECT_CLASS (gs_backup_keeper_parent_class)->finalize (object);
}

static void
gs_backup_keeper_class_init (GsBackupKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gs_backup_keeper_dispose;
  object_class->finalize = gs_backup_keeper_finalize;

  signals[MADE] = g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
gs_backup_keeper_init (GsBackupKeeper *self)
{
  self->cancellable = g_cancellable_new ();
  self->last_failure = -1;
}

/**
 * gs_backup_keeper_new:
 * @workspace: a workspace that can be written
 * @delay: seconds until the first backup
 * @period: seconds between two looks at whether it has changed; not 0
 *
 * Returns: (transfer full): a keeper
 */
GsBackupKeeper *
gs_backup_keeper_new (GsWorkspace *workspace, guint delay, guint period)
{
  GsBackupKeeper *self;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace) && period > 0, NULL);

  self = g_object_new (GS_TYPE_BACKUP_KEEPER, NULL);
  self->workspace = g_object_ref (workspace);
  self->period = period;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->timer = g_timeout_add_seconds (delay, delay_over_cb, self);

  return self;
}
