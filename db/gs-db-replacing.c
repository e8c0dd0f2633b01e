/* gs-db-replacing.c: one record in the place of another, wherever it is referred to.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A source may stand in the chains of a hundred thousand claims. They are not
 * read for this; the session sees each row that changes.
 */

#include "config.h"

#include "gs-db-history.h"
#include "gs-db-records-private.h"
#include "gs-db-records.h"

typedef struct
{
  GsDbConnection *db;
  const GsRecordType *type;
  gint64 from;
  gint64 to;
  const char *now;
  gint64 annotator;
} Replacing;

/* Whoever owns a row that changes is changed. */
static gboolean
stamp_owners (Replacing *self, const GsRecordType *owner, const char *table, const char *column, GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("UPDATE \"%s\" SET modified = ?, modified_by = ? WHERE id IN (SELECT \"%s\" FROM \"%s\" "
                     "WHERE \"%s\" = ?)",
                     owner->name, table == owner->name ? "id" : owner->name, table, column);

  return gs_record_type_find_field (owner, "modified") == NULL
         || gs_db_run (self->db, error, sql, "tri", self->now, self->annotator, self->from);
}

static gboolean
replace_in (Replacing *self, const GsRecordType *owner, const char *table, const char *column, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ? WHERE \"%s\" = ?", table, column, column);

  return stamp_owners (self, owner, table, column, error)
         && gs_db_run (self->db, error, sql, "ii", self->to, self->from);
}

/* What has both has one of them once. */
static gboolean
replace_member (Replacing *self, const GsRecordType *owner, const GsDbPart *part, GError **error)
{
  const char *member = part->field->type->name;
  g_autofree char *sql =
    g_strdup_printf ("DELETE FROM \"%s\" WHERE \"%s\" = ?1 AND \"%s\" IN (SELECT \"%s\" FROM \"%s\" WHERE \"%s\" = ?2)",
                     part->table, member, owner->name, owner->name, part->table, member);

  return part->field->type != self->type
         || (stamp_owners (self, owner, part->table, member, error)
             && gs_db_run (self->db, error, sql, "ii", self->from, self->to)
             && replace_in (self, owner, part->table, member, error));
}

static gboolean
replace_in_part (Replacing *self, const GsRecordType *owner, const GsDbPart *part, GError **error)
{
  if (part->field->kind == GS_FIELD_REFS)
    return replace_member (self, owner, part, error);

  for (guint i = 0; i < part->field->type->n_fields; i++)
    {
      const GsField *field = &part->field->type->fields[i];

      if (field->kind == GS_FIELD_REF && field->type == self->type
          && !replace_in (self, owner, part->table, field->name, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
replace_in_type (Replacing *self, const GsRecordType *owner, GError **error)
{
  const GsDbPlan *plan = gs_db_plan_for (owner);

  for (guint i = 0; i < plan->n_columns; i++)
    {
      const GsField *field = plan->columns[i];

      if (field->kind == GS_FIELD_REF && field->type == self->type
          && !replace_in (self, owner, owner->name, field->name, error))
        return FALSE;
    }
  for (guint i = 0; i < plan->n_parts; i++)
    {
      if (!replace_in_part (self, owner, &plan->parts[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find (GsDbConnection *db, const GsRecordType *type, const char *uuid, gint64 *id, GError **error)
{
  GsDbStep step = gs_db_record_find_id (db, type, uuid, id, error);

  if (step == GS_DB_STEP_DONE)
    g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_NO_ROW, "There is no %s %s.", type->name, uuid);

  return step == GS_DB_STEP_ROW;
}

/**
 * gs_db_record_replace:
 * @db: a connection with an open action
 * @type: type of the records
 * @uuid: UUID of the record that is referred to
 * @into: UUID of the one that is from now on
 * @now: instant with which records that change are stamped
 * @annotator: UUID of whoever changes them
 * @error: %GS_DB_ERROR_NO_ROW if there is no such record
 *
 * The record itself stays; nothing refers to it any more.
 *
 * Returns: whether it was replaced. After a failure the action must be rolled back.
 */
gboolean
gs_db_record_replace (GsDbConnection *db,
                      const GsRecordType *type,
                      const char *uuid,
                      const char *into,
                      const char *now,
                      const char *annotator,
                      GError **error)
{
  Replacing replacing = { .db = db, .type = type, .now = now };

  g_return_val_if_fail (gs_db_action_is_open (db), FALSE);
  g_return_val_if_fail (type != NULL && uuid != NULL && into != NULL, FALSE);

  if (!find (db, type, uuid, &replacing.from, error) || !find (db, type, into, &replacing.to, error)
      || !find (db, &gs_annotator_type, annotator, &replacing.annotator, error))
    return FALSE;

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      if (!replace_in_type (&replacing, gs_workspace_types[i], error))
        return FALSE;
    }

  return type != &gs_tag_type || gs_db_tag_place_below (db, replacing.to, error);
}
