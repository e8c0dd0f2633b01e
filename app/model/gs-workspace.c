/* gs-workspace.c: one investigation, open: its thread, its properties, its end.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "gs-error-private.h"

G_DEFINE_FINAL_TYPE (GsWorkspace, gs_workspace, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PATH,
  PROP_TITLE,
  PROP_READ_ONLY,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_ASTRAY,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Calls ------------------------------------------------------------------ */

/* The worker, held until gs_workspace_leave(). A call from the worker's own
 * thread belongs to one that is under way and goes on while closing. */
static GsDbWorker *
gs_workspace_enter (GsWorkspace *self, GError **error)
{
  GsDbWorker *worker = NULL;

  g_mutex_lock (&self->lock);
  if (self->worker != NULL && (!self->closing || gs_db_worker_is_current (self->worker)))
    {
      worker = self->worker;
      self->users++;
    }
  g_mutex_unlock (&self->lock);

  if (worker == NULL)
    g_set_error_literal (error, GS_ERROR, GS_ERROR_OPEN, _ ("The workspace is closed."));

  return worker;
}

static void
gs_workspace_leave (GsWorkspace *self)
{
  g_mutex_lock (&self->lock);
  if (--self->users == 0)
    g_cond_broadcast (&self->idle);
  g_mutex_unlock (&self->lock);
}

gpointer
gs_workspace_run (GsWorkspace *self, GsDbJob job, gpointer data, GError **error)
{
  GError *local = NULL;
  GsDbWorker *worker = gs_workspace_enter (self, error);
  gpointer result;

  if (worker == NULL)
    return NULL;

  result = gs_db_worker_call (worker, job, data, NULL, &local);
  gs_workspace_leave (self);
  if (local != NULL)
    gs_error_take (error, local);

  return result;
}

void
gs_workspace_push (GsWorkspace *self,
                   GTask *task,
                   GsDbJob job,
                   gpointer data,
                   GDestroyNotify data_free,
                   GDestroyNotify result_free)
{
  GError *error = NULL;
  GsDbWorker *worker = gs_workspace_enter (self, &error);

  if (worker == NULL)
    {
      if (data_free != NULL)
        data_free (data);
      g_task_return_error (task, error);
      return;
    }

  gs_db_worker_push (worker, task, job, data, data_free, result_free);
  gs_workspace_leave (self);
}

/* What a call from outside carries. The task that the caller sees lives on the
 * caller's thread alone; the worker gets another, which holds nothing, so that
 * neither the workspace nor the caller's data ever dies on the worker. */
typedef struct
{
  GsWorkspace *self; /* held by the outer task */
  GsWorkspaceFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} Call;

static void
call_free (gpointer user_data)
{
  Call *call = user_data;

  if (call->data_free != NULL)
    call->data_free (call->data);
  g_free (call);
}

static gpointer
call_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Call *call = data;

  return call->func (call->self, call->data, cancellable, error);
}

static void
call_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Call *call = g_task_get_task_data (task);
  GError *error = NULL, *mapped = NULL;
  gpointer value = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    {
      gs_error_take (&mapped, error);
      g_task_return_error (task, mapped);
    }
  else
    g_task_return_pointer (task, value, call->result_free);
}

/**
 * gs_workspace_call_async:
 * @self: a workspace
 * @func: runs on the workspace's thread
 * @data: for @func
 * @data_free: (nullable): frees @data, on the calling thread, when all is done
 * @result_free: (nullable): frees the result if nobody takes it
 * @cancellable: (nullable): to cancel with
 * @callback: called in the calling thread's main context
 * @user_data: for @callback
 */
void
gs_workspace_call_async (GsWorkspace *self,
                         GsWorkspaceFunc func,
                         gpointer data,
                         GDestroyNotify data_free,
                         GDestroyNotify result_free,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) inner = NULL;
  GTask *task;
  Call *call;

  g_return_if_fail (GS_IS_WORKSPACE (self));
  g_return_if_fail (func != NULL);

  call = g_new0 (Call, 1);
  *call = (Call){ self, func, data, data_free, result_free };
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, gs_workspace_call_async);
  g_task_set_task_data (task, call, call_free);

  inner = g_task_new (NULL, cancellable, call_done_cb, task);
  gs_workspace_push (self, inner, call_job, call, NULL, result_free);
}

/**
 * gs_workspace_call_finish:
 * @self: a workspace
 * @result: as given to the callback
 * @error: what @func set, or GS_ERROR_OPEN, or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): what @func returned
 */
