/* gs-question-offer.c: questions that a claim may answer.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A question fits by the words it shares with the claim, and by those that
 * the claims share that answer it already. Words are compared by how they
 * begin, so that "deliver" and "delivery" are one in all three languages.
 */

#include "config.h"

#include "gs-question-offer.h"

#include <string.h>

#include "gs-lexer.h"

/* Code points by which words are the same, and the shortest that counts. */
#define STEM 5
#define SHORTEST 4
/* Questions that are looked at, the most answered first among them. */
#define MOST_QUESTIONS 500
/* Words that are looked up, and claims that each may bring. */
#define MOST_WORDS 5
#define MOST_HITS 12

typedef struct
{
  char *text;
  double score;
} Offer;

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_free (offer->text);
  g_free (offer);
}

/* (transfer full): the beginnings of the words that carry meaning. */
static GHashTable *
stems_of (const char *text)
{
  GHashTable *stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GsTokens) tokens = gs_tokens_new (text, strlen (text));

  for (guint i = 0; i < tokens->n; i++)
    {
      const GsToken *token = gs_tokens_at (tokens, i);
      glong length = g_utf8_strlen (token->word, -1);

      if (token->kind == GS_TOKEN_WORD && length >= SHORTEST)
        g_hash_table_add (stems, g_utf8_substring (token->word, 0, MIN (length, STEM)));
    }

  return stems;
}

/* The share of the question's words that the claim has. */
static double
compare (GHashTable *claim, const char *question)
{
  g_autoptr (GHashTable) stems = stems_of (question);
  GHashTableIter iter;
  gpointer stem;
  guint shared = 0;

  if (g_hash_table_size (stems) == 0)
    return 0.0;

  g_hash_table_iter_init (&iter, stems);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    shared += g_hash_table_contains (claim, stem);

  /* One word in common is chance, unless there is no other. */
  return shared > 1 || g_hash_table_size (stems) <= 2 ? (double) shared / g_hash_table_size (stems) : 0.0;
}

static void
add_score (GPtrArray *offers, const char *text, double score)
{
  Offer *offer;

  for (guint i = 0; i < offers->len; i++)
    {
      offer = offers->pdata[i];
      if (g_str_equal (offer->text, text))
        {
          offer->score += score;
          return;
        }
    }

  offer = g_new0 (Offer, 1);
  offer->text = g_strdup (text);
  offer->score = score;
  g_ptr_array_add (offers, offer);
}

static gboolean
add_questions (GsWorkspace *workspace, GHashTable *claim, GPtrArray *offers, GError **error)
{
  GsListFilter filter = { 0 };
  g_autoptr (GPtrArray) rows =
    gs_workspace_list_page (workspace, &gs_question_listing_type, &filter, 0, MOST_QUESTIONS, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const GsQuestionListing *question = rows->pdata[i];
      double score = compare (claim, question->text);

      if (score > 0.0)
        add_score (offers, question->text, score);
    }

  return rows != NULL;
}

static int
longer_first (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *) a;
  const char *second = *(const char *const *) b;
  gsize n_first = strlen (first), n_second = strlen (second);

  return n_first != n_second ? (n_first > n_second ? -1 : 1) : strcmp (first, second);
}

/* Claims that share a long word with it vote for their questions. */
static gboolean
add_claims (GsWorkspace *workspace, const char *words, GHashTable *claim, GPtrArray *offers, GError **error)
{
  g_autoptr (GsTokens) tokens = gs_tokens_new (words, strlen (words));
  g_autoptr (GPtrArray) longest = g_ptr_array_new ();

  for (guint i = 0; i < tokens->n; i++)
    {
      const GsToken *token = gs_tokens_at (tokens, i);

      if (token->kind == GS_TOKEN_WORD && g_utf8_strlen (token->word, -1) >= STEM
          && !g_ptr_array_find_with_equal_func (longest, token->word, g_str_equal, NULL))
        g_ptr_array_add (longest, (gpointer) token->word);
    }
  g_ptr_array_sort (longest, longer_first);

  for (guint i = 0; i < longest->len && i < MOST_WORDS; i++)
    {
      GsListFilter filter = { .text = longest->pdata[i] };
      g_autoptr (GPtrArray) rows =
        gs_workspace_list_page (workspace, &gs_claim_listing_type, &filter, 0, MOST_HITS, error);

      if (rows == NULL)
        return FALSE;
      for (guint k = 0; k < rows->len; k++)
        {
          const GsClaimListing *other = rows->pdata[k];

          if (other->question_text != NULL)
            add_score (offers, other->question_text, 0.5 * compare (claim, other->summary) + 0.02);
        }
    }

  return TRUE;
}

static int
better_first (gconstpointer a, gconstpointer b)
{
  const Offer *first = *(Offer *const *) a;
  const Offer *second = *(Offer *const *) b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return strcmp (first->text, second->text);
}

/**
 * gs_question_offer:
 * @workspace: a workspace
 * @words: what the claim says: its summary, what stands in its slots
 * @limit: how many at most
 * @error: why the questions could not be read
 *
 * Blocks. Returns: (transfer full) (element-type utf8): texts of questions, the most
 *   fitting first; empty when none fits
 */
GPtrArray *
gs_question_offer (GsWorkspace *workspace, const char *words, guint limit, GError **error)
{
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func (offer_free);
  g_autoptr (GHashTable) claim = NULL;
  GPtrArray *texts;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  claim = stems_of (words);
  if (!add_questions (workspace, claim, offers, error) || !add_claims (workspace, words, claim, offers, error))
    return NULL;

  g_ptr_array_sort (offers, better_first);
  texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < offers->len && texts->len < limit; i++)
    {
      const Offer *offer = offers->pdata[i];

      /* Less is no likeness. */
      if (offer->score >= 0.2)
        g_ptr_array_add (texts, g_strdup (offer->text));
    }

  return texts;
}
