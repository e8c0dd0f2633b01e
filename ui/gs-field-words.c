/* gs-field-words.c: what the fields of records are called on screen.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-field-words.h"

#include <glib/gi18n.h>

/* As in the editors, so that one word means one thing. */
static const struct
{
  const char *name;
  const char *words;
} fields[] = {
  { "name", N_ ("Name") },
  { "parent", N_ ("Belongs under") },
  { "colour", N_ ("Colour") },
  { "description", N_ ("Description") },
  { "kind", N_ ("Kind") },
  { "part_of", N_ ("Part of") },
  { "note", N_ ("Note") },
  { "aliases", N_ ("Other names") },
  { "affiliations", N_ ("Speaks for") },
  { "ratings", N_ ("Reliability") },
  { "text", N_ ("Text") },
  { "answer", N_ ("Answer") },
  { "exclusive", N_ ("Only one answer can be true") },
  { "ladder", N_ ("Stages") },
  { "title", N_ ("Title") },
  { "language", N_ ("Language") },
  { "url", N_ ("Web address") },
  { "path", N_ ("File") },
  { "outlet", N_ ("Outlet") },
  { "agency", N_ ("News agency") },
  { "byline", N_ ("Written by") },
  { "published_lo", N_ ("Published, earliest") },
  { "published_hi", N_ ("Published, latest") },
  { "published_basis", N_ ("How the date is known") },
  { "retrieved", N_ ("Retrieved") },
  { "translation_of", N_ ("Translation of") },
  { "machine_translated", N_ ("Translated by machine") },
  { "near_duplicate_of", N_ ("Nearly the same as") },
  { "unlike", N_ ("Not the same as") },
  { "zones", N_ ("Parts of the text") },
  { "pages", N_ ("Pages") },
  { "article", N_ ("Article") },
  { "question", N_ ("Question") },
  { "summary", N_ ("Summary") },
  { "stance", N_ ("Stance") },
  { "certainty", N_ ("Certainty") },
  { "status", N_ ("Status") },
  { "scope", N_ ("Scope") },
  { "value", N_ ("Answer") },
  { "uttered_lo", N_ ("Said, earliest") },
  { "uttered_hi", N_ ("Said, latest") },
  { "stage", N_ ("Stage reached") },
  { "stage_lo", N_ ("Stage, at least") },
  { "stage_hi", N_ ("Stage, at most") },
  { "credibility", N_ ("Credibility") },
  { "likelihood", N_ ("Likelihood") },
  { "confidence", N_ ("Confidence in this judgement") },
  { "review", N_ ("Review") },
  { "tags", N_ ("Tags") },
  { "spans", N_ ("Passages") },
  { "hops", N_ ("Said by") },
  { "slots", N_ ("Who did what") },
  { "quantities", N_ ("Quantities") },
  { "times", N_ ("Times") },
  { "a", N_ ("First claim") },
  { "b", N_ ("Second claim") },
  { "origin", N_ ("Found by") },
  { "rule", N_ ("Rule") },
  { "score", N_ ("Score") },
  { "conflict_class", N_ ("Class") },
  { "explanation", N_ ("Explanation") },
  { "verdict", N_ ("Verdict") },
  { "reason", N_ ("Reason") },
  { "judged", N_ ("What was judged") },
};

/**
 * gs_field_words:
 * @field: of any record
 *
 * Returns: (transfer none): the word the editors use; its name where none of them shows it
 */
const char *
gs_field_words (const GsField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (fields[i].name, field->name))
        return _ (fields[i].words);
    }

  return field->name;
}
