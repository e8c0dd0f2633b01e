/* gs-db-records.c: records out of the workspace file.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-records.h"

#include "gs-db-records-private.h"

GsDbStep
gs_db_record_find_id (GsDbConnection *db, const GsRecordType *type, const char *uuid, gint64 *id, GError **error)
{
  return gs_db_get_int (db, id, error, gs_db_plan_for (type)->find, "t", uuid);
}

gboolean
gs_db_read_list (GsDbConnection *db, const GsDbPart *part, gint64 owner, GPtrArray *list, GError **error)
{
  const GsRecordType *type = part->field->type;
  g_autoptr (GsDbStatement) statement = gs_db_query (db, error, part->select, "i", owner);
  GsDbStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      gpointer member;

      if (part->field->kind == GS_FIELD_REFS)
        {
          g_ptr_array_add (list, gs_db_column_dup (statement, 1));
          continue;
        }

      member = gs_record_append (list, type);
      for (guint i = 0; i < type->n_fields; i++)
        {
          if (!gs_db_read_field (db, statement, (int) i + 1, &type->fields[i], member, error))
            return FALSE;
        }
    }

  return step == GS_DB_STEP_DONE;
}

/* The record whose row @statement stands on. */
static gpointer
read_record (GsDbConnection *db, const GsDbPlan *plan, GsDbStatement *statement, GError **error)
{
  gpointer record = gs_record_new (plan->type);
  gint64 id = gs_db_column_int (statement, 0);
  gboolean good = TRUE;

  for (guint i = 0; good && i < plan->n_columns; i++)
    good = gs_db_read_field (db, statement, (int) i + 1, plan->columns[i], record, error);
  for (guint i = 0; good && i < plan->n_parts; i++)
    good = gs_db_read_list (db, &plan->parts[i], id, GS_FIELD_VALUE (plan->parts[i].field, record, GPtrArray *), error);
  if (good && plan->type == &gs_article_type)
    good = gs_db_article_read (db, id, record, error);

  if (good)
    return record;

  gs_record_free (plan->type, record);

  return NULL;
}

static gpointer
load_by_id (GsDbConnection *db, const GsDbPlan *plan, gint64 id, GError **error)
{
  g_autoptr (GsDbStatement) statement = gs_db_query (db, error, plan->by_id, "i", id);

  if (statement == NULL || gs_db_statement_step (statement, error) != GS_DB_STEP_ROW)
    return NULL;

  return read_record (db, plan, statement, error);
}

/**
 * gs_db_record_load:
 * @db: a connection
 * @type: type of the record
 * @uuid: its UUID
 *
 * Returns: (transfer full) (nullable): the record; %NULL without error when there is none
 */
gpointer
gs_db_record_load (GsDbConnection *db, const GsRecordType *type, const char *uuid, GError **error)
{
  gint64 id = 0;

  g_return_val_if_fail (db != NULL && type != NULL && uuid != NULL, NULL);

  if (gs_db_record_find_id (db, type, uuid, &id, error) != GS_DB_STEP_ROW)
    return NULL;

  return load_by_id (db, gs_db_plan_for (type), id, error);
}

/**
 * gs_db_records_at:
 * @db: a connection
 * @type: type of the records
 * @ids: row numbers
 * @n_ids: how many
 *
 * Returns: (transfer full): the records, in the order of @ids, without those that are gone; %NULL with @error
 */
GPtrArray *
gs_db_records_at (GsDbConnection *db, const GsRecordType *type, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (db != NULL && type != NULL && (ids != NULL || n_ids == 0), NULL);

  records = gs_record_array_new (type);
  for (guint i = 0; i < n_ids; i++)
    {
      GError *local = NULL;
      gpointer record = load_by_id (db, gs_db_plan_for (type), ids[i], &local);

      if (local != NULL)
        {
          g_propagate_error (error, local);
          return NULL;
        }
      if (record != NULL)
        g_ptr_array_add (records, record);
    }

  return g_steal_pointer (&records);
}

/* Whole records by a condition on the table's alias t and one UUID. */
GPtrArray *
gs_db_records_where (GsDbConnection *db,
                     const GsRecordType *type,
                     const char *condition,
                     const char *parameter,
                     GError **error)
{
  const GsDbPlan *plan = gs_db_plan_for (type);
  g_autofree char *sql = g_strdup_printf ("%s %s", plan->select, condition);
  g_autoptr (GPtrArray) records = gs_record_array_new (type);
  g_autoptr (GsDbStatement) statement = gs_db_query (db, error, sql, "t", parameter);
  GsDbStep step;

  if (statement == NULL)
    return NULL;

  while ((step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      gpointer record = read_record (db, plan, statement, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

/**
 * gs_db_record_count:
 * @db: a connection
 * @type: a type
 *
 * Returns: how many records of the type there are, or -1 with @error
 */
gint64
gs_db_record_count (GsDbConnection *db, const GsRecordType *type, GError **error)
{
  gint64 count = -1;

  g_return_val_if_fail (db != NULL && type != NULL, -1);

  if (gs_db_get_int (db, &count, error, "SELECT n FROM tally WHERE what = ? AND id = 0", "t", type->plural)
      == GS_DB_STEP_DONE)
    g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CORRUPT, "“%s” does not know how many %s it holds.", db->name,
                 type->plural);

  return count;
}
