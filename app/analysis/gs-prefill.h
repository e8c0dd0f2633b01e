/* gs-prefill.h: what a passage suggests for the fields of a claim.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Grammars and word lists for English, Dutch and German, no model. Every
 * suggestion says where in the article it comes from, so that an analyst can
 * look and reject it.
 */

#pragma once

#include "gs-records.h"

G_BEGIN_DECLS

typedef enum
{
  GS_SUGGEST_HOP, /* who says it: in the order of the chain, outermost first */
  GS_SUGGEST_STANCE,
  GS_SUGGEST_CERTAINTY,
  GS_SUGGEST_STATUS,
  GS_SUGGEST_QUANTITY,
  GS_SUGGEST_TIME,
} GsSuggestionKind;

/**
 * GsSuggestion:
 * @kind: which field it is for
 * @start: first code point of the article's text that it rests on
 * @end: the code point after the last; 0 when it rests on what is known of the
 *   article as a whole, such as its outlet
 * @text: (nullable): what stands there
 * @value: of stance, certainty or status
 * @quantity: (nullable): of a quantity
 * @time: (nullable): of a time
 * @hop: (nullable): of a hop, without source
 * @name: (nullable): of the hop's source, as the article calls it
 */
typedef struct
{
  GsSuggestionKind  kind;
  gint64            start;
  gint64            end;
  char             *text;
  int               value;
  GsQuantityRecord *quantity;
  GsTimeRecord     *time;
  GsHopRecord      *hop;
  char             *name;
} GsSuggestion;

/* (transfer full) (element-type GsSuggestion): by kind, then by place. */
GPtrArray *gs_prefill (const GsArticleRecord *article,
                       gint64                 start,
                       gint64                 end);

GsSuggestion *gs_suggestion_copy (const GsSuggestion *suggestion);
void          gs_suggestion_free (GsSuggestion       *suggestion);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsSuggestion, gs_suggestion_free)

G_END_DECLS
