/* gs-db-deleting.c: a record and what cannot be without it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-history.h"
#include "gs-db-records-private.h"
#include "gs-db-records.h"

static gboolean delete_by_id (GsDbConnection *db, const GsRecordType *type, gint64 id, GError **error);

/* Whether a record cannot be without what this field refers to. Other
 * references are mentions, and go without their record. */
static gboolean
is_bound (const GsRecordType *type, const GsField *field)
{
  return (type == &gs_claim_type && field->type == &gs_article_type) || type == &gs_link_type
         || (type == &gs_tag_type && field->type == &gs_tag_type);
}

static gboolean
delete_bound (GsDbConnection *db, const GsRecordType *type, const GsField *field, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?", type->name, field->name);
  g_autoptr (GsDbStatement) statement = gs_db_query (db, error, sql, "i", id);
  g_autoptr (GArray) ids = gs_db_statement_ints (statement, 0, error);

  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      if (!delete_by_id (db, type, g_array_index (ids, gint64, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
clear_mentions (GsDbConnection *db, const char *table, const GsField *field, gint64 id, GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE \"%s\" = ?", table, field->name, field->name);

  return gs_db_run (db, error, sql, "i", id);
}

/* What lists of @type say of @gone: a hop stays without its source, a tag on
 * a claim goes. */
static gboolean
clear_part (GsDbConnection *db, const GsRecordType *gone, const GsDbPart *part, gint64 id, GError **error)
{
  const GsRecordType *member = part->field->type;

  if (part->field->kind == GS_FIELD_REFS)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"%s\" = ?", part->table, member->name);

      return member != gone || gs_db_run (db, error, sql, "i", id);
    }

  for (guint i = 0; i < member->n_fields; i++)
    {
      const GsField *field = &member->fields[i];

      if (field->kind == GS_FIELD_REF && field->type == gone && !clear_mentions (db, part->table, field, id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
clear_type (GsDbConnection *db, const GsRecordType *gone, const GsRecordType *type, gint64 id, GError **error)
{
  const GsDbPlan *plan = gs_db_plan_for (type);

  for (guint i = 0; i < plan->n_columns; i++)
    {
      const GsField *field = plan->columns[i];

      if (field->kind != GS_FIELD_REF || field->type != gone)
        continue;
      if (!(is_bound (type, field) ? delete_bound (db, type, field, id, error)
                                   : clear_mentions (db, type->name, field, id, error)))
        return FALSE;
    }

  for (guint i = 0; i < plan->n_parts; i++)
    {
      if (!clear_part (db, gone, &plan->parts[i], id, error))
        return FALSE;
    }

  return TRUE;
}

/* The row goes before its parts: then their triggers have nothing to mend. */
static gboolean
delete_by_id (GsDbConnection *db, const GsRecordType *type, gint64 id, GError **error)
{
  const GsDbPlan *plan = gs_db_plan_for (type);

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      if (!clear_type (db, type, gs_workspace_types[i], id, error))
        return FALSE;
    }

  if (!gs_db_run (db, error, plan->delete, "i", id))
    return FALSE;

  for (guint i = 0; i < plan->n_parts; i++)
    {
      if (!gs_db_run (db, error, plan->parts[i].delete, "i", id))
        return FALSE;
    }

  return type != &gs_article_type || gs_db_run (db, error, "DELETE FROM revision WHERE article = ?", "i", id);
}

/**
 * gs_db_record_delete:
 * @db: a connection with an open action
 * @type: type of the record
 * @uuid: its UUID
 * @error: %GS_DB_ERROR_NO_ROW if there is none
 *
 * Deletes the record and what cannot be without it: an article's claims, a
 * claim's parts and links, the tags below a tag. Mere mentions of it go, and
 * what mentioned it stays.
 *
 * Returns: whether it was deleted. After a failure the action must be rolled back.
 */
gboolean
gs_db_record_delete (GsDbConnection *db, const GsRecordType *type, const char *uuid, GError **error)
{
  gint64 id = 0;
  GsDbStep step;

  g_return_val_if_fail (gs_db_action_is_open (db), FALSE);
  g_return_val_if_fail (type != NULL && uuid != NULL, FALSE);

  step = gs_db_record_find_id (db, type, uuid, &id, error);
  if (step == GS_DB_STEP_DONE)
    g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_NO_ROW, "There is no %s %s.", type->name, uuid);
  if (step != GS_DB_STEP_ROW)
    return FALSE;

  gs_db_records_forget (db, uuid);

  return delete_by_id (db, type, id, error);
}
