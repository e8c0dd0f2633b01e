/* gs-names.h: records by the names an analyst types.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typed names become records: an existing one, or a new one that the action
 * saves along with the claim, so that undo takes both away. All block.
 */

#pragma once

#include "gs-quantity.h"
#include "gs-time.h"
#include "gs-workspace.h"

G_BEGIN_DECLS

/* Each returns (transfer full) the UUID, adding to @action what must be made.
 * NULL with error: an empty name, or reading failed. Names are trimmed. */

/* "object/drone/shahed-136": makes the parents too. */
char *gs_names_ensure_tag      (GsWorkspace  *workspace,
                                GsAction     *action,
                                const char   *path,
                                GError      **error);
char *gs_names_ensure_source   (GsWorkspace  *workspace,
                                GsAction     *action,
                                const char   *name,
                                GError      **error);
char *gs_names_ensure_question (GsWorkspace  *workspace,
                                GsAction     *action,
                                const char   *text,
                                GError      **error);

/* A claim as typed in a dialog or on a command line. NULL texts are left as
 * they are in @claim. */
typedef struct
{
  char       *claim;    /* UUID to change, or NULL for a new claim */
  char       *article;  /* UUID */
  gint64      start;    /* of the quote, code points; end 0: keep */
  gint64      end;
  char       *summary;
  char       *question; /* its text; "" takes it away */
  char       *value;
  int         stance;
  int         certainty;
  int         status;
  char       *scope;
  char       *note;
  GPtrArray  *tags;     /* paths; NULL: keep */
  GPtrArray  *sources;  /* names, outermost first; NULL: keep. Hops whose name stays keep their cue and act */
  GPtrArray  *hops;     /* GsHopRecord beside each of @sources: how it speaks; NULL: as said above */
  GPtrArray  *slots;    /* GsSlotRecord; NULL: keep */
  GPtrArray  *spans;    /* GsSpanRecord: role, start, end, and a UUID if it is there already; NULL: keep */
  GPtrArray  *quantities; /* GsQuantityRecord; NULL: keep */
  GPtrArray  *times;      /* GsTimeRecord; NULL: keep */
  gboolean    assessed;   /* whether the five below count */
  gint64      credibility;
  int         likelihood;
  int         confidence;
  int         review;
  int         grade;      /* GsGrade of the innermost source; GS_GRADE_NONE: keep */
} GsClaimDraft;

/* Blocks. Builds the action that makes or changes the claim, with whatever
 * tags, sources and question it needs. @uuid: (out) the claim's UUID. */
GsAction *gs_claim_draft_to_action (GsWorkspace         *workspace,
                                    const GsClaimDraft  *draft,
                                    char               **uuid,
                                    GError             **error);
/* Blocks. Makes or changes the claim, with whatever names it needs, also where
 * another program makes the same ones at the same time. @uuid: (out) */
gboolean  gs_claim_draft_perform   (GsWorkspace         *workspace,
                                    const GsClaimDraft  *draft,
                                    char               **uuid,
                                    GError             **error);
void      gs_claim_draft_free      (GsClaimDraft        *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsClaimDraft, gs_claim_draft_free)

G_END_DECLS
