/* gs-db-salvage-rows.c: rows of a damaged file into a new one.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They keep their row numbers, by which they refer to each other. Triggers
 * make what follows from them, as they do for an undo, in whatever order the
 * rows come.
 */

#include "config.h"

#include "gs-db-salvage-private.h"

#include <string.h>

#define TELL_EVERY 64

/* Tables whose rows count as records, and as what. */
static const char *
kind_of (const char *table)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      if (g_str_equal (gs_workspace_types[i]->name, table))
        return gs_workspace_types[i]->plural;
    }

  return g_str_equal (table, "action") ? "history" : g_str_equal (table, "body") ? "texts" : "details";
}

/* Rows of a table that has row numbers, but no column for them, keep them too. */
static gboolean
is_numbered_aside (const GsDbShape *shape)
{
  for (guint i = 0; i < shape->n_columns; i++)
    {
      if (shape->columns[i].alias)
        return FALSE;
    }

  return !shape->keyed;
}

static const char *
insert_into (GsDbSalvaging *self, const GsDbShape *shape)
{
  const char *known = g_hash_table_lookup (self->inserts, shape->name);
  GString *sql;

  if (known != NULL)
    return known;

  /* What a new file says of itself gives way; nothing else is there before. */
  sql = g_string_new (g_str_equal (shape->name, "meta") ? "INSERT OR REPLACE INTO \"" : "INSERT OR IGNORE INTO \"");
  g_string_append_printf (sql, "%s\" (", shape->name);
  for (guint i = 0; i < shape->n_columns; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "", shape->columns[i].name);
  g_string_append (sql, is_numbered_aside (shape) ? ", rowid) VALUES (?, ?" : ") VALUES (?");
  for (guint i = 1; i < shape->n_columns; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  g_hash_table_insert (self->inserts, shape->name, sql->str);

  return g_string_free (sql, FALSE);
}

/* What is bound must live until the statement has run, as the record does. */
static void
bind_value (GsDbStatement *statement, int index, const GsDbShapeColumn *column, gint64 rowid, const GsDbValue *value)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (column->alias)
    {
      gs_db_statement_bind_int (statement, index, rowid);
      return;
    }

  switch (value->kind)
    {
    case GS_DB_VALUE_INT:
      gs_db_statement_bind_int (statement, index, value->i);
      break;

    case GS_DB_VALUE_REAL:
      gs_db_statement_bind_double (statement, index, value->d);
      break;

    case GS_DB_VALUE_TEXT:
      text = g_utf8_make_valid (value->data != NULL ? (const char *) value->data : "", (gssize) value->at_hand);
      gs_db_statement_bind_copy (statement, index, text);
      break;

    case GS_DB_VALUE_BLOB:
      bytes = g_bytes_new_static (value->data, value->at_hand);
      gs_db_statement_bind_bytes (statement, index, bytes);
      break;

    case GS_DB_VALUE_NULL:
    default:
      gs_db_statement_bind_bytes (statement, index, NULL);
      break;
    }
}

/* A text may end early and still be worth reading; what is packed may not. */
static gboolean
is_worth (const GsDbShape *shape, const GsDbValue *values, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const GsDbValue *value = &values[i];
      gboolean bytes = g_str_equal (shape->name, "content") && (n < 4 || values[3].kind == GS_DB_VALUE_NULL);

      if (value->at_hand < value->length && value->kind != GS_DB_VALUE_TEXT && !bytes)
        return FALSE;
    }

  return TRUE;
}

static gboolean
fail (GsDbSalvaging *self, GError *error)
{
  g_propagate_error (self->error, error);
  self->failed = TRUE;

  return FALSE;
}

static gboolean
row_cb (const GsDbShape *shape, gint64 rowid, const GsDbValue *values, guint n, gboolean whole, gpointer data)
{
  GsDbSalvaging *self = data;
  GsRecoveredListing *kind = gs_db_salvage_kind (self, kind_of (shape->name));
  g_autoptr (GsDbStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  if (!whole && !is_worth (shape, values, n))
    {
      self->result->whole = FALSE;
      return TRUE;
    }

  statement = gs_db_query (self->db, &error, insert_into (self, shape), "");
  if (statement == NULL)
    return fail (self, g_steal_pointer (&error));

  for (guint i = 0; i < n; i++)
    bind_value (statement, (int) i + 1, &shape->columns[i], rowid, &values[i]);
  if (is_numbered_aside (shape))
    gs_db_statement_bind_int (statement, (int) shape->n_columns + 1, rowid);
  if (!gs_db_statement_run (statement, &error))
    {
      /* What a table would not take is no row of it. */
      if (!g_error_matches (error, GS_DB_ERROR, GS_DB_ERROR_CONSTRAINT))
        return fail (self, g_steal_pointer (&error));
      self->result->whole = FALSE;
      return TRUE;
    }

  self->result->whole = self->result->whole && whole;
  if (sqlite3_changes (self->db->handle) == 0 || g_str_equal (shape->name, "content"))
    return TRUE;
  if (g_str_equal (shape->name, "body"))
    return whole || gs_db_salvage_note_text (self, rowid);

  kind->kept += whole;
  kind->mended += !whole;

  return TRUE;
}

/* Pages that trees lead to go first and those with something wrong last: where
 * a row is there twice, the one that is more likely right counts. */
static const guint passes[] = { 0, GS_DB_PAGE_LONE, GS_DB_PAGE_DOUBTFUL, GS_DB_PAGE_LONE | GS_DB_PAGE_DOUBTFUL };

static gboolean
read_pages (GsDbSalvaging *self, guint pass)
{
  const double from = GS_DB_SALVAGE_LOOKED, to = GS_DB_SALVAGE_READ;

  for (guint32 i = 1; i <= self->map.n; i++)
    {
      const GsDbShape *shape = gs_db_page_map_owner (&self->map, i);
      guint flags = self->map.owners[i] & (GS_DB_PAGE_LONE | GS_DB_PAGE_DOUBTFUL);

      if (i % TELL_EVERY == 0 && !gs_db_salvage_tell (self, pass > 0 ? to : from + (to - from) * i / self->map.n))
        return FALSE;
      if (shape == NULL || shape->use != GS_DB_USE_ROWS || flags != pass)
        continue;
      if (!gs_db_page_map_rows (&self->map, i, &self->budget, row_cb, self, &self->n_bad_rows))
        return FALSE;
      if (pass != 0)
        self->result->whole = FALSE;
    }

  return TRUE;
}

gboolean
gs_db_salvage_rows (GsDbSalvaging *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      if (!read_pages (self, passes[i]))
        return FALSE;
    }

  if (self->n_bad_rows > 0 || self->map.n_bad > 0 || self->map.n_lone > 0)
    self->result->whole = FALSE;

  return TRUE;
}
