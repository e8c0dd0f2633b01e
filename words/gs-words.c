/* gs-words.c: the closed vocabularies of the workbench.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-words.h"

#define WORD_LIST(symbol, label, ...)                                \
  static const char *const symbol##_nicks[] = { __VA_ARGS__, NULL }; \
  const GsWordList symbol = { label, symbol##_nicks }

WORD_LIST (gs_zone_kinds, "zone", "body", "title", "subhead", "caption", "credit", "teaser", "boilerplate");
WORD_LIST (gs_stances, "stance", "asserts", "denies");
WORD_LIST (gs_certainties, "certainty", "certain", "probable", "possible", "unknown");
WORD_LIST (gs_statuses,
           "status",
           "realis",
           "ongoing",
           "planned",
           "possible",
           "conditional",
           "habitual",
           "negated",
           "unknown");
WORD_LIST (gs_span_roles, "role", "quote", "cue", "context");
WORD_LIST (gs_source_kinds,
           "source kind",
           "unknown",
           "person",
           "office",
           "government",
           "organisation",
           "outlet",
           "agency",
           "document",
           "anonymous-group",
           "generic");
WORD_LIST (gs_hop_modes, "mode", "unknown", "direct", "indirect", "reportative", "inferred");
WORD_LIST (gs_time_kinds, "time kind", "event", "onset", "state", "universal");
WORD_LIST (gs_date_bases, "basis", "none", "meta", "dateline", "weekday", "bounds", "analyst");
WORD_LIST (gs_answer_kinds, "answer", "free", "yes-no", "number", "date", "value");
WORD_LIST (gs_link_kinds,
           "link kind",
           "contradicts",
           "tension",
           "denies",
           "supports",
           "refines",
           "duplicates",
           "supersedes",
           "corrects",
           "explains",
           "undercuts",
           "derived-from",
           "same-origin",
           "independent-origin");
WORD_LIST (gs_link_origins, "origin", "analyst", "rule");
WORD_LIST (gs_verdicts, "verdict", "undecided", "confirmed", "dismissed");
WORD_LIST (gs_conflict_classes,
           "class",
           "none",
           "dispute",
           "self-contradiction",
           "mis-attribution",
           "voice-upgrade",
           "sourcing-differs",
           "own-voice");
WORD_LIST (gs_likelihoods,
           "likelihood",
           "none",
           "almost-no-chance",
           "very-unlikely",
           "unlikely",
           "even",
           "likely",
           "very-likely",
           "almost-certain");
WORD_LIST (gs_confidences, "confidence", "none", "low", "moderate", "high");
WORD_LIST (gs_reviews, "review", "draft", "ready", "checked");
WORD_LIST (gs_grades, "grade", "none", "A", "B", "C", "D", "E", "F");

/**
 * gs_word_to_nick:
 * @list: a vocabulary
 * @value: an enumeration value
 *
 * Returns: (transfer none) (nullable): the nick of @value, or %NULL if @value is not in @list
 */
const char *
gs_word_to_nick (const GsWordList *list, int value)
{
  g_return_val_if_fail (list != NULL, NULL);

  for (int i = 0; list->nicks[i] != NULL; i++)
    {
      if (i == value)
        return list->nicks[i];
    }

  return NULL;
}

/**
 * gs_word_from_nick:
 * @list: a vocabulary
 * @nick: (nullable): a nick
 * @value: (out): the enumeration value, untouched when there is none
 *
 * Returns: whether @nick is a word of @list
 */
gboolean
gs_word_from_nick (const GsWordList *list, const char *nick, int *value)
{
  g_return_val_if_fail (list != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  for (int i = 0; list->nicks[i] != NULL; i++)
    {
      if (g_strcmp0 (list->nicks[i], nick) == 0)
        {
          *value = i;
          return TRUE;
        }
    }

  return FALSE;
}
