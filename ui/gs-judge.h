/* gs-judge.h: the analyst's decision on a pair, as one undoable action.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-conflicts.h"

G_BEGIN_DECLS

/* @note, @reason: (nullable) or empty for none. @widget shows what was done. */
void gs_judge_confirm (GtkWidget    *widget,
                       GsWorkspace  *workspace,
                       const GsPair *pair,
                       int           kind,
                       const char   *note);
void gs_judge_dismiss (GtkWidget    *widget,
                       GsWorkspace  *workspace,
                       const GsPair *pair,
                       const char   *reason,
                       const char   *note);
/* Leaves the verdict as it is. */
void gs_judge_note    (GtkWidget    *widget,
                       GsWorkspace  *workspace,
                       const GsPair *pair,
                       const char   *note);

/* Whether it waits for a decision: there is none, or it has grown stale. */
gboolean gs_pair_is_open (const GsPair *pair);

G_END_DECLS
