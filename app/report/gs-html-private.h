/* gs-html-private.h: what the parts of the HTML report share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only gs_html_raw() writes markup, and only literals of this program go
 * through it: all that comes from the workspace goes through the others. What
 * comes out is well-formed XML too.
 */

#pragma once

#include "gs-parties.h"
#include "gs-report-buffer.h"
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
} GsHtmlCounts;

typedef struct
{
  GsWorkspace         *workspace;
  const GsReportOptions *options; /* (nullable) */
  GCancellable        *cancellable;
  GsReportBuffer       buffer;
  GsReportCatalogue   *catalogue;
  GsParties           *parties;
  GHashTable          *claims; /* UUIDs of those of a part; NULL: all */
  GsHtmlCounts         counts;
  guint                n_notes; /* notes referred to, then notes written */
} GsHtml;

/* gs-html-text.c */
void gs_html_raw     (GsHtml     *self,
                      const char *markup);
void gs_html_text    (GsHtml     *self,
                      const char *text);
/* <tag class="class">text</tag>; @class: (nullable). */
void gs_html_element (GsHtml     *self,
                      const char *tag,
                      const char *class,
                      const char *text);
/* The same for what an article or the analyst says: in its own direction, and
 * in @language (nullable). */
void gs_html_quoted  (GsHtml     *self,
                      const char *tag,
                      const char *class,
                      const char *language,
                      const char *text);
/* A name and its value in a list of them; nothing when there is no value. */
void gs_html_field   (GsHtml     *self,
                      const char *name,
                      const char *value);
/* name="PREFIXtext", before which a tag is open. */
void gs_html_attribute (GsHtml     *self,
                        const char *name,
                        const char *prefix,
                        const char *text);

/* Calls @func with each claim that answers @question, or with those that
 * answer none when it is NULL, in the order of articles and places. */
typedef gboolean (*GsHtmlClaimFunc) (GsHtml               *self,
                                     const GsClaimRecord  *claim,
                                     gpointer              user_data,
                                     GError              **error);
gboolean gs_html_each_claim (GsHtml           *self,
                             const char       *question,
                             GsHtmlClaimFunc   func,
                             gpointer          user_data,
                             GError          **error);
gboolean gs_html_in_scope   (GsHtml           *self,
                             const char       *claim);

/* Parts of a page, in their order. */
void     gs_html_put_head      (GsHtml *self);
void     gs_html_put_summary   (GsHtml *self);
gboolean gs_html_put_questions (GsHtml *self, GError **error);
gboolean gs_html_put_conflicts (GsHtml *self, GError **error);
gboolean gs_html_put_links     (GsHtml *self, GError **error);
void     gs_html_put_sources   (GsHtml *self);
void     gs_html_put_articles  (GsHtml *self);
gboolean gs_html_put_notes     (GsHtml *self, GError **error);
void     gs_html_put_method    (GsHtml *self);

/* Quote, chain and article of a claim. */
void     gs_html_put_quote     (GsHtml *self, const GsClaimRecord *claim);
void     gs_html_put_chain     (GsHtml *self, const GsClaimRecord *claim);
void     gs_html_put_stance    (GsHtml *self, int stance);

extern const char gs_html_style[];

G_END_DECLS
