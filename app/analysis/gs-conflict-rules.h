/* gs-conflict-rules.h: do two claims contradict each other?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-conflicts.h"
#include "gs-parties.h"
#include "gs-taxonomy.h"

G_BEGIN_DECLS

/* What rules look up: questions, sources, the tag tree. Belongs to one thread
 * and one comparison of many claims; blocks. */
typedef struct _GsRules GsRules;

GsRules                *gs_rules_new          (GsWorkspace  *workspace);
void                    gs_rules_free         (GsRules      *self);
/* Whether all that was looked up could be read; to be asked before what was found is used. */
gboolean                gs_rules_check        (const GsRules *self,
                                               GError      **error);
GsParties              *gs_rules_get_parties  (GsRules      *self);
/* Owned by @self; NULL for none. @question: (nullable). */
const GsQuestionRecord *gs_rules_get_question (GsRules      *self,
                                               const char   *question);

/* Why two claims can be compared. */
typedef enum
{
  GS_COMPARABLE_NOT,
  GS_COMPARABLE_QUESTION,
  GS_COMPARABLE_SLOTS,
} GsComparable;

/**
 * GsOpposition:
 * @a: the account that asserts; where both do, the earlier one
 * @b: the other
 * @rule: which rule fired, one of GS_RULE_*
 * @type: %GS_LINK_CONTRADICTS or %GS_LINK_TENSION
 * @conflict_class: #GsConflictClass
 * @score: base and addends
 * @comparable: why they can be compared
 * @addends: (nullable): the score, told term by term
 */
typedef struct
{
  const GsAccount *a;
  const GsAccount *b;
  const char      *rule;
  int              type;
  int              conflict_class;
  double           score;
  GsComparable     comparable;
  char            *addends;
} GsOpposition;

/* For g_array_set_clear_func(). */
void         gs_opposition_clear (gpointer          opposition);

/* Appends what the rules find between @x and @y; the order in which these are
 * given does not matter. Of accounts that stand for several claims, and thus
 * have no article, it finds what two of their claims may give: what does not
 * fire between them fires between no two of their claims. @tell: fill in the
 * addends. */
void         gs_rules_compare    (GsRules          *self,
                                  const GsAccount  *x,
                                  const GsAccount  *y,
                                  gboolean          tell,
                                  GArray           *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsRules, gs_rules_free)

G_END_DECLS
