/* gs-page-private.h: what the parts of a report to read share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-origins.h"
#include "gs-page.h"
#include "gs-parties.h"
#include "gs-report-catalogue.h"
#include "gs-report-private.h"

G_BEGIN_DECLS

/* What the first walk counted. */
typedef struct
{
  guint64  asserting;
  guint64  denying;
  guint64  unanswering;
  guint64  links;
  guint64  verdicts[3]; /* by GsVerdict */
  char    *title;
  char    *modified; /* the latest instant at which anything was changed */
} GsPageCounts;

typedef struct
{
  GsWorkspace           *workspace;
  const GsReportOptions *options; /* (nullable) */
  GCancellable          *cancellable;
  GsPageSink            *sink;
  GsReportCatalogue     *catalogue;
  GsParties             *parties;
  GHashTable            *claims; /* UUIDs of those of a part; NULL: all */
  GHashTable            *answers; /* UUID of a question → GsPageAnswers */
  GsPageCounts           counts;
  guint                  n_notes; /* notes referred to, then notes written */
} GsPage;

/* How many claims answer a question. */
typedef struct
{
  guint asserting;
  guint denying;
} GsPageAnswers;

/* These take over what they are given. */
void     gs_page_heading   (GsPage      *self,
                            guint        level,
                            const char  *anchor,
                            GsPhrase    *phrase);
void     gs_page_paragraph (GsPage      *self,
                            GsBlock      block,
                            GsPhrase    *phrase);
void     gs_page_row       (GsPage      *self,
                            GsPhrase   **cells,
                            guint        n_cells);
void     gs_page_open      (GsPage      *self,
                            GsGroup      group,
                            const char  *prefix,
                            const char  *id);
void     gs_page_close     (GsPage      *self,
                            GsGroup      group);
void     gs_page_table     (GsPage             *self,
                            const char         *caption,
                            guint               n_columns,
                            const char * const *heads,
                            const guint        *widths);
/* A note or a claim may be the last that anybody wants. */
gboolean gs_page_pass      (GsPage      *self,
                            GError     **error);

/* Fields that gather before they are shown. */
typedef GArray GsPageFields; /* GsPageField */
GsPageFields *gs_page_fields_new (void);
/* Nothing for a value that is absent or empty. */
void          gs_page_fields_add (GsPageFields *fields,
                                  const char   *name,
                                  const char   *value);
void          gs_page_fields_say (GsPageFields *fields,
                                  const char   *name,
                                  const char   *value);
void          gs_page_put_fields (GsPage       *self,
                                  GsPageFields *fields,
                                  gboolean      is_long);

/* Calls @func with each claim that answers @question, or with those that
 * answer none when it is NULL, in the order that is asked for. */
typedef gboolean (*GsPageClaimFunc) (GsPage               *self,
                                     const GsClaimRecord  *claim,
                                     gpointer              user_data,
                                     GError              **error);
gboolean gs_page_each_claim (GsPage           *self,
                             const char       *question,
                             GsPageClaimFunc   func,
                             gpointer          user_data,
                             GError          **error);
gboolean gs_page_has_claim  (GsPage           *self,
                             const char       *claim);

/* Parts of a report, in their order. */
gboolean gs_page_put_summary   (GsPage *self, GError **error);
gboolean gs_page_put_questions (GsPage *self, GError **error);
gboolean gs_page_put_conflicts (GsPage *self, GError **error);
gboolean gs_page_put_links     (GsPage *self, GError **error);
void     gs_page_put_sources   (GsPage *self);
void     gs_page_put_articles  (GsPage *self);
gboolean gs_page_put_notes     (GsPage *self, GError **error);
void     gs_page_put_method    (GsPage *self);

/* Whether there is more than space. */
gboolean    gs_page_can_be_seen (const char *text);
/* @text, or a question mark where there is nothing to be seen of it. */
const char *gs_page_name        (const char *text);

/* gs-page-positions.c */
gboolean gs_page_put_contested (GsPage *self, GError **error);
gboolean gs_page_put_positions (GsPage                 *self,
                                const GsQuestionRecord *question,
                                gboolean               *answered,
                                GError                **error);

/* Quote, chain and stance of a claim. */
GsPhrase *gs_page_quote  (GsPage *self, const GsClaimRecord *claim);
GsPhrase *gs_page_chain  (GsPage *self, const GsClaimRecord *claim);
void      gs_page_stance (GsPhrase *phrase, int stance);
/* "17 October 2022", or the words of the article; NULL when nothing is known. */
char     *gs_page_when   (const GsTimeRecord *time);

/* gs-page-charts.c: drawings; each NULL when there is nothing to draw. */
typedef struct _GsPageTimeline GsPageTimeline;

GsFigure       *gs_page_chart_answers   (GsPage *self);
GsPageTimeline *gs_page_timeline_new    (void);
void            gs_page_timeline_add    (GsPageTimeline *timeline, GsPage *page, const GsClaimRecord *claim);
GsFigure       *gs_page_timeline_draw   (GsPageTimeline *timeline, const char *question);
void            gs_page_timeline_free   (GsPageTimeline *timeline);
/* gs-page-origins.c */
GsFigure       *gs_page_chart_origins   (const GsOrigins *origins, const char *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsPageTimeline, gs_page_timeline_free)

G_END_DECLS
