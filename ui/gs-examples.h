/* gs-examples.h: what of a workspace shows best what a page is for.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For gs_workspace_call_async(): each blocks, and gives NULL where there is none.
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

/* (transfer full): UUID of the question on top of the board. */
gpointer gs_examples_find_question (GsWorkspace   *workspace,
                                    gpointer       data,
                                    GCancellable  *cancellable,
                                    GError       **error);
/* (transfer full): a strv: the article of the first claim with a chain, and the claim. */
gpointer gs_examples_find_claim    (GsWorkspace   *workspace,
                                    gpointer       data,
                                    GCancellable  *cancellable,
                                    GError       **error);

G_END_DECLS
