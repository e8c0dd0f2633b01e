/* gs-report-places.h: do the places in a report's texts hold?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report may come from anywhere, and its claims may end up on an article
 * that was imported here by another version of the importer. So offsets are
 * believed only where the quote stands: else the quote is looked for, and a
 * span that is not found is visibly orphaned.
 */

#pragma once

#include "gs-records.h"

G_BEGIN_DECLS

typedef struct _GsReportPlaces GsReportPlaces;

GsReportPlaces *gs_report_places_new   (void);
void            gs_report_places_free  (GsReportPlaces         *self);

/* @uuid: of the article in the workspace; @text: (nullable). */
void            gs_report_places_add   (GsReportPlaces         *self,
                                        const char             *uuid,
                                        const char             *text);
gboolean        gs_report_places_knows (GsReportPlaces         *self,
                                        const char             *uuid);
/* Whether the zones lie within the text; GS_ERROR_INVALID. */
gboolean        gs_report_places_check (const GsArticleRecord  *article,
                                        GError                **error);
/* Mends the spans and cues of @claim, whose article is one that was added. */
void            gs_report_places_mend  (GsReportPlaces         *self,
                                        GsClaimRecord          *claim);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsReportPlaces, gs_report_places_free)

G_END_DECLS