gpointer
gs_workspace_call_finish (GsWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Closing ------------------------------------------------------------------- */

/**
 * gs_workspace_close:
 * @self: a workspace
 *
 * Waits for what is under way and closes the file.
 */
void
gs_workspace_close (GsWorkspace *self)
{
  GsDbWorker *worker;

  g_return_if_fail (GS_IS_WORKSPACE (self));

  gs_workspace_unwatch (self);

  g_mutex_lock (&self->lock);
  worker = self->closing ? NULL : self->worker;
  self->closing = TRUE;
  /* The worker cannot wait for a call that it is itself carrying out. */
  while (worker != NULL && self->users > 0 && !gs_db_worker_is_current (worker))
    g_cond_wait (&self->idle, &self->lock);
  g_mutex_unlock (&self->lock);

  if (worker == NULL)
    return;

  /* Jobs in the queue still run, and may call the workspace. */
  gs_db_worker_free (worker);
  g_mutex_lock (&self->lock);
  self->worker = NULL;
  g_mutex_unlock (&self->lock);
}

/* Properties ----------------------------------------------------------------- */

/**
 * gs_workspace_get_path:
 * @self: a workspace
 *
 * Returns: (transfer none): path of its file, in the file system's encoding
 */
const char *
gs_workspace_get_path (GsWorkspace *self)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);

  return self->path;
}

/**
 * gs_workspace_get_title:
 * @self: a workspace
 *
 * Returns: (transfer none): what to call it
 */
const char *
gs_workspace_get_title (GsWorkspace *self)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);

  return self->title;
}

/**
 * gs_workspace_is_read_only:
 * @self: a workspace
 *
 * Returns: whether actions, undo and redo are refused
 */
gboolean
gs_workspace_is_read_only (GsWorkspace *self)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self), TRUE);

  return self->read_only;
}

/**
 * gs_workspace_is_astray:
 * @self: a workspace
 *
 * Known once a second while watching; on the opener's thread.
 *
 * Returns: whether its file was moved, deleted or replaced, so that every change is refused
 */
gboolean
gs_workspace_is_astray (GsWorkspace *self)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self), FALSE);

  return self->astray;
}

void
gs_workspace_set_astray (GsWorkspace *self)
{
  if (self->astray)
    return;

  self->astray = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASTRAY]);
}

/**
 * gs_workspace_get_undo_label:
 * @self: a workspace
 *
 * For the thread that opened it, which is told of changes there.
 *
 * Returns: (transfer none) (nullable): what undo would undo; %NULL for nothing
 */
const char *
gs_workspace_get_undo_label (GsWorkspace *self)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);

  return self->undo_label;
}

/**
 * gs_workspace_get_redo_label:
 * @self: a workspace
 *
 * For the thread that opened it, which is told of changes there.
 *
 * Returns: (transfer none) (nullable): what redo would redo; %NULL for nothing
 */
const char *
gs_workspace_get_redo_label (GsWorkspace *self)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (self), NULL);

  return self->redo_label;
}

static char *
default_annotator (void)
{
  const char *name = g_get_real_name ();

  return g_strdup (name != NULL && *name != '\0' && !g_str_equal (name, "Unknown") ? name : g_get_user_name ());
}

/**
 * gs_workspace_set_annotator:
 * @self: a workspace
 * @name: (nullable): name under which actions are recorded from now on; copied. %NULL or ""
 *   for what it is by default, the user's real name
 *
 * The annotator's record is made on first use. Any thread.
 */
void
gs_workspace_set_annotator (GsWorkspace *self, const char *name)
{
  g_return_if_fail (GS_IS_WORKSPACE (self));

  g_mutex_lock (&self->lock);
  g_free (self->annotator);
  self->annotator = name != NULL && *name != '\0' ? g_strdup (name) : default_annotator ();
  g_mutex_unlock (&self->lock);
}

char *
gs_workspace_dup_annotator (GsWorkspace *self)
{
  char *name;

  g_mutex_lock (&self->lock);
  name = g_strdup (self->annotator);
  g_mutex_unlock (&self->lock);

  return name;
}

static void
set_label (GsWorkspace *self, char **place, char *label, int property)
{
  gboolean same = g_strcmp0 (*place, label) == 0;

  g_free (*place);
  *place = label;
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
gs_workspace_set_labels (GsWorkspace *self, char *undo_label, char *redo_label)
{
  set_label (self, &self->undo_label, undo_label, PROP_UNDO_LABEL);
  set_label (self, &self->redo_label, redo_label, PROP_REDO_LABEL);
}

void
gs_workspace_emit_changed (GsWorkspace *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
gs_workspace_dispose (GObject *object)
{
  gs_workspace_close (GS_WORKSPACE (object));

  G_OBJECT_CLASS (gs_workspace_parent_class)->dispose (object);
}

static void
gs_workspace_finalize (GObject *object)
{
  GsWorkspace *self = GS_WORKSPACE (object);

  g_free (self->path);
  g_free (self->title);
  g_free (self->annotator);
  g_free (self->news_undo);
  g_free (self->news_redo);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->opener, g_thread_unref);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->idle);

  G_OBJECT_CLASS (gs_workspace_parent_class)->finalize (object);
}

static void
gs_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GsWorkspace *self = GS_WORKSPACE (object);

  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;

    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;

    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;

    case PROP_ASTRAY:
      g_value_set_boolean (value, self->astray);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
gs_workspace_class_init (GsWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = gs_workspace_dispose;
  object_class->finalize = gs_workspace_finalize;
  object_class->get_property = gs_workspace_get_property;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_ASTRAY] = g_param_spec_boolean ("astray", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] =
    g_signal_new ("changed", GS_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gs_workspace_init (GsWorkspace *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->idle);
  self->annotator = default_annotator ();
}
