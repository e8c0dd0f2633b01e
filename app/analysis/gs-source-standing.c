/* gs-source-standing.c: everything a source said, and how it stands.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-source-standing.h"

#include "gs-conflicts-private.h"
#include "gs-db-relays.h"
#include "gs-lookup.h"
#include "gs-workspace-private.h"

/* What is told of very much. */
#define MAX_QUESTIONS 200
#define MAX_CONFLICTING 50
#define MAX_PAIRS 500

/* Claims of a question that are compared. */
#define MAX_COMPARED 2000

static void
standing_on_free (gpointer data)
{
  GsStandingOn *on = data;

  g_free (on->question);
  g_free (on->text);
  g_free (on);
}

/**
 * gs_source_standing_free:
 * @self: (nullable) (transfer full): a standing
 */
void
gs_source_standing_free (GsSourceStanding *self)
{
  if (self == NULL)
    return;

  gs_source_record_free (self->source);
  g_free (self->part_of_name);
  g_ptr_array_unref (self->party_names);
  g_ptr_array_unref (self->said);
  g_free (self);
}

static char *
name_of (GsWorkspace *workspace, const char *source, GError **failure)
{
  g_autoptr (GsSourceRecord) record =
    source != NULL ? gs_lookup_record (workspace, &gs_source_type, source, failure) : NULL;

  return record != NULL ? g_strdup (record->name) : NULL;
}

/* Whether the claim of @account answers @on and comes from the source. */
static gboolean
is_own (const GsSourceStanding *self, const GsStandingOn *on, const GsAccount *account)
{
  guint n = g_strv_length (account->chain);

  return n > 0 && g_strcmp0 (account->question, on->question) == 0
         && g_strcmp0 (account->chain[n - 1], self->source->uuid) == 0;
}

static void
count_pair (const GsSourceStanding *self,
            GsStandingOn *on,
            const GsAccount *a,
            const GsAccount *b,
            int conflict_class,
            int verdict)
{
  if (verdict == GS_VERDICT_DISMISSED || (!is_own (self, on, a) && !is_own (self, on, b)))
    return;

  if (conflict_class == GS_CLASS_SELF_CONTRADICTION)
    on->by_itself++;
  else
    on->contradicted++;
}

/* The pairs that the analyst has made or confirmed, as gs_conflicts_pairs() has them first. */
static gboolean
count_linked (const GsSourceStanding *self,
              GsBoard *board,
              GsStandingOn *on,
              GsConflictWindow *window,
              guint *n,
              GError **error)
{
  g_autoptr (GPtrArray) linked = gs_conflict_window_get_linked (window, error);

  for (; linked != NULL && *n < MIN (linked->len, MAX_PAIRS); (*n)++)
    {
      const GsPair *pair = linked->pdata[*n];
      const GsStatement *a = gs_standpoints_statement (board->standpoints, pair->a, error);
      const GsStatement *b = a != NULL ? gs_standpoints_statement (board->standpoints, pair->b, error) : NULL;

      if (b == NULL)
        return FALSE;
      count_pair (self, on, a->account, b->account, pair->conflict_class, pair->verdict);
    }

  return linked != NULL;
}

/* What each pair says in full is not needed for counting them. */
static gboolean
count_found (GsSourceStanding *self, GsBoard *board, GsStandingOn *on, GError **error)
{
  g_autoptr (GsConflictWindow) window = gs_conflict_window_new (board->workspace, board->rules, board->standpoints,
                                                                on->question, &gs_conflict_reach_far, error);
  GError *local = NULL;
  guint n = 0;

  if (window == NULL || !count_linked (self, board, on, window, &n, error))
    return FALSE;

  for (; n < MAX_PAIRS && gs_conflict_window_next (window, &local); n++)
    {
      const GsOpposition *found = gs_conflict_window_get_opposition (window);
      int verdict;

      if (!is_own (self, on, found->a) && !is_own (self, on, found->b))
        continue;
      if (!gs_conflict_window_get_verdict (window, &verdict, error))
        return FALSE;
      count_pair (self, on, found->a, found->b, found->conflict_class, verdict);
    }
  self->all = self->all && n < MAX_PAIRS;
  if (local != NULL)
    g_propagate_error (error, local);

  return local == NULL;
}

