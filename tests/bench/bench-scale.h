/* bench-scale.h: the two halves of what bench-scale measures.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

/* What pages ask of a workspace made by make-workspace --whole, one by one. */
guint       bench_scale_n_asks    (void);
const char *bench_scale_ask_name  (guint        number);
void        bench_scale_ask       (GsWorkspace *workspace,
                                   guint        number,
                                   guint        round);

/* Prints a line for each thing done in the window: milliseconds, a tab, and
 * what it was. */
void        bench_scale_show_all  (const char  *path);

G_END_DECLS
