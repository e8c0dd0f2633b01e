/* gs-qda-note.h: a claim as the text of a note, and back.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * REFI-QDA has no claims. What one says beyond its places and its tags stands
 * in a note, one "name: value" a line, for people to read in the other program
 * and for us to read when the project comes back. Further lines of a value
 * begin with a tab.
 */

#pragma once

#include "gs-records.h"

G_BEGIN_DECLS

/* What a claim refers to, by name. */
typedef struct
{
  const char  *question; /* (nullable): its text */
  const char **sources;  /* (nullable): names, one for each hop, "" for none */
} GsQdaNames;

/* (transfer full): never NULL. */
char    *gs_qda_note_format (const GsClaimRecord *claim,
                             const GsQdaNames    *names);

/* What a note says of names; of the rest it fills the claim. */
typedef struct
{
  char      *question;
  GPtrArray *sources; /* (element-type utf8) */
} GsQdaNamed;

/* Fills @claim. Lines that are not ours are added to its note. */
void     gs_qda_note_parse  (const char          *text,
                             GsClaimRecord       *claim,
                             GsQdaNamed          *named);
void     gs_qda_named_clear (GsQdaNamed          *named);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GsQdaNamed, gs_qda_named_clear)

G_END_DECLS
