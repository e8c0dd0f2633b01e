/* gs-db-walk.c: every record of a type, each table read once.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lists of a record lie in tables of their own. One statement a table
 * walks them side by side in the order of their owners, as sorted files are
 * merged: asking each table once for every record takes three times as long.
 */

#include "config.h"

#include "gs-db-records.h"

#include "gs-db-records-private.h"

/* How many UUIDs of each type are remembered: enough for all sources, tags
 * and questions of most workspaces, and a bound for all. */
#define REMEMBERED 1024

typedef struct
{
  gint64 id;
  char *uuid; /* NULL when no such row is there */
} Name;

/* The list of one field, ahead of the record being read. */
typedef struct
{
  const GsDbPart *part;
  GsDbStatement *statement;
  gint64 owner; /* of the row it stands on; G_MAXINT64 after the last */
} Cursor;

typedef struct
{
  GsDbConnection *db;
  const GsDbPlan *plan;
  GsDbStatement *statement;
  Cursor *cursors; /* one for each part of the plan */
  Name **names;    /* REMEMBERED for each of gs_workspace_types, made when needed */
} Walk;

static void
walk_clear (Walk *self)
{
  if (self->plan == NULL)
    return;

  for (guint i = 0; i < self->plan->n_parts; i++)
    gs_db_statement_release (self->cursors[i].statement);
  g_free (self->cursors);

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      for (guint j = 0; self->names[i] != NULL && j < REMEMBERED; j++)
        g_free (self->names[i][j].uuid);
      g_free (self->names[i]);
    }
  g_free (self->names);
  gs_db_statement_release (self->statement);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static gboolean
cursor_move (Cursor *self, GError **error)
{
  GsDbStep step = gs_db_statement_step (self->statement, error);

  self->owner = step == GS_DB_STEP_ROW ? gs_db_column_int (self->statement, 0) : G_MAXINT64;

  return step != GS_DB_STEP_FAILED;
}

/* @lists: (nullable): names of the fields whose lists are read, %NULL for all. */
static gboolean
walk_begin (Walk *self, const char *const *lists, GError **error)
{
  self->cursors = g_new0 (Cursor, self->plan->n_parts);
  self->names = g_new0 (Name *, gs_n_workspace_types);
  self->statement = gs_db_query (self->db, error, self->plan->walk, "");
  if (self->statement == NULL)
    return FALSE;

  for (guint i = 0; i < self->plan->n_parts; i++)
    {
      Cursor *cursor = &self->cursors[i];

      cursor->part = &self->plan->parts[i];
      cursor->owner = G_MAXINT64;
      if (lists != NULL && !g_strv_contains (lists, cursor->part->field->name))
        continue;
      cursor->statement = gs_db_query (self->db, error, cursor->part->walk, "");
      if (cursor->statement == NULL || !cursor_move (cursor, error))
        return FALSE;
    }

  return TRUE;
}

static Name *
names_of (Walk *self, const GsRecordType *type)
{
  guint i = 0;

  while (gs_workspace_types[i] != type)
    i++;
  if (self->names[i] == NULL)
    self->names[i] = g_new0 (Name, REMEMBERED);

  return self->names[i];
}

/* (out) @uuid: (transfer full) (nullable): of the row with that number. */
static gboolean
read_ref (Walk *self, const GsRecordType *type, gint64 id, char **uuid, GError **error)
{
  Name *name = NULL;

  *uuid = NULL;
  if (id == 0)
    return TRUE;

  name = &names_of (self, type)[(guint64) id % REMEMBERED];
  if (name->id != id)
    {
      g_clear_pointer (&name->uuid, g_free);
      name->id = 0;
      if (gs_db_get_text (self->db, &name->uuid, error, gs_db_plan_for (type)->name, "i", id) == GS_DB_STEP_FAILED)
        return FALSE;
      name->id = id;
    }
  *uuid = g_strdup (name->uuid);

  return TRUE;
}

static gboolean
read_field (Walk *self, GsDbStatement *statement, int column, const GsField *field, gpointer record, GError **error)
{
  if (field->kind == GS_FIELD_REF)
    return read_ref (self, field->type, gs_db_column_int (statement, column), GS_FIELD_PTR (field, record, char *),
                     error);

  return gs_db_read_field (self->db, statement, column, field, record, error);
}

