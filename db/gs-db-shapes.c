/* gs-db-shapes.c: what the rows of each table and index of a workspace look like.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They are asked of an empty workspace in memory, so that a change of the
 * schema needs no change here.
 */

#include "config.h"

#include "gs-db-shapes.h"

#include <string.h>

#include "gs-db-plan.h"
#include "gs-db-private.h"

static const char *const saved_tables[] = {
  "meta",
  "annotator",
  "tag",
  "source",
  "source_alias",
  "source_affiliation",
  "source_rating",
  "question",
  "article",
  "revision",
  "claim",
  "claim_span",
  "claim_hop",
  "claim_slot",
  "claim_quantity",
  "claim_time",
  "claim_tag",
  "link",
  "content",
  "body",
  "action",
  NULL,
};

static const char *const hint_tables[] = {
  "tally",
  "claim_index",
  "annotator_name",
  "tag_path",
  "source_name",
  "question_text",
  "article_title",
  "sqlite_autoindex_annotator_1",
  "sqlite_autoindex_tag_1",
  "sqlite_autoindex_source_1",
  "sqlite_autoindex_question_1",
  "sqlite_autoindex_article_1",
  "sqlite_autoindex_claim_1",
  "sqlite_autoindex_link_1",
  "sqlite_sequence",
  NULL,
};

/* Tables to which a later version has added columns: how many they had. */
static const struct
{
  const char *name;
  guint n;
} grown_tables[] = { { "revision", 7 }, { "article", 22 }, { "content", 3 } };

static void
shape_free (gpointer data)
{
  GsDbShape *self = data;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free (self->columns[i].name);
      g_free (self->columns[i].table);
    }
  g_free (self->columns);
  g_free (self->name);
  g_free (self);
}

static GsDbShape *
shape_new (const char *name)
{
  GsDbShape *self = g_new0 (GsDbShape, 1);

  self->name = g_strdup (name);
  if (g_strv_contains (saved_tables, name))
    self->use = GS_DB_USE_ROWS;
  else if (g_strv_contains (hint_tables, name))
    self->use = GS_DB_USE_HINT;

  return self;
}

static int
kind_of (const char *declared)
{
  static const char *const names[] = { "INTEGER", "REAL", "TEXT", "BLOB" };

  for (guint i = 0; declared != NULL && i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strcasecmp (declared, names[i]) == 0)
        return (int) i + GS_DB_VALUE_INT;
    }

  return -1;
}

static const GsWordList *
words_in (const GsRecordType *type, const char *column)
{
  const GsField *field = gs_record_type_find_field (type, column);

  return field != NULL && field->kind == GS_FIELD_WORD ? field->words : NULL;
}

/* (nullable): the words of which a column of a table of records holds one. */
static const GsWordList *
find_words (const char *table, const char *column)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      const GsRecordType *type = gs_workspace_types[i];
      const GsDbPlan *plan = gs_db_plan_for (type);

      if (g_str_equal (type->name, table))
        return words_in (type, column);
      for (guint j = 0; j < plan->n_parts; j++)
        {
          if (g_str_equal (plan->parts[j].table, table))
            return words_in (plan->parts[j].field->type, column);
        }
    }

  return NULL;
}

/* Of a table: what is declared, key columns first where they are the key. */
#define TABLE_COLUMNS                                                                                           \
  "SELECT c.name, c.type, c.\"notnull\" OR (c.pk AND t.wr), c.pk AND NOT t.wr AND upper (c.type) = 'INTEGER', " \
  "t.wr, f.\"table\", 0 FROM pragma_table_list AS t, pragma_table_xinfo (t.name) AS c "                         \
  "LEFT JOIN pragma_foreign_key_list (t.name) AS f ON f.\"from\" = c.name "                                     \
  "WHERE t.name = ?1 AND t.schema = 'main' AND c.hidden <> 2 "                                                  \
  "ORDER BY CASE WHEN t.wr AND c.pk THEN c.pk ELSE 1000 + c.cid END"

/* Of an index: what is indexed, then what leads to the row. */
#define INDEX_COLUMNS                                                                                    \
  "SELECT coalesce (x.name, 'rowid'), CASE WHEN x.cid < 0 THEN 'INTEGER' ELSE c.type END, x.cid < 0 OR " \
  "c.\"notnull\" OR c.pk, 0, 1, CASE WHEN x.cid < 0 THEN s.tbl_name ELSE f.\"table\" END, x.cid < 0 "    \
  "FROM sqlite_schema AS s, pragma_index_xinfo (s.name) AS x "                                           \
  "LEFT JOIN pragma_table_info (s.tbl_name) AS c ON c.cid = x.cid "                                      \
  "LEFT JOIN pragma_foreign_key_list (s.tbl_name) AS f ON f.\"from\" = c.name WHERE s.name = ?1 ORDER BY x.seqno"

