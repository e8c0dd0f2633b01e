/* gs-error-private.h: what the workspace file says, in the workbench's words.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-error.h"

G_BEGIN_DECLS

/* Sets @error from @from (transfer full): a GS_DB_ERROR becomes the GS_ERROR
 * or G_IO_ERROR that says the same, anything else is passed on. Returns FALSE. */
gboolean gs_error_take (GError **error,
                        GError  *from);

G_END_DECLS
