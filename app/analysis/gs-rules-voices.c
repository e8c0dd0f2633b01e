/* gs-rules-voices.c: the same is said, but who said it?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two who say the same independently support each other. It is a different
 * matter when one report gives two origins for one statement, or when what
 * somebody said turns into what the article says.
 */

#include "config.h"

#include "gs-conflict-rules-private.h"

#include <string.h>

#include "gs-gettext.h"

static gboolean
same_texts (char *const *a, char *const *b)
{
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
same_proposition (const GsAccount *x, const GsAccount *y)
{
  return *x->actions != NULL && *x->actors != NULL && *x->objects != NULL && same_texts (x->actions, y->actions)
         && same_texts (x->actors, y->actors) && same_texts (x->objects, y->objects)
         && same_texts (x->recipients, y->recipients) && same_texts (x->places, y->places)
         && same_texts (x->extents, y->extents) && same_texts (x->others, y->others) && same_texts (x->scope, y->scope)
         && g_strcmp0 (x->ladder, y->ladder) == 0 && x->stage_lo == y->stage_lo && x->stage_hi == y->stage_hi
         && gs_relate_times (x, y) != GS_RELATION_DISJOINT;
}

/* Two who are named and both said it, have both said it. */
static gboolean
may_be_the_same (GsParties *parties, const GsAccount *x, const GsAccount *y)
{
  return (gs_parties_is_plural (parties, x) || gs_parties_is_plural (parties, y)) && !gs_parties_is_generic (parties, x)
         && !gs_parties_is_generic (parties, y) && !gs_parties_same_party (parties, x, y);
}

static gboolean
is_sure (const GsAccount *account)
{
  return account->certainty <= GS_CERTAINTY_PROBABLE && !gs_account_is_open (account);
}

/* "X says P" becomes P: in the same article, or in a later one. */
static gboolean
is_upgrade (GsParties *parties, const GsAccount *reported, const GsAccount *bare)
{
  guint32 first, last, bare_first, bare_last;

  if (g_strcmp0 (reported->article, bare->article) == 0)
    return TRUE;
  /* What an outlet is quoted with has been looked into there. */
  if (g_strv_length (bare->chain) > 1)
    return FALSE;

  return gs_parties_days (parties, reported, &first, &last) && gs_parties_days (parties, bare, &bare_first, &bare_last)
         && last < bare_first;
}

/**
 * gs_rules_compare_voices:
 * @self: a comparison
 * @x: an account
 * @y: another, of the same stance
 *
 * Rule A, and the flag for an upgraded voice. Adds what is found.
 */
void
gs_rules_compare_voices (GsComparison *self, const GsAccount *x, const GsAccount *y)
{
  GsParties *parties = self->rules->parties;
  gboolean x_bare, y_bare;
  GsOpposition *opposition;

  if (self->comparable != GS_COMPARABLE_QUESTION || !same_proposition (x, y))
    return;

  x_bare = gs_parties_own_voice (parties, x);
  y_bare = gs_parties_own_voice (parties, y);
  if (x_bare != y_bare)
    {
      if (!is_sure (x) || !is_sure (y) || !is_upgrade (parties, x_bare ? y : x, x_bare ? x : y))
        return;
      opposition = gs_comparison_add (self, x_bare ? y : x, x_bare ? x : y, GS_RULE_VOICE_UPGRADE, GS_LINK_TENSION, 10,
                                      _ ("a reported statement is made without its source"));
      opposition->conflict_class = GS_CLASS_VOICE_UPGRADE;
    }
  else if (!x_bare && is_sure (x) && is_sure (y) && may_be_the_same (parties, x, y)
           && gs_parties_same_report (parties, x, y)
           && strcmp (gs_parties_voice_of (parties, x), gs_parties_voice_of (parties, y)) != 0)
    {
      opposition = gs_comparison_add (self, x, y, GS_RULE_ATTRIBUTION, GS_LINK_TENSION, 30,
                                      _ ("one report, one statement, two origins"));
      opposition->conflict_class = GS_CLASS_SOURCING_DIFFERS;
    }
}
