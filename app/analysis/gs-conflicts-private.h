/* gs-conflicts-private.h: what the board and the pairs share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-conflict-window.h"
#include "gs-conflicts.h"

G_BEGIN_DECLS

typedef gboolean (*GsQuestionFunc) (const GsQuestionListing  *question,
                                    gpointer                  user_data,
                                    GError                  **error);

gboolean gs_conflicts_each_question (GsWorkspace     *workspace,
                                     GsQuestionFunc   func,
                                     gpointer         user_data,
                                     GError         **error);

G_END_DECLS
