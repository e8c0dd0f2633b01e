/* gs-action.c: what the analyst does, as a value.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-action-private.h"

struct _GsAction
{
  gatomicrefcount refs;
  char *label;
  GPtrArray *steps;
  gboolean keep_stamps;
};

static void
step_free (gpointer data)
{
  GsActionStep *step = data;

  gs_record_free (step->type, step->record);
  g_free (step->into);
  g_free (step->uuid);
  g_free (step);
}

/**
 * gs_action_new:
 * @label: what the history and the undo button say, already translated
 *
 * Returns: (transfer full): an empty action
 */
GsAction *
gs_action_new (const char *label)
{
  GsAction *self;

  g_return_val_if_fail (label != NULL, NULL);

  self = g_new0 (GsAction, 1);
  g_atomic_ref_count_init (&self->refs);
  self->label = g_strdup (label);
  self->steps = g_ptr_array_new_with_free_func (step_free);

  return self;
}

/**
 * gs_action_ref:
 * @self: an action
 *
 * Any thread.
 *
 * Returns: (transfer full): @self
 */
GsAction *
gs_action_ref (GsAction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * gs_action_unref:
 * @self: (transfer full): an action
 *
 * Any thread; the last reference frees it with its copies of records.
 */
void
gs_action_unref (GsAction *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_ptr_array_unref (self->steps);
  g_free (self->label);
  g_free (self);
}

/**
 * gs_action_get_label:
 * @self: an action
 *
 * Returns: (transfer none): what the history and the undo button say of it
 */
const char *
gs_action_get_label (GsAction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

/**
 * gs_action_is_empty:
 * @self: an action
 *
 * Returns: whether there is nothing in it to save or delete
 */
gboolean
gs_action_is_empty (GsAction *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->steps->len == 0;
}

/* Every workspace record begins with its UUID. */
static char **
uuid_of (const GsRecordType *type, gpointer record)
{
  const GsField *field = gs_record_type_find_field (type, "uuid");

  return field != NULL ? GS_FIELD_PTR (field, record, char *) : NULL;
}

/* Parts that are exchanged by UUID (a claim's spans) get theirs as well. */
static void
name_parts (const GsRecordType *type, gpointer record)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const GsField *field = &type->fields[i];
      GPtrArray *list;

      if (field->kind != GS_FIELD_LIST || gs_record_type_find_field (field->type, "uuid") == NULL)
        continue;

      list = GS_FIELD_VALUE (field, record, GPtrArray *);
      for (guint j = 0; j < list->len; j++)
        {
          char **uuid = uuid_of (field->type, list->pdata[j]);

          if (*uuid == NULL)
            *uuid = g_uuid_string_random ();
        }
    }
}

/**
 * gs_action_save:
 * @self: an action
 * @type: type of @record, one of gs_workspace_types
 * @record: (transfer none): what to save; copied
 *
 * Adds a record to be saved: one that is new, or that replaces the one with the
 * same UUID.
 *
 * Returns: (transfer none): the record's UUID, owned by the action
 */
const char *
gs_action_save (GsAction *self, const GsRecordType *type, gconstpointer record)
{
  GsActionStep *step;
  char **uuid;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (type != NULL && record != NULL, NULL);

  step = g_new0 (GsActionStep, 1);
  step->type = type;
  step->record = gs_record_copy (type, record);
  uuid = uuid_of (type, step->record);
  g_assert (uuid != NULL);
  if (*uuid == NULL)
    {
      *uuid = g_uuid_string_random ();
      step->fresh = TRUE;
    }
  step->uuid = g_strdup (*uuid);
  name_parts (type, step->record);
  g_ptr_array_add (self->steps, step);

  return step->uuid;
}

/**
 * gs_action_delete:
 * @self: an action
 * @type: type of the record
 * @uuid: its UUID
 *
 * Adds a deletion. What cannot be without the record goes with it.
 */
void
gs_action_delete (GsAction *self, const GsRecordType *type, const char *uuid)
{
  GsActionStep *step;

  g_return_if_fail (self != NULL);
  g_return_if_fail (type != NULL && uuid != NULL);

  step = g_new0 (GsActionStep, 1);
  step->type = type;
  step->uuid = g_strdup (uuid);
  g_ptr_array_add (self->steps, step);
}

/**
 * gs_action_replace:
 * @self: an action
 * @type: type of the records
 * @uuid: UUID of the record that is referred to
 * @into: UUID of the one that is to be instead
 *
 * Adds that whatever refers to the one record is to refer to the other.
 */
void
gs_action_replace (GsAction *self, const GsRecordType *type, const char *uuid, const char *into)
{
  GsActionStep *step;

  g_return_if_fail (self != NULL);
  g_return_if_fail (type != NULL && uuid != NULL && into != NULL);

  step = g_new0 (GsActionStep, 1);
  step->type = type;
  step->uuid = g_strdup (uuid);
  step->into = g_strdup (into);
  g_ptr_array_add (self->steps, step);
}

/**
 * gs_action_keep_stamps:
 * @self: an action
 *
 * Saves the records with the author and instants they carry, as the loading of
 * a report needs.
 */
void
gs_action_keep_stamps (GsAction *self)
{
  g_return_if_fail (self != NULL);

  self->keep_stamps = TRUE;
}

const GPtrArray *
gs_action_get_steps (GsAction *self)
{
  return self->steps;
}

gboolean
gs_action_keeps_stamps (GsAction *self)
{
  return self->keep_stamps;
}

gconstpointer
gs_action_find (GsAction *self, const GsRecordType *type, const char *uuid)
{
  for (guint i = self->steps->len; i > 0; i--)
    {
      const GsActionStep *step = self->steps->pdata[i - 1];

      if (step->type == type && step->into == NULL && g_str_equal (step->uuid, uuid))
        return step->record;
    }

  return NULL;
}
