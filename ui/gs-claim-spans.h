/* gs-claim-spans.h: the passages of a claim: quotes, cues and context.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-records.h"

G_BEGIN_DECLS

#define GS_TYPE_CLAIM_SPANS (gs_claim_spans_get_type ())
G_DECLARE_FINAL_TYPE (GsClaimSpans, gs_claim_spans, GS, CLAIM_SPANS, GtkWidget)

/* Signals: "changed": by the analyst; "show-place" (gint64 start, gint64 end). */

/* @spans: (nullable) (element-type GsSpanRecord): copied. */
void       gs_claim_spans_set           (GsClaimSpans    *self,
                                         const GPtrArray *spans);
/* Whether the analyst has changed them. */
gboolean   gs_claim_spans_is_changed    (GsClaimSpans    *self);
/* (transfer full) (element-type GsSpanRecord) */
GPtrArray *gs_claim_spans_get           (GsClaimSpans    *self);
/* What is selected in the article, for the buttons that take it.
 * @text: (nullable): NULL for nothing. */
void       gs_claim_spans_set_selection (GsClaimSpans    *self,
                                         gint64           start,
                                         gint64           end,
                                         const char      *text);

G_END_DECLS
