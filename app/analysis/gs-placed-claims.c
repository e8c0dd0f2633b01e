/* gs-placed-claims.c: claims where they lie in time, or among numbers.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-placed-claims.h"

#include <math.h>
#include <string.h>

#include "gs-labels.h"
#include "gs-quantity.h"
#include "gs-time.h"

/* How many claims are read at once. */
#define PAGE 2000

/* Between the names of a chain (words/gs-listings.h). */
#define CHAIN_SEPARATOR " › "

/**
 * gs_placed_claim_free:
 * @self: (transfer full) (nullable): a placed claim
 */
void
gs_placed_claim_free (GsPlacedClaim *self)
{
  if (self == NULL)
    return;

  g_free (self->claim);
  g_free (self->article);
  g_free (self->question);
  g_free (self->question_text);
  g_free (self->summary);
  g_free (self->voice);
  g_free (self->words);
  g_free (self->unit);
  g_free (self);
}

static char *
get_voice (const GsClaimListing *row)
{
  const char *last = row->chain != NULL ? g_strrstr (row->chain, CHAIN_SEPARATOR) : NULL;

  if (last != NULL)
    return g_strdup (last + strlen (CHAIN_SEPARATOR));

  return g_strdup (row->chain != NULL && *row->chain != '\0' ? row->chain : row->article_title);
}

static void
days_of (const char *lo, const char *hi, double *first, double *last)
{
  guint32 day, unused;

  *first = gs_date_days (lo, &day, &unused) ? (double) day : -INFINITY;
  *last = gs_date_days (hi, &unused, &day) ? (double) day : INFINITY;
}

static GsPlacedClaim *
placed_claim_new (const GsClaimListing *row, const GsClaimRecord *claim)
{
  GsPlacedClaim *self = g_new0 (GsPlacedClaim, 1);

  self->claim = g_strdup (row->uuid);
  self->article = g_strdup (row->article);
  self->question = g_strdup (row->question);
  self->question_text = g_strdup (row->question_text);
  self->summary = g_strdup (row->summary);
  self->voice = get_voice (row);
  self->stance = row->stance;
  self->status = row->status;
  days_of (claim->uttered_lo, claim->uttered_hi, &self->uttered_lo, &self->uttered_hi);

  return self;
}

/* In words. An onset is about its start; the end of anything else, if only
 * that is known, is where it was over. */
static char *
describe_time (const GsTimeRecord *time)
{
  const char *hi = time->end_hi != NULL ? time->end_hi : time->end_lo;

  if (time->kind == GS_TIME_ONSET && hi == NULL)
    hi = time->start_hi;

  return gs_label_dates (time->start_lo, hi);
}

static void
add_times (GPtrArray *placed, const GsClaimListing *row, const GsClaimRecord *claim)
{
  for (guint i = 0; i < claim->times->len; i++)
    {
      const GsTimeRecord *time = claim->times->pdata[i];
      GsPlacedClaim *self;
      guint32 first, last;

      gs_time_days (time, &first, &last);
      if (first == 0 && last == G_MAXUINT32)
        continue;

      self = placed_claim_new (row, claim);
      self->kind = time->kind;
      self->lo = first > 0 ? (double) first : -INFINITY;
      self->hi = last < G_MAXUINT32 ? (double) last : INFINITY;
      self->words = describe_time (time);
      g_ptr_array_add (placed, self);
    }
}

static void
add_quantities (GPtrArray *placed, const GsClaimListing *row, const GsClaimRecord *claim)
{
  for (guint i = 0; i < claim->quantities->len; i++)
    {
      const GsQuantityRecord *quantity = claim->quantities->pdata[i];
      GsPlacedClaim *self;

      if (isnan (quantity->lo) && isnan (quantity->hi))
        continue;

      self = placed_claim_new (row, claim);
      self->lo = isnan (quantity->lo) ? -INFINITY : quantity->lo;
      self->hi = isnan (quantity->hi) ? INFINITY : quantity->hi;
      self->unit = g_strdup (quantity->unit);
      self->words = gs_quantity_format (quantity);
      g_ptr_array_add (placed, self);
    }
}

/* The last thing known about when it was said is when it was printed. */
static gboolean
date_utterance (GsWorkspace *workspace, GHashTable *articles, GsPlacedClaim *self, GError **error)
{
  const GsArticleListing *article = g_hash_table_lookup (articles, self->article);
  GError *local = NULL;

  if (isfinite (self->uttered_lo) && isfinite (self->uttered_hi))
    return TRUE;

  if (article == NULL)
    {
      gpointer row = gs_workspace_list_row (workspace, &gs_article_listing_type, self->article, &local);

      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      article = row;
      if (row != NULL)
        g_hash_table_insert (articles, g_strdup (self->article), row);
    }
  if (article != NULL)
    days_of (article->published_lo, article->published_hi, &self->uttered_lo, &self->uttered_hi);
  if (isinf (self->uttered_lo) || isinf (self->uttered_hi))
    self->uttered_lo = self->uttered_hi = NAN;

  return TRUE;
}

static void
article_free (gpointer data)
{
  gs_record_free (&gs_article_listing_type, data);
}

static gboolean
add_page (GsWorkspace *workspace,
          GPtrArray *rows,
          GsPlacing placing,
          GHashTable *articles,
          GPtrArray *placed,
          GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const GsClaimListing *row = rows->pdata[i];
      g_autoptr (GsClaimRecord) claim = gs_workspace_load (workspace, &gs_claim_type, row->uuid, error);
      guint n = placed->len;

      if (claim == NULL)
        return FALSE;
      if (placing == GS_PLACED_IN_TIME)
        add_times (placed, row, claim);
      else
        add_quantities (placed, row, claim);
      for (; n < placed->len; n++)
        {
          if (!date_utterance (workspace, articles, placed->pdata[n], error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * gs_placed_claims_read:
 * @workspace: a workspace
 * @question: (nullable): UUID; %NULL for all
 * @placing: times or quantities
 * @most: how many claims are read at most
 * @all: (out) (optional): whether these were all
 * @error: why they could not be read
 *
 * Blocks. Claims without a time, or without a quantity, are left out, and so
 * are those that leave both ends open.
 *
 * Returns: (transfer full) (element-type GsPlacedClaim): question by question, in the order the claims came in
 */
GPtrArray *
gs_placed_claims_read (GsWorkspace *workspace,
                       const char *question,
                       GsPlacing placing,
                       guint most,
                       gboolean *all,
                       GError **error)
{
  g_autoptr (GPtrArray) placed = NULL;
  g_autoptr (GHashTable) articles = NULL; /* UUID → GsArticleListing */
  g_autoptr (GsListFilter) filter = NULL;
  guint offset = 0;
  guint n = PAGE;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);

  placed = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_placed_claim_free);
  articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, article_free);
  filter = gs_record_new (&gs_list_filter_type);
  filter->question = g_strdup (question);
  filter->dated = placing == GS_PLACED_IN_TIME;
  filter->measured = placing == GS_PLACED_AMONG_NUMBERS;
  filter->order = question == NULL ? GS_ORDER_QUESTION : GS_ORDER_NATURAL;

  while (offset < most && n == PAGE)
    {
      g_autoptr (GPtrArray) rows =
        gs_workspace_list_page (workspace, &gs_claim_listing_type, filter, offset, MIN (PAGE, most - offset), error);

      if (rows == NULL || !add_page (workspace, rows, placing, articles, placed, error))
        return NULL;
      n = rows->len;
      offset += n;
    }
  if (all != NULL)
    *all = n < PAGE && offset < most;

  return g_steal_pointer (&placed);
}
