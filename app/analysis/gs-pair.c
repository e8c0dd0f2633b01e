/* gs-pair.c: a finding as it is shown, judged and stored.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-pair.h"

#include <math.h>
#include <string.h>

#include "gs-gettext.h"
#include "gs-quantity.h"
#include "gs-time.h"

/* How much of a quote an explanation shows, in code points. */
#define QUOTE_LENGTH 80

/**
 * gs_pair_free:
 * @pair: (transfer full) (nullable): a pair
 */
void
gs_pair_free (GsPair *pair)
{
  if (pair == NULL)
    return;

  g_free (pair->a);
  g_free (pair->b);
  g_free (pair->question);
  g_free (pair->question_text);
  g_free (pair->rule);
  g_free (pair->explanation);
  g_free (pair->comparable);
  g_free (pair->addends);
  g_free (pair->reconcile);
  g_free (pair->judged);
  g_free (pair->link);
  g_free (pair->reason);
  g_free (pair->note);
  g_free (pair);
}

/* Names and hashes ---------------------------------------------------------------- */

/**
 * gs_pair_derive_link:
 * @a: UUID of a claim
 * @b: UUID of the other
 * @rule: name of the rule
 *
 * The same for the same two claims and rule, in any order, workspace and session: a
 * name hashed with SHA-256 into the layout of a version 5 UUID (RFC 9562).
 *
 * Returns: (transfer full): UUID of the link that a verdict on the pair is stored as
 */
char *
gs_pair_derive_link (const char *a, const char *b, const char *rule)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *name = NULL;
  gboolean ordered = g_strcmp0 (a, b) < 0;
  guint8 d[32];
  gsize length = sizeof d;

  name = g_strdup_printf ("gainsay pair\n%s\n%s\n%s", ordered ? a : b, ordered ? b : a, rule);
  g_checksum_update (checksum, (const guchar *) name, -1);
  g_checksum_get_digest (checksum, d, &length);

  /* As RFC 9562 lays out a UUID made from a name (version 5). */
  d[6] = (guint8) ((d[6] & 0x0f) | 0x50);
  d[8] = (guint8) ((d[8] & 0x3f) | 0x80);

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", d[0], d[1], d[2],
                          d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11], d[12], d[13], d[14], d[15]);
}

/* With its length, so that no two lists of texts read the same. */
static void
hash_text (GChecksum *checksum, const char *text)
{
  g_autofree char *length = g_strdup_printf ("%d:", text != NULL ? (int) strlen (text) : -1);

  g_checksum_update (checksum, (const guchar *) length, -1);
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, -1);
}

static void
hash_claim (GChecksum *checksum, const GsClaimRecord *claim)
{
  const GsSpanRecord *quote = gs_claim_record_quote (claim);
  g_autofree char *stages = g_strdup_printf ("%d %d", (int) claim->stage_lo, (int) claim->stage_hi);

  hash_text (checksum, claim->uuid);
  hash_text (checksum, gs_word_to_nick (&gs_stances, claim->stance));
  hash_text (checksum, gs_word_to_nick (&gs_certainties, claim->certainty));
  hash_text (checksum, gs_word_to_nick (&gs_statuses, claim->status));
  hash_text (checksum, claim->value);
  hash_text (checksum, claim->scope);
  hash_text (checksum, quote != NULL ? quote->exact : NULL);
  hash_text (checksum, claim->ladder);
  hash_text (checksum, stages);
  for (guint i = 0; i < claim->hops->len; i++)
    {
      const GsHopRecord *hop = claim->hops->pdata[i];

      hash_text (checksum, hop->resolves_to != NULL ? hop->resolves_to : hop->source);
    }
  hash_text (checksum, NULL);
  for (guint i = 0; i < claim->slots->len; i++)
    {
      const GsSlotRecord *slot = claim->slots->pdata[i];

      hash_text (checksum, slot->name);
      hash_text (checksum, slot->entity);
      hash_text (checksum, slot->text);
    }
  hash_text (checksum, NULL);
  for (guint i = 0; i < claim->times->len; i++)
    {
      g_autofree char *time = gs_time_format (claim->times->pdata[i]);

      hash_text (checksum, time);
    }
  hash_text (checksum, NULL);
  for (guint i = 0; i < claim->quantities->len; i++)
    {
      g_autofree char *quantity = gs_quantity_format (claim->quantities->pdata[i]);

      hash_text (checksum, quantity);
    }
  hash_text (checksum, NULL);
}

