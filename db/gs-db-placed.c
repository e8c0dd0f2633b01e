/* gs-db-placed.c: what claims say of times or amounts, and who says it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-placed.h"

#include <string.h>

#include "gs-db-listings.h"
#include "gs-db-records-private.h"
#include "gs-db-selection.h"

#define VOICE                                                                                        \
  "(SELECT s.name FROM claim_hop AS h JOIN source AS s ON s.id = h.source WHERE h.claim = c.id AND " \
  "s.name <> '' ORDER BY h.ordinal DESC LIMIT 1)"

#define PLACED                                                                                                      \
  "SELECT c.uuid, a.uuid, q.uuid, q.text, coalesce (c.summary, (SELECT quote FROM claim_index WHERE id = "          \
  "c.id), ''), coalesce (" VOICE ", a.title, " GS_DB_FIRST_LINE (                                                   \
    "a.id") ", a.path), c.stance, c.status, "                                                                       \
            "c.uttered_lo, c.uttered_hi, a.published_lo, a.published_hi FROM claim AS c LEFT JOIN article AS a ON " \
            "a.id = c.article LEFT JOIN question AS q ON q.id = c.question WHERE c.id = ?"

/**
 * gs_db_placed_free:
 * @self: (transfer full): what gs_db_placed() gave
 */
void
gs_db_placed_free (GsDbPlaced *self)
{
  g_free (self->claim);
  g_free (self->article);
  g_free (self->question);
  g_free (self->question_text);
  g_free (self->summary);
  g_free (self->voice);
  g_free (self->uttered_lo);
  g_free (self->uttered_hi);
  g_free (self->published_lo);
  g_free (self->published_hi);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static const GsDbPart *
find_part (const char *field)
{
  const GsDbPlan *plan = gs_db_plan_for (&gs_claim_type);

  for (guint i = 0; i < plan->n_parts; i++)
    {
      if (g_str_equal (plan->parts[i].field->name, field))
        return &plan->parts[i];
    }

  g_assert_not_reached ();
}

static GsDbPlaced *
read_row (GsDbStatement *row, const GsDbPart *part)
{
  GsDbPlaced *self = g_new0 (GsDbPlaced, 1);

  self->claim = gs_db_column_dup (row, 0);
  self->article = gs_db_column_dup (row, 1);
  self->question = gs_db_column_dup (row, 2);
  self->question_text = gs_db_column_dup (row, 3);
  self->summary = gs_db_column_dup (row, 4);
  self->voice = gs_db_column_dup (row, 5);
  gs_word_from_nick (&gs_stances, gs_db_column_text (row, 6), &self->stance);
  gs_word_from_nick (&gs_statuses, gs_db_column_text (row, 7), &self->status);
  self->uttered_lo = gs_db_column_dup (row, 8);
  self->uttered_hi = gs_db_column_dup (row, 9);
  self->published_lo = gs_db_column_dup (row, 10);
  self->published_hi = gs_db_column_dup (row, 11);
  self->parts = gs_record_array_new (part->field->type);

  return self;
}

static gboolean
read_placed (GsDbConnection *db, const GArray *ids, const GsDbPart *part, GPtrArray *placed, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (GsDbStatement) row = gs_db_query (db, error, PLACED, "i", id);
      GsDbStep step = row != NULL ? gs_db_statement_step (row, error) : GS_DB_STEP_FAILED;
      GsDbPlaced *one;

      if (step == GS_DB_STEP_FAILED)
        return FALSE;
      if (step == GS_DB_STEP_DONE)
        continue;

      one = read_row (row, part);
      g_ptr_array_add (placed, one);
      if (!gs_db_read_list (db, part, id, one->parts, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * gs_db_placed:
 * @db: a connection
 * @filter: which claims, in which order
 * @field: the list of each claim that is read, "times" or "quantities"
 * @limit: claims at most
 * @error: why they could not be read
 *
 * Returns: (transfer full) (element-type GsDbPlaced): the claims, or %NULL with @error
 */
GPtrArray *
gs_db_placed (GsDbConnection *db, const GsListFilter *filter, const char *field, guint limit, GError **error)
{
  g_autoptr (GPtrArray) placed = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_db_placed_free);
  gboolean held = gs_db_read_hold (db);
  g_autoptr (GArray) ids = gs_db_listing_ids (db, &gs_claim_listing_type, filter, 0, limit, error);
  gboolean read = ids != NULL && read_placed (db, ids, find_part (field), placed, error);

  if (held)
    gs_db_read_end (db);

  return read ? g_steal_pointer (&placed) : NULL;
}
