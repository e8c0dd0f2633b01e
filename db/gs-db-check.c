/* gs-db-check.c: is everything in the workspace as it should be?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-check.h"

#include "gs-db-check-private.h"

gboolean
gs_db_check_collect (GsDbConnection *db, GPtrArray *findings, const char *sql, GError **error)
{
  g_autoptr (GsDbStatement) statement = gs_db_query (db, error, sql, "");
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    g_ptr_array_add (findings, gs_db_column_dup (statement, 0));

  return step == GS_DB_STEP_DONE;
}

/* A reference must lead somewhere. @owner is an expression for the UUID of
 * the record that @table's row, t, belongs to. */
static gboolean
check_reference (GsDbConnection *db,
                 GPtrArray *findings,
                 const GsRecordType *type,
                 const char *table,
                 const char *owner,
                 const GsField *field,
                 const char *column,
                 GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT 'The %s ' || coalesce (%s, 'of a row without one') || ' refers by “%s” to a %s that is "
                     "not there.' FROM \"%s\" AS t WHERE t.\"%s\" IS NOT NULL AND t.\"%s\" NOT IN "
                     "(SELECT id FROM \"%s\")",
                     type->name, owner, field->name, field->type->name, table, column, column, field->type->name);

  return gs_db_check_collect (db, findings, sql, error);
}

static gboolean
check_word (GsDbConnection *db,
            GPtrArray *findings,
            const GsRecordType *type,
            const char *table,
            const char *owner,
            const GsField *field,
            GError **error)
{
  g_autofree char *nicks = g_strjoinv ("', '", (char **) field->words->nicks);
  g_autofree char *sql =
    g_strdup_printf ("SELECT 'The %s ' || coalesce (%s, 'of a row without one') || ' has “' || t.\"%s\" || '” as its "
                     "“%s”, which is no known word.' FROM \"%s\" AS t WHERE t.\"%s\" NOT IN ('%s')",
                     type->name, owner, field->name, field->name, table, field->name, nicks);

  return gs_db_check_collect (db, findings, sql, error);
}

static gboolean
check_field (GsDbConnection *db,
             GPtrArray *findings,
             const GsRecordType *type,
             const char *table,
             const char *owner,
             const GsField *field,
             GError **error)
{
  if (field->kind == GS_FIELD_REF)
    return check_reference (db, findings, type, table, owner, field, field->name, error);
  if (field->kind == GS_FIELD_WORD)
    return check_word (db, findings, type, table, owner, field, error);

  return TRUE;
}

static gboolean
check_part (GsDbConnection *db, GPtrArray *findings, const GsRecordType *type, const GsDbPart *part, GError **error)
{
  const GsRecordType *member = part->field->type;
  g_autofree char *owner = g_strdup_printf ("(SELECT uuid FROM \"%s\" WHERE id = t.\"%s\")", type->name, type->name);
  g_autofree char *orphans =
    g_strdup_printf ("SELECT 'There is a %s without its %s.' FROM \"%s\" WHERE \"%s\" NOT IN (SELECT id FROM \"%s\")",
                     member->name, type->name, part->table, type->name, type->name);

  if (!gs_db_check_collect (db, findings, orphans, error))
    return FALSE;

  if (part->field->kind == GS_FIELD_REFS)
    return check_reference (db, findings, type, part->table, owner, part->field, member->name, error);

  for (guint i = 0; i < member->n_fields; i++)
    {
      if (!check_field (db, findings, type, part->table, owner, &member->fields[i], error))
        return FALSE;
    }

  return TRUE;
}

/* What SQLite's own foreign key check finds, but told with UUIDs. */
static gboolean
check_records (GsDbConnection *db, GPtrArray *findings, GError **error)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      const GsRecordType *type = gs_workspace_types[i];
      const GsDbPlan *plan = gs_db_plan_for (type);

      for (guint j = 0; j < plan->n_columns; j++)
        {
          if (!check_field (db, findings, type, type->name, "t.uuid", plan->columns[j], error))
            return FALSE;
        }
      for (guint j = 0; j < plan->n_parts; j++)
        {
          if (!check_part (db, findings, type, &plan->parts[j], error))
            return FALSE;
        }
    }

  return TRUE;
}

/* SQLite tells of a damaged file by failing as well as by findings. */
static gboolean
check_file (GsDbConnection *db, GPtrArray *findings, GError **error)
{
  g_autoptr (GError) damage = NULL;

  if (gs_db_check_collect (
        db, findings,
        "SELECT 'SQLite: ' || integrity_check || '.' FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
        &damage))
    return TRUE;

  if (!g_error_matches (damage, GS_DB_ERROR, GS_DB_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&damage));
      return FALSE;
    }
  g_ptr_array_add (findings, g_strdup (damage->message));

  return TRUE;
}

/**
 * gs_db_check:
 * @db: a connection
 *
 * Reads the whole file; can be cancelled. On a connection for reading only,
 * the search index is counted but not compared word by word.
 *
 * Returns: (transfer full) (element-type utf8): one sentence a finding, or %NULL with @error
 */
GPtrArray *
gs_db_check (GsDbConnection *db, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (db != NULL, NULL);

  if (!check_file (db, findings, error))
    return NULL;

  /* In a file whose pages are not sound, the rest cannot be looked at. */
  if (findings->len == 0
      && !(check_records (db, findings, error) && gs_db_check_texts (db, findings, error)
           && gs_db_check_spans (db, findings, error) && gs_db_check_derived (db, findings, error)))
    return NULL;

  return g_steal_pointer (&findings);
}
