/* gs-report-catalogue.h: what claims refer to, by UUID.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims come last and refer to tags, sources, questions and articles. A
 * writer for people or for other tools says their names, so it keeps these
 * few: of an article neither text nor original.
 */

#pragma once

#include "gs-records.h"

G_BEGIN_DECLS

typedef struct _GsReportCatalogue GsReportCatalogue;

GsReportCatalogue *gs_report_catalogue_new  (void);
void               gs_report_catalogue_free (GsReportCatalogue   *self);

/* Keeps a copy of @record unless it is a claim or a link. An article without
 * a title gets the first words of its text as one. */
void               gs_report_catalogue_add  (GsReportCatalogue   *self,
                                             const GsRecordType  *type,
                                             gconstpointer        record);

/* @uuid: (nullable). NULL when there is no such record. */
gpointer           gs_report_catalogue_get  (GsReportCatalogue   *self,
                                             const GsRecordType  *type,
                                             const char          *uuid);
/* (element-type record): in the order in which they came. */
GPtrArray         *gs_report_catalogue_list (GsReportCatalogue   *self,
                                             const GsRecordType  *type);

/* Never NULL, "" when there is none: */
const char        *gs_report_catalogue_question (GsReportCatalogue   *self,
                                                 const char          *uuid);
const char        *gs_report_catalogue_source   (GsReportCatalogue   *self,
                                                 const char          *uuid);
const char        *gs_report_catalogue_title    (GsReportCatalogue   *self,
                                                 const char          *article);
/* (transfer full): "object/drone". */
char              *gs_report_catalogue_tag_path (GsReportCatalogue   *self,
                                                 const char          *uuid);
/* (transfer full): names of the sources, outermost first, joined by GS_CHAIN_ARROW. */
char              *gs_report_catalogue_chain    (GsReportCatalogue   *self,
                                                 const GsClaimRecord *claim);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsReportCatalogue, gs_report_catalogue_free)

G_END_DECLS
