/* gs-questions-dialog.h: the questions of the workspace, and who answers them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_QUESTIONS_DIALOG (gs_questions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GsQuestionsDialog, gs_questions_dialog, GS, QUESTIONS_DIALOG, AdwWindow)

/* Signal "show-claims" (char *question, char *source): the analyst wants to see
 * these claims in the table; the dialog has closed. */

GtkWidget *gs_questions_dialog_new      (GtkWindow         *parent,
                                         GsWorkspace       *workspace);
/* @name: "list" or "matrix". */
void       gs_questions_dialog_show_tab (GsQuestionsDialog *self,
                                         const char        *name);

G_END_DECLS
