/* gs-conflict-list.c: the board: questions on which accounts oppose each other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file keeps what was found when a question was looked at last. Of those
 * that are due since, a page looks at as many as it passes, and keeps that.
 */

#include "config.h"

#include "gs-conflicts-private.h"
#include "gs-db-board.h"
#include "gs-db-standpoints.h"
#include "gs-workspace-private.h"

/* Questions that are asked for at once. */
#define ROWS 64
/* Questions that are looked at in one transaction. */
#define LOOKS 256

static const GsDbBoardFilter no_filter;

/* Whether looks count, and what is not due is as they say. */
static gboolean
prepare (GsDbConnection *db, GsStandpoints *standpoints, gboolean *trusted, GError **error)
{
  if (!gs_db_board_prepare (db, trusted, error))
    return FALSE;
  *trusted = *trusted && gs_standpoints_is_filed (standpoints);

  return TRUE;
}

gboolean
gs_conflicts_each_question (GsDbConnection *db,
                            GsStandpoints *standpoints,
                            GsQuestionFunc func,
                            gpointer user_data,
                            GError **error)
{
  gboolean trusted;
  gint64 after = 0;
  guint n = ROWS;

  if (!prepare (db, standpoints, &trusted, error))
    return FALSE;

  while (n == ROWS)
    {
      g_autoptr (GArray) rows = gs_db_board_rows (db, &no_filter, trusted, after, ROWS, error);

      if (rows == NULL)
        return FALSE;
      n = rows->len;
      for (guint i = 0; i < n; i++)
        {
          GError *local = NULL;
          g_autofree char *question = NULL;

          after = g_array_index (rows, GsDbBoardRow, i).id;
          question = gs_db_board_question (db, after, &local);
          if (local == NULL && (question == NULL || func (question, user_data, &local)))
            continue;
          if (local != NULL)
            g_propagate_error (error, local);
          return local == NULL;
        }
    }

  return TRUE;
}

/* Looking ----------------------------------------------------------------------------- */

typedef struct
{
  GsDbConnection *db;
  GsBoard board;
  gboolean keeping; /* what is found is kept in the file */
} Looking;

static gboolean
keep (Looking *self, gint64 id, const GsConflict *conflict, GError **error)
{
  GsDbLook look = { .question = id };
  g_autoptr (GBytes) told = NULL;

  if (!self->keeping)
    return TRUE;
  if (conflict != NULL)
    {
      told = gs_conflict_to_bytes (conflict);
      look.conflict = TRUE;
      look.cross_language = conflict->cross_language;
      look.self_contradiction = conflict->self_contradiction;
      look.undecided = conflict->undecided;
      look.told = told;
    }

  /* Where it cannot be kept, it is found again the next time. */
  self->keeping = gs_db_board_save (self->db, &look, NULL);

  return TRUE;
}

/* (out) @conflict: (transfer full) (nullable): NULL when nothing opposes. */
static gboolean
look_at (Looking *self, gint64 id, GsConflict **conflict, GError **error)
{
  GError *local = NULL;
  g_autofree char *uuid = gs_db_board_question (self->db, id, &local);
  GsQuestionListing *row = NULL;

  *conflict = NULL;
  if (uuid != NULL)
    row = gs_workspace_list_row (self->board.workspace, &gs_question_listing_type, uuid, &local);
  if (row != NULL && row->claims > 0)
    *conflict = gs_board_look (&self->board, row, FALSE, &local);
  gs_record_free (&gs_question_listing_type, row);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  return keep (self, id, *conflict, error);
}

/* The list ------------------------------------------------------------------------------ */

typedef struct
{
  GsWorkspace *workspace;
  const GsConflictFilter *filter; /* (nullable) */
  guint offset;
  guint limit;
} ListRequest;

typedef struct
{
  Looking looking;
  const ListRequest *request;
  GsDbBoardFilter filter;
  guint skip;
  GPtrArray *conflicts;
} Listing;

static gboolean
passes (const GsDbBoardFilter *filter, const GsConflict *conflict)
{
  return (!filter->undecided || conflict->undecided > 0) && (!filter->cross_language || conflict->cross_language)
         && (!filter->self_contradiction || conflict->self_contradiction);
}

/* (transfer full) (nullable): what was found when it was looked at last. */
static GsConflict *
read_look (Listing *self, gint64 id, GError **error)
{
  g_autoptr (GBytes) told = gs_db_board_told (self->looking.db, id, error);
  GsConflict *conflict = told != NULL ? gs_conflict_from_bytes (told) : NULL;
  GsQuestionListing *row = NULL;

  if (conflict == NULL)
    return NULL;

  row = gs_workspace_list_row (self->looking.board.workspace, &gs_question_listing_type, conflict->question, error);
  if (row == NULL)
    g_clear_pointer (&conflict, gs_conflict_free);
  else
    conflict->text = g_strdup (row->text);
  gs_record_free (&gs_question_listing_type, row);

  return conflict;
}

