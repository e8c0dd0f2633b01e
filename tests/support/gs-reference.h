/* gs-reference.h: the reference annotation of the seed articles, as a workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How reference.json becomes records:
 *
 *   file          → the article that gs_extract() makes of it; where it finds no
 *                   date, docs[].assumed_date on the analyst's word
 *   question      → question; answer by its first words; exclusive where
 *                   position_conflicts says so, with the dates as values
 *   attribution   → hops; name → source; stance → act; a cue that stands in the
 *                   text gets the place nearest to the quote
 *   vocabulary    → tags below "object" and "place", affiliations of sources
 *   polarity      → stance; certainty CT PR PS U; status; scope; ladder → ladder,
 *                   stage_lo, stage_hi, stage
 *   slots         → a slot for each value, lists and "a; b" being several
 *   quantity      → lo, hi, unit, hedge, text, closed as there
 *   time          → an onset lies between its bounds: start_lo, start_hi; anything
 *                   else lies within them: start_lo, end_hi
 *   tags, tier    → tags; "tier/core"
 *
 * UUIDs and stamps are the same each time.
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

/* Loads reference.json and the articles from the folder @seeds as one action. */
gboolean gs_reference_load (GsWorkspace  *workspace,
                            const char   *seeds,
                            GError      **error);

/* (transfer full): UUID of a "claim" (id), "article" (file), "question" (id),
 * "source" (name) or "tag" (path). */
char    *gs_reference_uuid (const char   *kind,
                            const char   *id);

G_END_DECLS
