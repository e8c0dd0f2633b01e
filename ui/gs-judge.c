/* gs-judge.c: the analyst's decision on a pair, as one undoable action.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-judge.h"

#include <glib/gi18n.h>

#include "gs-perform.h"

static const char *
nonempty (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static void
store (GtkWidget *widget, GsWorkspace *workspace, GsLinkRecord *link, const char *message)
{
  GsAction *action = gs_action_new (message);

  gs_action_save (action, &gs_link_type, link);
  gs_link_record_free (link);
  gs_perform (widget, workspace, action, message);
}

/**
 * gs_judge_confirm:
 * @widget: shows what was done
 * @workspace: where the pair is
 * @pair: two claims
 * @kind: %GS_LINK_CONTRADICTS or %GS_LINK_TENSION
 * @note: (nullable): on the verdict
 *
 * Records that they oppose each other.
 */
void
gs_judge_confirm (GtkWidget *widget, GsWorkspace *workspace, const GsPair *pair, int kind, const char *note)
{
  store (widget, workspace, gs_pair_to_link (pair, kind, GS_VERDICT_CONFIRMED, NULL, nonempty (note)),
         kind == GS_LINK_TENSION ? _ ("Tension recorded") : _ ("Contradiction confirmed"));
}

/**
 * gs_judge_dismiss:
 * @widget: shows what was done
 * @workspace: where the pair is
 * @pair: two claims
 * @reason: why they do not oppose each other
 * @note: (nullable): on the verdict
 *
 * Records that they do not oppose each other.
 */
void
gs_judge_dismiss (GtkWidget *widget, GsWorkspace *workspace, const GsPair *pair, const char *reason, const char *note)
{
  store (widget, workspace,
         gs_pair_to_link (pair, pair->type, GS_VERDICT_DISMISSED, nonempty (reason), nonempty (note)),
         _ ("Contradiction dismissed"));
}

/**
 * gs_judge_note:
 * @widget: shows what was done
 * @workspace: where the pair is
 * @pair: two claims
 * @note: (nullable): %NULL or empty takes it away
 *
 * Keeps the verdict and writes down a thought about it.
 */
void
gs_judge_note (GtkWidget *widget, GsWorkspace *workspace, const GsPair *pair, const char *note)
{
  store (widget, workspace, gs_pair_to_link (pair, pair->type, pair->verdict, pair->reason, nonempty (note)),
         _ ("Note saved"));
}

/**
 * gs_pair_is_open:
 * @pair: two claims
 *
 * Returns: whether it waits for a decision: there is none, or what was decided about has changed since
 */
gboolean
gs_pair_is_open (const GsPair *pair)
{
  return pair->stale || pair->verdict == GS_VERDICT_UNDECIDED;
}