static gboolean
fill_shape (GsDbShape *self, GsDbConnection *db, const char *sql, GError **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (GsDbShapeColumn));
  g_autoptr (GsDbStatement) statement = gs_db_query (db, error, sql, "t", self->name);
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      GsDbShapeColumn column = {
        .name = gs_db_column_dup (statement, 0),
        .kind = kind_of (gs_db_column_text (statement, 1)),
        .filled = gs_db_column_int (statement, 2) != 0,
        .alias = gs_db_column_int (statement, 3) != 0,
        .table = gs_db_column_dup (statement, 5),
        .unique = gs_db_column_int (statement, 6) != 0,
      };

      column.words = find_words (self->name, column.name);
      column.length = g_str_equal (column.name, "sha256") ? 64 : 0;
      self->keyed = gs_db_column_int (statement, 4) != 0;
      g_array_append_val (columns, column);
    }

  self->n_columns = self->n_least = columns->len;
  self->columns = (GsDbShapeColumn *) (void *) g_array_free (g_steal_pointer (&columns), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (grown_tables); i++)
    {
      if (g_str_equal (grown_tables[i].name, self->name))
        self->n_least = grown_tables[i].n;
    }

  return step == GS_DB_STEP_DONE;
}

#define TREES "SELECT name, type FROM sqlite_schema WHERE rootpage > 0 UNION ALL SELECT 'sqlite_schema', 'table'"

/**
 * gs_db_shapes_new:
 *
 * Returns: (transfer full) (element-type GsDbShape): those of the newest schema, or %NULL with @error
 */
GPtrArray *
gs_db_shapes_new (GError **error)
{
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func (shape_free);
  g_autoptr (GsDbConnection) db = gs_db_connection_open (GS_DB_MEMORY, GS_DB_READ_WRITE, error);
  g_autoptr (GsDbStatement) statement = db != NULL ? gs_db_query (db, error, TREES, "") : NULL;
  GsDbStep step = GS_DB_STEP_FAILED;

  while (statement != NULL && (step = gs_db_statement_step (statement, error)) == GS_DB_STEP_ROW)
    {
      GsDbShape *shape = shape_new (gs_db_column_text (statement, 0));

      g_ptr_array_add (shapes, shape);
      if (!fill_shape (shape, db,
                       g_str_equal (gs_db_column_text (statement, 1), "index") ? INDEX_COLUMNS : TABLE_COLUMNS, error))
        return NULL;
    }

  return step == GS_DB_STEP_DONE ? g_steal_pointer (&shapes) : NULL;
}

/**
 * gs_db_shapes_find:
 * @shapes: (element-type GsDbShape): shapes
 * @name: of a table or index
 * @make: whether one of unknown columns is made when there is none
 *
 * Returns: (transfer none) (nullable): the shape
 */
GsDbShape *
gs_db_shapes_find (GPtrArray *shapes, const char *name, gboolean make)
{
  GsDbShape *shape;

  for (guint i = 0; i < shapes->len; i++)
    {
      shape = shapes->pdata[i];
      if (g_str_equal (shape->name, name))
        return shape;
    }
  if (!make)
    return NULL;

  shape = shape_new (name);
  g_ptr_array_add (shapes, shape);

  return shape;
}

/* A whole number in a REAL column is stored as one. */
static gboolean
value_fits (const GsDbShapeColumn *column, const GsDbValue *value)
{
  if (column->alias)
    return value->kind == GS_DB_VALUE_NULL;
  if (value->kind == GS_DB_VALUE_NULL)
    return !column->filled;
  if (column->length > 0 && value->length != column->length)
    return FALSE;

  return column->kind < 0 || (int) value->kind == column->kind
         || (column->kind == GS_DB_VALUE_REAL && value->kind == GS_DB_VALUE_INT);
}

/**
 * gs_db_shape_fits:
 * @self: a shape
 * @page: a page
 * @cell: a cell of it
 * @values: (array) (out): what of the row lies on the page
 *
 * Returns: whether it is such a row
 */
gboolean
gs_db_shape_fits (const GsDbShape *self, const GsDbPage *page, const GsDbCell *cell, GsDbValue *values)
{
  gboolean keyed = page->kind == GS_DB_PAGE_INDEX_LEAF || page->kind == GS_DB_PAGE_INDEX_INSIDE;
  guint n;

  if (keyed != self->keyed && self->n_columns > 0)
    return FALSE;

  n = gs_db_record_values (cell->local, cell->n_local, cell->length, values);
  if (n == 0 || (self->n_columns > 0 && (n < self->n_least || n > self->n_columns)))
    return FALSE;

  for (guint i = 0; i < n && i < self->n_columns; i++)
    {
      if (!value_fits (&self->columns[i], &values[i]))
        return FALSE;
    }

  return TRUE;
}
