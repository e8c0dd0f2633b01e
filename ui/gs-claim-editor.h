/* gs-claim-editor.h: the pane in which a claim is made and changed.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_CLAIM_EDITOR (gs_claim_editor_get_type ())
G_DECLARE_FINAL_TYPE (GsClaimEditor, gs_claim_editor, GS, CLAIM_EDITOR, GtkWidget)

/* Signals, all on the main thread:
 * "saved" (char *claim): the claim is stored;
 * "deleted" (char *claim, char *label): the claim is gone, by the step of the
 *   history with that label; the window offers to undo that;
 * "show-quote" (char *article, char *claim): the analyst asks for the place
 *   of the quote; claim is NULL while it has not been saved;
 * "show-place" (char *article, gint64 start, gint64 end): the analyst asks for
 *   that place, from which a suggestion comes or where a passage is;
 * "marks-changed": what gs_claim_editor_get_marks() says has changed;
 * "closed": the analyst is done with the pane. */

GtkWidget *gs_claim_editor_new           (void);

/* @workspace: (nullable) (transfer none). */
void       gs_claim_editor_set_workspace (GsClaimEditor *self,
                                          GsWorkspace   *workspace);

/* A new claim from the code points start..end of an article.
 * @quote: what stands there, for display */
void       gs_claim_editor_begin         (GsClaimEditor *self,
                                          const char    *article,
                                          gint64         start,
                                          gint64         end,
                                          const char    *quote);

/* Loads the claim with that UUID into the fields. */
void       gs_claim_editor_edit          (GsClaimEditor *self,
                                          const char    *claim);

/* (nullable) (transfer none): UUID of the claim being edited. */
const char *gs_claim_editor_get_claim    (GsClaimEditor *self);

/* Whether anything was typed that has not been saved. */
gboolean   gs_claim_editor_is_dirty      (GsClaimEditor *self);

/* Saves; "saved" follows. FALSE when a field cannot be understood: the editor
 * says which, and keeps what was typed. */
gboolean   gs_claim_editor_save          (GsClaimEditor *self);

/* (nullable) (transfer none): UUID of the article of the claim. */
const char *gs_claim_editor_get_article  (GsClaimEditor *self);
/* (transfer full) (element-type GsReaderRange): where the article says who says
 * it, and passages beside the quote. */
GArray    *gs_claim_editor_get_marks     (GsClaimEditor *self);

/* What is selected in the claim's article, which may be added to the claim.
 * @text: (nullable): NULL for nothing. */
void       gs_claim_editor_set_selection (GsClaimEditor *self,
                                          gint64         start,
                                          gint64         end,
                                          const char    *text);

G_END_DECLS
