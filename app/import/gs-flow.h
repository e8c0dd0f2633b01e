/* gs-flow.h: paragraphs of a document that come in pieces.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Word processors and news formats put paragraphs inside paragraphs (text
 * frames, footnotes). An inner one is a block before the outer; notes come
 * last, each with its mark.
 */

#pragma once

#include "gs-document.h"

G_BEGIN_DECLS

typedef struct
{
  GsDocument *document;
  GArray     *open;  /* paragraphs under way */
  GPtrArray  *notes; /* GString */
  gboolean    in_note;
} GsFlow;

void gs_flow_init   (GsFlow     *self,
                     GsDocument *document);
void gs_flow_clear  (GsFlow     *self);

void gs_flow_begin  (GsFlow     *self);
/* Of the paragraph under way. @level: of a heading; @kind: what the format
 * says it is, or GS_ZONE_BODY to leave that to the rules. */
void gs_flow_mark   (GsFlow     *self,
                     guint       flags,
                     guint       level,
                     int         kind);
/* White space becomes single spaces; outside of paragraphs it is nothing. */
void gs_flow_text   (GsFlow     *self,
                     const char *text,
                     gsize       length);
void gs_flow_end    (GsFlow     *self);

/* Between these two, paragraphs belong to a note. */
void gs_flow_begin_note (GsFlow     *self,
                         const char *mark);
void gs_flow_end_note   (GsFlow     *self);

/* Ends what is open and adds the notes. */
void gs_flow_finish (GsFlow     *self);

G_END_DECLS
