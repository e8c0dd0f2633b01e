/* gs-conflicts.h: which accounts contradict each other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules over structured claims, no model: claims are comparable when they
 * answer the same question or their slots match (docs/architecture.md,
 * "Contradictions"). The scoring is base ± addends, a rank and never a
 * probability. All block.
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

/* Rules, as they are named in files and output. */
#define GS_RULE_POLARITY "polarity"
#define GS_RULE_POLARITY_SCOPE "polarity-scope"       /* same party, another time or scope */
#define GS_RULE_ONSET "onset"                         /* two "first times" that exclude each other */
#define GS_RULE_BEFORE_FIRST "before-first"           /* something earlier than a "first time" */
#define GS_RULE_SAME_EVENT "same-event"               /* one event or two? */
#define GS_RULE_NUMERIC "numeric"
#define GS_RULE_VAGUE "vague-amount"                  /* few against many */
#define GS_RULE_LADDER "ladder"
#define GS_RULE_EXCLUSIVE_VALUE "exclusive-value"
#define GS_RULE_OPPOSITE_ANSWERS "opposite-answers"
#define GS_RULE_ATTRIBUTION "attribution"             /* sourcing differs */
#define GS_RULE_VOICE_UPGRADE "voice-upgrade"         /* a flag, no contradiction */

/**
 * GsPosition:
 * @stance: #GsStance
 * @value: (nullable): the answer; of dates and numbers as they are typed
 * @count: claims that take it
 * @claims: (element-type utf8): UUIDs, at most the first 100
 * @voices: (element-type utf8): names of their innermost sources, distinct, at most 12
 * @has_time: whether @time_kind, @from and @to say something
 * @time_kind: #GsTimeKind: of an onset @from and @to bound its start
 * @from: (nullable): first day, ISO 8601; %NULL where unbounded
 * @to: (nullable): last day; %NULL where unbounded
 * @has_quantity: whether @lo to @unit say something
 * @lo: NaN where unbounded
 * @hi: NaN where unbounded
 * @lo_open: @lo itself does not belong to it
 * @hi_open: @hi itself does not belong to it
 * @unit: (nullable): what is counted
 * @ladder: (nullable): name of the scale
 * @stage: (nullable): what the stage is called
 * @stage_lo: on the ladder, from 1; 0 when not known
 * @stage_hi: likewise
 * @origins_lower: independent origins, at least; 0 where not counted
 * @origins_upper: at most
 * @partial: whether there are more claims than were counted here, or more than
 *   origins were counted from
 *
 * One answer to a question and who gives it. Time, quantity and stage are
 * there where the conflict is about them, or all its claims agree on them.
 */
typedef struct
{
  int        stance;
  char      *value;
  gint64     count;
  GPtrArray *claims;
  GPtrArray *voices;
  gboolean   has_time;
  int        time_kind;
  char      *from;
  char      *to;
  gboolean   has_quantity;
  double     lo;
  double     hi;
  gboolean   lo_open;
  gboolean   hi_open;
  char      *unit;
  char      *ladder;
  char      *stage;
  gint64     stage_lo;
  gint64     stage_hi;
  gint64     origins_lower;
  gint64     origins_upper;
  gboolean   partial;
} GsPosition;

/**
 * GsConflict:
 * @question: UUID
 * @text: what is asked
 * @kind: the rule that weighs most, one of GS_RULE_*
 * @rules: (element-type utf8): all rules that fire, the strongest first; owned strings
 * @positions: (element-type GsPosition): most claims first
 * @undecided: pairs without verdict, among the first pairs
 * @cross_language: whether articles of different languages oppose each other
 * @self_contradiction: whether somebody contradicts what he has said himself
 * @partial: whether there are more pairs, by which it may be more of all this
 */
typedef struct
{
  char      *question;
  char      *text;
  char      *kind;
  GPtrArray *rules;
  GPtrArray *positions;
  gint64     undecided;
  gboolean   cross_language;
  gboolean   self_contradiction;
  gboolean   partial;
} GsConflict;

