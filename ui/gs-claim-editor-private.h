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
#include "gs-claim-spans.h"
#include "gs-claim-suggestions.h"
#include "gs-completion-entry.h"
#include "gs-names.h"
#include "gs-recents.h"
#include "gs-slot-editor.h"
#include "gs-tag-editor.h"

G_BEGIN_DECLS

typedef enum
{
  GS_EDITOR_AMOUNTS,
  GS_EDITOR_CERTAINTY,
  GS_EDITOR_SLOTS,
  GS_EDITOR_ASSESSMENT,
  GS_EDITOR_SPANS,
  GS_EDITOR_NOTE,
  GS_EDITOR_N_SECTIONS
} GsEditorSection;

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
  GsRecents         *offers; /* questions it may answer */
  GsClaimSuggestions *suggestions;
  GtkEditable       *quantities;
  GtkLabel          *quantities_error;
  GtkEditable       *times;
  GtkLabel          *times_error;
  GtkEditable       *scope;
  GsSlotEditor      *slots;
  GtkDropDown       *grade;
  GtkDropDown       *credibility;
  GtkLabel          *origins; /* how many say the same */
  GtkDropDown       *likelihood;
  GtkDropDown       *confidence;
  GtkDropDown       *review;
  GsClaimSpans      *spans;
  GtkTextView       *note;
  GtkLabel          *failure;

  GtkExpander       *sections[GS_EDITOR_N_SECTIONS];
  GtkLabel          *summaries[GS_EDITOR_N_SECTIONS]; /* what a folded one holds */

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
  GPtrArray         *found;      /* GsSuggestion: what the passage says, for its words */
  int                known_grade; /* of the innermost source, as it is stored */
  char              *graded;     /* name of that source */
  gboolean           confirmable; /* at least two independent origins say so */
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
void          gs_claim_editor_read_passage (GsClaimEditor        *self);
void          gs_claim_editor_read_claim   (GsClaimEditor        *self);
void          gs_claim_editor_delete       (GsClaimEditor        *self);
void          gs_claim_editor_look_up_question (GsClaimEditor    *self);

/* gs-claim-editor-offers.c: what else the workspace knows that helps. */
/* Shows questions that the claim may answer, while it answers none. */
void          gs_claim_editor_offer_questions (GsClaimEditor     *self);
/* Shows the grade of who says it innermost, when that is another by now. */
void          gs_claim_editor_look_up_grade (GsClaimEditor       *self);
/* Asks how many independent origins say the same. */
void          gs_claim_editor_look_up_origins (GsClaimEditor     *self);

/* gs-claim-editor-prefill.c: suggestions into the fields, and out again. */
/* @found: (transfer full) (element-type GsSuggestion). */
void          gs_claim_editor_take_found   (GsClaimEditor        *self,
                                            GPtrArray            *found);
void          gs_claim_editor_reject       (GsClaimEditor        *self,
                                            const GsSuggestion   *suggestion);
/* The words of the article for values that were found in it. */
void          gs_claim_editor_add_words    (GsClaimEditor        *self,
                                            GsClaimDraft         *draft);

/* gs-claim-editor-sections.c: parts that fold. */
void          gs_claim_editor_bind_sections (GtkWidgetClass      *widget_class);
void          gs_claim_editor_init_sections (GsClaimEditor       *self);
void          gs_claim_editor_update_sections (GsClaimEditor     *self);
void          gs_claim_editor_unfold       (GsClaimEditor        *self,
                                            GsEditorSection       section);

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
/* Which credibility is chosen, 0 to 6. */
int           gs_claim_editor_get_credibility (GsClaimEditor     *self);
void          gs_claim_editor_set_credibility (GsClaimEditor     *self,
                                            int                   credibility);
char         *gs_claim_editor_get_note     (GsClaimEditor        *self);
/* Shows or hides what the question makes sensible. */
void          gs_claim_editor_update_question (GsClaimEditor     *self);

G_END_DECLS
