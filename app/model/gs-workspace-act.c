/* gs-workspace-act.c: actions too large to be held in memory.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-workspace-private.h"

#include "gs-db-history.h"
#include "gs-db-records.h"

/* So many records make one part of a step of the history. */
#define PART 5000

typedef struct
{
  GsWorkspace *self;
  const char *label;
  char *name;
  GsActFunc func;
  gpointer data;
  char *undo_label;
  char *redo_label;
} Act;

static gpointer
act_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Act *act = data;

  if (!gs_db_action_begin (db, act->label, act->name, 0, error))
    return NULL;

  act->self->n_put = 0;
  if (!act->func (act->self, act->data, error))
    {
      gs_db_action_rollback (db);
      return NULL;
    }
  if (!gs_db_action_commit (db, NULL, error))
    return NULL;

  gs_db_history_peek (db, &act->undo_label, &act->redo_label, NULL);

  return act;
}

/**
 * gs_workspace_act:
 * @self: a workspace
 * @label: what the history says of it
 * @func: (scope call): what is done, on the workspace's thread
 * @data: for @func
 * @error: why nothing was changed
 *
 * Blocks. One step of the history; none when @func puts nothing new.
 *
 * Returns: whether it was done
 */
gboolean
gs_workspace_act (GsWorkspace *self, const char *label, GsActFunc func, gpointer data, GError **error)
{
  Act act = { .self = self, .label = label, .func = func, .data = data };
  gboolean done;

  g_return_val_if_fail (GS_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (label != NULL && func != NULL, FALSE);

  act.name = gs_workspace_dup_annotator (self);
  done = gs_workspace_run (self, act_job, &act, error) != NULL;
  if (done)
    gs_workspace_announce (self, act.undo_label, act.redo_label);
  g_free (act.name);

  return done;
}

typedef struct
{
  GsWorkspace *self;
  const GsRecordType *type;
  gconstpointer record;
} Put;

static gpointer
put_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Put *put = data;

  g_return_val_if_fail (gs_db_action_is_open (db), NULL);

  if (!gs_db_record_save (db, put->type, put->record, error))
    return NULL;
  if (++put->self->n_put < PART)
    return put;

  put->self->n_put = 0;

  return gs_db_action_cut (db, error) ? put : NULL;
}

/**
 * gs_workspace_put:
 * @self: a workspace, within gs_workspace_act()
 * @type: type of @record
 * @record: what is stored
 * @error: why it was not; the action is to be given up then
 *
 * Returns: whether it was stored
 */
gboolean
gs_workspace_put (GsWorkspace *self, const GsRecordType *type, gconstpointer record, GError **error)
{
  Put put = { self, type, record };

  g_return_val_if_fail (GS_IS_WORKSPACE (self), FALSE);

  return gs_workspace_run (self, put_job, &put, error) != NULL;
}