/**
 * gs_pair_hash_judged:
 * @question: (nullable): what the claims answer
 * @a: a claim
 * @b: the other; the order does not matter
 *
 * A verdict whose hash has changed was given on something else: who spoke counts as
 * much as what was said.
 *
 * Returns: (transfer full): hash of what a verdict on these claims judges
 */
char *
gs_pair_hash_judged (const GsQuestionRecord *question, const GsClaimRecord *a, const GsClaimRecord *b)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gboolean ordered = g_strcmp0 (a->uuid, b->uuid) < 0;

  hash_text (checksum, question != NULL ? question->uuid : NULL);
  hash_text (checksum, question != NULL ? question->text : NULL);
  hash_text (checksum, question != NULL && question->exclusive ? "exclusive" : NULL);
  hash_claim (checksum, ordered ? a : b);
  hash_claim (checksum, ordered ? b : a);

  return g_strdup (g_checksum_get_string (checksum));
}

/* Quotes -------------------------------------------------------------------------------- */

static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strstrip (g_strdup (text != NULL ? text : "")), "\n\t", ' ');
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= QUOTE_LENGTH)
    return g_steal_pointer (&line);

  start = g_strchomp (g_utf8_substring (line, 0, QUOTE_LENGTH - 1));

  return g_strconcat (start, "…", NULL);
}

/**
 * gs_pair_dup_quote:
 * @claim: a claim
 *
 * Returns: (transfer full): its quote on one line, shortened, or else its summary
 */
char *
gs_pair_dup_quote (const GsClaimRecord *claim)
{
  const GsSpanRecord *quote = gs_claim_record_quote (claim);

  return shorten (quote != NULL && quote->exact != NULL && *quote->exact != '\0' ? quote->exact : claim->summary);
}

/* Pairs ------------------------------------------------------------------------------------ */

static void
take_verdict (GsPair *pair, const GsLinkRecord *link)
{
  g_free (pair->link);
  pair->link = g_strdup (link->uuid);
  pair->verdict = link->verdict;
  pair->reason = g_strdup (link->reason);
  pair->note = g_strdup (link->note);
  pair->stale =
    link->verdict != GS_VERDICT_UNDECIDED && link->judged != NULL && g_strcmp0 (link->judged, pair->judged) != 0;
  /* The analyst may have found a tension where the rule found more. */
  if (link->verdict == GS_VERDICT_CONFIRMED)
    pair->type = link->kind;
}

static GsPair *
pair_new (const GsQuestionRecord *question, const GsClaimRecord *a, const GsClaimRecord *b)
{
  GsPair *pair = g_new0 (GsPair, 1);

  pair->a = g_strdup (a->uuid);
  pair->b = g_strdup (b->uuid);
  if (question != NULL)
    {
      pair->question = g_strdup (question->uuid);
      pair->question_text = g_strdup (question->text);
    }
  pair->judged = gs_pair_hash_judged (question, a, b);

  return pair;
}

/* How far apart they were uttered, and whether in two languages. */
static void
compare_settings (GsPair *pair, GsParties *parties, const GsAccount *a, const GsAccount *b)
{
  guint32 a_first, a_last, b_first, b_last;
  const char *a_language = gs_parties_language (parties, a), *b_language = gs_parties_language (parties, b);

  pair->days = -1;
  if (gs_parties_days (parties, a, &a_first, &a_last) && gs_parties_days (parties, b, &b_first, &b_last))
    pair->days = MAX (MAX ((gint64) b_first - a_last, (gint64) a_first - b_last), 0);
  pair->cross_language = a_language != NULL && b_language != NULL && g_strcmp0 (a_language, b_language) != 0;
}

/**
 * gs_pair_from_opposition:
 * @rules: the rules that found it
 * @found: what they found between two claims
 * @a: the claim of its first account
 * @b: the claim of its second
 * @link: (nullable): the stored link
 *
 * Returns: (transfer full): the pair, with copies of all it tells
 */
