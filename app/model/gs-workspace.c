/* gs-workspace.c: one investigation, open: its properties.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-workspace-private.h"

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
