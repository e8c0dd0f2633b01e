/* gs-standpoint-filing.h: the standpoints in the file follow the claims.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For gs-standpoints.c only. All but the keys in a job.
 */

#pragma once

#include <gio/gio.h>

#include "gs-account.h"
#include "gs-db-standpoints.h"

G_BEGIN_DECLS

gint64         gs_standpoint_hash      (const char       *kind,
                                        const char       *a,
                                        const char       *b);
void           gs_standpoint_add_keys  (const GsAccount  *account,
                                        GArray           *keys);

/* FALSE with @error. @all: (out): whether no claim is due any more. */
gboolean       gs_standpoints_file_due (GsDbConnection   *db,
                                        gboolean         *all,
                                        GCancellable     *cancellable,
                                        GError          **error);
/* NULL with @error, or without when the claim has gone. */
GsClaimRecord *gs_standpoints_load_due (GsDbConnection   *db,
                                        const GsDbDue    *due,
                                        GError          **error);

G_END_DECLS
