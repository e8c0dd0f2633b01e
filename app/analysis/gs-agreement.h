/* gs-agreement.h: how far annotators agree.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counted are the code points of the articles on which two annotators or more
 * have made claims. For each tag, a code point is marked by an annotator when
 * it lies in a quote of a claim of theirs that has the tag, or one below it.
 * Cohen's kappa compares two annotators (of more, the mean over the pairs);
 * Krippendorff's alpha, for nominal data, any number of them on different sets
 * of articles. Of the boundaries: his alpha for unitizing, and the share of edges of spans that have an
 * edge of the other annotator within GS_AGREEMENT_TOLERANCE code points (Dice).
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_AGREEMENT_TOLERANCE 3

typedef struct
{
  char   *tag;   /* UUID; NULL: any claim, whatever its tags */
  char   *path;
  guint   articles; /* in which at least one of them has used it */
  guint   spans;    /* of all annotators together */
  double  kappa;    /* NaN when it is not defined: nothing varies */
  double  alpha;
  double  units;    /* Krippendorff's alpha for unitizing: gs-unitizing.h; NaN without spans */
  double  edges;    /* 0–1; NaN without spans */
} GsAgreement;

typedef struct
{
  GPtrArray *annotators; /* (element-type utf8): names of those who share articles */
  guint      articles;   /* that two or more have worked on */
  GPtrArray *rows;       /* (element-type GsAgreement): any claim, then tags by path */
} GsAgreementReport;

/* Blocks. @tag: (nullable): UUID: only that one. */
GsAgreementReport *gs_agreement_report      (GsWorkspace       *workspace,
                                             const char        *tag,
                                             GCancellable      *cancellable,
                                             GError           **error);
void               gs_agreement_report_free (GsAgreementReport *self);

/* What two annotators make of a place. */
typedef struct
{
  char          *article;
  char          *title;
  GsClaimRecord *a;
  GsClaimRecord *b;      /* (nullable): the other has no claim there */
  char          *a_name;
  char          *b_name; /* of another who has worked on the article */
  gboolean       tags_differ;
  gboolean       edges_differ;
} GsDisagreement;

typedef enum
{
  GS_SETTLE_A,    /* both get the span and the tags of a; alone, it stands */
  GS_SETTLE_B,
  GS_SETTLE_NONE, /* a goes, and b if there is one */
} GsSettlement;

/* Article by article, by place, what is not settled yet; settled are claims
 * whose review is “checked”. (element-type GsDisagreement). Blocks. */
GPtrArray *gs_disagreements_list (GsWorkspace           *workspace,
                                  const char            *tag,
                                  guint                  limit,
                                  GCancellable          *cancellable,
                                  GError               **error);
/* One step of the history. Blocks. */
gboolean   gs_disagreement_settle (GsWorkspace           *workspace,
                                   const GsDisagreement  *disagreement,
                                   GsSettlement           settlement,
                                   GError               **error);
void       gs_disagreement_free   (GsDisagreement        *self);

/* The measures themselves. @matrix: @n × @n counts, rows one annotator. NaN
 * when chance alone explains everything. */
double gs_cohen_kappa (const double *matrix,
                       guint         n);
/* @coincidences: @n × @n, as gs_alpha_add() fills it. */
double gs_alpha       (const double *coincidences,
                       guint         n);
/* One unit, @weight times: @values: categories from 0, -1 where an annotator
 * gives none. */
void   gs_alpha_add   (double       *coincidences,
                       guint         n,
                       const int    *values,
                       guint         n_values,
                       double        weight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsAgreementReport, gs_agreement_report_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsDisagreement, gs_disagreement_free)

G_END_DECLS
