/* gs-compare-words.c: parts of a claim in words, for one row of a comparison.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-compare-words.h"

#include <glib/gi18n.h>

#include "gs-isolate.h"
#include "gs-labels.h"

static const char *const slot_labels[][2] = {
  { "actor", N_ ("Actor") },
  { "action", N_ ("Action") },
  { "object", N_ ("Object") },
  { "recipient", N_ ("Recipient") },
  { "place", N_ ("Place") },
  { "route", N_ ("Route") },
  { "instrument", N_ ("Instrument") },
  { "purpose", N_ ("Purpose") },
  { "target", N_ ("Target") },
  { "extent", N_ ("Extent") },
  { "designation", N_ ("Designation") },
  { "outcome", N_ ("Outcome") },
  { "trend", N_ ("Trend") },
};

/**
 * gs_compare_label_slot:
 * @name: of a slot
 *
 * Returns: (transfer none): what it is called on screen
 */
const char *
gs_compare_label_slot (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (slot_labels); i++)
    {
      if (g_strcmp0 (name, slot_labels[i][0]) == 0)
        return _ (slot_labels[i][1]);
    }

  return name != NULL ? name : "";
}

static void
append (GString *line, const char *separator, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, separator);
  g_string_append (line, part);
}

/* "Iran: denies, four sources" */
static char *
describe_hop (const GsHopRecord *hop, const char *name)
{
  g_autofree char *isolated = gs_isolate (name);
  GString *line = g_string_new (isolated);
  g_autoptr (GString) how = g_string_new (NULL);

  append (how, ", ", hop->act);
  if (hop->mode != GS_MODE_UNKNOWN)
    append (how, ", ", gs_label (&gs_hop_modes, hop->mode));
  if (hop->count > 1)
    {
      g_autofree char *count =
        g_strdup_printf (g_dngettext (NULL, "%u source", "%u sources", (gulong) hop->count), (guint) hop->count);

      append (how, ", ", count);
    }
  if (how->len > 0)
    g_string_append_printf (line, " (%s)", how->str);

  return g_string_free (line, FALSE);
}

/**
 * gs_compare_describe_hops:
 * @details: a claim
 *
 * Returns: (transfer full) (element-type utf8): who says it and how, one a hop, outermost first
 */
GPtrArray *
gs_compare_describe_hops (const GsClaimDetails *details)
{
  GPtrArray *hops = g_ptr_array_new_with_free_func (g_free);
  guint n_names = 0;

  for (guint i = 0; i < details->claim->hops->len; i++)
    {
      const GsHopRecord *hop = details->claim->hops->pdata[i];
      /* Only hops with a source have a name. */
      const char *name = hop->source != NULL ? details->sources->pdata[n_names++] : NULL;

      g_ptr_array_add (hops, describe_hop (hop, name != NULL ? name : _ ("somebody")));
    }

  return hops;
}

/**
 * gs_compare_describe_times:
 * @claim: a claim
 *
 * Returns: (transfer full): when it is about, where the editor has what is typed
 */
char *
gs_compare_describe_times (const GsClaimRecord *claim)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < claim->times->len; i++)
    {
      const GsTimeRecord *time = claim->times->pdata[i];
      const char *hi = time->end_hi != NULL ? time->end_hi : time->start_hi;
      g_autofree char *dates = gs_label_dates (time->start_lo, time->kind == GS_TIME_ONSET ? time->start_hi : hi);
      g_autofree char *kind = NULL;

      if (time->kind != GS_TIME_EVENT && *dates != '\0')
        /* Translators: what kind of time it is, and when: "For the first time: August 2022". */
        kind = g_strdup_printf (_ ("%s: %s"), gs_label (&gs_time_kinds, time->kind), dates);
      else if (time->kind != GS_TIME_EVENT)
        kind = g_strdup (gs_label (&gs_time_kinds, time->kind));
      append (line, "; ", kind != NULL ? kind : dates);
    }

  return g_string_free (line, FALSE);
}

/**
 * gs_compare_describe_utterance:
 * @claim: a claim
 *
 * Returns: (transfer full): when it was said
 */
char *
gs_compare_describe_utterance (const GsClaimRecord *claim)
{
  return gs_label_dates (claim->uttered_lo, claim->uttered_hi);
}

/**
 * gs_compare_describe_stage:
 * @claim: a claim
 *
 * Returns: (transfer full): how far the thing has got: its name and its step on the ladder
 */
char *
gs_compare_describe_stage (const GsClaimRecord *claim)
{
  GString *line = g_string_new (claim->stage);
  g_autofree char *step = NULL;

  if (claim->stage_lo > 0 && claim->stage_hi > claim->stage_lo)
    step = g_strdup_printf (_ ("steps %u to %u"), (guint) claim->stage_lo, (guint) claim->stage_hi);
  else if (claim->stage_lo > 0)
    step = g_strdup_printf (_ ("step %u"), (guint) claim->stage_lo);
  append (line, ", ", step);

  return g_string_free (line, FALSE);
}

/**
 * gs_compare_describe_slot:
 * @claim: a claim
 * @name: of a slot
 *
 * Returns: (transfer full): what fills it; several entries joined
 */
char *
gs_compare_describe_slot (const GsClaimRecord *claim, const char *name)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < claim->slots->len; i++)
    {
      const GsSlotRecord *slot = claim->slots->pdata[i];

      if (g_strcmp0 (slot->name, name) == 0)
        append (line, "; ", slot->entity != NULL && *slot->entity != '\0' ? slot->entity : slot->text);
    }

  return g_string_free (line, FALSE);
}
