/* gs-lookup.h: what is looked up on the way, and could not be read.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rule that compares two claims asks who speaks for whom, deep down, where
 * no error can be passed on. What cannot be read then looks like what is not
 * there; but the first failure is kept, and whoever wants to use the answer
 * asks for it first.
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

gpointer gs_lookup_record (GsWorkspace         *workspace,
                           const GsRecordType  *type,
                           const char          *uuid,
                           GError             **failure);
/* Takes @error (nullable); that something is not there is no failure. */
void     gs_lookup_keep   (GError             **failure,
                           GError              *error);
/* FALSE with a copy of what was kept. */
gboolean gs_lookup_check  (const GError        *failure,
                           GError             **error);

G_END_DECLS
