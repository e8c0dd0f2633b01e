/* gs-perform.c: carrying out an action without waiting for it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-perform.h"

#include "gs-notify.h"

typedef struct
{
  GtkWidget *widget;
  char *message;
  char *label; /* of the step that was made; NULL when there was nothing to do */
  GsActionFunc func;
  gpointer data;
  GDestroyNotify data_free;
} Performance;

static void
performance_free (Performance *self)
{
  if (self->data_free != NULL)
    self->data_free (self->data);
  g_clear_object (&self->widget);
  g_free (self->message);
  g_free (self->label);
  g_free (self);
}

/* On the workspace's thread: touches func, data and label only. */
static gpointer
perform_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Performance *self = data;

  return GINT_TO_POINTER (gs_workspace_perform_built (workspace, self->func, self->data, &self->label, error));
}

static void
performed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Performance *self = user_data;
  g_autoptr (GError) error = NULL;

  gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);
  if (error != NULL)
    gs_notify_error (self->widget, NULL, error);
  else if (self->label != NULL && self->message != NULL)
    gs_notify_undo (self->widget, GS_WORKSPACE (source), self->label, self->message);

  performance_free (self);
}

/**
 * gs_perform_built:
 * @widget: where it was asked for
 * @workspace: where it is done
 * @func: builds the action, on the workspace's thread
 * @data: for @func
 * @data_free: (nullable): frees @data, on the main thread
 * @message: (nullable): what was done
 */
void
gs_perform_built (GtkWidget *widget,
                  GsWorkspace *workspace,
                  GsActionFunc func,
                  gpointer data,
                  GDestroyNotify data_free,
                  const char *message)
{
  Performance *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GS_IS_WORKSPACE (workspace));

  self = g_new0 (Performance, 1);
  self->widget = g_object_ref (widget);
  self->message = g_strdup (message);
  self->func = func;
  self->data = data;
  self->data_free = data_free;

  gs_workspace_call_async (workspace, perform_func, self, NULL, NULL, NULL, performed_cb, self);
}

static GsAction *
ready_action (GsWorkspace *workspace, gpointer data, GError **error)
{
  return gs_action_ref (data);
}

/**
 * gs_perform:
 * @widget: around which a toast tells how it went
 * @workspace: a #GsWorkspace
 * @action: (transfer full): performed on the workspace's thread
 * @message: (nullable): what was done, shown with an Undo button; a failure is shown in
 *   any case
 */
void
gs_perform (GtkWidget *widget, GsWorkspace *workspace, GsAction *action, const char *message)
{
  g_return_if_fail (action != NULL);

  gs_perform_built (widget, workspace, ready_action, action, (GDestroyNotify) gs_action_unref, message);
}
