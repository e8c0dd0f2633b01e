/* gs-rules-times.c: first times, and dates of what may be one event.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflict-rules-private.h"

#include "gs-gettext.h"

/* Days: how exactly an event must be dated to stand against a first time. */
#define PRECISION 92
/* Days: how far the dates of one event may lie apart. */
#define SLIP 3

static gboolean
is_bounded (double first, double last)
{
  return first > -GS_ACCOUNT_UNBOUNDED && last < GS_ACCOUNT_UNBOUNDED;
}

static gboolean
is_surely_done (const GsAccount *account)
{
  return !gs_account_is_open (account) && account->status != GS_STATUS_PLANNED;
}

static gboolean
same_stage (const GsAccount *x, const GsAccount *y)
{
  return g_strcmp0 (x->ladder, y->ladder) == 0 && (x->ladder == NULL || x->stage_lo == y->stage_lo);
}

/* Of one thing; on one question the same need not have been done with it. */
static gboolean
same_matter (GsComparison *self, const GsAccount *x, const GsAccount *y)
{
  return gs_rules_related (self->rules, x->objects, y->objects)
         && (*x->actions == NULL || *y->actions == NULL || gs_account_share (x->actions, y->actions));
}

/* "Early this year" and "this summer" hardly miss each other: two vague spells
 * that lie closer than a third of the longer one. Who says "before the war"
 * has a sharp bound, and is not vague in this sense. */
static gboolean
nearly_meet (const GsAccount *x, const GsAccount *y)
{
  double gap = MAX (x->onset_first - y->onset_last, y->onset_first - x->onset_last);
  double longest = MAX (x->onset_last - x->onset_first, y->onset_last - y->onset_first);

  return is_bounded (x->onset_first, x->onset_last) && is_bounded (y->onset_first, y->onset_last) && gap * 3 < longest;
}

static void
compare_onsets (GsComparison *self, const GsAccount *x, const GsAccount *y)
{
  gboolean near_miss = nearly_meet (x, y);

  if (!same_matter (self, x, y) || !same_stage (x, y) || !is_surely_done (x) || !is_surely_done (y)
      || gs_relate (x->onset_first, x->onset_last, y->onset_first, y->onset_last) != GS_RELATION_DISJOINT)
    return;

  gs_comparison_add (self, x, y, GS_RULE_ONSET, near_miss ? GS_LINK_TENSION : GS_LINK_CONTRADICTS, 65,
                     _ ("first times that exclude each other"));
  if (near_miss)
    gs_comparison_weigh (self, -30, _ ("two vague spells that lie close together"));
  if (gs_scopes_differ (x, y))
    gs_comparison_weigh (self, -10, _ ("different scopes stated"));
}

/* Whether what @event tells is at least the stage that @onset says began later. */
static gboolean
reaches_stage (const GsAccount *event, const GsAccount *onset)
{
  if (event->ladder == NULL)
    return is_surely_done (event);

  return g_strcmp0 (event->ladder, onset->ladder) == 0 && event->stage_lo > 0 && event->stage_lo >= onset->stage_lo;
}

static void
compare_with_first (GsComparison *self,
                    const GsAccount *onset,
                    const GsAccount *event,
                    const GsAccount *first,
                    const GsAccount *second)
{
  gboolean same = same_matter (self, onset, event);

  if (!is_surely_done (onset) || !reaches_stage (event, onset)
      || !gs_rules_related (self->rules, onset->objects, event->objects) || *onset->objects == NULL
      || *event->objects == NULL || event->last - event->first >= PRECISION || event->last >= onset->onset_first)
    return;

  gs_comparison_add (self, first, second, GS_RULE_BEFORE_FIRST, same ? GS_LINK_CONTRADICTS : GS_LINK_TENSION, 55,
                     _ ("dated before what is said to be the first time"));
  if (!same)
    gs_comparison_weigh (self, -20, _ ("another action, which may not count"));
}

static void
compare_dates (GsComparison *self, const GsAccount *x, const GsAccount *y)
{
  double apart = x->first > y->first ? x->first - y->first : y->first - x->first;

  if (x->first < x->last || y->first < y->last || apart < 1 || apart > SLIP || *x->actions == NULL
      || !gs_account_share (x->actions, y->actions) || !gs_rules_related (self->rules, x->objects, y->objects)
      || !gs_rules_related (self->rules, x->places, y->places))
    return;

  gs_comparison_add (self, x, y, GS_RULE_SAME_EVENT, GS_LINK_TENSION, 40, _ ("like events a few days apart"));
  if (*x->places != NULL && gs_account_share (x->places, y->places))
    gs_comparison_weigh (self, 10, _ ("at the same place"));
}

/**
 * gs_rules_compare_times:
 * @self: a comparison
 * @x: an account that asserts
 * @y: another
 *
 * Rules T: onset, before-first, same event. Adds what is found.
 */
void
gs_rules_compare_times (GsComparison *self, const GsAccount *x, const GsAccount *y)
{
  if (x->has_onset && y->has_onset)
    compare_onsets (self, x, y);
  else if (x->has_onset && y->has_event)
    compare_with_first (self, x, y, x, y);
  else if (y->has_onset && x->has_event)
    compare_with_first (self, y, x, x, y);
  else if (x->has_time && y->has_time && x->is_event && y->is_event)
    compare_dates (self, x, y);
}
