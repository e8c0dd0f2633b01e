/* gs-placed-claims.c: claims where they lie in time, or among numbers.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-placed-claims.h"

#include <math.h>

#include "gs-db-placed.h"
#include "gs-labels.h"
#include "gs-quantity.h"
#include "gs-time.h"
#include "gs-workspace-private.h"

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

static void
days_of (const char *lo, const char *hi, double *first, double *last)
{
  guint32 day, unused;

  *first = gs_date_days (lo, &day, &unused) ? (double) day : -INFINITY;
  *last = gs_date_days (hi, &unused, &day) ? (double) day : INFINITY;
}

/* The last thing known about when it was said is when it was printed. */
static void
date_utterance (GsPlacedClaim *self, const GsDbPlaced *row)
{
  days_of (row->uttered_lo, row->uttered_hi, &self->uttered_lo, &self->uttered_hi);
  if (isfinite (self->uttered_lo) && isfinite (self->uttered_hi))
    return;

  if (row->article != NULL)
    days_of (row->published_lo, row->published_hi, &self->uttered_lo, &self->uttered_hi);
  if (isinf (self->uttered_lo) || isinf (self->uttered_hi))
    self->uttered_lo = self->uttered_hi = NAN;
}

static GsPlacedClaim *
placed_claim_new (const GsDbPlaced *row)
{
  GsPlacedClaim *self = g_new0 (GsPlacedClaim, 1);

  self->claim = g_strdup (row->claim);
  self->article = g_strdup (row->article);
  self->question = g_strdup (row->question);
  self->question_text = g_strdup (row->question_text);
  self->summary = g_strdup (row->summary);
  self->voice = g_strdup (row->voice);
  self->stance = row->stance;
  self->status = row->status;
  date_utterance (self, row);

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
add_time (GPtrArray *placed, const GsDbPlaced *row, const GsTimeRecord *time)
{
  GsPlacedClaim *self;
  guint32 first, last;

  gs_time_days (time, &first, &last);
  if (first == 0 && last == G_MAXUINT32)
    return;

  self = placed_claim_new (row);
  self->kind = time->kind;
  self->lo = first > 0 ? (double) first : -INFINITY;
  self->hi = last < G_MAXUINT32 ? (double) last : INFINITY;
  self->words = describe_time (time);
  g_ptr_array_add (placed, self);
}

static void
add_quantity (GPtrArray *placed, const GsDbPlaced *row, const GsQuantityRecord *quantity)
{
  GsPlacedClaim *self;

  if (isnan (quantity->lo) && isnan (quantity->hi))
    return;

  self = placed_claim_new (row);
  self->lo = isnan (quantity->lo) ? -INFINITY : quantity->lo;
  self->hi = isnan (quantity->hi) ? INFINITY : quantity->hi;
  self->unit = g_strdup (quantity->unit);
  self->words = gs_quantity_format (quantity);
  g_ptr_array_add (placed, self);
}

typedef struct
{
  const char *question; /* (nullable) */
  GsPlacing placing;
  guint most;
} Request;

static gpointer
read_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  gboolean in_time = request->placing == GS_PLACED_IN_TIME;
  GsListFilter filter = {
    .question = (char *) request->question,
    .dated = in_time,
    .measured = !in_time,
    .order = request->question == NULL ? GS_ORDER_QUESTION : GS_ORDER_NATURAL,
  };

  return gs_db_placed (db, &filter, in_time ? "times" : "quantities", request->most, error);
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
  Request request = { question, placing, most };
  g_autoptr (GPtrArray) placed = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);

  rows = gs_workspace_run (workspace, read_job, &request, error);
  if (rows == NULL)
    return NULL;

  placed = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_placed_claim_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const GsDbPlaced *row = rows->pdata[i];

      for (guint j = 0; j < row->parts->len; j++)
        {
          if (placing == GS_PLACED_IN_TIME)
            add_time (placed, row, row->parts->pdata[j]);
          else
            add_quantity (placed, row, row->parts->pdata[j]);
        }
    }
  if (all != NULL)
    *all = rows->len < most;

  return g_steal_pointer (&placed);
}
