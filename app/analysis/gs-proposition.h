/* gs-proposition.h: which claims assert the same.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two claims assert the same proposition when they answer the same question
 * with the same stance, give the same value where both give one, and their
 * slots agree: the same action; actors, objects, recipients and places of
 * which one at least is the same, or above the other in the tree of tags. A
 * slot that one of them leaves open agrees with any.
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

/* Blocks. (element-type utf8) (transfer full): UUIDs of the claims that assert
 * the same as @claim, itself among them, in the order they came in. */
GPtrArray *gs_proposition_claims (GsWorkspace  *workspace,
                                  const char   *claim,
                                  GError      **error);

G_END_DECLS