GsPair *
gs_pair_from_opposition (GsRules *rules,
                         const GsOpposition *found,
                         const GsClaimRecord *a,
                         const GsClaimRecord *b,
                         const GsLinkRecord *link)
{
  const GsQuestionRecord *question =
    gs_rules_get_question (rules, found->b->question != NULL ? found->b->question : found->a->question);
  GsPair *pair = pair_new (question, a, b);

  pair->type = found->type;
  pair->conflict_class = found->conflict_class;
  pair->rule = g_strdup (found->rule);
  pair->score = found->score;
  compare_settings (pair, gs_rules_get_parties (rules), found->a, found->b);
  gs_pair_explain (pair, rules, found, a, b);
  pair->link = gs_pair_derive_link (a->uuid, b->uuid, found->rule);
  if (link != NULL)
    take_verdict (pair, link);

  return pair;
}

/**
 * gs_pair_from_link:
 * @rules: rules
 * @link: a stored link
 * @a: its one end
 * @b: its other end
 *
 * For links that no rule finds: made by the analyst, or confirmed before the claims
 * were changed.
 *
 * Returns: (transfer full): the pair, with copies of all it tells
 */
GsPair *
gs_pair_from_link (GsRules *rules, const GsLinkRecord *link, const GsClaimRecord *a, const GsClaimRecord *b)
{
  gboolean one = a->question != NULL && g_strcmp0 (a->question, b->question) == 0;
  const GsQuestionRecord *question = one ? gs_rules_get_question (rules, a->question) : NULL;
  GsPair *pair = pair_new (question, a, b);
  g_autoptr (GsAccount) x = gs_account_new (a), y = gs_account_new (b);
  g_autofree char *a_quote = gs_pair_dup_quote (a), *b_quote = gs_pair_dup_quote (b);
  GsParties *parties = gs_rules_get_parties (rules);

  pair->type = link->kind;
  pair->conflict_class = link->conflict_class;
  pair->rule = g_strdup (link->rule != NULL ? link->rule : "analyst");
  pair->score = isnan (link->score) ? 0.0 : link->score;
  compare_settings (pair, parties, x, y);
  if (link->explanation != NULL)
    pair->explanation = g_strdup (link->explanation);
  else
    pair->explanation = g_strdup_printf (_ ("The analyst sets “%s” (%s) against “%s” (%s)"), a_quote,
                                         gs_parties_voice_of (parties, x), b_quote, gs_parties_voice_of (parties, y));
  pair->comparable = g_strdup (_ ("The analyst has linked them."));
  pair->addends = g_strdup (link->origin == GS_LINK_BY_ANALYST ? _ ("linked by the analyst")
                                                               : _ ("found by a rule before its claims were changed"));
  pair->reconcile = g_strdup (_ ("Reconciled if the two speak of different things."));
  take_verdict (pair, link);
  pair->stale = pair->stale || link->origin == GS_LINK_BY_RULE;

  return pair;
}

/**
 * gs_pair_to_link:
 * @pair: a pair
 * @kind: what the analyst finds it to be, a #GsLinkKind
 * @verdict: #GsVerdict
 * @reason: (nullable): why
 * @note: (nullable): a note
 *
 * Returns: (transfer full): the link that stores the verdict, with the hash of
 *   what was judged, so that a later change of the claims asks again
 */
GsLinkRecord *
gs_pair_to_link (const GsPair *pair, int kind, int verdict, const char *reason, const char *note)
{
  GsLinkRecord *link;

  g_return_val_if_fail (pair != NULL, NULL);

  link = gs_record_new (&gs_link_type);
  link->uuid = g_strdup (pair->link);
  link->a = g_strdup (pair->a);
  link->b = g_strdup (pair->b);
  link->kind = kind;
  link->verdict = verdict;
  link->reason = g_strdup (reason);
  link->note = g_strdup (note);
  link->judged = g_strdup (pair->judged);
  link->conflict_class = pair->conflict_class;
  link->explanation = g_strdup (pair->explanation);
  if (g_str_equal (pair->rule, "analyst"))
    link->origin = GS_LINK_BY_ANALYST;
  else
    {
      link->origin = GS_LINK_BY_RULE;
      link->rule = g_strdup (pair->rule);
      link->score = pair->score;
    }

  return link;
}
