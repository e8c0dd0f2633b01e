/* gs-workspace-private.h: what the parts of the workspace share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-db-worker.h"
#include "gs-workspace.h"

G_BEGIN_DECLS

struct _GsWorkspace
{
  GObject       parent_instance;

  char         *path;
  char         *title;
  gboolean      read_only;

  /* Where "changed" is emitted: the opener's context, on the opener's thread. */
  GMainContext *context;
  GThread      *opener;

  GMutex        lock; /* guards what follows */
  GCond         idle;
  GsDbWorker   *worker;
  guint         users; /* calls under way */
  gboolean      closing;
  char         *annotator;
  gboolean      news; /* something to tell, with these labels */
  gboolean      news_scheduled;
  char         *news_undo;
  char         *news_redo;

  /* The opener's thread only. */
  char         *undo_label;
  char         *redo_label;
  GSource      *watch;
  gboolean      looking;
  gint64        data_version;
  gboolean      astray;

  /* The worker's thread only. */
  guint         n_put; /* since the open action was cut last */
};

/* Runs @job on the worker and waits; errors come out in our domain. */
gpointer gs_workspace_run       (GsWorkspace  *self,
                                 GsDbJob       job,
                                 gpointer      data,
                                 GError      **error);
/* The same of what may be cancelled on its own. @cancellable: (nullable). */
gpointer gs_workspace_run_cancellable (GsWorkspace   *self,
                                       GsDbJob        job,
                                       gpointer       data,
                                       GCancellable  *cancellable,
                                       GError       **error);
/* Gives @job to the worker and returns; @task may not hold the workspace. */
void     gs_workspace_push      (GsWorkspace    *self,
                                 GTask          *task,
                                 GsDbJob         job,
                                 gpointer        data,
                                 GDestroyNotify  data_free,
                                 GDestroyNotify  result_free);
/* Tells the opener that the workspace has changed. Labels: (transfer full). */
void     gs_workspace_announce  (GsWorkspace  *self,
                                 char         *undo_label,
                                 char         *redo_label);
void     gs_workspace_set_labels (GsWorkspace *self,
                                  char        *undo_label,
                                  char        *redo_label);
void     gs_workspace_emit_changed (GsWorkspace *self);
void     gs_workspace_set_astray (GsWorkspace *self);
void     gs_workspace_unwatch   (GsWorkspace  *self);
char    *gs_workspace_dup_annotator (GsWorkspace *self);

G_END_DECLS