/* What a board leaves out; FALSE does not restrict. */
typedef struct
{
  gboolean cross_language;
  gboolean self_contradiction;
  gboolean undecided;
} GsConflictFilter;

/**
 * GsPair:
 * @a: UUID of a claim, the asserting or earlier one
 * @b: UUID of the other
 * @question: (nullable): UUID; of the denying or later claim where the two answer different ones
 * @question_text: (nullable): what it asks
 * @type: %GS_LINK_CONTRADICTS or %GS_LINK_TENSION
 * @conflict_class: #GsConflictClass
 * @rule: one of GS_RULE_*, or "analyst"
 * @score: a rank
 * @explanation: a sentence a reader can check, with both quotes
 * @comparable: why the two can be compared
 * @addends: "60 opposite stance, +10 …"
 * @reconcile: what would reconcile them
 * @days: days between the two utterances, −1 where not known
 * @cross_language: whether they stand in articles of different languages
 * @judged: hash of what a verdict would judge
 * @link: UUID of the stored link, or of the one a verdict will store
 * @verdict: #GsVerdict
 * @reason: (nullable): the verdict's
 * @note: (nullable): the verdict's
 * @stale: the verdict judged something that has changed since
 */
typedef struct
{
  char    *a;
  char    *b;
  char    *question;
  char    *question_text;
  int      type;
  int      conflict_class;
  char    *rule;
  double   score;
  char    *explanation;
  char    *comparable;
  char    *addends;
  char    *reconcile;
  gint64   days;
  gboolean cross_language;
  char    *judged;
  char    *link;
  int      verdict;
  char    *reason;
  char    *note;
  gboolean stale;
} GsPair;

/* What a rule is called on screen. */
const char *gs_conflicts_rule_label (const char *rule);

/* @filter: (nullable): all. */
GPtrArray *gs_conflicts_list  (GsWorkspace             *workspace,
                               const GsConflictFilter  *filter,
                               guint                    offset,
                               guint                    limit,
                               GError                 **error);
/* One question's conflict, NULL without error when nothing opposes. */
GsConflict *gs_conflicts_of   (GsWorkspace  *workspace,
                               const char   *question,
                               GError      **error);
/* The board is kept in the file, and follows what has changed when it is read.
 * This does it now, and this from the beginning. */
gboolean    gs_conflicts_update  (GsWorkspace  *workspace,
                                  GCancellable *cancellable,
                                  GError      **error);
gboolean    gs_conflicts_rebuild (GsWorkspace  *workspace,
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

/**
 * GsPairPlace:
 * @pair: (nullable): the pair, %NULL when nothing opposes
 * @position: its place among the pairs on the question
 * @total: how many there are, as far as they were looked at
 * @previous: (nullable): UUID of the link of the pair before
 * @next: (nullable): UUID of the link of the pair after
 *
 * One pair of those that gs_conflicts_pairs() gives, and what is beside it.
 */
typedef struct
{
  GsPair  *pair;
  guint    position;
  guint    total;
  char    *previous;
  char    *next;
} GsPairPlace;

/* @link: (nullable): of the pair; the first that is to be decided where it is
 * none of the first @limit. */
GsPairPlace *gs_conflicts_place (GsWorkspace  *workspace,
                               const char   *question,
                               const char   *link,
                               guint         limit,
                               GError      **error);

/* The link record that stores @verdict on @pair, to be saved by an action. */
GsLinkRecord *gs_pair_to_link (const GsPair *pair,
                               int           kind,
                               int           verdict,
                               const char   *reason,
                               const char   *note);

/* Whether they say the same in every field. */
gboolean   gs_conflict_equal  (const GsConflict *a,
                               const GsConflict *b);
gboolean   gs_pair_equal      (const GsPair *a,
                               const GsPair *b);

void       gs_conflict_free   (GsConflict   *conflict);
void       gs_position_free   (GsPosition   *position);
void       gs_pair_free       (GsPair       *pair);
void       gs_pair_place_free (GsPairPlace  *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsConflict, gs_conflict_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsPair, gs_pair_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsPairPlace, gs_pair_place_free)

G_END_DECLS
