/* gs-prefill.c: what a passage suggests for the fields of a claim.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-prefill-private.h"

/**
 * gs_suggestion_free:
 * @suggestion: (transfer full): a suggestion
 */
void
gs_suggestion_free (GsSuggestion *suggestion)
{
  g_free (suggestion->text);
  g_free (suggestion->name);
  if (suggestion->quantity != NULL)
    gs_record_free (&gs_quantity_type, suggestion->quantity);
  if (suggestion->time != NULL)
    gs_record_free (&gs_time_type, suggestion->time);
  if (suggestion->hop != NULL)
    gs_record_free (&gs_hop_type, suggestion->hop);
  g_free (suggestion);
}

/**
 * gs_suggestion_copy:
 * @suggestion: a suggestion
 *
 * Returns: (transfer full): the same
 */
GsSuggestion *
gs_suggestion_copy (const GsSuggestion *suggestion)
{
  GsSuggestion *copy = g_new0 (GsSuggestion, 1);

  *copy = *suggestion;
  copy->text = g_strdup (suggestion->text);
  copy->name = g_strdup (suggestion->name);
  if (suggestion->quantity != NULL)
    copy->quantity = gs_record_copy (&gs_quantity_type, suggestion->quantity);
  if (suggestion->time != NULL)
    copy->time = gs_record_copy (&gs_time_type, suggestion->time);
  if (suggestion->hop != NULL)
    copy->hop = gs_record_copy (&gs_hop_type, suggestion->hop);

  return copy;
}

static void
add_publisher (GPtrArray *found, const char *name)
{
  GsSuggestion *suggestion;

  if (name == NULL || *name == '\0')
    return;

  suggestion = g_new0 (GsSuggestion, 1);
  suggestion->kind = GS_SUGGEST_HOP;
  suggestion->name = g_strdup (name);
  suggestion->hop = gs_record_new (&gs_hop_type);
  suggestion->hop->act = g_strdup ("reports");
  g_ptr_array_add (found, suggestion);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const GsSuggestion *first = *(GsSuggestion *const *) a;
  const GsSuggestion *second = *(GsSuggestion *const *) b;

  /* Hops have an order of their own, which the sort keeps. */
  if (first->kind != second->kind)
    return (int) first->kind - (int) second->kind;
  if (first->kind == GS_SUGGEST_HOP || first->start == second->start)
    return 0;

  return first->start < second->start ? -1 : 1;
}

/**
 * gs_prefill:
 * @article: an article with its text; language, dates, outlet, agency and zones are used
 * @start: first code point of the passage
 * @end: the code point after its last
 *
 * Reads the passage and the sentences around it. In a language without grammar only the
 * publisher is found. Takes time that grows with the length of the article. Any thread.
 *
 * Returns: (transfer full) (element-type GsSuggestion): by kind; hops from outermost to
 *   innermost, the rest by place
 */
GPtrArray *
gs_prefill (const GsArticleRecord *article, gint64 start, gint64 end)
{
  GsPassage passage;
  GPtrArray *found;
  guint denied = 0;
  gboolean known;

  g_return_val_if_fail (article != NULL, NULL);

  known = gs_passage_init (&passage, article, start, end);
  add_publisher (passage.found, article->outlet);
  if (g_strcmp0 (article->agency, article->outlet) != 0)
    add_publisher (passage.found, article->agency);
  if (known)
    {
      gs_prefill_chain (&passage, &denied);
      gs_prefill_meaning (&passage, denied);
      gs_prefill_amounts (&passage);
      gs_prefill_times (&passage);
    }
  found = g_ptr_array_ref (passage.found);
  gs_passage_clear (&passage);
  g_ptr_array_sort (found, compare);

  return found;
}
