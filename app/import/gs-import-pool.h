/* gs-import-pool.h: threads that read what is imported, and give it back in order.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-import-job.h"

G_BEGIN_DECLS

/* All calls on one thread. */
typedef struct _GsImportPool GsImportPool;

GsImportPool *gs_import_pool_new    (GCancellable *cancellable);
/* Does not wait for what is being read. */
void          gs_import_pool_free   (GsImportPool *self);

void          gs_import_pool_push   (GsImportPool *self,
                                     GsImportJob  *job);
/* (transfer full) (nullable): the job pushed first, once it has been read. */
GsImportJob  *gs_import_pool_take   (GsImportPool *self,
                                     gint64        until);

/* Pushed and not taken. */
guint         gs_import_pool_count  (GsImportPool *self);
gsize         gs_import_pool_weigh  (GsImportPool *self);

G_END_DECLS
