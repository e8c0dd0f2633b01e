/* gs-fault-answers.h: what can be asked of a workspace, and the answers as text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

/* Finds out, while nothing fails, what to ask for; and forgets it. */
void        gs_fault_answers_learn  (GsWorkspace  *workspace);
void        gs_fault_answers_forget (void);

guint       gs_fault_n_answers      (void);
const char *gs_fault_answer_name    (guint         which);
/* Asks it of @workspace and adds the answer to @text; FALSE with error. */
gboolean    gs_fault_answer         (guint         which,
                                     GsWorkspace  *workspace,
                                     GString      *text,
                                     GError      **error);

G_END_DECLS