static gboolean
list_row (Listing *self, const GsDbBoardRow *row, GError **error)
{
  g_autoptr (GsConflict) conflict = NULL;
  GError *local = NULL;

  if (!row->due && self->skip > 0)
    {
      self->skip--;
      return TRUE;
    }

  if (!row->due)
    conflict = read_look (self, row->id, &local);
  if (conflict == NULL && local == NULL)
    look_at (&self->looking, row->id, &conflict, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (conflict == NULL || !passes (&self->filter, conflict))
    return TRUE;

  if (self->skip > 0)
    self->skip--;
  else
    g_ptr_array_add (self->conflicts, g_steal_pointer (&conflict));

  return TRUE;
}

static gboolean
list_rows (Listing *self, gboolean trusted, GError **error)
{
  guint limit = self->request->limit;
  gint64 after = 0;
  guint n = ROWS;

  while (n == ROWS && self->conflicts->len < limit)
    {
      g_autoptr (GArray) rows = gs_db_board_rows (self->looking.db, &self->filter, trusted, after, ROWS, error);

      if (rows == NULL)
        return FALSE;
      n = rows->len;
      for (guint i = 0; i < n && self->conflicts->len < limit; i++)
        {
          after = g_array_index (rows, GsDbBoardRow, i).id;
          if (!list_row (self, &g_array_index (rows, GsDbBoardRow, i), error))
            return FALSE;
        }
    }

  return TRUE;
}

/* On the worker, where each of the many small reads runs at once. */
static gpointer
list_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const ListRequest *request = data;
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_conflict_free);
  Listing self = { { db }, request, no_filter, request->offset, conflicts };
  gboolean trusted = FALSE, begun = FALSE, done;

  if (request->filter != NULL)
    self.filter = (GsDbBoardFilter){ request->filter->cross_language, request->filter->self_contradiction,
                                     request->filter->undecided };
  done = gs_board_init (&self.looking.board, request->workspace, error)
         && prepare (db, self.looking.board.standpoints, &trusted, error);
  if (done)
    begun = self.looking.keeping = trusted && gs_db_board_begin (db);
  done = done && list_rows (&self, trusted, error);
  if (begun)
    gs_db_board_end (db, self.looking.keeping);
  gs_board_clear (&self.looking.board);

  return done ? g_steal_pointer (&conflicts) : NULL;
}

/**
 * gs_conflicts_list:
 * @workspace: a workspace
 * @filter: (nullable): what the board leaves out
 * @offset: how many conflicts to leave out
 * @limit: how many at most
 * @error: why it could not be read
 *
 * Blocks. Of questions with many claims it tells what is found at the first look;
 * gs_conflicts_of() looks further.
 *
 * Returns: (transfer full) (element-type GsConflict): conflicts, in the order in which the questions came in
 */
GPtrArray *
gs_conflicts_list (GsWorkspace *workspace, const GsConflictFilter *filter, guint offset, guint limit, GError **error)
{
  ListRequest request = { workspace, filter, offset, limit };

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);

  return gs_workspace_run (workspace, list_job, &request, error);
}

/* Everything --------------------------------------------------------------------------- */

/* Looks at the first questions that are due. (out) @more: whether there are others. */
static gboolean
look_at_some (Looking *self, gboolean *more, GError **error)
{
  g_autoptr (GArray) due = NULL;
  gboolean done = TRUE;

  self->keeping = gs_db_board_begin (self->db);
  *more = FALSE;
  if (!self->keeping)
    return TRUE;

  due = gs_db_board_due (self->db, LOOKS, error);
  for (guint i = 0; done && due != NULL && i < due->len; i++)
    {
      g_autoptr (GsConflict) conflict = NULL;

      done = look_at (self, g_array_index (due, gint64, i), &conflict, error);
    }
  *more = gs_db_board_end (self->db, self->keeping) && due != NULL && due->len == LOOKS;

  return done && due != NULL;
}

static gpointer
update_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  GsWorkspace *workspace = data;
  gboolean more = TRUE;

  while (more)
    {
      Looking self = { db };
      gboolean trusted = FALSE;
      gboolean done = gs_board_init (&self.board, workspace, error)
                      && prepare (db, self.board.standpoints, &trusted, error)
                      && (more = trusted, !trusted || look_at_some (&self, &more, error))
                      && !g_cancellable_set_error_if_cancelled (cancellable, error);

      gs_board_clear (&self.board);
      if (!done)
        return NULL;
    }

  return workspace;
}

/**
 * gs_conflicts_update:
 * @workspace: a workspace
 * @cancellable: (nullable): to cancel with; what was found by then stays
 * @error: why it could not be read, or %G_IO_ERROR_CANCELLED
 *
 * Looks at all questions on which something has changed, so that the board only has to be
 * read. Blocks. Does nothing where nothing can be saved.
 *
 * Returns: %FALSE with @error
 */
gboolean
gs_conflicts_update (GsWorkspace *workspace, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), FALSE);

  return gs_workspace_run_cancellable (workspace, update_job, workspace, cancellable, error) != NULL;
}

/**
 * gs_conflicts_rebuild:
 * @workspace: a workspace that can be written
 * @error: why nothing was changed
 *
 * Works out anew what is kept of all claims and questions. Blocks.
 *
 * Returns: whether it is there
 */
gboolean
gs_conflicts_rebuild (GsWorkspace *workspace, GError **error)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), FALSE);

  return gs_standpoints_rebuild (workspace, error) && gs_conflicts_update (workspace, NULL, error);
}
