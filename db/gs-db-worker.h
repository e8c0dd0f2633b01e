/* gs-db-worker.h: the one thread that owns a connection.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Jobs run strictly in the order in which they were given, whoever gave them.
 */

#pragma once

#include <gio/gio.h>

#include "gs-db-connection.h"

G_BEGIN_DECLS

typedef struct _GsDbWorker GsDbWorker;

/**
 * GsDbJob:
 * @db: the connection
 * @data: what was given with the job
 * @cancellable: (nullable): set when the job may be cancelled
 * @error: where to say why it failed
 *
 * Runs on the worker's thread.
 *
 * Returns: the result; what %NULL means is the job's affair, a failure is told by @error
 */
typedef gpointer (*GsDbJob) (GsDbConnection  *db,
                             gpointer         data,
                             GCancellable    *cancellable,
                             GError         **error);

GsDbWorker *gs_db_worker_new       (const char           *path,
                                    GsDbMode              mode,
                                    GError              **error);
void        gs_db_worker_free      (GsDbWorker           *self);
gboolean    gs_db_worker_is_current (GsDbWorker          *self);

/* Blocks until the job has run; runs it at once when called on the worker's
 * own thread, so that jobs may be built out of jobs. */
gpointer    gs_db_worker_call      (GsDbWorker           *self,
                                    GsDbJob               job,
                                    gpointer              data,
                                    GCancellable         *cancellable,
                                    GError              **error);

/* Returns at once; @task is returned with the job's result (freed with
 * @result_free if nobody takes it) or its error, in the task's main context. */
void        gs_db_worker_push      (GsDbWorker           *self,
                                    GTask                *task,
                                    GsDbJob               job,
                                    gpointer              data,
                                    GDestroyNotify        data_free,
                                    GDestroyNotify        result_free);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsDbWorker, gs_db_worker_free)

G_END_DECLS
