/* gs-conflicts.h: which accounts contradict each other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules over structured claims, no model: claims are comparable when they
 * answer the same question. Two rules so far, polarity and exclusive value
 * (shared contract: docs/architecture.md, "Contradictions"). The scoring is
 * base ± addends, a rank and never a probability. All block.
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

/* One answer to a question and who gives it. */
typedef struct
{
  int        stance; /* GsStance */
  char      *value;  /* NULL on a question that is not exclusive */
  gint64     count;
  GPtrArray *claims; /* UUIDs (char *), at most the first 100 */
  GPtrArray *voices; /* names of their innermost sources, distinct, at most 12 */
} GsPosition;

typedef struct
{
  char      *question; /* UUID */
  char      *text;
  char      *kind;     /* "polarity" or "exclusive-value", the strongest first when both */
  GPtrArray *positions; /* GsPosition, most claims first */
  gint64     undecided; /* pairs without verdict, among the first 1,000 */
} GsConflict;

typedef struct
{
  char   *a; /* claim, the asserting or earlier one */
  char   *b;
  char   *question;
  char   *question_text;
  int     type;  /* GS_LINK_CONTRADICTS or GS_LINK_TENSION */
  int     conflict_class;
  char   *rule;  /* "polarity", "exclusive-value" */
  double  score;
  char   *explanation; /* a sentence a reader can check, both quotes and why comparable */
  char   *addends;     /* "60 opposite stance, +10 …" */
  char   *reconcile;   /* what would reconcile them */
  char   *judged;      /* hash of what a verdict would judge */
  char   *link;        /* UUID: of the stored link, or the one a verdict will store */
  int     verdict;
  char   *reason;
  char   *note;
  gboolean stale;      /* the verdict judged something that has changed since */
} GsPair;

GPtrArray *gs_conflicts_list  (GsWorkspace  *workspace,
                               guint         offset,
                               guint         limit,
                               GError      **error);
/* One question's conflict, NULL without error when nothing opposes. */
GsConflict *gs_conflicts_of   (GsWorkspace  *workspace,
                               const char   *question,
                               GError      **error);
/* Pairs on a question, highest score first, or all questions when NULL. Also
 * links "contradicts" and "tension" made by the analyst. */
GPtrArray *gs_conflicts_pairs (GsWorkspace  *workspace,
                               const char   *question,
                               guint         offset,
                               guint         limit,
                               GError      **error);
/* The pair with that link UUID. GS_ERROR_NOT_FOUND. */
GsPair    *gs_conflicts_find_pair (GsWorkspace *workspace,
                               const char   *link,
                               GError      **error);

/* The link record that stores @verdict on @pair, to be saved by an action. */
GsLinkRecord *gs_pair_to_link (const GsPair *pair,
                               int           kind,
                               int           verdict,
                               const char   *reason,
                               const char   *note);

void       gs_conflict_free   (GsConflict   *conflict);
void       gs_position_free   (GsPosition   *position);
void       gs_pair_free       (GsPair       *pair);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsConflict, gs_conflict_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsPair, gs_pair_free)

G_END_DECLS