static gboolean
count_pairs (GsSourceStanding *self, GsDbConnection *db, GsBoard *board, GsStandingOn *on, GError **error)
{
  GError *local = NULL;
  GsQuestionListing *row = gs_workspace_list_row (board->workspace, &gs_question_listing_type, on->question, &local);
  gboolean hot = row != NULL && row->claims > MAX_COMPARED;
  gboolean origin = FALSE;

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  gs_record_free (&gs_question_listing_type, row);
  if (hot)
    {
      self->all = FALSE;
      return TRUE;
    }
  if (!gs_db_is_origin (db, self->source->uuid, on->question, &origin, error))
    return FALSE;
  if (!origin)
    return TRUE;
  if (!count_found (self, board, on, error))
    return FALSE;

  self->contradicted += on->contradicted;
  self->by_itself += on->by_itself;

  return TRUE;
}

static gboolean
take_said (GsSourceStanding *self, GsDbConnection *db, GsBoard *board, const GPtrArray *said, GError **error)
{
  guint n_conflicting = 0;

  self->all = said->len < MAX_QUESTIONS;
  for (guint i = 0; i < said->len; i++)
    {
      const GsSaid *one = said->pdata[i];
      GsStandingOn *on = g_new0 (GsStandingOn, 1);

      on->question = g_strdup (one->question);
      on->text = g_strdup (one->text);
      on->asserted = one->asserted;
      on->denied = one->denied;
      self->claims += one->asserted + one->denied;
      g_ptr_array_add (self->said, on);
      if (on->question == NULL)
        continue;
      if (++n_conflicting > MAX_CONFLICTING)
        self->all = FALSE;
      else if (!count_pairs (self, db, board, on, error))
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  GsSourceStanding *standing;
  GsWorkspace *workspace;
} Reading;

/* On the worker, where each of the many small reads runs at once. */
static gpointer
said_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;
  g_autoptr (GPtrArray) said = gs_db_said_by (db, reading->standing->source->uuid, MAX_QUESTIONS, error);
  GsBoard board = { NULL };
  gboolean read = FALSE;

  if (said != NULL && gs_board_init (&board, reading->workspace, error))
    {
      gboolean held = gs_db_read_hold (db);

      read = take_said (reading->standing, db, &board, said, error);
      if (held)
        gs_db_read_end (db);
    }
  gs_board_clear (&board);

  return read ? reading : NULL;
}

/**
 * gs_source_standing_read:
 * @workspace: a workspace
 * @source: UUID
 * @error: GS_ERROR_NOT_FOUND
 *
 * Blocks. Of a source that said very much, the questions with most of its claims are told.
 *
 * Returns: (transfer full): the source and what it said, or %NULL with @error
 */
GsSourceStanding *
gs_source_standing_read (GsWorkspace *workspace, const char *source, GError **error)
{
  g_autoptr (GsSourceRecord) record = gs_workspace_load (workspace, &gs_source_type, source, error);
  g_autoptr (GsSourceStanding) self = NULL;
  Reading reading = { NULL, workspace };
  GError *failure = NULL;

  if (record == NULL)
    return NULL;

  self = g_new0 (GsSourceStanding, 1);
  self->source = g_steal_pointer (&record);
  self->party_names = g_ptr_array_new_with_free_func (g_free);
  self->said = g_ptr_array_new_with_free_func (standing_on_free);
  self->part_of_name = name_of (workspace, self->source->part_of, &failure);
  for (guint i = 0; i < self->source->affiliations->len; i++)
    g_ptr_array_add (self->party_names,
                     name_of (workspace, ((GsAffiliationRecord *) self->source->affiliations->pdata[i])->party,
                              &failure));
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  reading.standing = self;

  return gs_workspace_run (workspace, said_job, &reading, error) != NULL ? g_steal_pointer (&self) : NULL;
}
