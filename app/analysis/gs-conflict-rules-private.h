/* gs-conflict-rules-private.h: what the families of rules share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-conflict-rules.h"

G_BEGIN_DECLS

struct _GsRules
{
  GsWorkspace *workspace;
  GsParties   *parties;
  GsTaxonomy  *taxonomy;
  GHashTable  *questions; /* UUID → GsQuestionRecord, NULL when there is none */
  GError      *failure;   /* see gs-lookup.h */
};

/* How two intervals lie. */
typedef enum
{
  GS_RELATION_UNKNOWN,
  GS_RELATION_DISJOINT,
  GS_RELATION_TOUCHING, /* they share one day */
  GS_RELATION_OVERLAPPING,
  GS_RELATION_INSIDE,   /* the first within the second */
} GsRelation;

/* Two accounts that are being compared, and what was found so far. */
typedef struct
{
  GsRules                *rules;
  const GsQuestionRecord *question; /* that both answer, or NULL */
  GsComparable            comparable;
  gboolean                tell;
  GArray                 *found; /* GsOpposition */
  guint                   first; /* of them, in @found */
} GsComparison;

/* What is being found; valid until the next. @base: points. */
GsOpposition *gs_comparison_add     (GsComparison     *self,
                                     const GsAccount  *a,
                                     const GsAccount  *b,
                                     const char       *rule,
                                     int               type,
                                     int               base,
                                     const char       *why);
/* Adds to what was found last. */
void          gs_comparison_weigh   (GsComparison     *self,
                                     int               points,
                                     const char       *why);
/* Whether a contradiction, not a tension, has been found. */
gboolean      gs_comparison_contradicts (GsComparison *self);

GsRelation    gs_relate             (double            a_first,
                                     double            a_last,
                                     double            b_first,
                                     double            b_last);
GsRelation    gs_relate_times       (const GsAccount  *a,
                                     const GsAccount  *b);

/* Whether one of @broad contains one of @narrow. */
gboolean      gs_rules_contain      (GsRules          *self,
                                     char * const     *broad,
                                     char * const     *narrow);
/* The same in either direction, or where one says nothing. */
gboolean      gs_rules_related      (GsRules          *self,
                                     char * const     *a,
                                     char * const     *b);
gboolean      gs_scopes_differ      (const GsAccount  *a,
                                     const GsAccount  *b);
/* Only possible, or bound to a condition. */
gboolean      gs_account_is_open    (const GsAccount  *account);

/* Opposite stances. */
void          gs_rules_compare_stances (GsComparison    *self,
                                        const GsAccount *asserting,
                                        const GsAccount *denying);
/* First times and dates. */
void          gs_rules_compare_times   (GsComparison    *self,
                                        const GsAccount *x,
                                        const GsAccount *y);
/* Numbers, vague amounts, stages, values. */
void          gs_rules_compare_values  (GsComparison    *self,
                                        const GsAccount *x,
                                        const GsAccount *y);
void          gs_rules_compare_stages  (GsComparison    *self,
                                        const GsAccount *x,
                                        const GsAccount *y);
/* The same said on other words: who said it? */
void          gs_rules_compare_voices  (GsComparison    *self,
                                        const GsAccount *x,
                                        const GsAccount *y);

G_END_DECLS
