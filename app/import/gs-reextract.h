/* gs-reextract.h: an article read again from its own bytes.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

/* Blocks. One step of the history: a revision with what today's extractor
 * finds in the bytes kept, its claims moved. @label: (out) (optional)
 * (nullable): of that step, NULL when nothing has changed. FALSE with
 * GS_ERROR_NOT_FOUND, or why the bytes cannot be read. */
gboolean gs_reextract (GsWorkspace  *workspace,
                       const char   *article,
                       char        **label,
                       GError      **error);

/* A #GsActionFunc whose data is an article's UUID. */
GsAction *gs_reextract_build (GsWorkspace  *workspace,
                              gpointer      data,
                              GError      **error);

G_END_DECLS
