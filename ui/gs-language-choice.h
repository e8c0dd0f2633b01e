/* gs-language-choice.h: a drop-down with the languages of a workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_LANGUAGE_CHOICE (gs_language_choice_get_type ())
G_DECLARE_FINAL_TYPE (GsLanguageChoice, gs_language_choice, GS, LANGUAGE_CHOICE, GtkWidget)

/* Signal "changed": the analyst has chosen another language. */

/* @workspace: (nullable) */
void        gs_language_choice_set_workspace (GsLanguageChoice *self,
                                              GsWorkspace      *workspace);
/* Reads the languages anew: before the analyst looks at them. */
void        gs_language_choice_refresh       (GsLanguageChoice *self);
/* (nullable) (transfer none): a code such as "en", NULL for any language. */
const char *gs_language_choice_get_code      (GsLanguageChoice *self);
/* @code: (nullable). Emits nothing. */
void        gs_language_choice_set_code      (GsLanguageChoice *self,
                                              const char       *code);

G_END_DECLS
