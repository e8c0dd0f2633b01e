/* gs-question-matrix.h: who answers which question, as a table.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_QUESTION_MATRIX (gs_question_matrix_get_type ())
G_DECLARE_FINAL_TYPE (GsQuestionMatrix, gs_question_matrix, GS, QUESTION_MATRIX, GtkWidget)

/* Signal "chosen" (char *question, char *source): the analyst wants to see
 * the claims of that cell. */

GtkWidget *gs_question_matrix_new  (GsWorkspace      *workspace);
/* Reads it anew; returns at once. */
void       gs_question_matrix_read (GsQuestionMatrix *self);
/* (nullable) (transfer none): the button of that cell, for tests. */
GtkWidget *gs_question_matrix_find (GsQuestionMatrix *self,
                                    const char       *question,
                                    const char       *source);

G_END_DECLS
