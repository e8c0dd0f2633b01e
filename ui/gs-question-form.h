/* gs-question-form.h: one question: its text, template, stages and note.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_QUESTION_FORM (gs_question_form_get_type ())
G_DECLARE_FINAL_TYPE (GsQuestionForm, gs_question_form, GS, QUESTION_FORM, GtkWidget)

/* Signal "merged": the question is becoming part of another. */

GtkWidget  *gs_question_form_new          (GsWorkspace    *workspace);
/* Stores what was typed, and shows another. @question: (nullable): UUID. */
void        gs_question_form_show         (GsQuestionForm *self,
                                           const char     *question);
/* (nullable) (transfer none): UUID of what is shown. */
const char *gs_question_form_get_question (GsQuestionForm *self);
/* Stores what was typed, without waiting; nothing when nothing was. */
void        gs_question_form_save         (GsQuestionForm *self);

/* Blocks. Everything on the question @gone is on @into from now on: one action,
 * which undo takes back. */
GsAction   *gs_question_merge             (GsWorkspace    *workspace,
                                           const char     *gone,
                                           const char     *into,
                                           GError        **error);

G_END_DECLS
