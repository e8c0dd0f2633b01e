/* gs-merge-perform.c: what was decided on a merge is done.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-merge-private.h"

#include <string.h>

#include "gs-backup.h"
#include "gs-db-connection.h"

static void
copy_field (const GsRecordType *type, const GsField *field, gpointer to, gconstpointer from)
{
  /* By way of a whole copy: every kind of field has its own way of being owned. */
  gpointer copy = gs_record_copy (type, from);
  gsize size = field->kind == GS_FIELD_INT || field->kind == GS_FIELD_NUMBER  ? 8
               : field->kind == GS_FIELD_BOOL || field->kind == GS_FIELD_WORD ? sizeof (int)
                                                                              : sizeof (gpointer);
  guint8 held[8];

  memcpy (held, GS_FIELD_PTR (field, to, guint8), size);
  memcpy (GS_FIELD_PTR (field, to, guint8), GS_FIELD_PTR (field, copy, guint8), size);
  memcpy (GS_FIELD_PTR (field, copy, guint8), held, size);
  gs_record_free (type, copy);
}

/* The later stamps are those of the record that came about. */
static void
take_stamps (const GsRecordType *type, gpointer to, gconstpointer from)
{
  static const char *const stamps[] = { "modified", "modified_by" };
  const GsHeadRecord *a = to, *b = from;

  if (!gs_merge_has_times (type) || g_strcmp0 (b->modified, a->modified) <= 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (stamps); i++)
    copy_field (type, gs_record_type_find_field (type, stamps[i]), to, from);
}

/* @n: how many were saved, counted on. */
static void
save_pair (GsAction *action, const GsMergePair *pair, guint *n)
{
  gboolean changed = pair->whole || pair->grown;
  gpointer merged = gs_record_copy (pair->type, pair->whole ? pair->theirs : pair->ours);

  for (guint i = 0; i < pair->differences->len; i++)
    {
      const GsMergeDifference *difference = pair->differences->pdata[i];

      if (!difference->take_theirs)
        continue;
      copy_field (pair->type, difference->field, merged, pair->theirs);
      changed = TRUE;
    }

  if (changed)
    {
      take_stamps (pair->type, merged, pair->theirs);
      gs_action_save (action, pair->type, merged);
      ++*n;
    }
  gs_record_free (pair->type, merged);
}

/* A merge can be undone, but only while nothing stands on it. */
static gboolean
back_up (GsMerge *self, GError **error)
{
  const char *path = gs_workspace_get_path (self->ours);

  return g_str_equal (path, GS_DB_MEMORY) || gs_backup_make (path, GS_BACKUP_MERGE, NULL, self->cancellable, error);
}

/**
 * gs_merge_perform:
 * @self: a merge whose differences are decided
 * @n_changed: (out) (optional): how many records of ours were made or changed
 * @error: why nothing was changed
 *
 * Blocks; on the thread of neither workspace. One step of the history; none when there
 * is nothing to do.
 *
 * Returns: whether it was done
 */
gboolean
gs_merge_perform (GsMerge *self, guint *n_changed, GError **error)
{
  g_autoptr (GsAction) action = NULL;
  guint n = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  action = gs_action_new (self->label);
  gs_action_keep_stamps (action);
  /* By type, so that what is referred to comes first. */
  for (guint section = 0; section < gs_n_workspace_types; section++)
    {
      for (guint i = 0; i < self->added->len; i++)
        {
          const GsMergePair *pair = self->added->pdata[i];

          if (pair->type != gs_workspace_types[section])
            continue;
          gs_action_save (action, pair->type, pair->theirs);
          n++;
        }
      for (guint i = 0; i < self->pairs->len; i++)
        {
          const GsMergePair *pair = self->pairs->pdata[i];

          if (pair->type == gs_workspace_types[section])
            save_pair (action, pair, &n);
        }
    }

  if (!gs_action_is_empty (action) && !back_up (self, error))
    return FALSE;
  if (!gs_workspace_perform (self->ours, action, error))
    return FALSE;
  if (n_changed != NULL)
    *n_changed = n;

  return TRUE;
}