static gboolean
read_member (Walk *self, Cursor *cursor, GPtrArray *list, GError **error)
{
  const GsField *field = cursor->part->field;
  gpointer member;

  if (field->kind == GS_FIELD_REFS)
    {
      char *uuid;

      if (!read_ref (self, field->type, gs_db_column_int (cursor->statement, 1), &uuid, error))
        return FALSE;
      /* In a damaged file it may be nobody's. */
      if (uuid != NULL)
        g_ptr_array_add (list, uuid);
      return TRUE;
    }

  member = gs_record_append (list, field->type);
  for (guint i = 0; i < field->type->n_fields; i++)
    {
      if (!read_field (self, cursor->statement, (int) i + 1, &field->type->fields[i], member, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_list (Walk *self, Cursor *cursor, gint64 id, gpointer record, GError **error)
{
  GPtrArray *list = GS_FIELD_VALUE (cursor->part->field, record, GPtrArray *);

  /* Rows of an owner that is not there would stand in the way of all others. */
  while (cursor->owner < id)
    {
      if (!cursor_move (cursor, error))
        return FALSE;
    }
  while (cursor->owner == id)
    {
      if (!read_member (self, cursor, list, error) || !cursor_move (cursor, error))
        return FALSE;
    }

  return TRUE;
}

/* Whoever is told of a record relies on its UUID. */
static gboolean
check_uuid (Walk *self, const GsHeadRecord *head, gint64 id, GError **error)
{
  if (head->uuid != NULL && *head->uuid != '\0')
    return TRUE;

  g_set_error (error, GS_DB_ERROR, GS_DB_ERROR_CORRUPT, "“%s” is damaged: %s %" G_GINT64_FORMAT " has no UUID.",
               self->db->name, self->plan->type->name, id);

  return FALSE;
}

static gboolean
read_record (Walk *self, gpointer record, GError **error)
{
  const GsDbPlan *plan = self->plan;
  gint64 id = gs_db_column_int (self->statement, 0);

  for (guint i = 0; i < plan->n_columns; i++)
    {
      if (!read_field (self, self->statement, (int) i + 1, plan->columns[i], record, error))
        return FALSE;
    }
  if (!check_uuid (self, record, id, error))
    return FALSE;
  for (guint i = 0; i < plan->n_parts; i++)
    {
      if (!read_list (self, &self->cursors[i], id, record, error))
        return FALSE;
    }

  return plan->type != &gs_article_type || gs_db_article_read (self->db, id, record, error);
}

gboolean
gs_db_walk (GsDbConnection *db,
            const GsRecordType *type,
            const char *const *lists,
            GsDbWalkFunc func,
            gpointer user_data,
            GError **error)
{
  g_auto (Walk) walk = { .db = db, .plan = gs_db_plan_for (type) };
  GsDbStep step;

  if (!walk_begin (&walk, lists, error))
    return FALSE;

  while ((step = gs_db_statement_step (walk.statement, error)) == GS_DB_STEP_ROW)
    {
      gpointer record = gs_record_new (type);
      gboolean more =
        read_record (&walk, record, error) && func (gs_db_column_int (walk.statement, 0), record, user_data, error);

      gs_record_free (type, record);
      if (!more)
        return FALSE;
    }

  return step == GS_DB_STEP_DONE;
}

typedef struct
{
  const GsRecordType *type;
  GsDbRecordFunc func;
  gpointer user_data;
} Each;

static gboolean
each_cb (gint64 id, gpointer record, gpointer user_data, GError **error)
{
  const Each *each = user_data;

  return each->func (each->type, record, each->user_data, error);
}

/**
 * gs_db_record_each:
 * @db: a connection
 * @type: type of the records
 * @func: called with each record, which it does not own; returns %FALSE to stop, with an error set if it is one
 * @user_data: for @func
 *
 * Records are not to be saved meanwhile: @func might see half of a change.
 *
 * Returns: whether all were visited; %FALSE without error when @func stopped without one
 */
gboolean
gs_db_record_each (GsDbConnection *db,
                   const GsRecordType *type,
                   GsDbRecordFunc func,
                   gpointer user_data,
                   GError **error)
{
  Each each = { type, func, user_data };

  g_return_val_if_fail (db != NULL && type != NULL && func != NULL, FALSE);

  return gs_db_walk (db, type, NULL, each_cb, &each, error);
}
