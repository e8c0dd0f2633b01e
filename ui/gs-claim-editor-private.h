/* gs-claim-editor-private.h: what the parts of the claim editor share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "gs-chain-editor.h"
#include "gs-claim-details.h"
#include "gs-claim-editor.h"
#include "gs-completion-entry.h"
#include "gs-names.h"
#include "gs-tag-editor.h"

G_BEGIN_DECLS

struct _GsClaimEditor
{
  GtkWidget          parent_instance;

  GtkLabel          *heading;
  GtkWidget         *delete_button;
  GtkScrolledWindow *scroller;
  GtkWidget         *fields;
  GtkLabel          *quote;
  GtkWidget         *quote_button;
  GtkEditable       *summary;
  GsCompletionEntry *question;
  GtkCheckButton    *exclusive;
  GtkWidget         *value_field;
  GtkEditable       *value;
  GtkToggleButton   *asserts;
  GtkToggleButton   *denies;
  GtkDropDown       *certainty;
  GtkDropDown       *status;
  GsChainEditor     *chain;
  GsTagEditor       *tags;
  GtkEditable       *quantities;
  GtkLabel          *quantities_error;
  GtkEditable       *times;
  GtkLabel          *times_error;
  GtkEditable       *scope;
  GtkTextView       *note;
  GtkLabel          *failure;

  GsWorkspace       *workspace;
  char              *article;
  char              *claim; /* NULL for a new one */
  gint64             start;
  gint64             end;
  char              *clean;  /* what the fields said when nothing was to save */
  gboolean           filling; /* the fields are being set, not edited */
  gboolean           saving;
  guint              generation; /* which claim an answer that arrives was for */
  GCancellable      *looking_up; /* the question being typed */
};

/* gs-claim-editor.c */
void          gs_claim_editor_update_actions (GsClaimEditor      *self);
/* What the fields say now is what is stored. */
void          gs_claim_editor_set_clean    (GsClaimEditor        *self);
void          gs_claim_editor_show_failure (GsClaimEditor        *self,
                                            const char           *message);
/* Forgets the claim; what is under way for it finds nobody. */
void          gs_claim_editor_start_over   (GsClaimEditor        *self);

/* gs-claim-editor-store.c: what is asked of the workspace; it answers later. */
void          gs_claim_editor_read_voice   (GsClaimEditor        *self);
void          gs_claim_editor_read_claim   (GsClaimEditor        *self);
void          gs_claim_editor_delete       (GsClaimEditor        *self);
void          gs_claim_editor_look_up_question (GsClaimEditor    *self);

/* gs-claim-editor-fields.c: between fields and records. */
void          gs_claim_editor_clear_fields (GsClaimEditor        *self);
void          gs_claim_editor_fill_fields  (GsClaimEditor        *self,
                                            const GsClaimDetails *details);
void          gs_claim_editor_show_quote   (GsClaimEditor        *self,
                                            const char           *quote);
/* (transfer full): everything the fields say, for comparison. */
char         *gs_claim_editor_state        (GsClaimEditor        *self);
/* (transfer full) (nullable): NULL when a field cannot be understood, which
 * is then said below it and has the focus. */
GsClaimDraft *gs_claim_editor_make_draft   (GsClaimEditor        *self);
/* Shows or hides what the question makes sensible. */
void          gs_claim_editor_update_question (GsClaimEditor     *self);

G_END_DECLS
