/* gs-sample.h: the sample dossier as a workspace of the user's.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full): where the sample workspace is, or will be. */
char *gs_sample_path        (void);
/* Makes it from the program's resources unless it is there. */
void  gs_sample_make_async  (GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
/* (transfer full): its path. */
char *gs_sample_make_finish (GAsyncResult        *result,
                             GError             **error);

G_END_DECLS
