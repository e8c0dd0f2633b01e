/* gs-workspace-history.c: carrying out actions, undoing and redoing them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-workspace-private.h"

#include "gs-action-private.h"
#include "gs-db-history.h"
#include "gs-db-records.h"
#include "gs-stamps.h"

/* What an action leaves to be told. */
typedef struct
{
  char *undo_label;
  char *redo_label;
} Labels;

/* Performing ------------------------------------------------------------------- */

typedef struct
{
  GsAction *action;
  char *name;
  Labels labels;
} Perform;

static gboolean
carry_out (GsDbConnection *db, Perform *perform, GError **error)
{
  const GPtrArray *steps = gs_action_get_steps (perform->action);
  gboolean keep = gs_action_keeps_stamps (perform->action), ok = TRUE;
  GsStamps stamps;

  gs_stamps_init (&stamps, db, perform->name);
  for (guint i = 0; ok && i < steps->len; i++)
    {
      const GsActionStep *step = steps->pdata[i];

      if (step->into != NULL)
        ok = gs_stamps_sign (&stamps, error)
             && gs_db_record_replace (db, step->type, step->uuid, step->into, stamps.now, stamps.annotator, error);
      else if (step->record == NULL)
        ok = gs_db_record_delete (db, step->type, step->uuid, error);
      else
        ok = (keep || gs_stamps_apply (&stamps, step->type, step->record, step->fresh, error))
             && gs_db_record_save (db, step->type, step->record, error);
    }
  gs_stamps_clear (&stamps);

  return ok;
}

static gpointer
perform_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Perform *perform = data;

  if (!gs_db_action_begin (db, gs_action_get_label (perform->action), perform->name, 0, error))
    return NULL;
  if (!carry_out (db, perform, error))
    {
      gs_db_action_rollback (db);
      return NULL;
    }
  if (!gs_db_action_commit (db, NULL, error))
    return NULL;

  /* It is done; if the labels cannot be read now, they are next time. */
  gs_db_history_peek (db, &perform->labels.undo_label, &perform->labels.redo_label, NULL);

  return perform;
}

/**
 * gs_workspace_perform:
 * @self: a workspace
 * @action: what to do
 * @error: why nothing was changed
 *
 * Blocks. Carries out all of @action, or nothing, as one step of the history.
 * An empty action does nothing and leaves no trace.
 *
 * Returns: whether it was done
 */
gboolean
gs_workspace_perform (GsWorkspace *self, GsAction *action, GError **error)
{
  Perform perform = { .action = action };
  gboolean done;

  g_return_val_if_fail (GS_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (action != NULL, FALSE);

  if (gs_action_is_empty (action))
    return TRUE;

  perform.name = gs_workspace_dup_annotator (self);
  done = gs_workspace_run (self, perform_job, &perform, error) != NULL;
  if (done)
    gs_workspace_announce (self, perform.labels.undo_label, perform.labels.redo_label);
  g_free (perform.name);

  return done;
}

/* How often an action is built anew when another program got in between. */
#define ATTEMPTS 5

/**
 * gs_workspace_perform_built:
 * @self: a workspace
 * @func: builds the action; called again when that failed
 * @data: for @func
 * @label: (out) (optional) (nullable): of the step, %NULL when there was nothing to do
 * @error: why nothing was changed
 *
 * Blocks. Another program may make the same tag, source or question between
 * the look for it and the action that makes it. The action then fails whole;
 * the next look finds it.
 *
 * Returns: whether it was done, or there was nothing to do
 */
gboolean
gs_workspace_perform_built (GsWorkspace *self, GsActionFunc func, gpointer data, char **label, GError **error)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  for (guint attempt = 1;; attempt++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (GsAction) action = func (self, data, &failure);
      gboolean built = failure == NULL;
      gboolean needed = built && action != NULL && !gs_action_is_empty (action);

      if (built && (!needed || gs_workspace_perform (self, action, &failure)))
        {
          if (label != NULL)
            *label = needed ? g_strdup (gs_action_get_label (action)) : NULL;
          return TRUE;
        }

      if (!built || attempt == ATTEMPTS || !g_error_matches (failure, GS_ERROR, GS_ERROR_INVALID))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
}

/* Undo and redo ---------------------------------------------------------------- */

typedef struct
{
  gboolean (*func) (GsDbConnection *db, char **label, GError **error);
  char *label;
  Labels labels;
} Step;

static gpointer
step_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Step *step = data;

  if (!step->func (db, &step->label, error))
    return NULL;

  gs_db_history_peek (db, &step->labels.undo_label, &step->labels.redo_label, NULL);

  return step;
}

static gboolean
take_step (GsWorkspace *self, Step *step, char **label, GError **error)
{
  gboolean done = gs_workspace_run (self, step_job, step, error) != NULL;

  if (done)
    gs_workspace_announce (self, step->labels.undo_label, step->labels.redo_label);
  if (done && label != NULL)
    *label = g_steal_pointer (&step->label);
  g_free (step->label);

  return done;
}

/**
 * gs_workspace_undo:
 * @self: a workspace
 * @label: (out) (optional): what was undone
 * @error: GS_ERROR_NOTHING_TO_UNDO at the beginning of the history
 *
 * Blocks. Returns: whether something was undone
 */
gboolean
gs_workspace_undo (GsWorkspace *self, char **label, GError **error)
{
  Step step = { .func = gs_db_undo };

  g_return_val_if_fail (GS_IS_WORKSPACE (self), FALSE);

  return take_step (self, &step, label, error);
}

/**
 * gs_workspace_redo:
 * @self: a workspace
 * @label: (out) (optional): what was done again
 * @error: GS_ERROR_NOTHING_TO_REDO at the end of the history
 *
 * Blocks. Returns: whether something was done again
 */
gboolean
gs_workspace_redo (GsWorkspace *self, char **label, GError **error)
{
  Step step = { .func = gs_db_redo };

  g_return_val_if_fail (GS_IS_WORKSPACE (self), FALSE);

  return take_step (self, &step, label, error);
}

static gpointer
history_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_db_history_list (db, *(guint *) data, error);
}

/**
 * gs_workspace_history:
 * @self: a workspace
 * @limit: how many at most
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type GsHistoryListing): newest first, or %NULL with
 *   @error
 */
GPtrArray *
gs_workspace_history (GsWorkspace *self, guint limit, GError **error)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);

  return gs_workspace_run (self, history_job, &limit, error);
}
